"""A verdict is drafted on its claim's page, in the same form."""

import pytest

from claims.models import Claim, Verdict
from tests.desk.editor import Editor, add_row
from tests.newsroom import make_claim, make_draft, make_published, make_rating

pytestmark = pytest.mark.django_db


def page_of(claim: Claim) -> str:
    return f"/admin/claims/claim/{claim.public_id}/change/"


def test_a_rating_alone_is_a_draft(ann: Editor):
    claim = make_claim()
    page = ann.open(page_of(claim))

    page.press("save", verdict__rating=make_rating().pk)

    assert Verdict.objects.get().state == "draft"


def test_without_anything_written_there_is_no_draft(ann: Editor):
    claim = make_claim()
    page = ann.open(page_of(claim))

    page.press("save", note="Ask the council.")

    claim.refresh_from_db()
    assert claim.note == "Ask the council."
    assert not Verdict.objects.exists()


def test_a_summary_without_a_rating_is_told_beside_the_rating(ann: Editor):
    page = ann.open(page_of(make_claim()))

    after = page.shown_after(page.press("save", verdict__summary="It is wrong."))

    assert "This field is required" in after.text
    assert after.fields["verdict-summary"] == ["It is wrong."]


def test_evidence_without_a_rating_is_not_lost(ann: Editor):
    page = ann.open(page_of(make_claim()))
    row = add_row(page, "evidence", stance="refutes", title="Estimate")

    after = page.shown_after(page.press("save", **row))

    assert after.fields["evidence-0-title"] == ["Estimate"]
    assert not Verdict.objects.exists()


def test_sending_nothing_to_review_asks_for_a_rating(ann: Editor):
    page = ann.open(page_of(make_claim()))

    after = page.shown_after(page.press("submit"))

    assert "Choose a rating first" in after.text


def test_without_evidence_it_is_not_sent_and_nothing_is_half_saved(ann: Editor):
    claim = make_claim()
    page = ann.open(page_of(claim))

    after = page.shown_after(
        page.press(
            "submit",
            note="changed too",
            verdict__rating=make_rating().pk,
            verdict__summary="It is wrong.",
        )
    )

    claim.refresh_from_db()
    assert "at least one piece of evidence" in after.text
    assert after.fields["verdict-summary"] == ["It is wrong."]
    assert after.fields["note"] == ["changed too"]
    assert (claim.note, Verdict.objects.count()) == ("", 0)


def test_a_url_of_a_protected_source_is_told_on_its_row(ann: Editor):
    page = ann.open(page_of(make_claim()))
    row = add_row(
        page, "evidence", stance="context", url="https://example.org/", protected="in danger"
    )

    after = page.shown_after(page.press("save", verdict__rating=make_rating().pk, **row))

    assert "it would give it away" in after.text.split('id="evidence-0"')[1]


def test_the_draft_is_edited_in_place(ann: Editor):
    draft = make_draft()
    page = ann.open(page_of(draft.claim))

    page.press("save", verdict__summary="Better said.")

    draft.refresh_from_db()
    assert draft.summary == "Better said."
    assert draft.evidence.count() == 1


def test_what_was_sent_back_shows_its_reason(ann: Editor, rey: Editor):
    draft = make_draft()
    draft.submit(by=ann.person)
    draft.return_(by=rey.person, reason="Name the year.")

    assert "Name the year." in ann.text_of(page_of(draft.claim))
    assert "Name the year." in ann.text_of("/admin/")


def test_a_published_claims_words_are_locked_and_the_door_is_named(ann: Editor):
    claim = make_published().claim

    page = ann.open(page_of(claim))

    assert "locked" in page.text
    assert "A reviewer can amend it" in page.text
    assert not {"statement", "quote", "attributions-TOTAL_FORMS"} & page.fields.keys()


def test_posting_a_locked_field_changes_nothing(ann: Editor):
    claim = make_published().claim
    page = ann.open(page_of(claim))

    page.press("save", statement="Something else", note="but this")

    changed = Claim.objects.get(pk=claim.pk)
    assert (changed.statement, changed.note) == (claim.statement, "but this")


def test_status_is_the_first_thing_on_the_page_and_in_the_list(ann: Editor):
    claim = make_published().claim

    page, listed = ann.text_of(page_of(claim)), ann.text_of("/admin/claims/claim/")

    assert page.index("badge--false") < page.index("<h1>")
    row = listed.split("<tbody>")[1]
    assert row.index("badge--false") < row.index("field-statement")
