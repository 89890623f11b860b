"""/articles/{id}/: an article, with the statements in it that were checked."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse

from claims.anchoring import AnchoringError, locate
from claims.models import Article, ArticleRevision, FactCheckPeriod
from factcheck.annotation_protocol.terms import service_link
from factcheck.rest.paging import absolute
from publishing.pages.answering import Page, reader_page
from publishing.pages.checks import Check, check_of
from publishing.pages.highlights import Mark, Paragraph, paragraphs
from publishing.record import shown

MOST = 500


@reader_page
def article(request: HttpRequest, name: str) -> Page:
    """
    The revision that was checked, with its statements marked; where the text is not ours to show,
    the quotes with their context.
    """
    row = Article.objects.public().filter(public_id=name).values("text_is_public").first()
    if row is None:
        raise Http404

    def build() -> Mapping[str, Any]:
        standing = shown().filter(article=name, document__body__isnull=False)
        bodies = standing.order_by("start", "fact_check").values_list("document__body", flat=True)
        checks = [check_of(body) for body in bodies[:MOST]]
        text = _text(name, checks) if row["text_is_public"] else None
        marks = _marks(text, checks) if text else []
        told = checks[0].said["article"] if checks else _as_last_told(name)
        return {
            "article": told,
            "language": checks[0].said["language"] if checks else "",
            "checks": checks,
            "counts": _counts(checks),
            "paragraphs": _paragraphs(text, marks, told) if text else [],
            "placed": {mark.check.key for mark in marks},
            "one": checks[0] if checks else None,
        }

    annotations = service_link(absolute(request, reverse("annotations")))
    return Page(
        "publishing/article.html",
        build,
        follows=(row["text_is_public"],),
        headers={"Link": annotations},
    )


def _text(name: str, checks: Sequence[Check]) -> str | None:
    """The text of the latest revision in which something was checked."""
    number = max((check.said["article"]["revision"] for check in checks), default=0)
    revisions = ArticleRevision.objects.filter(article__public_id=name, number=number)
    return revisions.values_list("text", flat=True).first()


def _marks(text: str, checks: Sequence[Check]) -> list[Mark]:
    """Where the statements stand in this text; those of an earlier one where it has them still."""
    places = ((check, _place(text, check.said["claim"])) for check in checks)
    return [Mark(*place, check) for check, place in places if place]


def _place(text: str, claim: Mapping[str, Any]) -> tuple[int, int] | None:
    if text[claim["start"] : claim["end"]] == claim["quote"]:
        return claim["start"], claim["end"]
    words = claim["selectors"][0]
    try:
        found = locate(text, words["exact"], prefix=words["prefix"], suffix=words["suffix"])
    except AnchoringError:
        return None
    return found.start, found.end


def _paragraphs(text: str, marks: Sequence[Mark], told: Mapping[str, Any]) -> list[Paragraph]:
    return paragraphs(text, marks, headline=told["headline"])


def _counts(checks: Sequence[Check]) -> list[tuple[Mapping[str, Any], int]]:
    """How often each rating was given here, the most frequent first: the key to the marks."""
    counts = Counter(check.rating["slug"] for check in checks)
    ratings = {check.rating["slug"]: check.rating for check in checks}
    return [(ratings[slug], count) for slug, count in counts.most_common()]


def _as_last_told(name: str) -> Mapping[str, Any]:
    """The article as the last document told it, where none stands now. Raises Http404."""
    past = FactCheckPeriod.objects.filter(article=name, document__body__isnull=False)
    body = past.order_by("-from_sequence").values_list("document__body", flat=True).first()
    if body is None:
        raise Http404
    return check_of(body).said["article"]
