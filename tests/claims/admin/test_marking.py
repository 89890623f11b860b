"""Marking a claim: the quote finds its place, and what is wrong stands where it is wrong."""

import pytest

from claims.models import Claim
from tests.desk.editor import Editor, add_row
from tests.newsroom import make_article, make_claim, make_source

pytestmark = pytest.mark.django_db

ADD = "/admin/claims/claim/add/"
TWICE = "The bridge costs 3,000 euros.\n\nAnother 3,000 euros go to the ferry. Nobody saw 13,000."


def test_a_quote_that_is_not_there_is_told_beside_the_quote(ann: Editor):
    page = ann.open(ADD)

    after = page.shown_after(page.press("save", article=make_article().pk, quote="5 million"))

    assert "are not in the text" in after.text
    assert after.fields["quote"] == ["5 million"]
    assert not Claim.objects.exists()


def test_an_ambiguous_quote_offers_its_places_in_context(ann: Editor):
    article = make_article(text=TWICE)
    page = ann.open(ADD)

    after = page.shown_after(page.press("save", article=article.pk, quote="3,000 euros"))

    assert "stand in the article 2 times" in after.text
    assert after.text.count('type="radio" name="place"') == 2
    assert "<mark>3,000 euros</mark> go to the ferry" in after.text


def test_picking_a_place_marks_it(ann: Editor):
    article = make_article(text=TWICE)
    page = ann.open(ADD)
    page = page.shown_after(page.press("save", article=article.pk, quote="3,000 euros"))

    page.press("save", place=str(TWICE.index("3,000 euros go")))

    claim = Claim.objects.get()
    assert claim.suffix.startswith(" go to the ferry")


def test_a_link_from_the_text_brings_words_and_place(ann: Editor):
    article = make_article(text=TWICE)
    start = TWICE.index("3,000 euros go")

    page = ann.open(f"{ADD}?article={article.public_id}&quote=3,000 euros&place={start}")
    page.press("save")

    assert Claim.objects.get().start == start


@pytest.mark.parametrize("query", ["article=1,177", "article=none", "assignee=1", "article="])
def test_a_link_that_names_no_row_leaves_the_choice_open(ann: Editor, query: str):
    page = ann.open(f"{ADD}?{query}&quote=18 months")

    assert page.fields["quote"] == ["18 months"]
    assert not page.fields.get("article", [""])[0]


def test_the_statement_is_the_quote_unless_given(ann: Editor):
    page = ann.open(ADD)

    page.press("save", article=make_article().pk, quote="18 months")

    assert Claim.objects.get().statement == "18 months"


def test_without_an_article_the_form_says_so_and_keeps_the_rest(ann: Editor):
    page = ann.open(ADD)

    after = page.shown_after(page.press("save", quote="18 months", note="check with the office"))

    assert "This field is required" in after.text
    assert after.fields["note"] == ["check with the office"]


def test_a_source_that_reports_itself_is_told_on_its_row(ann: Editor):
    office, paper = make_source("Roads office"), make_source("Courier")
    page = ann.open(ADD)
    rows = add_row(page, "attributions", source=office.pk, stance="asserts")
    rows |= add_row(page, "attributions", source=paper.pk, stance="asserts", via=paper.pk)

    answer = page.press("save", article=make_article().pk, quote="18 months", **rows)

    second = answer.content.decode().split('id="attributions-1"')[1]
    assert "A source does not report itself" in second
    assert not Claim.objects.exists()


def test_rows_keep_the_order_in_which_they_were_moved(ann: Editor):
    office, paper = make_source("Roads office"), make_source("Courier")
    claim = make_claim(attributions=[{"source": office}, {"source": paper}])
    page = ann.open(f"/admin/claims/claim/{claim.public_id}/change/")

    page.press("save", attributions__0__ORDER="2", attributions__1__ORDER="1")

    assert [row.source for row in claim.attributions.order_by("position")] == [paper, office]


def test_a_removed_row_is_gone_and_the_others_keep_their_ids(ann: Editor):
    office, paper = make_source("Roads office"), make_source("Courier")
    claim = make_claim(attributions=[{"source": office}, {"source": paper}])
    kept = claim.attributions.get(source=paper).public_id
    page = ann.open(f"/admin/claims/claim/{claim.public_id}/change/")

    page.press("save", attributions__0__DELETE="on")

    assert [row.public_id for row in claim.attributions.all()] == [kept]


def test_saving_what_was_shown_changes_nothing(ann: Editor):
    claim = make_claim(note="two\nlines", attributions=[{"source": make_source()}])
    page = ann.open(f"/admin/claims/claim/{claim.public_id}/change/")

    page.press("save", note="two\r\nlines")

    claim.refresh_from_db()
    assert claim.version == 1


def test_other_words_can_be_quoted_until_it_is_published(ann: Editor):
    claim = make_claim("4.2 million euros")
    page = ann.open(f"/admin/claims/claim/{claim.public_id}/change/")

    page.press("save", quote="18 months")

    claim.refresh_from_db()
    assert claim.quote == "18 months"
