"""Which of a claim's figures answers its question, whatever either calls what is counted."""

import pytest

from claims.disagreement import disagreement_on
from claims.models.positions import positions_on
from tests.newsroom import make_article, make_claim, make_question

pytestmark = pytest.mark.django_db

TEXT = (
    "Kyiv counts 8,000 North Korean soldiers in Russia.\n"
    "Seoul counts 10,000 troops, and thousands of soldiers on their way.\n"
    "Washington counts 12,000 people, and 300 wounded.\n"
    "It put losses at 1,000 soldiers of 11,000 servicemen.\n"
    "Tokyo counts 3,000 US troops, and Paris 3,500 American soldiers.\n"
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


def test_troops_of_two_nations_contradict_nothing_and_the_reason_is_told(
    question, article, annotator
):
    for quote in ("8,000 North Korean soldiers", "3,000 US troops"):
        make_claim(quote, article=article, question=question)

    found = disagreement_on(question, reader=annotator)
    question.refresh_from_db()

    assert (found.has_conflict, question.has_conflict) == (False, False)
    assert [pair.relation.reason for pair in found.pairs] == [
        "8,000 soldiers and 3,000 troops count different things: North Korean soldiers; US troops."
    ]
    assert [len(group) for group in found.groups] == [1, 1]


def test_troops_of_one_nation_contradict_one_another_by_whichever_name(question, article):
    for quote in ("3,000 US troops", "3,500 American soldiers"):
        make_claim(quote, article=article, question=question)

    question.refresh_from_db()

    assert question.has_conflict


def test_an_editor_s_own_figure_is_compared_whosever_the_quote_counts(question, article, annotator):
    make_claim("8,000 North Korean soldiers", article=article, question=question)
    claim = make_claim("3,000 US troops", article=article, question=question)

    claim.edit(by=annotator, quantities=[{"text": "3,000 troops"}])

    question.refresh_from_db()
    assert question.has_conflict


@pytest.mark.parametrize("claims", [1, 5])
def test_whom_figures_count_is_known_without_a_query_for_each(
    claims, question, article, annotator, django_assert_num_queries
):
    for _ in range(claims):
        make_claim("3,000 US troops", article=article, question=question)
    positions = list(positions_on(question.pk))
    found = disagreement_on(question, reader=annotator)

    with django_assert_num_queries(0):
        told = {each.qualifier for each in positions}
        told |= {each.quantity.qualifier for each in found.positions}

    assert told == {"US"}


def test_a_question_in_euros_is_answered_by_a_sign(annotator):
    article = make_article("A bridge", text="The bridge costs €4.2 million.")
    question = make_question("What does the bridge cost?", unit="euros")

    claim = make_claim("€4.2 million", article=article, question=question)

    assert answer_of(claim) == ("€4.2 million", "EUR")
