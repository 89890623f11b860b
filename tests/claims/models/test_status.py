"""A claim's stored status is what its verdicts and its closing add up to, whatever was done."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from accounts.scopes import Role
from claims.models import Claim, Verdict
from claims.models.status import Standing, standing_of
from factcheck.records.refusals import Refused
from tests import newsroom
from tests.newsroom import the

PEOPLE = st.sampled_from(list(Role))
WORDS = st.sampled_from(["", "The council corrected its figure."])
RATINGS = st.sampled_from(["false", "true", "disputed"])


class LifeOfAClaim(RuleBasedStateMachine):
    """One claim, and whatever people try on it and on its verdicts, old instances included."""

    def __init__(self) -> None:
        super().__init__()
        # One database for all runs of a test: each tells its own story, on a claim of its own.
        self.claim = newsroom.make_claim()
        self.verdicts: list[Verdict] = []

    def attempt(self, verb: Any, **words: Any) -> Any:
        try:
            return verb(**words)
        except (Refused, ValidationError):
            return None

    def pick(self, number: int) -> Verdict | None:
        """One of the verdicts, as it was when this story last touched it."""
        return self.verdicts[number % len(self.verdicts)] if self.verdicts else None

    @rule(role=PEOPLE, rating=RATINGS)
    def draft(self, role: Role, rating: str) -> None:
        verdict = self.attempt(
            newsroom.make_draft,
            claim=Claim.objects.get(pk=self.claim.pk),
            by=the(role),
            rating=newsroom.make_rating(rating),
        )
        if verdict is not None:
            self.verdicts.append(verdict)

    @rule(number=st.integers(0, 5), role=PEOPLE, rating=RATINGS)
    def edit(self, number: int, role: Role, rating: str) -> None:
        if verdict := self.pick(number):
            self.attempt(verdict.edit, by=the(role), rating=newsroom.make_rating(rating))

    @rule(
        number=st.integers(0, 5),
        role=PEOPLE,
        verb=st.sampled_from(["submit", "submit", "withdraw", "remove"]),
    )
    def move(self, number: int, role: Role, verb: str) -> None:
        if verdict := self.pick(number):
            self.attempt(getattr(verdict, verb), by=the(role))

    @rule(
        number=st.integers(0, 5),
        role=PEOPLE,
        words=WORDS,
        verb=st.sampled_from(["return_", "retract"]),
    )
    def decide(self, number: int, role: Role, words: str, verb: str) -> None:
        if verdict := self.pick(number):
            self.attempt(getattr(verdict, verb), by=the(role), reason=words)

    @rule(number=st.integers(0, 5), role=PEOPLE, words=WORDS)
    def publish(self, number: int, role: Role, words: str) -> None:
        if verdict := self.pick(number):
            self.attempt(verdict.publish, by=the(role), notice=words)

    @rule(number=st.integers(0, 5))
    def read_again(self, number: int) -> None:
        verdict = self.pick(number)
        if verdict and Verdict.objects.filter(pk=verdict.pk).exists():
            self.verdicts[self.verdicts.index(verdict)] = Verdict.objects.get(pk=verdict.pk)

    @rule(role=PEOPLE)
    def close(self, role: Role) -> None:
        self.attempt(self.claim.close, by=the(role), reason="dropped")

    @rule(role=PEOPLE)
    def reopen(self, role: Role) -> None:
        self.attempt(self.claim.reopen, by=the(role))

    @rule(role=PEOPLE, words=WORDS, statement=st.sampled_from(["It costs less.", "It costs more."]))
    def reword(self, role: Role, words: str, statement: str) -> None:
        claim = Claim.objects.get(pk=self.claim.pk)
        self.attempt(claim.edit, by=the(role), statement=statement)
        self.attempt(claim.amend, by=the(role), notice=words, statement=statement)

    @invariant()
    def stored_is_what_the_definition_says(self) -> None:
        claim = Claim.objects.get(pk=self.claim.pk)
        defined = standing_of(claim, closed=claim.closed_at is not None)
        assert Standing(claim.verification_status, claim.work) == defined

    @invariant()
    def readers_see_it_while_one_verdict_stands(self) -> None:
        standing = Verdict.objects.standing().filter(claim=self.claim).count()
        assert standing == Claim.objects.published().filter(pk=self.claim.pk).count()

    @invariant()
    def nothing_published_was_published_by_its_author_alone(self) -> None:
        for verdict in Verdict.objects.ever_published().filter(claim=self.claim):
            assert verdict.published_by_id != verdict.edited_by_id

    @invariant()
    def every_publication_after_the_first_has_a_notice(self) -> None:
        published = Verdict.objects.ever_published().filter(claim=self.claim)
        assert all(verdict.notice for verdict in published.order_by("published_at", "pk")[1:])

    @invariant()
    def the_version_counts_what_history_tells(self) -> None:
        for verdict in Verdict.objects.filter(claim=self.claim, state="published"):
            assert verdict.version >= 3


class StatusTest(TestCase):
    """hypothesis rolls each of its runs back."""

    @pytest.mark.slow
    def test_status_agrees_with_its_definition_after_any_sequence_of_verbs(self) -> None:
        run_state_machine_as_test(
            LifeOfAClaim,
            settings=settings(
                max_examples=12,
                stateful_step_count=25,
                deadline=None,
                derandomize=True,
                suppress_health_check=list(HealthCheck),
            ),
        )


@pytest.mark.django_db
def test_a_new_rating_shows_only_once_it_is_published():
    first = newsroom.make_published(rating=newsroom.make_rating("false"))
    claim = first.claim

    successor = newsroom.make_submitted(claim=claim, rating=newsroom.make_rating("mixed"))
    claim.refresh_from_db()
    assert (claim.verification_status, claim.work) == ("false", "in_review")

    successor.publish(by=the(Role.REVIEWER), notice="The council corrected its figure.")
    claim.refresh_from_db()
    assert (claim.verification_status, claim.work) == ("mixed", "none")


@pytest.mark.django_db
def test_a_retraction_shows_until_something_is_published_again():
    claim = newsroom.make_retracted().claim

    newsroom.make_submitted(claim=claim)

    claim.refresh_from_db()
    assert (claim.verification_status, claim.work) == ("retracted", "in_review")


@pytest.mark.django_db
def test_deleting_the_draft_of_a_retracted_claim_leaves_it_retracted(annotator):
    claim = newsroom.make_retracted().claim

    newsroom.make_draft(claim=claim).remove(by=annotator)

    claim.refresh_from_db()
    assert (claim.verification_status, claim.work) == ("retracted", "none")
