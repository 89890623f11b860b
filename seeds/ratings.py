"""The scale that the service ships with: eight ratings, in the order of their keys."""

from datetime import UTC, datetime

from claims.models import Rating
from factcheck.records.public_id import public_id_from

SHIPPED = datetime(2024, 9, 2, 8, tzinfo=UTC)

SCALE = [
    ("true", "True", 5, "#00695C", "It is right, and nothing that matters is left out."),
    ("mostly-true", "Mostly true", 4, "#2B6C8A", "It is right but for a detail."),
    ("mixed", "Mixed", 3, "#7A5F00", "Some of what it says is right and some is wrong."),
    ("mostly-false", "Mostly false", 2, "#A84A0B", "It is wrong but for a detail."),
    ("false", "False", 1, "#A61B14", "What it says is wrong."),
    (
        "missing-context",
        "Missing context",
        None,
        "#6A4C93",
        "It is right as far as it goes, but misleads by what it leaves out.",
    ),
    (
        "disputed",
        "Disputed",
        None,
        "#1F4E9E",
        "Sources in a position to know contradict one another, and what is public does not "
        "settle it.",
    ),
    (
        "unproven",
        "Unproven",
        None,
        "#565B61",
        "There is not enough evidence to say whether it is right.",
    ),
]


def make_ratings() -> None:
    """Every rating of the scale that is not here yet."""
    here = set(Rating.objects.values_list("slug", flat=True))
    for order, (slug, name, value, colour, definition) in enumerate(SCALE, start=1):
        if slug not in here:
            Rating.add(
                by=None,
                at=SHIPPED,
                public_id=public_id_from(f"rating/{slug}"),
                slug=slug,
                name=name,
                value=value,
                colour=colour,
                definition=definition,
                order=order,
            )
