"""What the local paper printed, and what the local radio made of it."""

from seeds.tables import Printed

IN_THE_GAZETTE = """\
Town council votes for a new Weir Bridge

Brennach is to have a new bridge. By 14 votes to 9 the town council decided on Monday evening to \
replace the Weir Bridge, which has carried the coast road over the Sorne for 93 years.

The new bridge will cost 4.2 million euros, the mayor’s office said after the vote. That is 12 \
percent of what the town spends in a year, according to its finance department. The opposition \
does not believe it: with the approach roads, its group on the council said, the bill will come \
to at least 6.5 million euros.

How urgent the matter is depends on whom one asks. The roads office counts 18,000 vehicles a day \
on the bridge; the residents’ association speaks of more than 25,000 vehicles a day. Since March \
only vehicles of up to 7.5 tonnes may cross. The hauliers’ association says that its members \
lose 40 minutes on every trip through the hills.

Once the old bridge is closed, the town will be without a crossing for two years, the roads \
office expects. The builder’s press office thinks that 18 months are enough.

The opposition also says that the contract was never put out to tender. The mayor’s office calls \
that untrue.
"""

# A week later the paper had asked again: one figure is another, one sentence is gone.
IN_THE_GAZETTE_SINCE = (
    IN_THE_GAZETTE.replace(
        "Brennach is to have",
        "This report was corrected on 18 September: the hauliers’ association has named another "
        "figure, and the builder no longer speaks of a date.\n\nBrennach is to have",
    )
    .replace("lose 40 minutes on every trip", "lose 55 minutes on every trip")
    .replace(" The builder’s press office thinks that 18 months are enough.", "")
)

ON_THE_RADIO = """\
A ferry for Brennach while the bridge is built

A ferry will take people and bicycles across the Sorne while the Weir Bridge is being replaced, \
the town of Brennach said on Wednesday. It can carry 120 people an hour, and will cost nothing.

The new bridge will cost 4.2 million euros, the mayor’s office had said on Monday.

Cars and lorries will have to go through the hills.
"""

ARTICLES = [
    Printed(
        key="vote",
        publisher="gazette",
        url="https://demo.example/gazette/2024/09/10/council-votes-for-new-bridge",
        on="2024-09-10",
        headline="Town council votes for a new Weir Bridge",
        text=IN_THE_GAZETTE,
    ),
    Printed(
        key="ferry",
        publisher="radio",
        url="https://demo.example/radio/2024/09/11/a-ferry-for-brennach",
        on="2024-09-11",
        headline="A ferry for Brennach while the bridge is built",
        text=ON_THE_RADIO,
    ),
]
