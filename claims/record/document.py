"""
The document of a published claim: what readers get, as api.md's permanent contract says it.

A document is built once, when a version is published, and then only copied. Every key is always
there; paths have no host name; Markdown stays Markdown.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from claims.models.evidence import without_protected_source
from claims.record.canonical import instant
from claims.record.shapes import figure, piece, scored
from factcheck.records.slugs import readable
from sources.shapes import named

FORMAT = 1
IN_ORDER = ("position", "pk")


@dataclass(frozen=True)
class Notice:
    """What readers were told with a version: what changed and why."""

    version: int
    kind: str
    at: datetime
    text: str


@dataclass(frozen=True)
class Edition:
    """What a document says of itself: which version it is, and how it came about."""

    version: int
    kind: str
    slug: str
    first_published_at: datetime
    published_at: datetime
    notices: Sequence[Notice] = ()


def document_of(claim: Any, verdict: Any, edition: Edition) -> dict[str, Any]:
    """The claim, its verdict and evidence as they are stored now, as one document of values."""
    return written(
        _with_all_it_names(claim),
        verdict,
        edition,
        attributions=claim.attributions.select_related("source", "via").order_by(*IN_ORDER),
        quantities=claim.quantities.accepted().order_by(*IN_ORDER),
        evidence=verdict.evidence.select_related("source").order_by(*IN_ORDER),
    )


def written(
    claim: Any,
    verdict: Any,
    edition: Edition,
    *,
    attributions: Iterable[Any],
    quantities: Iterable[Any],
    evidence: Iterable[Any],
) -> dict[str, Any]:
    """The document of rows in hand, each with the rows that it names; its parts in their order."""
    return {
        "format": FORMAT,
        "id": claim.public_id,
        "path": path_of(claim.public_id, edition.slug),
        "version": edition.version,
        "kind": edition.kind,
        "first_published_at": instant(edition.first_published_at),
        "published_at": instant(edition.published_at),
        "language": claim.article.language,
        "claim": _statement(claim),
        "article": _article(claim),
        "attributions": [_attribution(each) for each in attributions],
        "quantities": [figure(vars(each)) | {"is_answer": each.is_answer} for each in quantities],
        "question": _question(claim.question),
        "verdict": {
            "rating": scored(vars(verdict.rating)),
            "summary": verdict.summary,
            "rationale": verdict.rationale,
        },
        "evidence": [_evidence(each) for each in evidence],
        "notices": [_notice(each) for each in edition.notices],
    }


def path_of(fact_check: str, slug: str) -> str:
    """Where the fact check's page is: its id decides, the slug is for people."""
    return f"/factchecks/{fact_check}-{slug}/" if slug else f"/factchecks/{fact_check}/"


def slug_of(statement: str) -> str:
    """The readable end of the path; empty where nothing of the statement is ASCII."""
    return readable(statement)


def selectors_of(claim: Any) -> list[dict[str, Any]]:
    """Where the claim's words stand, in the terms of the Web Annotation model."""
    return [
        {
            "type": "TextQuoteSelector",
            "exact": claim.quote,
            "prefix": claim.prefix,
            "suffix": claim.suffix,
        },
        {"type": "TextPositionSelector", "start": claim.start, "end": claim.end},
    ]


# Every key of a document, in the order in which it is told.
KEYS = (
    "format",
    "id",
    "path",
    "version",
    "kind",
    "first_published_at",
    "published_at",
    "language",
    "claim",
    "article",
    "attributions",
    "quantities",
    "question",
    "verdict",
    "evidence",
    "notices",
)
# What a document says of its claim, as against of its own edition.
CONTENT = (
    "language",
    "claim",
    "article",
    "attributions",
    "quantities",
    "question",
    "verdict",
    "evidence",
)


def content_of(document: dict[str, Any]) -> dict[str, Any]:
    """What is said of the claim, which alone makes two versions differ for a reader."""
    return {name: document[name] for name in CONTENT}


def _with_all_it_names(claim: Any) -> Any:
    """The claim as stored, whatever the instance in hand was read with."""
    joined = type(claim)._base_manager.select_related("article__publisher", "revision", "question")
    return joined.get(pk=claim.pk)


def _statement(claim: Any) -> dict[str, Any]:
    return {
        "statement": claim.statement,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "selectors": selectors_of(claim),
    }


def _article(claim: Any) -> dict[str, Any]:
    article, publisher = claim.article, claim.article.publisher
    return {
        "id": article.public_id,
        "revision": claim.revision.number,
        "url": article.url,
        "headline": article.headline,
        "publisher": publisher
        and {"id": publisher.public_id, "name": publisher.name, "slug": publisher.slug},
        "published_at": _day(article.published_at),
    }


def _attribution(attribution: Any) -> dict[str, Any]:
    return {
        "source": _source(attribution.source),
        "stance": attribution.stance,
        "via": _source(attribution.via),
        "at": _day(attribution.at),
    }


def _question(question: Any) -> dict[str, Any] | None:
    return question and {
        "id": question.public_id,
        "slug": question.slug,
        "text": question.text,
        "unit": question.unit or None,
    }


def _evidence(evidence: Any) -> dict[str, Any]:
    said = piece(vars(evidence), _source(evidence.source))
    return without_protected_source(said | {"retrieved_at": _day(evidence.retrieved_at)})


def _notice(notice: Notice) -> dict[str, Any]:
    return {
        "version": notice.version,
        "kind": notice.kind,
        "at": instant(notice.at),
        "text": notice.text,
    }


def _source(source: Any) -> dict[str, Any] | None:
    return source and named(vars(source))


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
