"""When two people save, the second sees both versions, and loses nothing typed."""

import pytest

from claims.models import Claim, Verdict
from tests.desk.editor import Editor, add_row
from tests.newsroom import (
    make_article,
    make_claim,
    make_draft,
    make_question,
    make_rating,
    make_source,
)

pytestmark = pytest.mark.django_db


def page_of(record: Claim | Verdict) -> str:
    return f"/admin/{record._meta.label_lower.replace('.', '/')}/{record.public_id}/change/"


def test_the_second_sees_stored_and_own_values_and_who_saved(ann: Editor, rey: Editor):
    claim = make_claim(note="to do")
    mine = ann.open(page_of(claim))
    rey.open(page_of(claim)).press("save", note="done by Rey")

    answer = mine.press("save", note="done by Ann")
    both = mine.shown_after(answer)

    claim.refresh_from_db()
    assert answer.status_code == 409
    assert claim.note == "done by Rey"
    assert "done by Rey" in both.text
    assert "done by Ann" in both.text
    assert f"saved by {rey.person.display_name}" in both.text
    assert set(both.buttons) == {"save", "rebase"}


def test_one_button_saves_mine_on_top(ann: Editor, rey: Editor):
    claim = make_claim(note="to do")
    mine = ann.open(page_of(claim))
    rey.open(page_of(claim)).press("save", note="done by Rey")
    both = mine.shown_after(mine.press("save", note="done by Ann,\nin two lines"))

    both.press("save")

    claim.refresh_from_db()
    assert claim.note == "done by Ann,\nin two lines"


def test_what_only_they_have_changed_stays_as_they_stored_it(ann: Editor, rey: Editor):
    claim = make_claim(note="to do")
    mine = ann.open(page_of(claim))
    rey.open(page_of(claim)).press("save", statement="It will cost 4.2 million euros.")
    both = mine.shown_after(mine.press("save", note="done by Ann"))

    both.press("save")

    claim.refresh_from_db()
    assert "untouched by you" in both.text
    assert claim.statement == "It will cost 4.2 million euros."
    assert claim.note == "done by Ann"


def test_lists_are_shown_row_by_row_with_names(ann: Editor, rey: Editor):
    office, paper = make_source("Roads office"), make_source("Courier")
    claim = make_claim(attributions=[{"source": office}])
    mine = ann.open(page_of(claim))
    rey.open(page_of(claim)).press("save", attributions__0__stance="denies")
    row = add_row(mine, "attributions", source=paper.pk, stance="doubts")

    both = mine.shown_after(mine.press("save", **row))

    assert "<li>Source: Roads office · Stance: Denies</li>" in both.text
    assert "<li>Source: Courier · Stance: Doubts</li>" in both.text


def test_rows_saved_on_top_replace_the_list_even_where_theirs_are_gone(ann: Editor, rey: Editor):
    office, paper = make_source("Roads office"), make_source("Courier")
    claim = make_claim(attributions=[{"source": office}, {"source": paper}])
    mine = ann.open(page_of(claim))
    rey.open(page_of(claim)).press("save", attributions__1__DELETE="on")
    both = mine.shown_after(mine.press("save", attributions__1__stance="denies"))

    both.press("save")

    rows = [(row.source, row.stance) for row in claim.attributions.order_by("position")]
    assert rows == [(office, "asserts"), (paper, "denies")]


def test_a_draft_on_the_claims_page_is_compared_too(ann: Editor, rey: Editor):
    draft = make_draft()
    mine = ann.open(page_of(draft.claim))
    rey.open(page_of(draft)).press("save", summary="As Rey sees it.")

    both = mine.shown_after(mine.press("save", verdict__summary="As Ann sees it."))
    both.press("save")

    draft.refresh_from_db()
    assert "As Rey sees it." in both.text
    assert draft.summary == "As Ann sees it."


def test_sending_to_review_is_compared_first_and_then_sent(ann: Editor, rey: Editor):
    draft = make_draft()
    mine = ann.open(page_of(draft))
    rey.open(page_of(draft)).press("save", summary="As Rey sees it.")

    both = mine.shown_after(mine.press("submit", summary="As Ann sees it."))
    assert set(both.buttons) == {"submit", "rebase"}
    both.press("submit")

    draft.refresh_from_db()
    assert (draft.state, draft.summary) == ("submitted", "As Ann sees it.")


