"""Published claims, and what there is to post."""

from typing import Any

import pytest

from claims.models import Article, Claim
from tests import newsroom

URL = "https://county.example/bridge"


@pytest.fixture
def article(db: None) -> Article:
    return newsroom.make_article(url=URL)


@pytest.fixture
def published(article: Article) -> Claim:
    """A claim that readers see, corrected once."""
    claim = newsroom.make_claim(article=article, statement="The bridge costs 4.2 million euros.")
    newsroom.make_published(claim=claim, rationale="The *estimate* says otherwise.")
    return claim


@pytest.fixture
def note(article: Article) -> dict[str, Any]:
    """An annotation of some program that has read the article."""
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "motivation": "assessing",
        "body": [
            {
                "type": "SpecificResource",
                "purpose": "classifying",
                "source": f"http://testserver/api/v1/ratings/{newsroom.make_rating().slug}/",
            },
            {"type": "TextualBody", "value": "It will last two years."},
            {
                "type": "SpecificResource",
                "purpose": "linking",
                "source": "https://county.example/plan.pdf",
            },
        ],
        "target": {
            "source": URL,
            "selector": {"type": "TextQuoteSelector", "exact": "18 months"},
        },
    }
