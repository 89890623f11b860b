"""/questions/{slug}/: what is in dispute, and how far apart the figures are."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.safestring import mark_safe

from claims.chart import chart_of, table_of
from claims.disagreement import Position, disagreement_on
from claims.models import Question
from publishing.pages.answering import Page, moved_to, reader_page
from publishing.pages.checks import Check, check_of
from publishing.record import shown

# One for each kind of screen: the style sheet shows the one that fits.
WIDTHS = {"wide": 900, "middle": 560, "narrow": 328}


@reader_page
def question(request: HttpRequest, name: str) -> Page | HttpResponse:
    """The comparison of what is published on it, as `questions/{id}/comparison/` has it."""
    public = Question.objects.public()
    asked = public.filter(Q(slug=name) | Q(public_id=name)).select_related("part_of").first()
    if asked is None:
        raise Http404
    if asked.slug != name:
        return moved_to(f"/questions/{asked.slug}/")
    # Names of sources and scopes of questions may change without the ledger.
    return Page("publishing/question.html", lambda: _told(asked), follows=None)


def _told(asked: Question) -> Mapping[str, Any]:
    found = disagreement_on(asked, reader=AnonymousUser())
    beside = [each for related in found.related for each in related.positions]
    checks = _checks([*found.positions, *found.without_figure, *beside])
    head, *rows = table_of(found)
    wider = asked.part_of if asked.part_of and asked.part_of.public_since else None
    return {
        "question": asked,
        "wider": wider,
        "charts": {
            size: mark_safe(chart_of(found, width=width, inline=True))
            for size, width in WIDTHS.items()
        }
        if found.positions
        else {},
        "head": head,
        "rows": rows,
        "positions": _of(found.positions, checks),
        "without_figure": _of(found.without_figure, checks),
        "denials": [{"name": each.source.name, "slug": each.source.slug} for each in found.denials],
        "related": [
            (each.question, each.reason, _of(each.positions, checks)) for each in found.related
        ],
    }


def _checks(positions: Iterable[Position]) -> dict[str, Check]:
    """The standing documents of these positions, by claim."""
    keys = [each.claim.public_id for each in positions]
    bodies = shown().filter(fact_check__public_id__in=keys, document__body__isnull=False)
    checks = map(check_of, bodies.values_list("document__body", flat=True))
    return {check.key: check for check in checks}


def _of(positions: Iterable[Position], checks: Mapping[str, Check]) -> list[Check]:
    keys = (each.claim.public_id for each in positions)
    return [checks[key] for key in keys if key in checks]