def test_going_back_to_the_form_finds_it_filled_with_mine(ann: Editor, rey: Editor):
    claim = make_claim(note="to do")
    mine = ann.open(page_of(claim))
    rey.open(page_of(claim)).press("save", note="done by Rey")
    both = mine.shown_after(mine.press("save", note="done by Ann"))

    form = both.shown_after(both.press("rebase"))
    form.press("save", note="done by Ann and Rey")

    claim.refresh_from_db()
    assert form.fields["note"] == ["done by Ann"]
    assert claim.note == "done by Ann and Rey"


def test_a_third_who_saves_meanwhile_is_shown_as_well(ann: Editor, rey: Editor):
    claim = make_claim(note="to do")
    mine = ann.open(page_of(claim))
    rey.open(page_of(claim)).press("save", note="done by Rey")
    both = mine.shown_after(mine.press("save", note="done by Ann"))
    rey.open(page_of(claim)).press("save", note="done by Rey, again")

    again = both.shown_after(both.press("save"))

    assert "done by Rey, again" in again.text
    assert "done by Ann" in again.text


def test_what_is_typed_badly_is_kept_too(ann: Editor, rey: Editor):
    claim = make_claim(note="to do")
    mine = ann.open(page_of(claim))
    rey.open(page_of(claim)).press("save", note="done by Rey")

    both = mine.shown_after(mine.press("save", due_at="next week"))
    form = both.shown_after(both.press("save"))

    assert "next week" in both.text
    assert form.fields["due_at"] == ["next week"]


def test_what_was_typed_while_somebody_published_is_shown_to_be_copied(ann: Editor, rey: Editor):
    draft = make_draft()
    mine = ann.open(page_of(draft.claim))
    draft.submit(by=ann.person)
    draft.publish(by=rey.person)

    after = mine.shown_after(
        mine.press("submit", statement="Typed too late", verdict__summary="And this")
    )

    assert "moved on since you opened it" in after.text
    assert "Typed too late" in after.text
    assert "And this" in after.text
    assert Claim.objects.get(pk=draft.claim_id).statement != "Typed too late"


def test_a_draft_that_somebody_began_meanwhile_is_not_overwritten(ann: Editor, rey: Editor):
    claim = make_claim()
    mine = ann.open(page_of(claim))
    draft = make_draft(by=rey.person, claim=claim, summary="As Rey began.")

    both = mine.shown_after(
        mine.press("save", verdict__rating=make_rating("true").pk, verdict__summary="As Ann began.")
    )

    draft.refresh_from_db()
    assert "As Rey began." in both.text
    assert "As Ann began." in both.text
    assert draft.summary == "As Rey began."


def test_what_somebody_did_where_i_did_nothing_needs_no_decision(ann: Editor, rey: Editor):
    claim = make_claim()
    mine = ann.open(page_of(claim))
    draft = make_draft(by=rey.person, claim=claim, summary="As Rey began.")

    mine.press("save", note="only a note")

    draft.refresh_from_db()
    claim.refresh_from_db()
    assert (draft.summary, draft.evidence.count()) == ("As Rey began.", 1)
    assert claim.note == "only a note"


def test_who_sends_on_what_somebody_changed_is_shown_it_first(ann: Editor, rey: Editor):
    draft = make_draft()
    mine = ann.open(page_of(draft))
    rey.open(page_of(draft)).press("save", summary="As Rey sees it.")

    both = mine.shown_after(mine.press("submit"))
    both.press("submit")

    draft.refresh_from_db()
    assert "As Rey sees it." in both.text
    assert (draft.state, draft.summary) == ("submitted", "As Rey sees it.")


def test_going_back_to_the_form_shows_what_stays_as_they_stored_it(ann: Editor, rey: Editor):
    office = make_source()
    claim = make_claim(note="to do", attributions=[{"source": office}])
    mine = ann.open(page_of(claim))
    rey.open(page_of(claim)).press(
        "save", statement="As Rey says.", attributions__0__stance="denies"
    )
    both = mine.shown_after(mine.press("save", note="done by Ann"))

    form = both.shown_after(both.press("rebase"))

    assert form.fields["statement"] == ["As Rey says."]
    assert form.fields["attributions-0-stance"] == ["denies"]
    assert form.fields["note"] == ["done by Ann"]


@pytest.mark.parametrize(
    ("make", "field"),
    [(make_article, "headline"), (make_question, "text"), (make_source, "name")],
)
def test_every_record_has_the_same_screen(make: object, field: str, ann: Editor, rey: Editor):
    record = make()  # type: ignore[operator]
    mine = ann.open(page_of(record))
    rey.open(page_of(record)).press("save", **{field: "Theirs"})
    both = mine.shown_after(mine.press("save", **{field: "Mine"}))

    both.press("save")

    record.refresh_from_db()
    assert "Theirs" in both.text
    assert getattr(record, field) == "Mine"
