"""Figures at the desk: chips beside the words, accepted, rejected, corrected and added."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Claim, Question
from factcheck.records.change import Change
from tests.desk.editor import Editor
from tests.newsroom import make_article, make_claim, make_draft, make_published, make_question

pytestmark = pytest.mark.django_db

TWO = "4.2 million euros to repair the Mill Bridge, down from 5 million euros in spring"
BARE = "put the number at 3,000"
TEXT = f"The county will need {TWO}. Kyiv {BARE}, and some 2,600 troops are in Kursk."


def claim_on(quote: str, **fields: Any) -> Claim:
    return make_claim(quote, article=make_article(text=TEXT), **fields)


def troops() -> Question:
    return make_question("How many troops are there?", unit="troops")


def page_of(claim: Claim) -> str:
    return f"/admin/claims/claim/{claim.public_id}/change/"


def figures(claim: Claim) -> list[tuple[str, Any, str | None, str]]:
    rows = claim.quantities.order_by("position", "pk")
    return [(row.text, row.value, row.unit, row.state) for row in rows]


# --- Chips --------------------------------------------------------------------------------------


def test_a_chip_shows_signs_and_unit_and_keeps_the_words(ann: Editor):
    claim = claim_on("some 2,600 troops")

    text = ann.text_of(page_of(claim))

    assert 'title="“some 2,600”">≈ 2,600 troops<' in text
    assert '<span class="visually-hidden"> “some 2,600”</span>' in text


@pytest.mark.parametrize("list_", ["/admin/claims/claim/", "/admin/"])
def test_lists_show_the_figures_that_count(ann: Editor, list_: str):
    claim = claim_on(TWO)
    kept = [{"id": each.public_id} for each in claim.quantities.order_by("position")]
    kept[0]["state"] = "rejected"
    claim.edit(by=ann.person, quantities=kept)

    text = ann.text_of(list_)

    assert "5 million EUR" in text
    assert "4.2 million EUR" not in text


def test_an_article_and_a_verdict_show_them_too(ann: Editor):
    claim = claim_on("some 2,600 troops")
    draft = make_draft(claim=claim)

    assert "≈ 2,600 troops" in ann.text_of(
        f"/admin/claims/article/{claim.article.public_id}/change/"
    )
    assert "≈ 2,600 troops" in ann.text_of(f"/admin/claims/verdict/{draft.public_id}/change/")


def test_what_they_say_cannot_smuggle_markup_into_a_page(ann: Editor):
    claim = claim_on("some 2,600 troops")
    figure = claim.quantities.get()
    claim.edit(
        by=ann.person,
        quantities=[{"id": figure.public_id, "unit": "<b>troops</b>", "value": Decimal(2)}],
    )

    assert "<b>troops" not in ann.text_of(page_of(claim))


# --- Marking ------------------------------------------------------------------------------------


def test_marking_a_claim_asks_for_no_figure_and_reads_them(ann: Editor):
    article = make_article(text=TEXT)
    page = ann.open(f"/admin/claims/claim/add/?article={article.public_id}")

    page.press("save", quote="some 2,600 troops")

    assert "quantities-TOTAL_FORMS" not in page.fields
    assert figures(Claim.objects.get()) == [("some 2,600", Decimal(2600), "troops", "read")]


def test_another_quote_has_its_figures_read_anew(ann: Editor):
    claim = claim_on("some 2,600 troops")

    ann.open(page_of(claim)).press("save", quote="4.2 million euros")

    assert figures(claim) == [("4.2 million", Decimal(4_200_000), "EUR", "read")]


def test_another_quote_and_figures_of_the_old_one_do_not_go_together(ann: Editor):
    claim = claim_on("some 2,600 troops")
    page = ann.open(page_of(claim))

    answer = page.press("save", quote="4.2 million euros", quantities__0__state="confirmed")

    assert "Save the quote first" in page.shown_after(answer).text
    assert figures(claim) == [("some 2,600", Decimal(2600), "troops", "read")]


# --- Accepting, rejecting, correcting -----------------------------------------------------------


def test_saving_the_page_as_it_is_leaves_the_figures_alone(ann: Editor):
    claim = claim_on(TWO, question=make_question())

    ann.open(page_of(claim)).press("save", note="seen")

    claim.refresh_from_db()
    assert claim.note == "seen"
    assert not Change.objects.filter(field="quantities").exists()


def test_a_figure_is_accepted(ann: Editor):
    claim = claim_on("some 2,600 troops")

    ann.open(page_of(claim)).press("save", quantities__0__state="confirmed")

    assert figures(claim) == [("some 2,600", Decimal(2600), "troops", "confirmed")]


def test_a_figure_without_a_unit_asks_for_the_questions(ann: Editor):
    claim = claim_on(BARE, question=troops())
    page = ann.open(page_of(claim))
    assert "Does it count troops?" in page.text

    page.press("save", quantities__0__state="confirmed")

    text = ann.text_of(page_of(claim))
    assert figures(claim) == [("3,000", Decimal(3000), "troops", "confirmed")]
    assert "3,000 [troops]" in text
    assert "Does it count troops?" not in text
    assert "answers the question" in text


def test_of_a_currency_it_is_asked_otherwise(ann: Editor):
    claim = claim_on(BARE, question=make_question())

    assert "Is it in EUR?" in ann.text_of(page_of(claim))


def test_a_rejected_figure_is_struck_and_counts_for_nothing(ann: Editor):
    claim = claim_on("some 2,600 troops", question=troops())

    ann.open(page_of(claim)).press("save", quantities__0__state="rejected")

    text = ann.text_of(page_of(claim))
    assert "<s>≈ 2,600 troops</s>" in text
    assert not claim.quantities.accepted().exists()
    assert not claim.quantities.answers().exists()


def test_a_corrected_number_brings_its_interval_along(ann: Editor):
    claim = claim_on("some 2,600 troops")

    ann.open(page_of(claim)).press(
        "save", quantities__0__value="3,600", quantities__0__comparator="<"
    )

    figure = claim.quantities.get()
    assert (figure.value, figure.low, figure.high, figure.high_open) == (3600, 0, 3600, True)
    assert figure.state == "confirmed"
    assert "fewer than 3,600 troops: 0 up to, not including, 3,600" in ann.text_of(page_of(claim))


def test_a_number_becomes_a_range(ann: Editor):
    claim = claim_on("some 2,600 troops")

    ann.open(page_of(claim)).press(
        "save",
        quantities__0__comparator="range",
        quantities__0__low="2,000",
        quantities__0__high="3,000",
    )

    figure = claim.quantities.get()
    assert (figure.value, figure.low, figure.high) == (None, 2000, 3000)
    assert "2,000–3,000 troops" in ann.text_of(page_of(claim))


def test_corrected_words_are_read(ann: Editor):
    claim = claim_on("some 2,600 troops")

    ann.open(page_of(claim)).press("save", quantities__0__text="at least 2,500 troops")

    figure = claim.quantities.get()
    assert (figure.comparator, figure.value, figure.state) == (">=", 2500, "confirmed")


def test_what_an_editor_says_outweighs_what_corrected_words_say(ann: Editor):
    claim = claim_on("some 2,600 troops")

    ann.open(page_of(claim)).press(
        "save", quantities__0__text="2,500", quantities__0__comparator=">"
    )

    figure = claim.quantities.get()
    assert (figure.comparator, figure.value, figure.low, figure.high) == (">", 2500, 2500, None)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"text": "no number here"}, "holds no figure"),
        ({"value": "lots"}, "Enter a number."),
        ({"low": "3,000", "high": "2,000"}, "The least is more than the most."),
        ({"comparator": "=", "value": ""}, "Write the number."),
    ],
)
def test_what_is_wrong_stands_on_the_row(ann: Editor, typed: dict[str, str], said: str):
    claim = claim_on("some 2,600 troops")
    page = ann.open(page_of(claim))

    answer = page.press("save", **{f"quantities__0__{name}": each for name, each in typed.items()})
    shown = page.shown_after(answer)

    row = shown.text.partition('id="quantities-0"')[2].partition('class="figure-add"')[0]
    assert answer.status_code == 200
    assert said in row
    assert 'class="figure-correct" open' in row
    assert figures(claim) == [("some 2,600", Decimal(2600), "troops", "read")]


# --- Adding, removing, choosing -----------------------------------------------------------------


def test_a_figure_is_added_by_its_words_alone(ann: Editor):
    claim = claim_on("put the number at", question=troops())
    page = ann.open(page_of(claim))
    assert page.fields["quantities-0-text"] == [""]

    page.press("save", quantities__0__text="nowhere near 3,000")

    figure = claim.quantities.get()
    assert (figure.comparator, figure.unit, figure.unit_implied) == ("<", "troops", True)
    assert "&lt; 3,000 [troops]" in ann.text_of(page_of(claim))


def test_words_without_a_figure_are_refused_where_they_were_written(ann: Editor):
    claim = claim_on("put the number at")
    page = ann.open(page_of(claim))

    shown = page.shown_after(page.press("save", quantities__0__text="a great many"))

    added = shown.text.partition('class="figure-add"')[2]
    assert "write exactly one" in added


def test_what_was_added_can_be_removed_and_what_was_read_rejected(ann: Editor):
    claim = claim_on("some 2,600 troops")
    ann.open(page_of(claim)).press("save", quantities__1__text="4,000 officers")
    page = ann.open(page_of(claim))
    assert 'name="quantities-0-DELETE"' not in page.text

    page.press("save", quantities__1__DELETE="on")

    assert [text for text, *_ in figures(claim)] == ["some 2,600"]


def test_of_several_the_editor_picks_the_answer(ann: Editor):
    claim = claim_on(TWO, question=make_question())
    first, second = claim.quantities.order_by("position")
    page = ann.open(page_of(claim))
    assert "Which of them answers the question?" in page.text

    page.press("save", answer=second.public_id)
    assert claim.quantities.answers().get().text == "5 million"

    ann.open(page_of(claim)).press("save", answer=first.public_id)
    assert claim.quantities.answers().get().text == "4.2 million"


def test_the_first_pick_is_a_change_like_any_other(ann: Editor):
    question = make_question()
    claim = claim_on(TWO, question=question)
    claim_on("4.2 million euros", question=question)
    _, second = claim.quantities.order_by("position")
    assert not question.has_conflict

    ann.open(page_of(claim)).press("save", answer=second.public_id)

    version = claim.version
    claim.refresh_from_db()
    question.refresh_from_db()
    assert claim.version == version + 1
    assert Change.objects.filter(field="answer", new=second.public_id).exists()
    assert question.has_conflict


def test_a_single_figure_needs_no_picking(ann: Editor):
    claim = claim_on("some 2,600 troops", question=troops())

    page = ann.open(page_of(claim))

    assert "Which of them" not in page.text
    assert "answers the question" in page.text
    assert claim.quantities.get().is_answer


# --- Published ----------------------------------------------------------------------------------


def test_what_readers_see_is_read_only_with_the_reason(ann: Editor):
    verdict = make_published(claim=claim_on("some 2,600 troops"))

    page = ann.open(page_of(verdict.claim))

    assert "quantities-TOTAL_FORMS" not in page.fields
    assert "≈ 2,600 troops" in page.text
    assert "about 2,600 troops: 2,470 to 2,730" in page.text
    assert "figures and attributions are locked" in page.text


def test_a_reviewer_amends_them_in_the_open(rey: Editor):
    verdict = make_published(claim=claim_on("some 2,600 troops"))
    page = rey.open(f"{page_of(verdict.claim)}?amend=1")

    answer = page.press(
        "amend", quantities__0__value="2,700", amend__notice="We had misheard the number."
    )

    figure = verdict.claim.quantities.get()
    assert answer.status_code == 302
    assert (figure.value, figure.state) == (2700, "confirmed")


# --- Two people ---------------------------------------------------------------------------------


def test_two_versions_of_a_figure_are_compared_in_words(ann: Editor, rey: Editor):
    claim = claim_on("some 2,600 troops")
    mine = ann.open(page_of(claim))
    rey.open(page_of(claim)).press("save", quantities__0__state="rejected")

    both = mine.shown_after(mine.press("save", quantities__0__value="2,700"))

    assert "“some 2,600”, ≈ 2,600 troops, rejected" in both.text
    assert "“some 2,600”, ≈ 2,700 troops, as read" in both.text


def test_mine_on_top_keeps_the_figure_that_it_is(ann: Editor, rey: Editor):
    claim = claim_on("some 2,600 troops")
    before = claim.quantities.get()
    mine = ann.open(page_of(claim))
    rey.open(page_of(claim)).press("save", quantities__0__state="rejected")
    both = mine.shown_after(mine.press("save", quantities__0__value="2,700"))

    both.press("save")

    after = claim.quantities.get()
    assert (after.public_id, after.start) == (before.public_id, before.start)
    assert (after.value, after.state) == (2700, "confirmed")


def test_figures_that_only_they_have_changed_stay_as_they_are(ann: Editor, rey: Editor):
    claim = claim_on("some 2,600 troops")
    mine = ann.open(page_of(claim))
    rey.open(page_of(claim)).press("save", quantities__0__state="rejected")

    both = mine.shown_after(mine.press("save", note="done by Ann"))
    both.press("save")

    claim.refresh_from_db()
    assert claim.note == "done by Ann"
    assert claim.quantities.get().state == "rejected"


def test_an_answer_that_only_they_have_picked_stays(ann: Editor, rey: Editor):
    claim = claim_on(TWO, question=make_question())
    _, second = claim.quantities.order_by("position")
    mine = ann.open(page_of(claim))
    rey.open(page_of(claim)).press("save", answer=second.public_id)

    both = mine.shown_after(mine.press("save", note="done by Ann"))
    both.press("save")

    claim.refresh_from_db()
    assert claim.note == "done by Ann"
    assert claim.quantities.answers().get() == second


def test_history_tells_figures_in_words(ann: Editor):
    claim = claim_on("some 2,600 troops")
    ann.open(page_of(claim)).press("save", quantities__0__state="confirmed")

    text = ann.text_of(f"/admin/claims/claim/{claim.public_id}/history/")

    assert "“some 2,600”, ≈ 2,600 troops, as read" in text
    assert "“some 2,600”, ≈ 2,600 troops, confirmed" in text
    assert "<dt>Figures</dt>" in text


def test_history_tells_which_figure_was_picked(ann: Editor):
    claim = claim_on(TWO, question=make_question())
    first, second = claim.quantities.order_by("position")
    for each in (first, second):
        ann.open(page_of(claim)).press("save", answer=each.public_id)

    text = ann.text_of(f"/admin/claims/claim/{claim.public_id}/history/")

    assert "4.2 million EUR" in text
    assert first.public_id not in text


# --- What it costs ------------------------------------------------------------------------------


def test_a_claims_page_costs_the_same_for_one_figure_and_for_ten(ann: Editor):
    many = ", ".join(f"{number},000 troops" for number in range(1, 11))
    article = make_article(text=f"There were {many}.")
    few, all_ten = (make_claim(quote, article=article) for quote in ("1,000 troops", many))
    assert all_ten.quantities.count() == 10
    ann.text_of(page_of(few))

    def cost(claim: Claim) -> int:
        with CaptureQueriesContext(connection) as queries:
            ann.text_of(page_of(claim))
        return len(queries)

    assert cost(all_ten) == cost(few)
