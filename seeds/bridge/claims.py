"""What was marked in the two articles, and who stands where on it."""

from seeds.tables import Marked, asserts, denies, doubts

SAID_ON = "2024-09-09"

CLAIMS = [
    Marked(
        "age",
        "vote",
        quote="which has carried the coast road over the Sorne for 93 years",
        statement="The Weir Bridge is 93 years old.",
        question="age",
        stands=[asserts("gazette", on="2024-09-10")],
    ),
    Marked(
        "cost",
        "vote",
        quote="The new bridge will cost 4.2 million euros",
        statement="The new Weir Bridge will cost 4.2 million euros.",
        question="cost-of-bridge",
        stands=[asserts("mayors-office", on=SAID_ON), doubts("opposition", on=SAID_ON)],
    ),
    Marked(
        "share",
        "vote",
        quote="12 percent of what the town spends in a year",
        statement="The new Weir Bridge costs 12 percent of what Brennach spends in a year.",
        question="share",
        stands=[asserts("finance", on=SAID_ON)],
    ),
    Marked(
        "cost-with-roads",
        "vote",
        quote="with the approach roads, its group on the council said, the bill will come to at "
        "least 6.5 million euros",
        statement=(
            "With its approach roads the new Weir Bridge will cost at least 6.5 million euros."
        ),
        question="cost",
        stands=[asserts("opposition", on=SAID_ON), denies("mayors-office", on="2024-09-12")],
    ),
    Marked(
        "traffic",
        "vote",
        quote="18,000 vehicles a day",
        statement="18,000 vehicles a day cross the Weir Bridge.",
        question="traffic",
        stands=[asserts("roads")],
    ),
    Marked(
        "more-traffic",
        "vote",
        quote="more than 25,000 vehicles a day",
        statement="More than 25,000 vehicles a day cross the Weir Bridge.",
        question="traffic",
        stands=[asserts("residents"), denies("roads", via="gazette")],
    ),
    Marked(
        "load",
        "vote",
        quote="Since March only vehicles of up to 7.5 tonnes may cross",
        statement="Since March 2024 only vehicles of up to 7.5 tonnes may cross the Weir Bridge.",
        question="load",
        stands=[asserts("gazette", on="2024-09-10")],
    ),
    Marked(
        "detour",
        "vote",
        quote="lose 40 minutes on every trip through the hills",
        statement="The detour around the Weir Bridge costs lorries 40 minutes a trip.",
        stands=[asserts("hauliers", via="gazette")],
        assignee="reviewer",
        due="2024-09-20 16:00",
    ),
    Marked(
        "two-years",
        "vote",
        quote="the town will be without a crossing for two years",
        statement="Brennach will be without a crossing for two years.",
        question="closure",
        stands=[asserts("roads"), doubts("builder", on=SAID_ON)],
        assignee="annotator",
    ),
    Marked(
        "eighteen-months",
        "vote",
        quote="18 months are enough",
        statement="Brennach will be without a crossing for 18 months at most.",
        question="closure",
        stands=[asserts("builder", on=SAID_ON)],
    ),
    Marked(
        "tender",
        "vote",
        quote="the contract was never put out to tender",
        statement="The contract for the new Weir Bridge was never put out to tender.",
        question="tender",
        stands=[asserts("opposition", on=SAID_ON), denies("mayors-office", on=SAID_ON)],
        note="Our source fears for their job: nothing on paper, no calls to the town hall.",
    ),
    Marked(
        "ferry",
        "ferry",
        quote="It can carry 120 people an hour",
        statement="The ferry across the Sorne can carry 120 people an hour.",
        stands=[asserts("town", on="2024-09-11")],
    ),
    Marked(
        "cost-again",
        "ferry",
        quote="The new bridge will cost 4.2 million euros",
        statement="The new Weir Bridge will cost 4.2 million euros.",
        question="cost-of-bridge",
        repeats="cost",
        stands=[asserts("mayors-office", via="radio", on=SAID_ON)],
    ),
]
