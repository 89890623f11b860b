"""A verdict's acts from each state: where each leads, and the code of each refusal."""

import pytest

from tests import newsroom

pytestmark = pytest.mark.django_db

STATES = {
    "draft": newsroom.make_draft,
    "submitted": newsroom.make_submitted,
    "published": newsroom.make_published,
    "superseded": newsroom.make_superseded,
    "retracted": newsroom.make_retracted,
}
BODIES = {
    "return": {"reason": "Name the page."},
    "publish": {"notice": "A correction."},
    "retract": {"reason": "It was of another bridge."},
}
# Act → the state it starts from and the one it leads to.
LEADS = {
    "submit": ("draft", "submitted"),
    "withdraw": ("submitted", "draft"),
    "return": ("submitted", "draft"),
    "publish": ("submitted", "published"),
    "retract": ("published", "retracted"),
}


def program_for(act, annotator_program, reviewer_program):
    return annotator_program if act in ("submit", "withdraw") else reviewer_program


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("act", LEADS)
def test_an_act_leads_on_from_its_state_and_is_a_409_from_any_other(
    act, state, annotator_program, reviewer_program
):
    path = f"verdicts/{STATES[state]().public_id}/"
    program = program_for(act, annotator_program, reviewer_program)
    before, (start, end) = program.get(path), LEADS[act]

    answer = program.act(path, act, BODIES.get(act), status=200 if state == start else 409)

    if state == start:
        assert answer["state"] == end
        assert answer["version"] > before["version"]
    else:
        assert answer["code"] == f"is_{state}"
        assert program.get(path) == before


@pytest.mark.parametrize("state", [state for state in STATES if state != "draft"])
def test_only_a_draft_is_edited_or_deleted(state, annotator_program):
    path = f"verdicts/{STATES[state]().public_id}/"

    edit = annotator_program.patch(path, {"summary": "Another."}, status=409)
    delete = annotator_program.delete(path, status=409)

    assert (edit["code"], delete["code"]) == (f"is_{state}", f"is_{state}")


@pytest.mark.parametrize(("act", "state"), [("return", "submitted"), ("retract", "published")])
@pytest.mark.parametrize("body", [None, {}, {"reason": ""}, {"reason": " \n"}, {"reason": None}])
def test_sending_back_and_retracting_need_a_reason(act, state, body, reviewer_program):
    path = f"verdicts/{STATES[state]().public_id}/"

    problem = reviewer_program.act(path, act, body, status=400)

    assert [error["pointer"] for error in problem["errors"]] == ["/reason"]
    assert reviewer_program.get(path)["state"] == state


@pytest.mark.parametrize("body", [None, {}, {"notice": ""}, {"notice": None}])
def test_amending_needs_a_notice(body, reviewer_program):
    claim = newsroom.make_published().claim

    problem = reviewer_program.act(f"claims/{claim.public_id}/", "amend", body, status=400)

    assert [error["pointer"] for error in problem["errors"]] == ["/notice"]


def test_amending_what_is_not_published_or_nothing_is_a_409(reviewer_program):
    unpublished = newsroom.make_claim()
    published = newsroom.make_published().claim
    body = {"notice": "So that it is clear."}

    early = reviewer_program.act(
        f"claims/{unpublished.public_id}/", "amend", body | {"statement": "It is."}, status=409
    )
    empty = reviewer_program.act(f"claims/{published.public_id}/", "amend", body, status=409)

    assert (early["code"], empty["code"]) == ("not_published", "no_change")


@pytest.mark.parametrize("act", LEADS)
def test_a_field_that_an_act_does_not_take_is_refused(act, annotator_program, reviewer_program):
    path = f"verdicts/{STATES[LEADS[act][0]]().public_id}/"
    program = program_for(act, annotator_program, reviewer_program)

    problem = program.act(path, act, {"sumary": "Misspelt."}, status=400)

    assert problem["errors"][0]["pointer"] == "/sumary"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"summary": ""}, "missing"),
        ({"evidence": []}, "no_evidence"),
        ({"evidence": [{"title": "Somewhere"}]}, "no_evidence"),
    ],
)
def test_a_draft_that_lacks_something_does_not_go_to_review(fields, code, annotator_program):
    verdict = newsroom.make_draft(**fields)

    problem = annotator_program.act(f"verdicts/{verdict.public_id}/", "submit", status=409)

    assert problem["code"] == code


def test_a_reviewers_reason_reaches_the_author(annotator_program, reviewer_program):
    path = f"verdicts/{newsroom.make_submitted().public_id}/"

    reviewer_program.act(path, "return", {"reason": "Name the page."})

    read = annotator_program.get(path)
    assert (read["return_reason"], read["returned_by"]["username"]) == (
        "Name the page.",
        "reviewer",
    )


def test_somebody_else_does_not_withdraw_it(reviewer_program):
    path = f"verdicts/{newsroom.make_submitted().public_id}/"

    problem = reviewer_program.act(path, "withdraw", status=403)

    assert "who wrote it" in problem["detail"]


def test_a_desk_of_one_publishes_its_own_if_the_setting_says_so(
    reviewer_program, reviewer, settings
):
    settings.FOUR_EYES = False
    path = f"verdicts/{newsroom.make_submitted(by=reviewer).public_id}/"

    published = reviewer_program.act(path, "publish")

    assert (published["state"], published["four_eyes"]) == ("published", False)


def test_whoever_is_alone_is_told_of_the_setting(reviewer_program, reviewer):
    path = f"verdicts/{newsroom.make_submitted(by=reviewer).public_id}/"

    problem = reviewer_program.act(path, "publish", status=403)

    assert "FOUR_EYES" in problem["detail"]
