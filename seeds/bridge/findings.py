"""What the desk found out about the bridge. Offices, papers and addresses are invented."""

from seeds.tables import Finding, link, protected, record

AUDIT = "https://demo.example/sorne-district/audit/weir-bridge-2024"
COUNTERS = "https://demo.example/brennach/roads/traffic-counts-2024"

FINDINGS = [
    Finding(
        "cost",
        claim="cost",
        rating="mixed",
        summary=(
            "The building contract is for 4.2 million euros. Taking down the old bridge, which the "
            "same vote decided on, is not in it and is planned at another 0.7 million."
        ),
        evidence=[
            record(
                "supports",
                "contract",
                "The contract, signed on 10 September 2024 and shown to us on 12 September in the "
                "town’s building department, where it is kept.",
            ),
            link(
                "refutes",
                "audit",
                AUDIT,
                title="Audit office: statement on the plans for the Weir Bridge",
                on="2024-09-12",
            ),
        ],
    ),
    Finding(
        "cost-again",
        claim="cost-again",
        rating="mixed",
        summary=(
            "Radio Sorne repeats the figure of the mayor’s office. It is that of the building "
            "contract, without 0.7 million euros for taking down the old bridge."
        ),
        evidence=[
            link(
                "refutes",
                "audit",
                AUDIT,
                title="Audit office: statement on the plans for the Weir Bridge",
                on="2024-09-13",
            ),
        ],
    ),
    Finding(
        "cost-with-roads",
        claim="cost-with-roads",
        rating="mostly-false",
        summary=(
            "The approach roads do add to the bill, but all plans together come to 5.8 million "
            "euros. Nothing that we have seen reaches 6.5 million."
        ),
        rationale=(
            "| | million euros |\n|---|---|\n| bridge | 4.2 |\n| old bridge taken down | 0.7 |\n"
            "| approach roads | 0.9 |\n| **together** | **5.8** |\n\n"
            "The opposition did not say how it arrived at its figure."
        ),
        evidence=[
            link(
                "refutes",
                "audit",
                AUDIT,
                title="Audit office: statement on the plans for the Weir Bridge",
                on="2024-09-12",
            ),
        ],
    ),
    Finding(
        "share",
        claim="share",
        rating="true",
        summary="Brennach’s budget for 2024 is 35 million euros; 4.2 million are 12 percent of it.",
        evidence=[
            link(
                "supports",
                "budget",
                "https://demo.example/brennach/budget-2024",
                title="Budget of Brennach for 2024",
                on="2024-09-12",
            ),
        ],
    ),
    Finding(
        "traffic",
        claim="traffic",
        rating="mostly-true",
        summary=(
            "The automatic counters recorded 17,640 vehicles on an average working day in spring. "
            "The roads office has rounded up."
        ),
        evidence=[
            link(
                "supports",
                "roads",
                COUNTERS,
                title="Roads office: traffic counts for 2024",
                on="2024-09-12",
            ),
        ],
    ),
    Finding(
        "more-traffic",
        claim="more-traffic",
        rating="false",
        summary=(
            "On the busiest day of the year the counters recorded 21,300 vehicles; on average "
            "there were 17,640."
        ),
        evidence=[
            link(
                "refutes",
                "roads",
                COUNTERS,
                title="Roads office: traffic counts for 2024",
                on="2024-09-12",
            ),
        ],
    ),
    Finding(
        "more-traffic-recounted",
        claim="more-traffic",
        rating="false",
        summary="The counts of September confirm it.",
        rationale="To do: wait for the second week, and ask the association what it counted.",
        evidence=[
            link(
                "refutes",
                "roads",
                COUNTERS,
                title="Roads office: traffic counts for 2024",
                on="2024-09-19",
            ),
        ],
    ),
    Finding(
        "load",
        claim="load",
        rating="true",
        summary="The signs were put up on 4 March 2024 and name 7.5 tonnes.",
        evidence=[
            record(
                "supports",
                "roads",
                "The order of 1 March 2024 and the sign at the eastern end, which we photographed "
                "on 13 September 2024; the picture is in the desk’s folder for this story.",
            ),
        ],
    ),
    Finding(
        "two-years",
        claim="two-years",
        rating="unproven",
        summary="The plans name no date for the opening.",
    ),
    Finding(
        "tender",
        claim="tender",
        rating="unproven",
        summary=(
            "The mayor’s office says that there was a tender and has not shown us any papers. "
            "Somebody who works for the town told us that there was none."
        ),
        evidence=[
            protected(
                "supports",
                "employee",
                "They would lose their job if they were recognised. We know who they are and have "
                "spoken to them twice.",
            ),
            record(
                "refutes",
                "mayors-office",
                "The answer of the mayor’s office to our questions, by e-mail on 13 September "
                "2024; kept in the desk’s folder for this story.",
            ),
        ],
    ),
]
