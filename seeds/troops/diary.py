"""What the desk did with this story, from the morning of 24 October 2024 on (times in UTC)."""

from seeds.tables import Entry

# fmt: off
DIARY = [
    # The figures first: three of them, before noon.
    Entry("2024-10-24 09:10", "annotator", "drafts", "ten-thousand"),
    Entry("2024-10-24 09:40", "annotator", "submits", "ten-thousand"),
    Entry("2024-10-24 09:50", "annotator", "drafts", "three-thousand"),
    Entry("2024-10-24 10:05", "annotator", "submits", "three-thousand"),
    Entry("2024-10-24 10:10", "annotator", "drafts", "nowhere-near"),
    Entry("2024-10-24 10:15", "annotator", "submits", "nowhere-near"),
    Entry("2024-10-24 10:40", "reviewer", "publishes", "ten-thousand"),
    Entry("2024-10-24 10:45", "reviewer", "publishes", "three-thousand"),
    Entry("2024-10-24 10:50", "reviewer", "publishes", "nowhere-near"),
    Entry("2024-10-24 11:00", "annotator", "drafts", "thousands"),
    Entry("2024-10-24 11:20", "annotator", "submits", "thousands"),
    Entry("2024-10-24 11:30", "reviewer", "publishes", "thousands"),

    # Kursk: a reviewer wrote it, so somebody else had to publish it.
    Entry("2024-10-24 13:00", "reviewer", "drafts", "kursk"),
    Entry("2024-10-24 13:20", "reviewer", "submits", "kursk"),
    Entry("2024-10-24 14:00", "administrator", "publishes", "kursk"),

    # The containers went out too quickly; two days later they were corrected.
    Entry("2024-10-24 14:30", "annotator", "drafts", "containers"),
    Entry("2024-10-24 14:35", "annotator", "submits", "containers"),
    Entry("2024-10-24 14:40", "reviewer", "publishes", "containers"),

    Entry("2024-10-24 15:00", "annotator", "drafts", "officers"),
    Entry("2024-10-24 15:10", "annotator", "submits", "officers"),
    Entry("2024-10-24 15:30", "reviewer", "publishes", "officers"),

    Entry("2024-10-25 08:15", "reviewer", "closes", "regrets", "not_checkable"),

    Entry("2024-10-25 08:30", "annotator", "drafts", "mutual-defence"),
    Entry("2024-10-25 09:00", "annotator", "submits", "mutual-defence"),
    Entry("2024-10-25 09:30", "reviewer", "publishes", "mutual-defence"),
    Entry("2024-10-25 09:40", "annotator", "drafts", "election"),
    Entry("2024-10-25 10:00", "annotator", "submits", "election"),
    Entry("2024-10-25 10:20", "reviewer", "publishes", "election"),
    Entry("2024-10-25 10:30", "annotator", "drafts", "veto"),
    Entry("2024-10-25 11:10", "annotator", "submits", "veto"),
    Entry("2024-10-25 11:40", "reviewer", "publishes", "veto"),

    Entry("2024-10-25 13:00", "annotator", "drafts", "training"),
    Entry("2024-10-25 13:05", "annotator", "submits", "training"),
    Entry(
        "2024-10-25 13:30", "reviewer", "sends back", "training",
        "We can show that John Kirby said so, with the reservation “appear to be”, not that it is "
        "so. Please word the summary accordingly and reconsider the rating.",
    ),

    Entry("2024-10-26 08:00", "annotator", "drafts", "containers-in-context"),
    Entry("2024-10-26 08:20", "annotator", "submits", "containers-in-context"),
    Entry(
        "2024-10-26 08:40", "reviewer", "publishes", "containers-in-context",
        "We first rated this statement Mostly true. That overlooked that the article presents an "
        "intelligence estimate as a fact; the rating is now Missing context.",
    ),

    Entry(
        "2024-10-27 16:00", "reviewer", "retracts", "officers",
        "Our summary said that Volodymyr Zelensky had referred to Ukrainian intelligence. We "
        "cannot show that he did, and take the verdict back while we ask his office.",
    ),

    Entry("2024-10-28 09:00", "annotator", "drafts", "bomb"),
    Entry("2024-10-28 09:45", "annotator", "submits", "bomb"),
    Entry("2024-10-28 10:00", "annotator", "drafts", "arms-in-use"),
]
# fmt: on
