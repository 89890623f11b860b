"""What the desk did about the bridge, in September 2024 (times in UTC)."""

from seeds.bridge.articles import IN_THE_GAZETTE_SINCE
from seeds.tables import Entry

# fmt: off
DIARY = [
    Entry("2024-09-12 08:00", "annotator", "drafts", "cost"),
    Entry("2024-09-12 08:30", "annotator", "submits", "cost"),
    Entry("2024-09-12 08:40", "annotator", "drafts", "cost-with-roads"),
    Entry("2024-09-12 09:00", "annotator", "submits", "cost-with-roads"),
    Entry("2024-09-12 09:10", "annotator", "drafts", "share"),
    Entry("2024-09-12 09:15", "annotator", "submits", "share"),
    Entry("2024-09-12 10:00", "reviewer", "publishes", "cost"),
    Entry("2024-09-12 10:10", "reviewer", "publishes", "cost-with-roads"),
    Entry("2024-09-12 10:15", "reviewer", "publishes", "share"),

    Entry("2024-09-12 13:00", "annotator", "drafts", "traffic"),
    Entry("2024-09-12 13:10", "annotator", "submits", "traffic"),
    Entry("2024-09-12 13:20", "annotator", "drafts", "more-traffic"),
    Entry("2024-09-12 13:30", "annotator", "submits", "more-traffic"),
    Entry("2024-09-12 14:00", "reviewer", "publishes", "traffic"),
    Entry("2024-09-12 14:05", "reviewer", "publishes", "more-traffic"),

    # Radio Sorne had the same figure; a reviewer wrote that one, the administrator published it.
    Entry("2024-09-13 08:00", "reviewer", "drafts", "cost-again"),
    Entry("2024-09-13 08:10", "reviewer", "submits", "cost-again"),
    Entry("2024-09-13 08:30", "administrator", "publishes", "cost-again"),

    # The annotator took the tender back to soften it once the mayor's office had answered.
    Entry("2024-09-13 09:00", "annotator", "drafts", "tender"),
    Entry("2024-09-13 09:30", "annotator", "submits", "tender"),
    Entry("2024-09-13 11:00", "annotator", "withdraws", "tender"),
    Entry(
        "2024-09-13 11:20", "annotator", "edits", "tender",
        changes={
            "rationale": "The two accounts contradict each other, and without papers neither can "
            "be proven. We have asked the audit office whether it knows of a tender.",
        },
    ),
    Entry("2024-09-13 11:30", "annotator", "submits", "tender"),
    Entry("2024-09-13 12:00", "reviewer", "publishes", "tender"),

    Entry("2024-09-16 08:00", "annotator", "closes", "ferry", "dropped"),
    Entry(
        "2024-09-16 09:00", "reviewer", "amends", "traffic",
        "The counts hold for working days only; the statement now says so.",
        changes={"statement": "18,000 vehicles cross the Weir Bridge on a working day."},
    ),

    Entry("2024-09-17 09:00", "annotator", "drafts", "two-years"),
    Entry("2024-09-18 09:00", "annotator", "drafts", "load"),
    Entry("2024-09-18 09:30", "annotator", "submits", "load"),
    # The detour has to be read again, and the builder's 18 months are gone.
    Entry("2024-09-18 14:00", "annotator", "revises", "vote", IN_THE_GAZETTE_SINCE),
    Entry("2024-09-19 09:00", "annotator", "drafts", "more-traffic-recounted"),
]
# fmt: on
