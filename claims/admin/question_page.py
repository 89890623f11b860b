"""The question's page: what it asks, and the whole disagreement on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from claims.admin.followed import Followed
from claims.admin.status import status_badge, with_status_names, work_badge
from claims.chart import chart_of
from claims.chart.figures import ratio_of
from claims.chart.people import who_else, who_says
from claims.disagreement import Disagreement, Pair, Position, disagreement_on
from claims.models import Claim, Question
from claims.models.kept_once import existing_in
from factcheck.desk.record_page import RecordPage

# What nobody reads to its end; the API has the rest.
MOST_PAIRS = 40
# One for each kind of screen: the style sheet shows the one that fits.
WIDTHS = {"wide": 960, "middle": 680, "narrow": 340}


@dataclass(frozen=True)
class Row:
    """A position in the table: its claim as the desk shows it, and who stands where."""

    position: Position
    claim: Any

    @property
    def who(self) -> str:
        return who_says(self.position)

    @property
    def others(self) -> list[str]:
        return who_else(self.position)


@dataclass(frozen=True)
class Told:
    """Two figures, how many times one is the other, and why they stand so."""

    a: Any
    b: Any
    ratio: str
    reason: str


class QuestionPage(Followed, RecordPage):
    def place(self, error: ValidationError) -> None:
        existing = existing_in(error, field="text")
        if existing is not None:
            question = Question.objects.get(public_id=existing)
            error = ValidationError({**error.error_dict, "text": _which_asks_it(question)})
        self.sheet.place(error)

    def context(self) -> dict[str, Any]:
        if self.record is None:
            return {}
        claims = _claims(self.record)
        found = disagreement_on(self.record, reader=self.request.user)
        apart = told(found, "disjoint")
        compared = {each.claim.pk for each in found.positions}
        return {
            "found": found,
            "charts": charts_of(found) if found.positions else {},
            "rows": [Row(each, claims[each.claim.pk]) for each in found.positions],
            "together": [group for group in found.groups if len(group) > 1],
            "apart": apart[:MOST_PAIRS],
            "more_apart": len(apart[MOST_PAIRS:]),
            "not_comparable": told(found, "incomparable")[:MOST_PAIRS],
            "denying": list(dict.fromkeys(str(each.source) for each in found.denials)),
            "related": [
                (each, [Row(position, position.claim) for position in each.positions])
                for each in found.related
            ],
            "others": [claim for key, claim in claims.items() if key not in compared],
        }


def _which_asks_it(question: Question) -> ValidationError:
    address = reverse("admin:claims_question_change", args=[question.public_id])
    return ValidationError(
        format_html(
            'This is asked already: <a href="{}">{}</a>. If it is meant of another place or time, '
            "say of which.",
            address,
            question,
        )
    )


def charts_of(found: Disagreement) -> dict[str, SafeString]:
    """The picture in each width. What it draws of claims it has escaped."""
    return {
        name: mark_safe(chart_of(found, width=width, inline=True)) for name, width in WIDTHS.items()
    }


def told(found: Disagreement, relation: str) -> list[Told]:
    """The pairs that stand so to each other; figures that several claims give are told once."""
    pairs = (pair for pair in found.pairs if pair.relation.relation == relation)
    return list({each.reason: each for each in map(_told, pairs)}.values())


def _told(pair: Pair) -> Told:
    return Told(pair.a.quantity, pair.b.quantity, ratio_of(pair), pair.relation.reason)


def _claims(question: Any) -> dict[int, Any]:
    """Every claim on it, with what its badges need, the latest first."""
    claims: Iterable[Any] = (
        with_status_names(Claim.objects.filter(question=question))
        .select_related("article")
        .order_by("-created_at", "-pk")
    )
    for claim in claims:
        claim.badge, claim.work_badge = status_badge(claim), work_badge(claim)
    return {claim.pk: claim for claim in claims}
