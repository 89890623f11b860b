"""What publishing and retracting demand, and what they open to readers."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from factcheck.records.refusals import Missing, NotAllowed, Refused, Stale
from tests import newsroom

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize("make", [newsroom.make_published, newsroom.make_retracted])
@pytest.mark.parametrize("notice", ["", "  \n"])
def test_a_claim_once_published_is_corrected_only_with_a_notice(make, notice, reviewer):
    successor = newsroom.make_submitted(claim=make().claim)

    with pytest.raises(Missing, match="Say in a notice what changed and why") as refusal:
        successor.publish(by=reviewer, notice=notice)

    assert refusal.value.field == "notice"
    assert successor.state == "submitted"


def test_a_first_publication_needs_no_notice(reviewer):
    verdict = newsroom.make_submitted()

    verdict.publish(by=reviewer)

    assert (verdict.state, verdict.notice) == ("published", "")


@pytest.mark.parametrize("notice", ["The figure was in dollars.", "  The figure was in dollars. "])
def test_the_notice_is_kept_for_readers(notice):
    first = newsroom.make_published()

    correction = newsroom.make_published(claim=first.claim, notice=notice)

    assert correction.notice == "The figure was in dollars."


@pytest.mark.parametrize("reason", ["", " \t"])
def test_a_retraction_needs_a_public_reason(reason, reviewer):
    verdict = newsroom.make_published()

    with pytest.raises(Missing, match="readers will see the reason") as refusal:
        verdict.retract(by=reviewer, reason=reason)

    assert refusal.value.field == "reason"


def test_sending_back_needs_a_reason(reviewer):
    verdict = newsroom.make_submitted()

    with pytest.raises(Missing, match="so that the author knows what to change"):
        verdict.return_(by=reviewer, reason=" ")


def test_the_author_may_retract_at_once_when_a_reviewer(reviewer, second_reviewer):
    verdict = newsroom.make_published(by=reviewer, published_by=second_reviewer)

    verdict.retract(by=reviewer, reason="The estimate was of another bridge.")

    assert (verdict.state, verdict.retracted_by) == ("retracted", reviewer)


@pytest.mark.parametrize(
    "piece",
    [
        {"url": "https://county.example/estimate"},
        {"record": "The engineer showed us the ledger on 2 March; a copy is in our safe."},
        {"protected": "A council employee who would lose their post."},
    ],
)
def test_each_kind_of_evidence_that_can_be_followed_is_enough(piece, annotator):
    draft = newsroom.make_draft(evidence=[piece])

    draft.submit(by=annotator)

    assert draft.state == "submitted"


@pytest.mark.parametrize("pieces", [[], [{"title": "The estimate"}], [{"excerpt": "3.1 million"}]])
def test_nothing_goes_to_review_without_evidence_that_can_be_followed(pieces, annotator):
    draft = newsroom.make_draft(evidence=pieces)

    with pytest.raises(Missing, match="at least one piece of evidence") as refusal:
        draft.submit(by=annotator)

    assert (refusal.value.code, draft.state) == ("no_evidence", "draft")


@pytest.mark.parametrize("summary", ["", "   "])
def test_nothing_goes_to_review_without_a_summary(summary, annotator):
    draft = newsroom.make_draft(summary=summary)

    with pytest.raises(Missing, match="It has no summary yet"):
        draft.submit(by=annotator)


def test_a_url_was_retrieved_today_unless_said(annotator):
    said = newsroom.evidence(retrieved_at=date(2025, 1, 5))

    verdict = newsroom.make_draft(evidence=[newsroom.evidence(), said], at=NOON)

    dates = verdict.evidence.order_by("position").values_list("retrieved_at", flat=True)
    assert list(dates) == [NOON.date(), date(2025, 1, 5)]


def test_editing_evidence_keeps_the_date_it_was_retrieved(annotator):
    verdict = newsroom.make_draft(at=NOON)
    piece = verdict.evidence.get()

    again = {"id": piece.public_id, "url": piece.url, "title": "The estimate"}
    verdict.edit(by=annotator, at=NOON + timedelta(days=9), evidence=[again])

    assert verdict.evidence.get().retrieved_at == NOON.date()


def test_times_stand_in_the_order_in_which_things_happen(reviewer):
    verdict = newsroom.make_submitted(at=NOON)

    with pytest.raises(ValidationError, match="cannot be published before it was sent to review"):
        verdict.publish(by=reviewer, at=NOON - timedelta(seconds=1))

    verdict.refresh_from_db()
    assert verdict.state == "submitted"


def test_a_verdict_never_ends_before_it_was_published(reviewer):
    verdict = newsroom.make_published(at=NOON)

    verdict.retract(by=reviewer, reason="Wrong.", at=NOON - timedelta(seconds=1))

    assert verdict.retracted_at == verdict.published_at == NOON


def test_a_closed_claims_verdict_is_not_published(annotator, reviewer):
    verdict = newsroom.make_submitted()
    verdict.claim.close(by=annotator, reason="dropped")

    with pytest.raises(Refused, match=r"This claim is closed \(dropped\). Reopen it first.") as no:
        verdict.publish(by=reviewer)

    assert no.value.code == "closed"


def test_a_claim_that_somebody_closed_meanwhile_gets_no_draft(annotator):
    claim = newsroom.make_claim()
    type(claim).objects.get(pk=claim.pk).close(by=annotator, reason="duplicate")

    with pytest.raises(Refused, match="Reopen it first"):
        newsroom.make_draft(claim=claim)


def test_publishing_opens_what_the_document_names_to_readers(annotator):
    outlet, office, mayor = (newsroom.make_source(name) for name in ("Courier", "Office", "Mayor"))
    archive, informant = newsroom.make_source("Archive"), newsroom.make_source("Informant")
    claim = newsroom.make_claim(
        article=newsroom.make_article(publisher=outlet),
        question=newsroom.make_question(),
        attributions=[{"source": mayor, "via": office}],
    )
    protected = {"protected": "They would lose their post.", "source": informant}

    newsroom.make_published(claim=claim, evidence=[newsroom.evidence(source=archive), protected])

    claim = type(claim).objects.get(pk=claim.pk)
    shown = [outlet, office, mayor, archive, claim.article, claim.question]
    for row in [*shown, informant]:
        row.refresh_from_db()
    assert all(row.public_since for row in shown)
    assert informant.public_since is None


def test_publishing_opens_the_question_that_the_claim_has_by_now(annotator, reviewer):
    before, by_now = newsroom.make_question("How much?"), newsroom.make_question("How many?")
    verdict = newsroom.make_draft(claim=newsroom.make_claim(question=before))
    claim = type(verdict.claim).objects.get(pk=verdict.claim.pk)
    claim.edit(by=annotator, question=by_now)
    verdict.submit(by=annotator)

    verdict.publish(by=reviewer)

    before.refresh_from_db()
    by_now.refresh_from_db()
    assert (bool(before.public_since), bool(by_now.public_since)) == (False, True)


def test_what_readers_have_seen_once_stays_open(reviewer):
    verdict = newsroom.make_published(at=NOON)

    verdict.retract(by=reviewer, reason="Wrong bridge.")

    verdict.claim.article.refresh_from_db()
    assert verdict.claim.article.public_since == NOON


def test_a_draft_opens_nothing():
    verdict = newsroom.make_submitted()

    verdict.claim.article.refresh_from_db()
    assert verdict.claim.article.public_since is None


def test_a_token_without_the_scope_does_not_publish_for_a_reviewer(reviewer):
    verdict = newsroom.make_submitted()
    reviewer.token_scopes = frozenset({"read", "verdicts:write"})

    with pytest.raises(NotAllowed, match="This token lacks the scope verdicts:publish"):
        verdict.publish(by=reviewer)


@pytest.mark.parametrize("change", [{"statement": "It costs less."}, {"attributions": []}])
def test_one_publishes_only_the_words_one_has_read(change, annotator, reviewer):
    claim = newsroom.make_claim(attributions=[{"source": newsroom.make_source()}])
    verdict = newsroom.make_submitted(claim=claim)

    claim.edit(by=annotator, **change)

    with pytest.raises(Stale):
        verdict.publish(by=reviewer)


def test_the_desks_own_notes_do_not_hold_up_a_publication(annotator, reviewer):
    verdict = newsroom.make_submitted()

    verdict.claim.edit(by=annotator, note="Ask the county.")
    verdict.publish(by=reviewer)

    assert verdict.is_standing
