"""
More invented sentences in the manner of newspapers, written when the rules stood.

On first reading nearly all were read as an editor would read them; the few that were not led to the
last rules. They keep what was right from breaking. Notation as in news.py.
"""

LATER_SENTENCES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Ministers have promised to recruit 6,500 more teachers by the end of the parliament.",
        ("= 6500 teachers",),
    ),
    (
        "More than a quarter of a million homes were without power on Friday after a "
        "storm with gusts of up to 95mph.",
        ("> 250000 homes", "<= 95 mile per hour"),
    ),
    (
        "The contract, worth around £1.6bn over 15 years, was awarded to a consortium of "
        "three firms.",
        ("~ 1600000000 GBP", "= 15 year", "= 3 firms"),
    ),
    (
        "The share price fell as much as 8 per cent before recovering to close 2.3 per "
        "cent lower at 412p.",
        ("<= 8 percent", "= 2.3 percent", "= 412 penny"),
    ),
    (
        "Net debt stood at 2.4 times earnings, below the 3-times limit.",
        ("= 2.4 times", "= 3 times"),
    ),
    (
        "First-quarter sales rose 11 percent to $3.67 billion, beating the $3.5 billion "
        "average estimate of 12 analysts.",
        ("= 11 percent", "= 3670000000 USD", "= 3500000000 USD", "= 12 analysts"),
    ),
    (
        "Police said two of the six suspects, both 19, were found with 4kg of cocaine "
        "worth $200,000.",
        ("= 2 suspects", "= 6 suspects", "= 19 -", "= 4 kilogram", "= 200000 USD"),
    ),
    (
        "The ferry, which has a capacity of 250, was carrying at least 400 people when it "
        "sank 2 miles off the coast.",
        ("= 250 -", ">= 400 people", "= 2 mile"),
    ),
    (
        "The court sentenced him to 12 years in prison and fined him 3 million rand.",
        ("= 12 year", "= 3000000 ZAR"),
    ),
    (
        "The state reported 4,213 new coronavirus cases and 71 deaths in the past 24 "
        "hours, taking the tally to 1,20,504.",
        ("= 4213 cases", "= 71 deaths", "= 24 hour", "= 120504 -"),
    ),
    (
        "Wheat output is seen at 106.2 million tonnes in 2020-21, against 103.6 million "
        "tonnes a year ago.",
        ("= 106200000 tonne", "= 103600000 tonne"),
    ),
    (
        "He hit three fours and two sixes in his 38-ball 56.",
        ("= 3 fours", "= 2 sixes", "= 38 ball", "= 56 -"),
    ),
    (
        "The Sensex surged 485 points or 0.9 per cent to end at 52,443.71, while the "
        "Nifty rose 144 points to 15,709.",
        ("= 485 points", "= 0.9 percent", "= 52443.71 -", "= 144 points", "= 15709 -"),
    ),
    ("GST collections crossed Rs 1.41 lakh crore in April.", ("= 1410000000000 INR",)),
    ("The 18-member squad includes seven bowlers.", ("= 18 member", "= 7 bowlers")),
    ("Some 15-20 people were hurt, two of them seriously.", ("range 15 20 people", "= 2 -")),
    (
        "Nearly 70% of those polled, up from 55% in 2019, said they were worried.",
        ("~ 70 percent", "= 55 percent"),
    ),
    (
        "One in every 10 pupils had missed at least half of lessons.",
        ("= 0.1 share", ">= 0.5 share"),
    ),
    (
        "The train was travelling at 120km/h when it derailed, killing 79 and injuring "
        "more than 140 others.",
        ("= 120 kilometre per hour", "= 79 -", "> 140 others"),
    ),
    ("Only 3 of 11 jurors agreed.", ("= 3 jurors", "= 11 jurors")),
    (
        "It raised $25 million in a Series B round valuing it at $300 million.",
        ("= 25000000 USD", "= 300000000 USD"),
    ),
    ("The bridge is 1.2km long and 40 metres high.", ("= 1.2 kilometre", "= 40 metre")),
    ("The stadium holds 60,000 and cost half a billion pounds.", ("= 60000 -", "= 500000000 GBP")),
    (
        "Thousands of people, some of them carrying flags, marched five miles through the city.",
        ("order 1000 10000 people", "= 5 mile"),
    ),
    (
        "Ukraine said it shot down 33 of 35 drones and 8 of 10 missiles overnight.",
        ("= 33 drones", "= 35 drones", "= 8 missiles", "= 10 missiles"),
    ),
    (
        "Russia has lost 1,050 soldiers in the past day, bringing the total to about "
        "615,000, Kyiv claims.",
        ("= 1050 soldiers", "~ 615000 -"),
    ),
    (
        "A group of about 40 migrants, including 12 women and eight children, were rescued.",
        ("~ 40 migrants", "= 12 women", "= 8 children"),
    ),
    (
        "The tax will apply to incomes above $400,000 and companies with 50 or more employees.",
        ("> 400000 USD", ">= 50 employees"),
    ),
    (
        "Anyone earning over £100,000 loses £1 of allowance for every £2 above that.",
        ("> 100000 GBP", "= 1 GBP", "= 2 GBP"),
    ),
    ("The S-400 system, the Su-35 and 20 T-72 tanks were displayed.", ("= 20 tanks",)),
    (
        "U.S. crude inventories fell by 2.2 million barrels to 480.2 million barrels in "
        "the week to Oct. 9.",
        ("= 2200000 barrel", "= 480200000 barrel"),
    ),
    ("The euro traded at $1.08, down from $1.10 last week.", ("= 1.08 USD", "= 1.1 USD")),
    ("The company will buy back up to $10 billion of its shares.", ("<= 10000000000 USD",)),
    (
        "About three-quarters of the 1,000 respondents said no.",
        ("~ 0.75 share", "= 1000 respondents"),
    ),
    (
        "The agency cut its forecast for growth this year to 2.5% from 3%.",
        ("= 2.5 percent", "= 3 percent"),
    ),
    (
        "The government raised the minimum wage by 6.2% to £9.50 an hour from £8.91.",
        ("= 6.2 percent", "= 9.5 GBP", "= 8.91 GBP"),
    ),
    (
        "A total of 23.4 million doses have been given, enough for 35% of the population.",
        ("= 23400000 doses", "= 35 percent"),
    ),
    (
        "Two Palestinians were killed and 11 wounded, including a 14-year-old.",
        ("= 2 Palestinians", "= 11 wounded", "= 14 year of age"),
    ),
    (
        "The rocket reached an altitude of 80km, or 50 miles, at five times the speed of sound.",
        ("= 80 kilometre", "= 50 mile", "= 5 times"),
    ),
    (
        "She ran a 2:03:15 marathon and a 14.5-second 100m hurdles.",
        ("= 14.5 second", "= 100 metre"),
    ),
    (
        "Four in five firms say they are short of staff; one in six may close.",
        ("= 0.8 share", "= 0.1667 share"),
    ),
    (
        "The death toll has passed 2,000, with 1,300 missing and tens of thousands displaced.",
        ("= 2000 -", "= 1300 missing", "order 10000 100000 displaced"),
    ),
    (
        "It has been 75 years since the war; 6 million Jews were murdered.",
        ("= 75 year", "= 6000000 Jews"),
    ),
    (
        "As of Monday, 1,456,789 people had been tested, of whom 3.1% were positive.",
        ("= 1456789 people", "= 3.1 percent"),
    ),
    ("Turnout in the first round was 42.1 percent, the lowest since 1958.", ("= 42.1 percent",)),
    (
        "The firm has 1.1 billion daily users and 2,500 staff in 12 offices.",
        ("= 1100000000 users", "= 2500 staff", "= 12 offices"),
    ),
    (
        "The 50-year-old father of two won the race by 12 seconds.",
        ("= 50 year of age", "= 2 -", "= 12 second"),
    ),
    ("Fuel duty has been frozen at 57.95p per litre since 2011.", ("= 57.95 penny",)),
    (
        "Flights to 30 destinations, 14 of them in Europe, were cut by a third.",
        ("= 30 destinations", "= 14 -", "= 0.3333 share"),
    ),
    (
        "More than 4,000 sq km of forest, twice the size of London, was lost.",
        ("> 4000 square kilometre", "= 2 times"),
    ),
    (
        "Sixty-one percent opposed the plan; thirty-four percent backed it.",
        ("= 61 percent", "= 34 percent"),
    ),
    ("The hospital has 30 beds for 90 patients.", ("= 30 beds", "= 90 patients")),
    (
        "Gold rose 1.1% to $1,912.40 per ounce while silver added 40 cents.",
        ("= 1.1 percent", "= 1912.4 USD", "= 40 cent"),
    ),
    ("Moody's expects a deficit of 4.5-5.0% of GDP.", ("range 4.5 5 percent",)),
    (
        "The asteroid, 340 metres wide, will pass within 32,000km of Earth.",
        ("= 340 metre", "= 32000 kilometre"),
    ),
    (
        "The measure needs a two-thirds majority, or 67 votes in the 100-seat Senate.",
        ("= 0.6667 share", "= 67 votes", "= 100 seat"),
    ),
    ("Average temperatures are 1.2C above pre-industrial levels.", ("= 1.2 degree Celsius",)),
    ("He gave evidence for more than three and a half hours.", ("> 3.5 hour",)),
    ("Twelve people have been charged over the £1m-plus fraud.", ("= 12 people", ">= 1000000 GBP")),
    ("Three Killed, Five Injured in Bus Crash", ("= 3 -", "= 5 Injured")),
    ("More Than 100 Dead After Earthquake", ("> 100 Dead",)),
    ("FIVE ARRESTED IN £2M RAID", ("= 5 -", "= 2000000 GBP")),
    ("10 Things You Need to Know Today", ("= 10 Things",)),
    ("Police Officer, 34, Charged With Murder", ("= 34 year of age",)),
    ("The T-72 tank crossed the border.", ()),
    ("The firm will buy back up to $10 billion of shares.", ("<= 10000000000 USD",)),
    ("The seven-member panel of the Group of Seven met.", ("= 7 member",)),
    ("The Nikkei closed 312.08 points lower at 25,410.03.", ("= 312.08 points", "= 25410.03 -")),
    ("Crude rose 45 cents to $71.23 a barrel at 0915 GMT.", ("= 45 cent", "= 71.23 USD")),
    ("Djokovic won 6-4, 3-6, 7-6 (7-5).", ()),
    ("The Lakers won 112-104 behind 34 points from their captain.", ("= 34 points",)),
    ("The bill passed the chamber by 220 votes to 204.", ("= 220 votes", "= 204 -")),
    (
        "The poll has a margin of error of plus or minus 3.1 percentage points.",
        ("= 3.1 percentage point",),
    ),
    ("The 45-year-old mother-of-three was found dead.", ("= 45 year of age",)),
    (
        "Two men, aged 19 and 23, were arrested.",
        ("= 2 men", "= 19 year of age", "= 23 year of age"),
    ),
    (
        "A quarter point cut is likely, and a year and a half will pass before the next.",
        ("= 0.25 point", "= 1.5 year"),
    ),
    ("One or two people called 911.", ("range 1 2 people",)),
    ("The under-25s and the over-65s voted differently.", ("< 25 year of age", "> 65 year of age")),
    ("It took less than one-tenth of 1 percent of the budget.", ("< 0.1 percent",)),
    ("The 737 MAX and the A320 carry 180 passengers each.", ("= 180 passengers",)),
    ("From June 3 to June 5, and again on 3-5 July 2021, nothing happened.", ()),
    ("In 2018/19 and since 2016 companies have closed.", ()),
    (
        "The ship carried 5,000-6,000 tonnes at £5-£6 a tonne.",
        ("range 5000 6000 tonne", "range 5 6 GBP"),
    ),
    (
        "He has been in jail for over 10 years; over the past 10 years he wrote two books.",
        ("> 10 year", "= 10 year", "= 2 books"),
    ),
    ("It lies at +44 20 7946 0000, 192.168.0.1 or http://example.com/2020/10/05.", ()),
    (
        "Rs 20,000 cr was spent; pay starts at Rs 3.5 lakh per annum.",
        ("= 200000000000 INR", "= 350000 INR"),
    ),
    (
        "The debt has gone from $10 trillion to $20 trillion.",
        ("= 10000000000000 USD", "= 20000000000000 USD"),
    ),
    ('"That one got away," one official said. "This is the one."', ("= 1 official",)),
    ("Shares jumped 3.4% to A$45.67.", ("= 3.4 percent", "= 45.67 AUD")),
)
