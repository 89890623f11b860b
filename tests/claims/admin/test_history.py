"""History in an editor's words."""

import pytest

from tests.desk.editor import Editor
from tests.newsroom import (
    make_article,
    make_claim,
    make_draft,
    make_question,
    make_source,
    revise,
)

pytestmark = pytest.mark.django_db


def history(editor: Editor, label: str, public_id: str) -> str:
    return editor.text_of(f"/admin/{label}/{public_id}/history/")


def test_a_change_says_field_from_to_who_and_when(ann: Editor, rey: Editor):
    claim = make_claim(question=make_question("What does it cost?"))
    claim.edit(by=rey.person, question=make_question("How long does it take?"))

    text = history(ann, "claims/claim", claim.public_id)

    assert rey.person.display_name in text
    assert "What does it cost?" in text
    assert "How long does it take?" in text


def test_lists_are_told_row_by_row_with_names(ann: Editor):
    office, paper = make_source("Roads office"), make_source("Courier")
    claim = make_claim(attributions=[{"source": office}])
    claim.edit(by=ann.person, attributions=[{"source": office, "via": paper}])

    text = history(ann, "claims/claim", claim.public_id)

    assert "<li>Source: Roads office · Stance: Asserts · Reported by: Courier</li>" in text


def test_a_claims_history_holds_its_verdicts(ann: Editor):
    draft = make_draft()
    draft.submit(by=ann.person)

    text = history(ann, "claims/claim", draft.claim.public_id)

    assert "Draft" in text
    assert "In review" in text


def test_aliases_are_told_as_names(ann: Editor):
    office = make_source(aliases=["RO"])
    office.edit(by=ann.person, aliases=["RO", "Roads"])

    assert "Roads" in history(ann, "sources/source", office.public_id)


def test_a_changed_sentence_is_told_word_by_word(ann: Editor):
    claim = make_claim(statement="The bridge costs 4.2 million euros.")
    claim.edit(by=ann.person, statement="The bridge costs 4.6 million euros.")

    text = history(ann, "claims/claim", claim.public_id)

    assert "The bridge costs <del>4.2</del><ins>4.6</ins> million euros." in text


def test_a_changed_name_is_told_from_and_to(ann: Editor):
    office = make_source("Roads office")
    office.edit(by=ann.person, name="Office of roads")

    text = history(ann, "sources/source", office.public_id)

    assert "Roads office" in text
    assert "<del>" not in text


def test_an_articles_history_leads_to_its_two_texts(ann: Editor):
    article = make_article()
    revise(article, "18 months", "two years")

    text = history(ann, "claims/article", article.public_id)

    assert f'href="/admin/claims/article/{article.public_id}/versions/2/"' in text
