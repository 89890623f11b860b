"""The queue: what waits for whom, the first thing an editor sees."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, prefetch_related_objects
from django.http import HttpRequest
from django.urls import reverse

from accounts.access import may
from accounts.models import User
from accounts.scopes import Scope
from claims.admin.changed_words import versions_address
from claims.admin.figures import accepted_figures
from claims.admin.status import status_badge, with_status_names
from claims.models import AnchorState, Claim, Verdict
from claims.models.places import anchors_of
from claims.models.status import UNCHECKED, WAITING, Work
from factcheck.desk.history import readable_moment
from factcheck.desk.listing import MOST_ROWS, no_further
from factcheck.desk.word_diff import word_diff

# What one looks at before the list itself is the better place.
SHOWN = 20
# The sections about articles that have changed.
CHANGED = ("wording", "lost")
SHOWN_OF_VERDICT = (
    "claim",
    "claim__article",
    "claim__assignee",
    "rating",
    "created_by",
    "returned_by",
)


@dataclass
class Section:
    """
    One part of the queue: its first rows, how many there are, and where all of them are.

    `number` counts no further than anybody looks.
    """

    slug: str
    title: str
    rows: list[Any]
    number: int
    everything: str
    nothing: str

    @property
    def shown_number(self) -> str:
        return no_further(self.number)

    @property
    def more(self) -> str:
        """How many more there are, empty for none."""
        more = self.number - len(self.rows)
        return "" if more <= 0 else "Many" if self.number >= MOST_ROWS else f"{more:,}"


def first_page(request: HttpRequest) -> dict[str, Any]:
    """The queue of whoever is asking, in a fixed number of queries."""
    user = request.user
    sections = [_my_drafts(user), _in_review(user), _to_check(), _lost(), _unchecked()]
    # An article changes now and then: two empty sections each day would only be in the way.
    sections = [each for each in sections if each.number or each.slug not in CHANGED]
    _load_figures(sections)
    return {
        "first_page_template": "claims/admin/queue.html",
        "first_page_side_template": "claims/admin/queue_side.html",
        "sections": sections,
        "holders": _holders(),
        "may_mark": may(user, Scope.CLAIMS_WRITE),
        "readable_moment": readable_moment,
    }


def _my_drafts(user: Any) -> Section:
    drafts = Verdict.objects.filter(state=Verdict.State.DRAFT, created_by=user)
    return Section(
        slug="drafts",
        title="My drafts",
        rows=_first(drafts, "created_at"),
        number=_count(drafts),
        everything=f"{reverse('admin:claims_verdict_changelist')}?state__exact=draft",
        nothing="You have no drafts.",
    )


def _in_review(user: Any) -> Section:
    waiting = Verdict.objects.filter(state=Verdict.State.SUBMITTED)
    rows = _first_in_review(waiting)
    reviewer = may(user, Scope.VERDICTS_PUBLISH)
    for verdict in rows:
        own = verdict.needs_other_eyes_than(user)
        verdict.may_publish = reviewer and not own
        verdict.why_not = (
            "You cannot publish this one: you last changed it." if reviewer and own else ""
        )
    return Section(
        slug="review",
        title="Waiting for review",
        rows=rows,
        number=_count(waiting),
        everything=f"{reverse('admin:claims_verdict_changelist')}?state__exact=submitted",
        nothing="Nothing waits for review.",
    )


def _unchecked() -> Section:
    claims = Claim.objects.with_status(UNCHECKED).filter(work=Work.NONE)
    rows = with_status_names(claims.select_related("article", "assignee"))
    return Section(
        slug="unchecked",
        title="Claims without a verdict",
        rows=_by_due(rows),
        number=_count(claims),
        everything=f"{reverse('admin:claims_claim_changelist')}?status={UNCHECKED}",
        nothing="Every claim is being worked on.",
    )


def _to_check() -> Section:
    return _changed("wording", AnchorState.NEEDS_REVIEW, AnchorState.CHANGED)


def _lost() -> Section:
    return _changed("lost", AnchorState.LOST)


def _changed(slug: str, *states: AnchorState) -> Section:
    """Claims whose words the article has changed."""
    keys = [key for state in states for key in _anchored(state)]
    claims = Claim.objects.filter(pk__in=keys).select_related("article", "assignee")
    first = _by_due(with_status_names(claims)) if keys else []
    anchors = anchors_of(claim.pk for claim in first)
    for claim in first:
        anchor = anchors[claim.pk]
        claim.badge = status_badge(claim)
        claim.words = word_diff(claim.quote, anchor["quote"])
        claim.reasons = anchor["reasons"]
        address = versions_address(claim.article, anchor["revision__number"])
        claim.address = f"{address}#claim-{claim.public_id}"
    return Section(
        slug=slug,
        title=states[0].label,
        rows=first,
        number=len(keys),
        everything=f"{reverse('admin:claims_claim_changelist')}?words={states[0]}",
        nothing="",
    )


def _by_due(claims: Any) -> list[Any]:
    """The first by due time, then those without one by age; each half along an index."""
    due = list(claims.filter(due_at__isnull=False).order_by("due_at", "public_id")[:SHOWN])
    rest = claims.filter(due_at__isnull=True).order_by("created_at", "public_id")
    return due + list(rest[: SHOWN - len(due)]) if len(due) < SHOWN else due


def _anchored(state: AnchorState) -> list[int]:
    """The oldest claims whose words fare so: mostly few or none, found without the others."""
    claims = Claim.objects.open().anchored(state).order_by("created_at", "public_id")
    return list(claims.values_list("pk", flat=True)[:MOST_ROWS])


def _first_in_review(waiting: Any) -> list[Any]:
    """As `_by_due`, where the age is that of the submission."""
    rows = waiting.select_related(*SHOWN_OF_VERDICT)
    claims = Claim.objects.filter(work=Work.IN_REVIEW, due_at__isnull=False)
    keys = list(claims.order_by("due_at", "public_id").values_list("pk", flat=True)[:SHOWN])
    due = sorted(rows.filter(claim__in=keys), key=lambda each: keys.index(each.claim_id))
    rest = rows.filter(claim__due_at__isnull=True).order_by("submitted_at", "pk")
    return due + list(rest[: SHOWN - len(due)]) if len(due) < SHOWN else due


def _first(verdicts: Any, age: str) -> list[Any]:
    """One person's, which are few: by due time, then age."""
    rows = verdicts.select_related(*SHOWN_OF_VERDICT)
    return list(rows.order_by(F("claim__due_at").asc(nulls_last=True), age, "pk")[:SHOWN])


def _count(rows: Any) -> int:
    return int(rows.order_by("created_at", "public_id")[:MOST_ROWS].count())


def _load_figures(sections: list[Section]) -> None:
    """The figures of every claim shown, in one query."""
    rows = [row for section in sections for row in section.rows]
    claims = [row.claim if isinstance(row, Verdict) else row for row in rows]
    prefetch_related_objects(claims, accepted_figures())


def _holders() -> list[Any]:
    """Who holds how many claims that are not decided."""
    waiting = Claim.objects.waiting()
    # Corrections of what readers see: with the others they would be on no one index.
    corrected = Claim.objects.open().filter(work__in=(Work.DRAFTING, Work.IN_REVIEW))
    corrected = corrected.exclude(verification_status__in=WAITING)
    numbers: Counter[int] = Counter()
    for claims in (waiting, corrected):
        held = claims.filter(assignee__isnull=False).order_by().values("assignee")
        numbers.update(dict(held.annotate(number=Count("pk")).values_list("assignee", "number")))
    people = User.objects.filter(pk__in=numbers).order_by("username")
    return [(person, numbers[person.pk]) for person in people]
