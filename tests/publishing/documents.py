"""Published documents as the lookup answers them, made from a quote and the text it stands in."""

from typing import Any

CONTEXT = 32
NAMES = {
    "true": "True",
    "mostly-true": "Mostly true",
    "mixed": "Mixed",
    "mostly-false": "Mostly false",
    "false": "False",
    "missing-context": "Missing context",
    "disputed": "Disputed",
    "unproven": "Unproven",
}


def make_document(quote: str, text: str, *, rating: str = "false", **fields: Any) -> dict[str, Any]:
    """The document of a claim whose quote stands in the text as the desk has read it, once."""
    assert text.count(quote) == 1, quote
    start = text.index(quote)
    end = start + len(quote)
    key = f"{start:05}{end:05}"
    document = {
        "format": 1,
        "id": key,
        "path": f"/factchecks/{key}-what-was-said/",
        "version": 1,
        "kind": "published",
        "first_published_at": "2024-10-25T09:30:00.000Z",
        "published_at": "2024-10-25T09:30:00.000Z",
        "language": "en",
        "claim": {
            "statement": f"What was said: {quote}",
            "quote": quote,
            "start": start,
            "end": end,
            "selectors": [
                {
                    "type": "TextQuoteSelector",
                    "exact": quote,
                    "prefix": text[max(0, start - CONTEXT) : start],
                    "suffix": text[end : end + CONTEXT],
                },
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
        "article": {
            "id": "0123456789",
            "revision": 1,
            "url": "https://publisher.example/story",
            "headline": "A story",
            "publisher": {"id": "1123456789", "name": "The Publisher", "slug": "publisher"},
            "published_at": "2024-10-24",
        },
        "attributions": [
            {
                "source": {
                    "id": "2123456789",
                    "name": "Roads office",
                    "slug": "roads-office",
                    "kind": "organisation",
                    "country": None,
                },
                "stance": "asserts",
                "via": None,
                "at": "2024-10-23",
            }
        ],
        "quantities": [],
        "question": None,
        "verdict": {
            "rating": {
                "slug": rating,
                "name": NAMES.get(rating, rating),
                "definition": "What that means.",
                "value": None,
                "best": 5,
                "worst": 1,
                "colour": "#1F4E9E",
            },
            "summary": "The estimate says something else.",
            "rationale": "",
        },
        "evidence": [],
        "notices": [],
    }
    return document | fields
