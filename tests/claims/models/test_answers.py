"""Which of a claim's figures answers its question, whatever either calls what is counted."""

import pytest

from claims.disagreement import disagreement_on
from tests.newsroom import make_article, make_claim, make_question

pytestmark = pytest.mark.django_db

TEXT = (
    "Kyiv counts 8,000 North Korean soldiers in Russia.\n"
    "Seoul counts 10,000 troops, and thousands of soldiers on their way.\n"
    "Washington counts 12,000 people, and 300 wounded.\n"
    "It put losses at 1,000 soldiers of 11,000 servicemen.\n"
)


@pytest.fixture
def question():
    return make_question("How many North Korean troops are in Russia?", unit="troops")


@pytest.fixture
def article():
    return make_article("Troops in Russia", text=TEXT)


def answer_of(claim):
    return claim.quantities.answers().values_list("text", "unit").first()


def test_soldiers_answer_a_question_about_troops_and_stay_soldiers(question, article):
    claim = make_claim("8,000 North Korean soldiers", article=article, question=question)

    assert answer_of(claim) == ("8,000", "soldiers")


def test_of_two_names_the_question_s_own_word_answers(question, article):
    quote = "10,000 troops, and thousands of soldiers"

    claim = make_claim(quote, article=article, question=question)

    assert answer_of(claim) == ("10,000", "troops")


def test_an_editor_may_pick_the_other(question, article, annotator):
    claim = make_claim(
        "10,000 troops, and thousands of soldiers", article=article, question=question
    )
    troops, soldiers = claim.quantities.order_by("position")

    claim.edit(
        by=annotator,
        quantities=[{"id": troops.public_id}, {"id": soldiers.public_id, "is_answer": True}],
    )

    assert answer_of(claim) == ("thousands", "soldiers")


@pytest.mark.parametrize(
    "quote", ["12,000 people, and 300 wounded", "1,000 soldiers of 11,000 servicemen"]
)
def test_nothing_answers_what_is_only_related_or_leaves_a_choice(quote, question, article):
    assert answer_of(make_claim(quote, article=article, question=question)) is None


def test_figures_by_different_names_contradict_one_another(question, article, annotator):
    for quote in ("8,000 North Korean soldiers", "10,000 troops"):
        make_claim(quote, article=article, question=question)

    found = disagreement_on(question, reader=annotator)
    question.refresh_from_db()

    assert [position.quantity.unit for position in found.positions] == ["troops", "soldiers"]
    assert (found.has_conflict, question.has_conflict) == (True, True)
    assert str(found.spread.relation.ratio) == "1.25"


def test_a_question_in_euros_is_answered_by_a_sign(annotator):
    article = make_article("A bridge", text="The bridge costs €4.2 million.")
    question = make_question("What does the bridge cost?", unit="euros")

    claim = make_claim("€4.2 million", article=article, question=question)

    assert answer_of(claim) == ("€4.2 million", "EUR")
