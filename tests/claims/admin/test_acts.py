"""The buttons: exactly what state and role allow, each once for success and once for refusal."""

import re
from typing import Any

import pytest

from accounts.models import User
from accounts.scopes import Role
from claims.models import Claim, Verdict
from tests.desk.editor import Editor
from tests.newsroom import (
    make_claim,
    make_closed_claim,
    make_draft,
    make_published,
    make_rating,
    make_retracted,
    make_source,
    make_submitted,
    make_superseded,
    the,
)

pytestmark = pytest.mark.django_db


def claim_page(verdict: Verdict) -> str:
    return f"/admin/claims/claim/{verdict.claim.public_id}/change/"


def verdict_page(verdict: Verdict) -> str:
    return f"/admin/claims/verdict/{verdict.public_id}/change/"


BOTH = pytest.mark.parametrize("where", [claim_page, verdict_page])

ON_THE_VERDICT = {
    (make_draft, Role.ANNOTATOR): {"save", "submit"},
    (make_draft, Role.REVIEWER): {"save", "submit"},
    (make_submitted, Role.ANNOTATOR): {"withdraw"},
    (make_submitted, Role.REVIEWER): {"publish", "publish_next", "return"},
    (make_published, Role.ANNOTATOR): {"correct"},
    (make_published, Role.REVIEWER): {"correct", "retract"},
    (make_superseded, Role.REVIEWER): set(),
    (make_retracted, Role.REVIEWER): set(),
}


@pytest.mark.parametrize(("make", "role"), ON_THE_VERDICT)
def test_a_verdicts_page_offers_exactly_what_state_and_role_allow(make: Any, role: Role):
    verdict = make()

    page = Editor(the(role)).open(verdict_page(verdict))

    assert set(page.buttons) == ON_THE_VERDICT[make, role]


ON_THE_CLAIM = {
    (make_draft, Role.ANNOTATOR): {"save", "submit", "close"},
    (make_submitted, Role.ANNOTATOR): {"save", "withdraw", "close"},
    (make_submitted, Role.REVIEWER): {"save", "publish", "publish_next", "return", "close"},
    (make_published, Role.ANNOTATOR): {"save", "correct"},
    (make_published, Role.REVIEWER): {"save", "correct", "retract"},
    (make_superseded, Role.REVIEWER): {"save", "correct", "retract"},
    (make_retracted, Role.REVIEWER): {"save", "submit", "close"},
}


@pytest.mark.parametrize(("make", "role"), ON_THE_CLAIM)
def test_a_claims_page_offers_exactly_what_state_and_role_allow(make: Any, role: Role):
    verdict = make()

    page = Editor(the(role)).open(claim_page(verdict))

    assert set(page.buttons) == ON_THE_CLAIM[make, role]


# --- Publishing -----------------------------------------------------------------------------------


@BOTH
def test_a_reviewer_publishes(where: Any, rey: Editor):
    verdict = make_submitted()
    page = rey.open(where(verdict))

    after = page.shown_after(page.press("publish"))

    verdict.refresh_from_db()
    assert verdict.is_standing
    assert f'data-copy="http://testserver/factchecks/{verdict.claim.public_id}-' in after.text


def test_the_public_address_is_where_readers_find_it(rey: Editor, settings: Any):
    settings.PUBLIC_URL = "https://facts.example"
    verdict = make_submitted()
    page = rey.open(verdict_page(verdict))

    after = page.shown_after(page.press("publish"))

    assert f"https://facts.example/factchecks/{verdict.claim.public_id}-" in after.text


@BOTH
def test_one_does_not_publish_what_one_last_changed(where: Any, rey: Editor, second_reviewer: User):
    verdict = make_submitted(by=rey.person)

    page = rey.open(where(verdict))

    assert "publish" not in page.buttons
    assert "You last changed this verdict, so somebody else must publish it" in page.text
    assert second_reviewer.display_name in page.text


def test_a_desk_of_one_publishes_its_own(rey: Editor, settings: Any):
    settings.FOUR_EYES = False
    verdict = make_submitted(by=rey.person)

    rey.open(verdict_page(verdict)).press("publish")

    verdict.refresh_from_db()
    assert verdict.is_standing


@BOTH
def test_an_annotator_who_posts_the_act_is_told_that_it_is_not_possible(where: Any, ann: Editor):
    verdict = make_submitted()
    page = ann.open(where(verdict))

    after = page.shown_after(page.press("publish"))

    verdict.refresh_from_db()
    assert "not possible" in after.text
    assert verdict.state == "submitted"


