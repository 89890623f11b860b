"""Questions, and the desk's scale."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from accounts.scopes import Role
from claims.models import Question, Rating
from factcheck.records.refusals import NotAllowed
from tests import newsroom
from tests.newsroom import SCALE, make_person, make_question, make_rating

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("length", [2, 4])
def test_no_question_is_through_others_a_part_of_itself(length, annotator):
    chain = [make_question("Question 0?")]
    for number in range(1, length):
        chain.append(make_question(f"Question {number}?", part_of=chain[-1]))

    with pytest.raises(ValidationError, match="is itself a part of this question"):
        chain[0].edit(by=annotator, part_of=chain[-1])

    assert Question.objects.get(text="Question 0?").part_of is None


def test_a_question_keeps_its_slug(annotator):
    question = make_question("What does the bridge cost?")

    question.edit(by=annotator, text="What does the Mill Bridge cost?")

    assert question.slug == "what-does-the-bridge-cost"


def test_a_question_that_a_claim_answers_is_not_deleted(annotator):
    question = make_question()
    newsroom.make_claim(question=question)

    with pytest.raises(ProtectedError):
        question.remove(by=annotator)

    assert Question.objects.filter(pk=question.pk).exists()


def test_its_author_or_a_reviewer_deletes_a_question(annotator, reviewer):
    first, second = make_question(), make_question("Who pays?")

    with pytest.raises(NotAllowed, match="This needs the role reviewer"):
        first.remove(by=make_person(Role.ANNOTATOR))
    first.remove(by=annotator)
    second.remove(by=reviewer)

    assert not Question.objects.exists()


def test_questions_are_found_by_their_words():
    question = make_question("What does the Bridge cost?")
    make_question("Who pays?")

    assert list(Question.objects.matching("bridge COST")) == [question]


def test_the_scale_stands_in_the_desks_order():
    for slug in reversed(SCALE):
        make_rating(slug)

    assert [rating.slug for rating in Rating.objects.on_the_scale()] == list(SCALE)


@pytest.mark.parametrize("slug", ["unchecked", "drafting", "in_review", "retracted", "closed"])
def test_no_rating_is_named_like_a_state_of_a_claim(slug):
    with pytest.raises(ValidationError, match="already names a state of a claim"):
        make_rating(slug)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"value": 0}, "__all__"),
        ({"value": 6}, "__all__"),
        ({"colour": "red"}, "colour"),
        ({"colour": "#12345"}, "colour"),
        ({"name": ""}, "name"),
    ],
)
def test_nonsense_is_refused_by_field(fields, wrong):
    with pytest.raises(ValidationError) as refusal:
        make_rating("half-true", **fields)

    assert wrong in refusal.value.message_dict


def test_two_ratings_do_not_share_a_place():
    first = make_rating("true")

    with pytest.raises(ValidationError) as refusal:
        make_rating("half-true", order=first.order)

    assert list(refusal.value.message_dict) == ["order"]


def test_a_rating_keeps_its_slug(administrator):
    rating = make_rating("true")

    with pytest.raises(ValidationError, match="A rating keeps its slug"):
        rating.edit(by=administrator, slug="correct")
    rating.edit(by=administrator, slug="true", name="Correct")

    assert Rating.objects.get(slug="true").name == "Correct"


def test_a_rating_in_use_is_not_deleted(administrator):
    rating = newsroom.make_draft().rating

    with pytest.raises(ProtectedError):
        rating.remove(by=administrator)

    assert Rating.objects.filter(pk=rating.pk).exists()


@pytest.mark.parametrize("verb", ["add", "edit", "remove"])
@pytest.mark.parametrize("role", [Role.ANNOTATOR, Role.REVIEWER])
def test_only_an_administrator_changes_the_scale(verb, role):
    rating, person = make_rating(), make_person(role)
    acts = {
        "add": lambda: Rating.add(by=person, slug="half-true", name="Half"),
        "edit": lambda: rating.edit(by=person, name="Wrong"),
        "remove": lambda: rating.remove(by=person),
    }

    with pytest.raises(NotAllowed, match="This needs the role administrator"):
        acts[verb]()


def test_an_administrator_adds_and_deletes_a_step(administrator):
    rating = Rating.add(
        by=administrator, slug="half", name="Half", definition="d", colour="#000000", order=9
    )

    rating.remove(by=administrator)

    assert not Rating.objects.exists()
