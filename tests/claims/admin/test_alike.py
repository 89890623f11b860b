"""What may be kept already is named before it is kept once more, and stands in nobody's way."""

import pytest

from claims.models import Claim, Question
from sources.models import Source
from tests.desk.editor import Editor
from tests.newsroom import make_article, make_claim, make_question, make_source

pytestmark = pytest.mark.django_db

SOURCE = "/admin/sources/source/"
QUESTION = "/admin/claims/question/"
CLAIM = "/admin/claims/claim/"
ASKED = "Not kept yet"


def ticked(*rows) -> str:
    return " ".join(row.public_id for row in rows)


# --- Sources ------------------------------------------------------------------------------------


def test_a_source_that_is_called_like_another_is_asked_about(ann: Editor):
    known = make_source("Jan Novák", country="CZ", description="Mayor of Millford")
    page = ann.open(f"{SOURCE}add/")

    after = page.shown_after(page.press("save", name="jan novak", kind="person", aliases="JN"))

    assert ASKED in after.text
    assert f'href="{SOURCE}{known.public_id}/change/"' in after.text
    assert "Organisation, CZ, Mayor of Millford" in after.text
    assert (after.fields["name"], after.fields["aliases"]) == (["jan novak"], ["JN"])
    assert Source.objects.get() == known


def test_two_people_of_one_name_are_kept_with_a_tick(ann: Editor):
    known = make_source("Jan Novák")
    page = ann.open(f"{SOURCE}add/")
    page = page.shown_after(page.press("save", name="Jan Novák", kind="person"))
    assert f'type="checkbox" name="_alike" value="{ticked(known)}"' in page.text

    after = page.shown_after(page.press("save", _alike=ticked(known)))

    assert "Added:" in after.text
    assert Source.objects.filter(name="Jan Novák").count() == 2
    assert "By this name, however it is written, there is also:" in after.text


def test_a_tick_is_about_the_rows_that_were_named(ann: Editor):
    known, other = make_source("Jan Novák"), make_source("Petr Novák")
    page = ann.open(f"{SOURCE}add/")
    page = page.shown_after(page.press("save", name="Jan Novák", kind="person"))

    page = page.shown_after(page.press("save", name="Petr Novák", _alike=ticked(known)))

    assert ASKED in page.text
    assert f'value="{ticked(other)}"' in page.text
    assert Source.objects.count() == 2


def test_a_tick_outlasts_what_else_is_wrong(ann: Editor):
    known = make_source("Jan Novák")
    page = ann.open(f"{SOURCE}add/")
    page = page.shown_after(page.press("save", name="Jan Novák", kind="person"))

    page = page.shown_after(page.press("save", country="Cz", _alike=ticked(known)))
    page.press("save", country="CZ")

    assert Source.objects.filter(name="Jan Novák").count() == 2


def test_an_edit_is_asked_about_only_what_it_makes_alike(ann: Editor):
    make_source("Jan Novák")
    twin, other = make_source("Jan Novák"), make_source("Petr Novák")

    ann.open(f"{SOURCE}{twin.public_id}/change/").press("save", description="A driver")
    page = ann.open(f"{SOURCE}{other.public_id}/change/")
    after = page.shown_after(page.press("save", name="Jan Novak"))

    twin.refresh_from_db()
    other.refresh_from_db()
    assert (twin.description, other.name) == ("A driver", "Petr Novák")
    assert ASKED in after.text


def test_a_source_added_in_passing_is_asked_about_too(ann: Editor):
    known = make_source("Roads office")
    page = ann.open(f"{SOURCE}add/?_popup=1")

    page = page.shown_after(page.press("save", name="Roads Office", kind="organisation"))
    answer = page.press("save", _alike=ticked(known))

    assert "popup_response.js" in answer.content.decode()


def test_of_many_a_few_are_named(ann: Editor):
    for _ in range(7):
        make_source("Courier")
    page = ann.open(f"{SOURCE}add/")

    after = page.shown_after(page.press("save", name="Courier", kind="media"))

    assert after.text.count('target="_blank" rel="noopener">Courier</a>') == 5
    assert "and others" in after.text


def test_a_name_of_ones_own_is_kept_at_once(ann: Editor):
    page = ann.open(f"{SOURCE}add/")

    after = page.shown_after(page.press("save", name="Courier", kind="media"))

    assert "Added:" in after.text
    assert 'class="explain alike"' not in after.text


# --- Questions ----------------------------------------------------------------------------------


def test_a_question_that_is_asked_already_is_refused_with_a_link_to_it(ann: Editor):
    existing = make_question("What does the <bridge> cost?")
    page = ann.open(f"{QUESTION}add/")

    after = page.shown_after(page.press("save", text="what does the <Bridge> cost?", unit="eur"))

    link = f'<a href="{QUESTION}{existing.public_id}/change/">What does the &lt;bridge&gt; cost?'
    assert f"This is asked already: {link}</a>" in after.text
    assert Question.objects.get() == existing


def test_a_question_in_the_same_words_is_asked_about(ann: Editor):
    existing = make_question("What does the bridge cost?", place="Millford")
    page = ann.open(f"{QUESTION}add/")

    page = page.shown_after(page.press("save", text="What does the bridge cost", unit="EUR"))
    assert ASKED in page.text
    assert "EUR, Millford" in page.text
    page.press("save", _alike=ticked(existing))

    assert Question.objects.count() == 2


# --- Claims -------------------------------------------------------------------------------------


def test_words_that_are_marked_already_are_asked_about(ann: Editor):
    article = make_article()
    claim = make_claim(article=article, attributions=[{"source": make_source("County council")}])
    page = ann.open(f"{CLAIM}add/")

    page = page.shown_after(page.press("save", article=article.pk, quote="4.2 million euros"))
    assert ASKED in page.text
    assert f'href="{CLAIM}{claim.public_id}/change/"' in page.text
    assert "County council" in page.text
    assert Claim.objects.get() == claim
    page.press("save", statement="The county has no more.", _alike=ticked(claim))

    assert Claim.objects.count() == 2


def test_a_claim_names_the_others_on_its_words(ann: Editor):
    claim = make_claim()
    make_claim(article=claim.article, statement="The county has no more.")

    text = ann.text_of(f"{CLAIM}{claim.public_id}/change/")

    assert "On the same words there is also:" in text
    assert "The county has no more." in text