@BOTH
def test_one_publishes_only_the_version_one_has_read(where: Any, ann: Editor, rey: Editor):
    verdict = make_submitted()
    page = rey.open(where(verdict))
    verdict.withdraw(by=ann.person)
    verdict.edit(by=ann.person, summary="Something quite different.")
    verdict.submit(by=ann.person)

    after = page.shown_after(page.press("publish"))

    verdict.refresh_from_db()
    assert "read it again" in after.text
    assert verdict.state == "submitted"


@BOTH
def test_one_publishes_only_the_claim_one_has_read(where: Any, ann: Editor, rey: Editor):
    verdict = make_submitted()
    page = rey.open(where(verdict))
    Claim.objects.get(pk=verdict.claim_id).edit(by=ann.person, statement="It costs a fortune.")

    after = page.shown_after(page.press("publish"))

    verdict.refresh_from_db()
    assert "read it again" in after.text
    assert verdict.state == "submitted"


def test_unsaved_changes_are_not_left_behind_by_publishing(rey: Editor):
    verdict = make_submitted()
    page = rey.open(claim_page(verdict))

    after = page.shown_after(page.press("publish", note="half a thought"))

    verdict.refresh_from_db()
    assert "Save them first" in after.text
    assert after.fields["note"] == ["half a thought"]
    assert verdict.state == "submitted"


def test_publish_and_open_next_goes_to_the_next_one_by_due_time(rey: Editor):
    first = make_submitted()
    make_submitted(by=rey.person)
    later = make_submitted()

    page = rey.open(verdict_page(first))
    answer = page.press("publish_next")

    assert answer["Location"] == verdict_page(later)


def test_publish_and_open_next_ends_at_the_queue(rey: Editor):
    page = rey.open(verdict_page(make_submitted()))

    after = page.shown_after(page.press("publish_next"))

    assert "Nothing else waits for you" in after.text


@BOTH
def test_a_correction_needs_a_notice(where: Any, rey: Editor):
    claim = make_published().claim
    correction = make_submitted(claim=claim)
    page = rey.open(where(correction))

    refused = page.shown_after(page.press("publish"))
    page.press("publish", **{"publish-notice": "The figure was last year's."})

    correction.refresh_from_db()
    assert "Say in a notice" in refused.text
    assert correction.notice == "The figure was last year's."
    assert correction.is_standing


# --- Sending back, withdrawing, retracting --------------------------------------------------------


@BOTH
def test_a_reviewer_sends_back_with_a_reason(where: Any, rey: Editor):
    verdict = make_submitted()
    page = rey.open(where(verdict))

    refused = page.shown_after(page.press("return"))
    page.press("return", **{"return-reason": "Name the year."})

    verdict.refresh_from_db()
    assert "Say why you send it back" in refused.text
    assert (verdict.state, verdict.return_reason) == ("draft", "Name the year.")


@BOTH
def test_its_author_takes_it_back(where: Any, ann: Editor):
    verdict = make_submitted()

    ann.open(where(verdict)).press("withdraw")

    verdict.refresh_from_db()
    assert verdict.state == "draft"


def test_who_is_too_late_to_take_it_back_is_told(ann: Editor, rey: Editor):
    verdict = make_submitted()
    page = ann.open(verdict_page(verdict))
    verdict.publish(by=rey.person)

    after = page.shown_after(page.press("withdraw"))

    assert "not possible" in after.text


@BOTH
def test_a_reviewer_retracts_with_a_reason(where: Any, rey: Editor):
    verdict = make_published()
    page = rey.open(where(verdict))

    refused = page.shown_after(page.press("retract", **{"retract-reason": "  "}))
    page.press("retract", **{"retract-reason": "It was another bridge."})

    verdict.refresh_from_db()
    assert "Say why it is retracted" in refused.text
    assert re.search(r'<textarea name="retract-reason"[^>]* autofocus', refused.text)
    assert verdict.retraction_reason == "It was another bridge."


@BOTH
def test_a_correction_begins_with_what_stands(where: Any, ann: Editor):
    verdict = make_published()

    answer = ann.open(where(verdict)).press("correct")

    draft = Verdict.objects.get(state="draft")
    assert answer["Location"] == claim_page(verdict)
    assert (draft.summary, draft.rating) == (verdict.summary, verdict.rating)
    assert draft.evidence.get().url == verdict.evidence.get().url


