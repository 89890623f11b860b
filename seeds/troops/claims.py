"""What the annotator marked in the article, and who stands where on it."""

from seeds.tables import Marked, asserts, denies

ARTICLE = "answers-far-apart"

CLAIMS = [
    Marked(
        "thousands",
        ARTICLE,
        quote="thousands of North Korean troops are on Russian soil",
        statement="Thousands of North Korean troops are in Russia.",
        question="troops-in-russia",
        stands=[
            asserts("ukraine"),
            asserts("united-states"),
            asserts("south-korea"),
            denies("russia"),
            denies("north-korea"),
            denies("lukashenko", via="bbc"),
        ],
        note="“Thousands” contradicts none of the figures further down.",
    ),
    Marked(
        "ten-thousand",
        ARTICLE,
        quote="10,000 North Korean troops",
        statement="10,000 North Korean troops are in Russia.",
        question="troops-in-russia",
        stands=[
            asserts("ukrainian-intelligence", via="voloskyi"),
            asserts("south-korean-intelligence", via="voloskyi"),
        ],
    ),
    Marked(
        "three-thousand",
        ARTICLE,
        quote="US intelligence arrives at a much lower figure: 3,000",
        statement="3,000 North Korean troops are in Russia.",
        question="troops-in-russia",
        stands=[asserts("us-intelligence", on="2024-10-23")],
    ),
    Marked(
        "nowhere-near",
        ARTICLE,
        quote="put their number at “nowhere near 3,000”",
        statement="Nowhere near 3,000 North Korean troops are in Russia.",
        question="troops-in-russia",
        stands=[asserts("russian-military-sources", via="bbc")],
    ),
    Marked(
        "training",
        ARTICLE,
        quote="appeared to be getting basic combat training in Russia",
        statement="North Korean soldiers are getting basic combat training in Russia.",
        question="training",
        stands=[asserts("kirby", on="2024-10-23")],
    ),
    Marked(
        "officers",
        ARTICLE,
        quote=(
            "North Korean officers and technicians had already been seen in territory occupied "
            "by Russia"
        ),
        statement="North Korean officers are already in Ukrainian territory occupied by Russia.",
        question="officers",
        stands=[asserts("zelensky", on="2024-10-21")],
    ),
    Marked(
        "kursk",
        ARTICLE,
        quote="he expected some 2,600 North Korean troops in Kursk",
        statement="Some 2,600 North Korean troops will arrive in Kursk.",
        question="troops-in-kursk",
        stands=[asserts("budanov", via="war-zone", on="2024-10-22")],
        note="A forecast for one region: not to be set against the figures for Russia.",
    ),
    Marked(
        "hotline",
        ARTICLE,
        quote="it put out a video in Korean",
        statement=(
            "The Ukrainian hotline “I Want to Live” published a video in Korean on 23 October 2024."
        ),
        stands=[asserts("i-want-to-live", on="2024-10-23")],
        assignee="annotator",
        due="2024-10-28 12:00",
    ),
    Marked(
        "mutual-defence",
        ARTICLE,
        quote=(
            "In June they signed a mutual-defence deal: whichever of them is attacked can count "
            "on the other’s military help"
        ),
        statement=(
            "A deal signed in June 2024 obliges Russia and North Korea to help each other "
            "militarily if one is attacked."
        ),
        question="mutual-defence",
        stands=[asserts("courier", on="2024-10-24")],
    ),
    Marked(
        "containers",
        ARTICLE,
        quote="more than 13,000 containers",
        statement=(
            "North Korea has sent more than 13,000 containers of arms to Russia since August 2023."
        ),
        question="containers",
        stands=[
            asserts("courier", on="2024-10-24"),
            asserts("south-korean-intelligence", on="2024-10-18"),
        ],
    ),
    Marked(
        "arms-in-use",
        ARTICLE,
        quote="These arms are in use against targets in Ukraine",
        statement="North Korean arms are in use against targets in Ukraine.",
        question="arms-in-use",
        stands=[asserts("ukrainian-officials")],
    ),
    Marked(
        "regrets",
        ARTICLE,
        quote="Putin regrets the losses of the war",
        statement="Vladimir Putin regrets the losses of the war in Ukraine.",
        stands=[asserts("lukashenko", via="bbc")],
    ),
    Marked(
        "losses",
        ARTICLE,
        quote="hundreds of thousands of casualties",
        statement=(
            "Russia and Ukraine together count hundreds of thousands of casualties in the war."
        ),
        question="losses",
        stands=[asserts("courier", on="2024-10-24")],
    ),
    Marked(
        "veto",
        ARTICLE,
        quote="a veto over the Russian nuclear weapons in Belarus",
        statement="Russian nuclear weapons in Belarus cannot be used without Belarus’s consent.",
        question="veto",
        stands=[
            asserts("lukashenko", via="bbc"),
            denies("russian-defence-ministry", on="2023-05-25"),
        ],
    ),
    Marked(
        "bomb",
        ARTICLE,
        quote="Ukraine might be building a nuclear weapon in order to strike Moscow",
        statement="Ukraine may be building a nuclear weapon in order to strike Moscow.",
        question="bomb",
        stands=[asserts("lukashenko", via="russian-state-tv")],
        due="2024-10-30 12:00",
    ),
    Marked(
        "election",
        ARTICLE,
        quote="a sixth term in 2020, in a vote that is widely held to have been rigged",
        statement=(
            "Alexander Lukashenko was declared the winner of a sixth term in 2020, in a vote "
            "widely held to have been rigged."
        ),
        question="election",
        stands=[asserts("courier", on="2024-10-24")],
    ),
]
