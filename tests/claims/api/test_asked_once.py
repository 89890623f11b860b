"""A question is asked once over the API, and whoever asks it again is told which one it is."""

import pytest

from claims.models import Question
from tests import newsroom
from tests.claims.api.talk import Program

pytestmark = pytest.mark.django_db

ASKED = {"text": "What does the bridge cost?", "unit": "EUR", "place": "Millford"}


@pytest.fixture
def program(as_annotator):
    return Program(as_annotator)


def test_the_same_question_is_refused_with_the_id_of_the_one_that_is_there(program):
    made = program.post("questions/", ASKED)
    again = ASKED | {"text": "what does the  Bridge cost?", "place": "millford"}

    problem = program.post("questions/", again, status=400)

    (error,) = problem["errors"]
    assert (error["pointer"], error["code"]) == ("/text", "unique")
    assert error["existing"] == made["id"]
    assert Question.objects.count() == 1


def test_a_question_does_not_become_one_that_is_there(program):
    made = program.post("questions/", ASKED)
    other = program.post("questions/", ASKED | {"place": "Ferrytown"})

    problem = program.patch(f"questions/{other['id']}/", {"place": "Millford"}, status=400)

    assert problem["errors"][0]["existing"] == made["id"]
    assert program.get(f"questions/{other['id']}/") == other


def test_the_same_words_are_marked_twice(program):
    claim = newsroom.make_claim()
    body = {"article": claim.article.public_id, "quote": claim.quote}

    again = program.post("claims/", body)

    found = program.get("claims/", article=claim.article.public_id)["results"]
    assert {(each["start"], each["end"]) for each in found} == {(again["start"], again["end"])}
    assert len(found) == 2
