"""A record of three answers to one question, one to another, and one without a figure."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.kept import kept_rows
from tests.newsroom import make_article, make_claim, make_published, make_question, make_source

# What the claims are marked in.
SAID = [
    "The mayor’s office says the Oder bridge costs 4.2 million euros.",
    "The county’s estimate for the Oder bridge is 3.1 million euros.",
    "A builder put the Oder bridge at more than 9 million euros.",
    "The Oder bridge carries 12,000 cars a day.",
    "The old ferry across the Oder is not safe, inspectors found.",
]


@pytest.fixture(scope="module")
def kept_record(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Any]]:
    """The published claims by what they say, for all tests of a module."""
    with kept_rows(django_db_blocker):
        yield make_record()


@pytest.fixture
def record(kept_record: dict[str, Any], db: None) -> dict[str, Any]:
    """The same for a test that may add to them or change them."""
    return kept_record


def make_record() -> dict[str, Any]:
    cost = make_question("What does the Oder bridge cost?")
    traffic = make_question("How many cars cross the Oder bridge?", unit="cars")
    article = make_article("A bridge", text="\n".join(SAID))
    mayor = make_source("Mayor’s office")
    told = {
        "mayor": ("4.2 million euros", "The Oder bridge costs 4.2 million euros.", cost),
        "county": ("3.1 million euros", "The Oder bridge costs 3.1 million euros.", cost),
        "builder": (
            "more than 9 million euros",
            "The Oder bridge costs more than 9 million euros.",
            cost,
        ),
        "cars": ("12,000 cars", "The Oder bridge carries 12,000 cars a day.", traffic),
        "ferry": (SAID[4], "The old ferry across the Oder is not safe.", None),
    }
    claims = {}
    for name, (quote, statement, question) in told.items():
        claim = make_claim(
            quote=quote,
            article=article,
            statement=statement,
            question=question,
            attributions=[{"source": mayor}] if name == "mayor" else [],
        )
        make_published(claim=claim)
        claims[name] = claim
    return claims
