"""Four eyes: the one who publishes is not the one who last changed what the verdict says."""

import pytest

from accounts.scopes import Role
from claims.models import Verdict
from factcheck.records.refusals import NotAllowed
from tests import newsroom
from tests.newsroom import evidence, make_person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.ADMINISTRATOR])
def test_nobody_publishes_their_own_verdict(role, second_reviewer):
    author = make_person(role)
    verdict = newsroom.make_submitted(by=author)

    with pytest.raises(NotAllowed, match="You last changed this verdict") as refusal:
        verdict.publish(by=author)

    assert refusal.value.code == "four_eyes"
    assert verdict.state == "submitted"


def test_not_even_a_superuser():
    root = make_person(None, is_superuser=True)
    verdict = newsroom.make_submitted(by=root)

    with pytest.raises(NotAllowed, match="nobody else here may"):
        verdict.publish(by=root)


@pytest.mark.parametrize(
    "change",
    [
        {"summary": "Another finding."},
        {"rationale": "Because."},
        {"evidence": [evidence(title="The estimate")]},
    ],
)
def test_who_last_changed_the_content_does_not_publish_what_another_wrote(change, reviewer):
    verdict = newsroom.make_draft()
    verdict.edit(by=reviewer, **change)
    verdict.submit(by=verdict.created_by)

    with pytest.raises(NotAllowed, match="You last changed this verdict"):
        verdict.publish(by=reviewer)


def test_the_author_publishes_what_another_changed_last(reviewer, second_reviewer):
    verdict = newsroom.make_draft(by=reviewer)
    verdict.edit(by=second_reviewer, summary="Another finding.")
    verdict.submit(by=reviewer)

    verdict.publish(by=reviewer)

    assert verdict.four_eyes is True


def test_an_edit_that_changes_nothing_is_nobodys_change(annotator, reviewer):
    verdict = newsroom.make_draft()
    piece = verdict.evidence.get()

    verdict.edit(
        by=reviewer,
        summary=verdict.summary,
        evidence=[{"id": piece.public_id, "url": piece.url}],
    )

    assert (verdict.edited_by, verdict.version) == (annotator, 1)


def test_submitting_and_withdrawing_are_not_changes(annotator, reviewer):
    verdict = newsroom.make_draft()

    verdict.submit(by=reviewer)
    verdict.withdraw(by=annotator)

    assert verdict.edited_by == annotator


def test_the_refusal_names_who_may_publish(reviewer, second_reviewer, administrator):
    make_person(Role.REVIEWER, is_active=False, first_name="Gone")
    verdict = newsroom.make_submitted(by=reviewer)

    with pytest.raises(NotAllowed) as refusal:
        verdict.publish(by=reviewer)

    assert refusal.value.message == (
        "You last changed this verdict, so somebody else must publish it: "
        "The administrator, Second."
    )


def test_the_refusal_names_a_handful_at_most(reviewer):
    for number in range(7):
        make_person(Role.REVIEWER, username=f"r{number}")
    verdict = newsroom.make_submitted(by=reviewer)

    with pytest.raises(NotAllowed, match="r0, r1, r2, r3, r4 and others"):
        verdict.publish(by=reviewer)


def test_where_there_is_nobody_else_the_refusal_names_the_setting(reviewer):
    verdict = newsroom.make_submitted(by=reviewer)

    with pytest.raises(NotAllowed, match=r"nobody else here may\..*set FOUR_EYES=off"):
        verdict.publish(by=reviewer)


def test_a_desk_of_one_publishes_and_the_verdict_says_so(reviewer, settings):
    settings.FOUR_EYES = False
    verdict = newsroom.make_submitted(by=reviewer)

    verdict.publish(by=reviewer)

    assert (verdict.state, verdict.four_eyes) == ("published", False)


def test_two_people_are_four_eyes_even_when_the_desk_does_not_ask(settings):
    settings.FOUR_EYES = False

    verdict = newsroom.make_published()

    assert verdict.four_eyes is True


@pytest.mark.parametrize("four_eyes", [True, False])
@pytest.mark.parametrize("role", [Role.ANNOTATOR, Role.REVIEWER])
def test_who_may_publish_a_row_agrees_with_the_queryset(role, four_eyes, reviewer, settings):
    settings.FOUR_EYES = four_eyes
    verdict = newsroom.make_submitted(by=newsroom.the(role))

    found = Verdict.objects.publishable_by(reviewer).exists()

    assert found == (not verdict.needs_other_eyes_than(reviewer))


def test_nobody_publishes_on_a_closed_claim(annotator, reviewer):
    verdict = newsroom.make_submitted()
    verdict.claim.close(by=annotator, reason="dropped")

    assert not Verdict.objects.publishable_by(reviewer).exists()
