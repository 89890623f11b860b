"""For each endpoint and method of the API: a row that it acts on, and a body that it accepts."""

from collections.abc import Callable
from typing import Any

from accounts.models import User
from claims.models import Question
from tests import newsroom
from tests.publishing.webhooks import ADDRESS, make_disabled, make_subscription

ROOT = "/api/v1/"
# What an endpoint cannot do without.
QUERIES = {"lookup": "?url=https://county.example/bridge"}


def template_of(endpoint: str) -> str:
    """The path of an endpoint of the permission table, as the OpenAPI document has it."""
    is_file = "." in endpoint.rpartition("/")[2]
    return f"{ROOT}{endpoint}" if is_file else f"{ROOT}{endpoint}/"


def path_of(endpoint: str, row: Any = None) -> str:
    """The address of an endpoint of the permission table, for this row."""
    path = template_of(endpoint).replace("{number}", "1") + QUERIES.get(endpoint, "")
    return path if row is None else path.replace("{id}", row.public_id)


def _claim_body(by: User) -> dict[str, Any]:
    return {"article": newsroom.make_article(by=by).public_id, "quote": "18 months"}


def _verdict_body(by: User) -> dict[str, Any]:
    return {
        "claim": newsroom.make_claim(by=by).public_id,
        "rating": newsroom.make_rating().slug,
        "summary": "The estimate says otherwise.",
    }


def _question(by: User) -> Question:
    return newsroom.make_question(f"What does bridge {Question.objects.count()} cost?", by=by)


NEW: dict[str, Callable[[User], dict[str, Any]]] = {
    "sources": lambda by: {"name": "Mayor’s office", "kind": "government"},
    "articles": lambda by: {"headline": "Ferry to stop", "text": "The ferry will stop in May."},
    # Each is asked once.
    "questions": lambda by: {"text": f"When will ferry {Question.objects.count()} stop?"},
    "claims": _claim_body,
    "verdicts": _verdict_body,
    "webhooks": lambda by: {"name": "Courier", "url": ADDRESS},
}

# What is asked with a POST that makes nothing.
ASKED: dict[str, dict[str, Any]] = {
    "quantities": {"text": "It will cost 4.2 million euros."},
    "match": {"text": "The bridge costs 4.2 million euros."},
    "check": {"text": "The bridge costs 4.2 million euros."},
    "compare": {"a": "3,000 troops", "b": "10,000 troops"},
}


def a_public_source() -> Any:
    source = newsroom.make_source()
    newsroom.make_published(claim=newsroom.make_claim(attributions=[{"source": source}]))
    return source


ROWS: dict[str, Callable[[User], Any]] = {
    "sources/{id}": lambda by: newsroom.make_source(by=by),
    "articles/{id}": lambda by: newsroom.make_article(by=by),
    "articles/{id}/suggestions": lambda by: newsroom.make_article(by=by),
    "articles/{id}/suggestions/dismiss": lambda by: newsroom.make_article(by=by),
    "articles/{id}/revisions": lambda by: newsroom.make_article(by=by),
    "questions/{id}": _question,
    "questions/{id}/comparison": _question,
    "questions/{id}/chart.svg": _question,
    "claims/{id}": lambda by: newsroom.make_claim(by=by),
    "claims/{id}/amend": lambda by: newsroom.make_published().claim,
    "claims/{id}/close": lambda by: newsroom.make_claim(by=by),
    "claims/{id}/reopen": lambda by: newsroom.make_closed_claim(by=by),
    "claims/{id}/anchor": lambda by: newsroom.make_lost_claim(by=by),
    "claims/{id}/history": lambda by: newsroom.make_claim(by=by),
    "verdicts/{id}": lambda by: newsroom.make_draft(by=by),
    "verdicts/{id}/submit": lambda by: newsroom.make_draft(by=by),
    "verdicts/{id}/withdraw": lambda by: newsroom.make_submitted(by=by),
    "verdicts/{id}/return": lambda by: newsroom.make_submitted(),
    "verdicts/{id}/publish": lambda by: newsroom.make_submitted(),
    "verdicts/{id}/retract": lambda by: newsroom.make_published(),
    "ratings/{id}": lambda by: newsroom.make_rating(),
    "factchecks/{id}": lambda by: newsroom.make_published().claim,
    "factchecks/{id}/versions": lambda by: newsroom.make_published().claim,
    "factchecks/{id}/versions/{number}": lambda by: newsroom.make_published().claim,
    "webhooks/{id}": lambda by: make_subscription(),
    "webhooks/{id}/enable": lambda by: make_disabled(),
    "webhooks/{id}/disable": lambda by: make_subscription(),
    "webhooks/{id}/replay": lambda by: make_subscription(),
    "webhooks/{id}/test": lambda by: make_subscription(),
    "webhooks/{id}/deliveries": lambda by: make_subscription(),
    "sources/{id}/track-record": lambda by: a_public_source(),
}

# What a PUT of the row needs.
WHOLE: dict[str, Callable[[Any], dict[str, Any]]] = {
    "sources/{id}": lambda row: {"name": row.name, "kind": row.kind},
    "articles/{id}": lambda row: {"headline": row.headline, "text": newsroom.TEXT},
    "questions/{id}": lambda row: {"text": row.text},
    "claims/{id}": lambda row: {
        "article": row.article.public_id,
        "quote": row.quote,
        "statement": row.statement,
    },
    "verdicts/{id}": lambda row: {"claim": row.claim.public_id, "rating": row.rating.slug},
    "webhooks/{id}": lambda row: {"name": row.name, "url": row.url},
}

ACTS: dict[str, dict[str, Any]] = {
    "articles/{id}/suggestions/dismiss": {"quote": "The work will last 18 months."},
    "claims/{id}/amend": {"notice": "We had misread it.", "statement": "It costs 4.2 million."},
    "articles/{id}/revisions": {"text": "The county has changed its mind."},
    "claims/{id}/close": {"reason": "dropped"},
    "claims/{id}/anchor": {"action": "close"},
    "webhooks/{id}/disable": {"reason": "They move house."},
    "webhooks/{id}/replay": {"from": 1},
    "verdicts/{id}/return": {"reason": "Name the page."},
    "verdicts/{id}/publish": {"notice": ""},
    "verdicts/{id}/retract": {"reason": "It was of another bridge."},
}


def a_row(endpoint: str, by: User) -> Any:
    """A row of this person's on which the endpoint acts; None where it is a list."""
    return ROWS[endpoint](by) if "{id}" in endpoint else None


def a_body(endpoint: str, method: str, row: Any, by: User) -> dict[str, Any] | None:
    """A body that the endpoint accepts, for the writes that take one."""
    if method in ("GET", "HEAD", "OPTIONS", "DELETE"):
        return None
    if method == "POST" and endpoint in NEW:
        return NEW[endpoint](by)
    if method == "POST":
        return (ACTS | ASKED).get(endpoint)
    if method == "PATCH":
        return {}
    return WHOLE.get(endpoint, lambda row: {})(row)