def test_a_second_correction_is_not_begun_beside_the_first(ann: Editor):
    verdict = make_published()
    page = ann.open(verdict_page(verdict))
    make_draft(claim=verdict.claim)

    after = page.shown_after(page.press("correct"))

    assert "not possible" in after.text


# --- Amending -------------------------------------------------------------------------------------


def test_a_reviewer_amends_in_the_open(rey: Editor):
    claim = make_published().claim
    page = rey.open(f"/admin/claims/claim/{claim.public_id}/change/?amend=1")

    refused = page.shown_after(page.press("amend", statement="It will cost 4.2 million."))
    page.press(
        "amend",
        statement="It will cost 4.2 million.",
        **{"amend-notice": "The sentence did not stand alone."},
    )

    claim.refresh_from_db()
    assert "Say in a notice" in refused.text
    assert refused.fields["statement"] == ["It will cost 4.2 million."]
    assert claim.statement == "It will cost 4.2 million."


def test_an_amendment_that_changes_nothing_is_refused(rey: Editor):
    claim = make_published().claim
    page = rey.open(f"/admin/claims/claim/{claim.public_id}/change/?amend=1")

    after = page.shown_after(page.press("amend", **{"amend-notice": "Nothing."}))

    assert "changes nothing" in after.text


def test_an_annotator_does_not_amend(ann: Editor):
    claim = make_published().claim

    page = ann.open(f"/admin/claims/claim/{claim.public_id}/change/?amend=1")

    assert "amend" not in page.buttons


# --- Closing, deleting ----------------------------------------------------------------------------


def test_a_claim_is_closed_for_a_reason_and_reopened(ann: Editor):
    claim = make_claim()
    address = f"/admin/claims/claim/{claim.public_id}/change/"

    ann.open(address).press("close", **{"close-reason": "duplicate"})
    closed = ann.open(address)
    closed.press("reopen")

    claim.refresh_from_db()
    assert "Closed" in closed.text
    assert claim.closed_at is None


def test_a_refusal_opens_no_other_act(ann: Editor):
    page = ann.open(claim_page(make_draft(summary="")))

    refused = page.press("submit", close__reason="not_checkable")

    text = page.shown_after(refused).text
    assert "It has no summary yet" in text
    assert '<details class="act-words" open>' not in text
    assert '<details class="act-words">' in text


def test_a_closed_claim_is_not_drafted_on(ann: Editor):
    claim = make_closed_claim()

    page = ann.open(f"/admin/claims/claim/{claim.public_id}/change/")

    assert set(page.buttons) == {"save", "reopen"}


def test_deleting_a_claim_says_what_goes_with_it(ann: Editor):
    claim = make_draft().claim
    address = f"/admin/claims/claim/{claim.public_id}/delete/"

    page = ann.open(address)
    page.press("")

    assert "Draft:" in page.text
    assert not Claim.objects.exists()


def test_what_readers_have_seen_is_not_deleted(rey: Editor):
    claim = make_retracted().claim

    page = rey.open(f"/admin/claims/claim/{claim.public_id}/delete/")
    after = page.shown_after(page.press(""))

    assert "cannot be deleted" in after.text
    assert Claim.objects.exists()


def test_a_source_in_use_says_what_uses_it(ann: Editor):
    office = make_source()
    make_claim(attributions=[{"source": office}])
    page = ann.open(f"/admin/sources/source/{office.public_id}/delete/")

    after = page.shown_after(page.press(""))

    assert "still used by attributions" in after.text


def test_somebody_elses_source_is_not_deleted_by_an_annotator(ann: Editor, rey: Editor):
    office = make_source(by=rey.person)

    assert ann.client.post(f"/admin/sources/source/{office.public_id}/delete/").status_code == 403


# --- A verdict added by itself --------------------------------------------------------------------


def test_a_verdict_can_be_drafted_from_its_own_list(ann: Editor):
    claim = make_claim()
    page = ann.open("/admin/claims/verdict/add/")

    page.press("save", claim=claim.pk, rating=make_rating().pk, summary="It is wrong.")

    assert Verdict.objects.get().claim == claim


def test_a_second_draft_on_a_claim_is_refused_with_its_authors_name(ann: Editor):
    claim = make_draft().claim
    page = ann.open("/admin/claims/verdict/add/")

    after = page.shown_after(page.press("save", claim=claim.pk, rating=make_rating().pk))

    assert "is being written already" in after.text
