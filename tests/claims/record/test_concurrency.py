"""Several publish at once: numbers without gaps, times in order, and no reader misses a row."""

import time
from itertools import pairwise

import pytest

from claims.models import Claim, FactCheckVersion, LedgerHead, Verdict
from claims.record.renewal import renew
from claims.record.verification import verify
from claims.record.withholding import withhold
from tests import newsroom
from tests.claims.at_once import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

QUOTES = ("4.2 million euros", "3.1 million euros", "Some 1,300 lorries", "300", "18 months")
PATIENCE = 50


def polled(last):
    """Every row in the order in which a reader meets it who asks for what is behind the last."""
    met, deadline = [], time.monotonic() + PATIENCE
    while len(met) < last and time.monotonic() < deadline:
        behind = met[-1][0] if met else 0
        met += FactCheckVersion.objects.after(behind).values_list("sequence", "row_hash")[:3]
    return met


def assert_is_a_chain():
    rows = list(FactCheckVersion.objects.order_by("sequence"))
    assert [row.sequence for row in rows] == list(range(1, len(rows) + 1))
    assert all(row.previous == before.row_hash for before, row in pairwise(rows))
    assert all(before.at <= row.at for before, row in pairwise(rows))
    assert LedgerHead.objects.get().row_hash == rows[-1].row_hash
    assert list(verify()) == []


def submitted(count):
    """Verdicts that wait for review, on claims of one question in one article."""
    article, question = newsroom.make_article(), newsroom.make_question()
    return [
        newsroom.make_submitted(
            claim=newsroom.make_claim(
                QUOTES[number % len(QUOTES)], article=article, question=question
            )
        )
        for number in range(count)
    ]


def test_a_reader_meets_every_row_once_while_several_publish():
    verdicts, reviewer = submitted(12), newsroom.the("reviewer")

    def publish(some):
        for verdict in some:
            Verdict.objects.get(pk=verdict.pk).publish(by=reviewer)

    *published, met = at_once(
        *(lambda start=start: publish(verdicts[start::3]) for start in range(3)),
        lambda: polled(len(verdicts)),
    )

    assert published == [None] * 3
    assert met == list(
        FactCheckVersion.objects.order_by("sequence").values_list("sequence", "row_hash")
    )
    assert len(met) == len(verdicts)
    assert_is_a_chain()


def test_the_very_first_rows_are_written_at_once():
    verdicts, reviewer = submitted(3), newsroom.the("reviewer")

    outcomes = at_once(*(lambda it=it: it.publish(by=reviewer) for it in verdicts))

    assert outcomes == [None] * 3
    assert_is_a_chain()


def test_all_acts_on_claims_of_one_question_wait_their_turn():
    reviewer, administrator = newsroom.the("reviewer"), newsroom.the("administrator")
    first, second, third, fourth = (verdict.claim for verdict in submitted(4))
    other = newsroom.make_question("How long will it take?", unit="month")
    for claim in (first, second, fourth):
        claim.verdicts.get().publish(by=reviewer)

    def amend(claim):
        for number in range(4):
            question = (claim.question, other)[number % 2]
            Claim.objects.get(pk=claim.pk).amend(
                by=reviewer, notice=f"{number}.", statement=f"It is {number}.", question=question
            )

    def rename():
        for number in range(4):
            Claim.objects.get(pk=first.pk).article.edit(by=None, headline=f"Bridge {number}")
            renew(Claim.objects.get(pk=second.pk), by=reviewer)

    def take_back():
        third.verdicts.get().publish(by=reviewer)
        third.verdicts.standing().get().retract(by=reviewer, reason="Of another bridge.")
        withhold(fourth.versions.get(), by=administrator, reason="A court in Millford.")

    outcomes = at_once(lambda: amend(first), lambda: amend(second), rename, take_back)

    assert outcomes == [None] * 4
    kinds = list(FactCheckVersion.objects.values_list("kind", flat=True))
    assert (kinds.count("published"), kinds.count("retracted"), kinds.count("withheld")) == (
        4,
        1,
        1,
    )
    assert kinds.count("updated") >= 8
    assert_is_a_chain()


def test_times_stay_in_order_whatever_the_clocks_say():
    verdicts, reviewer = submitted(4), newsroom.the("reviewer")
    now = verdicts[0].submitted_at

    outcomes = at_once(
        *(
            lambda it=it, year=year: it.publish(by=reviewer, at=now.replace(year=year))
            for it, year in zip(verdicts, (2031, 2029, 2030, 2032), strict=True)
        )
    )

    assert outcomes == [None] * 4
    assert_is_a_chain()
