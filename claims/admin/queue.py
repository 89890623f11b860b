"""The queue: what waits for whom, the first thing an editor sees."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
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
from claims.models.status import UNCHECKED, Work
from factcheck.desk.history import readable_moment
from factcheck.desk.word_diff import word_diff

# What one looks at before the list itself is the better place.
SHOWN = 20
# The sections about articles that have changed.
CHANGED = ("wording", "lost")


@dataclass
class Section:
    """One part of the queue: its first rows, how many there are, and where all of them are."""

    slug: str
    title: str
    rows: list[Any]
    number: int
    everything: str
    nothing: str

    @property
    def more(self) -> int:
        return self.number - len(self.rows)


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
        number=drafts.count(),
        everything=f"{reverse('admin:claims_verdict_changelist')}?state__exact=draft",
        nothing="You have no drafts.",
    )


def _in_review(user: Any) -> Section:
    waiting = Verdict.objects.filter(state=Verdict.State.SUBMITTED)
    rows = _first(waiting, "submitted_at")
    reviewer = may(user, Scope.VERDICTS_PUBLISH)
    for verdict in rows:
        own = settings.FOUR_EYES and verdict.edited_by_id == user.pk
        verdict.may_publish = reviewer and not own
        verdict.why_not = (
            "You cannot publish this one: you last changed it." if reviewer and own else ""
        )
    return Section(
        slug="review",
        title="Waiting for review",
        rows=rows,
        number=waiting.count(),
        everything=f"{reverse('admin:claims_verdict_changelist')}?state__exact=submitted",
        nothing="Nothing waits for review.",
    )


def _unchecked() -> Section:
    claims = Claim.objects.with_status(UNCHECKED).filter(work=Work.NONE)
    rows = claims.select_related("article", "assignee").order_by(
        F("due_at").asc(nulls_last=True), "created_at", "pk"
    )
    return Section(
        slug="unchecked",
        title="Claims without a verdict",
        rows=list(with_status_names(rows)[:SHOWN]),
        number=claims.count(),
        everything=f"{reverse('admin:claims_claim_changelist')}?status={UNCHECKED}",
        nothing="Every claim is being worked on.",
    )


def _to_check() -> Section:
    return _changed("wording", AnchorState.NEEDS_REVIEW, AnchorState.CHANGED)


def _lost() -> Section:
    return _changed("lost", AnchorState.LOST)


def _changed(slug: str, *states: AnchorState) -> Section:
    """Claims whose words the article has changed."""
    claims = Claim.objects.open().anchored(*states)
    rows = claims.select_related("article", "assignee").order_by(
        F("due_at").asc(nulls_last=True), "created_at", "pk"
    )
    first = list(with_status_names(rows)[:SHOWN])
    anchors = anchors_of(first)
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
        # Mostly there are few or none, and they are counted.
        number=claims.count() if len(first) == SHOWN else len(first),
        everything=f"{reverse('admin:claims_claim_changelist')}?words={states[0]}",
        nothing="",
    )


def _first(verdicts: Any, age: str) -> list[Any]:
    """By due time, then age."""
    rows = verdicts.select_related(
        "claim", "claim__article", "claim__assignee", "rating", "created_by", "returned_by"
    )
    return list(rows.order_by(F("claim__due_at").asc(nulls_last=True), age, "pk")[:SHOWN])


def _load_figures(sections: list[Section]) -> None:
    """The figures of every claim shown, in one query."""
    rows = [row for section in sections for row in section.rows]
    claims = [row.claim if isinstance(row, Verdict) else row for row in rows]
    prefetch_related_objects(claims, accepted_figures())


def _holders() -> list[Any]:
    """Who holds how many claims that are not decided."""
    open_claims = Claim.objects.open().exclude(work=Work.NONE) | Claim.objects.waiting()
    held = (
        open_claims.filter(assignee__isnull=False)
        .order_by()
        .values("assignee")
        .annotate(number=Count("pk"))
        .values_list("assignee", "number")
    )
    numbers = dict(held)
    people = User.objects.filter(pk__in=numbers).order_by("username")
    return [(person, numbers[person.pk]) for person in people]
