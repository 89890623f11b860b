"""A question is asked once; what was asked twice before stays, and what is alike may be asked."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection
from django.db.migrations.executor import MigrationExecutor

from accounts.scopes import Role
from claims.models import Question
from claims.models.asking import asked_key, one_of_two_at_once
from claims.models.kept_once import existing_in
from factcheck.records.change import Change
from tests.newsroom import make_question, the
from tests.plans import large_tables, planned

pytestmark = pytest.mark.django_db

TEXT = "What does the bridge cost?"
VARIANTS = ["what does the Bridge cost?", " What does  the bridge cost? "]


def make_twin(question: Question) -> Question:
    """The same question as it was asked twice before that was refused."""
    twin = make_question("To be asked twice")
    Question.objects.filter(pk=twin.pk).update(
        text=question.text, likeness=question.likeness, asked=None
    )
    return Question.objects.get(pk=twin.pk)


@pytest.mark.parametrize("text", [TEXT, *VARIANTS])
def test_the_same_question_is_asked_once(text):
    question = make_question(TEXT, place="Millford")

    with pytest.raises(ValidationError) as refusal:
        make_question(text, place="millford")

    assert refusal.value.message_dict == {
        "text": [
            f"This is asked already: question {question.public_id} ({TEXT}). If it is meant of "
            "another place or time, say of which."
        ]
    }
    assert existing_in(refusal.value, field="text") == question.public_id
    assert Question.objects.count() == 1


@pytest.mark.parametrize(
    "other", [{"unit": "USD"}, {"place": "Millford"}, {"period": "2026"}, {"text": TEXT[:-1]}]
)
def test_of_another_unit_place_or_time_it_is_another_question(other):
    make_question(TEXT)

    assert make_question(**{"text": TEXT} | other).asked is not None


def test_as_part_of_another_it_is_another_question():
    first, second = make_question("What happened in May?"), make_question("And in June?")
    make_question(TEXT, part_of=first)
    make_question(TEXT)

    make_question(TEXT, part_of=second)

    with pytest.raises(ValidationError, match="asked already"):
        make_question(TEXT, part_of=first)


@pytest.mark.parametrize("fields", [{"text": VARIANTS[0]}, {"place": ""}])
def test_no_question_becomes_one_that_is_asked(fields):
    existing = make_question(TEXT)
    other = make_question("Who pays?") if "text" in fields else make_question(TEXT, place="Mill")

    with pytest.raises(ValidationError) as refusal:
        other.edit(by=the(Role.ANNOTATOR), **fields)

    assert existing_in(refusal.value, field="text") == existing.public_id
    stored = Question.objects.get(pk=other.pk)
    assert (other.text, other.place, other.asked) == (stored.text, stored.place, stored.asked)
    assert stored.asked == asked_key(stored)


def test_a_question_is_written_anew_and_left_to_others():
    question = make_question(VARIANTS[0])

    question.edit(by=the(Role.ANNOTATOR), text=TEXT)
    with pytest.raises(ValidationError):
        make_question(TEXT)
    question.edit(by=the(Role.ANNOTATOR), text="Who pays?")

    assert make_question(TEXT).pk != question.pk


def test_history_does_not_tell_of_the_keys():
    question = make_question(TEXT)

    question.edit(by=the(Role.ANNOTATOR), text="Who pays?")

    assert [change.field for change in Change.objects.order_by("pk")] == ["", "text"]


@pytest.mark.parametrize("wider", [False, True])
@pytest.mark.parametrize("overtaken", ["before its constraints are asked", "after that"])
def test_whoever_is_overtaken_between_looking_and_storing_is_told_the_same(
    overtaken, wider, monkeypatch
):
    part_of = make_question("What happened?") if wider else None
    existing = make_question(TEXT, part_of=part_of)
    other = make_question("Who pays?", part_of=part_of)
    look = Question.asked_before
    if overtaken == "after that":
        monkeypatch.setattr(Question, "validate_constraints", lambda *args, **kwargs: None)

    for ask in (
        lambda: make_question(VARIANTS[0], part_of=part_of),
        lambda: other.edit(by=the(Role.ANNOTATOR), text=VARIANTS[0]),
    ):
        answers = iter([lambda _: None, look])
        with monkeypatch.context() as patch:
            patch.setattr(Question, "asked_before", lambda asked, left=answers: next(left)(asked))
            with pytest.raises(ValidationError) as refusal:
                ask()

        assert list(refusal.value.message_dict) == ["text"]
        assert existing_in(refusal.value, field="text") == existing.public_id


def test_another_refusal_of_the_databases_is_told_as_what_it_is():
    question = make_question(TEXT)

    with pytest.raises(IntegrityError), one_of_two_at_once(question):
        raise IntegrityError("UNIQUE constraint failed: claims_question.slug")


# --- Asked twice before -------------------------------------------------------------------------


def test_twins_go_on_as_they_are():
    first = make_question(TEXT)
    second = make_twin(first)

    for twin in (first, second):
        twin.edit(by=None, unit="EUR", text=VARIANTS[0])

    assert Question.objects.filter(text=VARIANTS[0]).count() == 2


def test_what_twins_ask_is_not_asked_once_more_until_the_last_has_left():
    first = make_question(TEXT)
    second = make_twin(first)

    first.remove(by=None)
    with pytest.raises(ValidationError, match=second.public_id):
        make_question(VARIANTS[1])
    second.edit(by=None, text="Who pays?")

    assert make_question(TEXT).asked is not None


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_migrating_keeps_questions_that_were_asked_twice():
    before = [("claims", "0014_articles_kept_once")]
    executor = MigrationExecutor(connection)
    executor.migrate(before)
    questions = executor.loader.project_state(before).apps.get_model("claims", "Question")
    wider = questions.objects.create(
        public_id="0000000000", text="Wider?", slug="w", created_at="2026-05-04T12:00Z"
    )
    asked = [(TEXT, None), (VARIANTS[0], None), (TEXT, wider), (VARIANTS[1], wider), ("Who?", None)]
    for number, (text, part_of) in enumerate(asked, start=1):
        questions.objects.create(
            public_id=f"000000000{number}",
            text=text,
            part_of=part_of,
            slug=f"q{number}",
            created_at="2026-05-04T12:00Z",
        )

    call_command("migrate", verbosity=0)

    kept = Question.objects.order_by("pk")
    assert [each.asked is not None for each in kept] == [True, True, False, True, False, True]
    assert Question.objects.alike(TEXT).count() == 4
    with pytest.raises(ValidationError):
        make_question(TEXT, unit="")


# --- Alike --------------------------------------------------------------------------------------


def test_questions_of_one_text_know_of_each_other():
    first, second = make_question(TEXT), make_question("What does the bridge cost", unit="USD")
    make_question("Who pays?")

    assert (list(first.alike()), list(second.alike())) == ([second], [first])


def test_of_two_places_or_times_they_are_not_taken_for_each_other():
    here = make_question(TEXT, place="Millford", period="2026")
    make_question(TEXT, place="Kursk", period="2026")
    make_question(TEXT, place="Millford", period="2025")
    anywhere = make_question(TEXT)

    assert list(here.alike()) == [anywhere]
    assert anywhere.alike().count() == 3


def test_questions_are_looked_for_along_an_index():
    question = make_question(TEXT, part_of=make_question("What happened?"))
    large_tables()

    with planned() as plans:
        list(question.alike())
        question.asked_before()

    wrong = [step for plan in plans for step in plan.offences(may_sort=True)]
    assert len(plans) == 3
    assert not wrong, "\n".join(wrong)


# --- Fixtures -----------------------------------------------------------------------------------


def written(path, **fields):
    row = {
        "public_id": "a0000000b1",
        "text": VARIANTS[0],
        "unit": "EUR",
        "slug": "by-hand",
        "created_at": "2026-05-04T12:00:00Z",
    }
    path.write_text(json.dumps([{"model": "claims.question", "fields": row | fields}]))
    return str(path)


def test_a_fixture_that_was_written_by_hand_asks_too(tmp_path):
    call_command("loaddata", written(tmp_path / "questions.json"), verbosity=0)

    with pytest.raises(ValidationError, match="question a0000000b1"):
        make_question(TEXT)


def test_no_fixture_asks_once_more_but_for_what_was_asked_twice_before(tmp_path):
    make_question(TEXT)

    with pytest.raises(IntegrityError, match="asked"):
        call_command("loaddata", written(tmp_path / "questions.json"), verbosity=0)
    call_command("loaddata", written(tmp_path / "questions.json", asked=None), verbosity=0)

    assert Question.objects.alike(TEXT).count() == 2
