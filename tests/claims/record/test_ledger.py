"""The ledger: each act of publishing leaves one row, bound to the one before it, or none at all."""

import hashlib
import json
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command

from claims.models import Claim, Document, FactCheckPeriod, FactCheckVersion, LedgerHead
from claims.record import ledger, publication
from claims.record.document import content_of, document_of
from claims.record.publication import edition_of, last_period
from tests import newsroom

pytestmark = pytest.mark.django_db

NOON = datetime(2024, 10, 24, 12, tzinfo=UTC)


def rows():
    return list(FactCheckVersion.objects.order_by("sequence"))


def said(row):
    return ledger.parsed(Document.objects.get(digest=row.digest).body)


def live_a_whole_life(claim):
    """Published, amended, corrected, retracted, and published once more."""
    reviewer = newsroom.the("reviewer")
    newsroom.make_published(claim=claim)
    claim.refresh_from_db()
    claim.amend(by=reviewer, notice="The statement said more.", statement="It costs 4 million.")
    newsroom.make_published(claim=claim, notice="The council has published its estimate.")
    claim.verdicts.standing().get().retract(by=reviewer, reason="Another bridge.")
    newsroom.make_published(claim=claim, notice="It was this bridge after all.")


def test_every_act_that_readers_notice_leaves_its_row():
    live_a_whole_life(newsroom.make_claim())

    assert [row.kind for row in rows()] == [
        "published",
        "updated",
        "corrected",
        "retracted",
        "corrected",
    ]
    assert [row.version for row in rows()] == [1, 2, 3, 4, 5]


def test_the_rows_are_a_chain_that_anybody_can_check():
    live_a_whole_life(newsroom.make_claim())

    previous = "0" * 64
    for row in rows():
        hashed = ledger.public_row(vars(row))
        text = json.dumps(hashed, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert row.previous == previous
        assert row.row_hash == hashlib.sha256(text.encode()).hexdigest()
        previous = row.row_hash


def test_the_head_is_the_last_row():
    live_a_whole_life(newsroom.make_claim())

    head, last = LedgerHead.objects.get(), rows()[-1]
    assert (head.sequence, head.row_hash, head.at) == (last.sequence, last.row_hash, last.at)


def test_a_document_tells_every_notice_there_has_been():
    live_a_whole_life(newsroom.make_claim())

    notices = said(rows()[-1])["notices"]
    assert [(each["version"], each["kind"]) for each in notices] == [
        (2, "updated"),
        (3, "corrected"),
        (4, "retracted"),
        (5, "corrected"),
    ]


def test_the_slug_is_the_first_statements_and_stays():
    live_a_whole_life(newsroom.make_claim(statement="The bridge costs 4.2 million euros."))

    assert len({said(row)["path"] for row in rows()}) == 1
    assert said(rows()[0])["path"].endswith("-the-bridge-costs-42-million-euros/")


def test_no_time_lies_before_the_row_before(reviewer):
    newsroom.make_published(at=NOON)

    earlier = newsroom.make_published(
        claim=newsroom.make_claim("18 months"), at=NOON - timedelta(days=1)
    )

    assert [row.at for row in rows()] == [NOON, NOON]
    assert earlier.published_at == NOON


def test_what_fails_in_the_ledger_fails_whole(monkeypatch, reviewer):
    verdict = newsroom.make_submitted()

    def breaks(*args, **kwargs):
        raise RuntimeError("The disk is full.")

    monkeypatch.setattr(publication.ledger, "append", breaks)
    with pytest.raises(RuntimeError):
        verdict.publish(by=reviewer)

    verdict.refresh_from_db()
    assert verdict.state == "submitted"
    assert not Document.objects.exists()
    assert Claim.objects.get().verification_status == "in_review"


def test_a_protected_source_is_in_no_document():
    clerk = newsroom.make_source("Clerk of the council")
    piece = {"source": clerk, "protected": "She would lose her post.", "record": "A talk with her."}
    newsroom.make_published(evidence=[piece])

    body = bytes(Document.objects.get().body).decode()

    assert "She would lose her post." in body
    assert "Clerk" not in body
    assert "A talk" not in body


def test_the_document_says_what_the_claim_says_after_every_act(reviewer):
    claim = newsroom.make_claim(attributions=[{"source": newsroom.make_source()}])
    newsroom.make_published(claim=claim)

    for act in (
        lambda it: it.amend(by=reviewer, notice="Clearer.", statement="It costs 4 million."),
        lambda it: newsroom.make_published(claim=it, notice="There is an estimate now."),
        lambda it: it.edit(by=reviewer, note="Ask again in May."),
        lambda it: newsroom.revise(it.article, "The county", "As of Tuesday, the county"),
        lambda it: newsroom.revise(it.article, "4.2 million euros", "4.6 million euros"),
        lambda it: it.amend(by=reviewer, notice="Another figure.", quote="4.6 million euros"),
        lambda it: newsroom.revise(it.article, "As of Tuesday, the county", "The county"),
        lambda it: newsroom.make_published(claim=it, notice="The text has moved."),
        lambda it: newsroom.make_draft(claim=it),
    ):
        claim = Claim.objects.get(pk=claim.pk)
        act(claim)
        shown = FactCheckPeriod.objects.standing().get()
        verdict = claim.verdicts.standing().get()
        edition = edition_of(claim, "updated", at=NOON, notice="", shown=last_period(claim))
        now = content_of(document_of(claim, verdict, edition))
        assert content_of(ledger.parsed(shown.document.body)) == now


def test_a_ledger_that_is_whole_verifies(capsys):
    live_a_whole_life(newsroom.make_claim(attributions=[{"source": newsroom.make_source()}]))

    call_command("verify_ledger")

    assert "whole: 5 rows" in capsys.readouterr().out


def test_a_missing_period_is_found():
    newsroom.make_published()
    FactCheckPeriod.objects.all().delete()

    with pytest.raises(CommandError, match="problem"):
        call_command("verify_ledger")
