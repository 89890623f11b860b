"""Every verb of a verdict, tried from every state."""

import pytest

from accounts.scopes import Role
from claims.models import Verdict
from factcheck.records.refusals import Refused
from tests import newsroom
from tests.newsroom import the

pytestmark = pytest.mark.django_db

MAKE = {
    "draft": newsroom.make_draft,
    "submitted": newsroom.make_submitted,
    "published": newsroom.make_published,
    "superseded": newsroom.make_superseded,
    "retracted": newsroom.make_retracted,
}

DO = {
    "edit": lambda verdict: verdict.edit(by=the(Role.ANNOTATOR), summary="Another finding."),
    "remove": lambda verdict: verdict.remove(by=the(Role.ANNOTATOR)),
    "submit": lambda verdict: verdict.submit(by=the(Role.ANNOTATOR)),
    "withdraw": lambda verdict: verdict.withdraw(by=the(Role.ANNOTATOR)),
    "return_": lambda verdict: verdict.return_(by=the(Role.REVIEWER), reason="Say which bridge."),
    "publish": lambda verdict: verdict.publish(by=the(Role.REVIEWER), notice="Now with figures."),
    "retract": lambda verdict: verdict.retract(by=the(Role.REVIEWER), reason="Wrong bridge."),
}

# What each verb leads to; every pair that is not here is refused.
LEADS_TO = {
    ("draft", "edit"): "draft",
    ("draft", "remove"): "gone",
    ("draft", "submit"): "submitted",
    ("submitted", "withdraw"): "draft",
    ("submitted", "return_"): "draft",
    ("submitted", "publish"): "published",
    ("published", "retract"): "retracted",
}

WHERE_IT_IS = {
    "draft": "This verdict is a draft.",
    "submitted": "This verdict is waiting for review.",
    "published": "This verdict is published.",
    "superseded": "A newer verdict has replaced this one.",
    "retracted": "This verdict has been retracted.",
}

WHAT_IT_TAKES = {
    "edit": "Only a draft can be edited.",
    "remove": "Only a draft can be deleted.",
    "submit": "Only a draft goes to review.",
    "withdraw": "Only a verdict that waits for review can be withdrawn.",
    "return_": "Only a verdict that waits for review can be sent back.",
    "publish": "Only a verdict that waits for review can be published.",
    "retract": "Only a published verdict can be retracted.",
}

REFUSED = [(state, verb) for state in MAKE for verb in DO if (state, verb) not in LEADS_TO]


def stored(verdict):
    return Verdict.objects.filter(pk=verdict.pk).values().first()


@pytest.mark.parametrize(("state", "verb"), LEADS_TO)
def test_a_verb_leads_where_the_life_of_a_verdict_says(state, verb):
    verdict = MAKE[state]()

    DO[verb](verdict)

    row = stored(verdict) or {"state": "gone"}
    assert row["state"] == LEADS_TO[state, verb]


@pytest.mark.parametrize(("state", "verb"), LEADS_TO)
def test_the_instance_says_what_is_stored_after_a_verb(state, verb):
    verdict = MAKE[state]()

    DO[verb](verdict)

    row = stored(verdict) or {}
    assert {name: getattr(verdict, name) for name in row} == row


@pytest.mark.parametrize(("state", "verb"), REFUSED)
def test_a_verb_is_refused_from_every_other_state(state, verb):
    verdict = MAKE[state]()

    with pytest.raises(Refused) as refusal:
        DO[verb](verdict)

    assert refusal.value.code == f"is_{state}"
    assert refusal.value.message == f"{WHERE_IT_IS[state]} {WHAT_IT_TAKES[verb]}"


@pytest.mark.parametrize(("state", "verb"), REFUSED)
def test_a_refused_verb_changes_nothing(state, verb):
    verdict = MAKE[state]()
    before = stored(verdict), stored(verdict.claim.verdicts.latest("pk"))

    with pytest.raises(Refused):
        DO[verb](verdict)

    assert (stored(verdict), stored(verdict.claim.verdicts.latest("pk"))) == before


@pytest.mark.parametrize(("state", "verb"), REFUSED)
def test_an_instance_that_still_says_otherwise_is_told_what_is_stored(state, verb):
    verdict = MAKE[state]()
    came_from = next((old for old, to in LEADS_TO if LEADS_TO[old, to] == state), "published")
    stale = Verdict.objects.get(pk=verdict.pk)
    stale.state = came_from

    with pytest.raises(Refused, match=WHERE_IT_IS[state]):
        DO[verb](stale)


@pytest.mark.parametrize("verb", DO)
def test_a_verdict_that_somebody_deleted_is_refused_as_stale(verb):
    verdict = newsroom.make_draft()
    Verdict.objects.get(pk=verdict.pk).remove(by=the(Role.ANNOTATOR))

    with pytest.raises(Refused, match="Somebody has deleted this verdict") as refusal:
        DO[verb](verdict)

    assert refusal.value.code == "stale"


@pytest.mark.parametrize(("state", "verb"), LEADS_TO)
def test_nobody_acts_on_a_verdict_they_have_not_read(state, verb):
    verdict = MAKE[state]()
    Verdict.objects.filter(pk=verdict.pk).update(version=verdict.version + 1)
    before = stored(verdict)

    with pytest.raises(Refused, match="Somebody has saved this since you opened it"):
        DO[verb](verdict)

    assert stored(verdict) == before


@pytest.mark.parametrize("state", ["draft", "submitted"])
def test_a_claim_has_one_verdict_in_work(state):
    verdict = MAKE[state]()

    with pytest.raises(Refused, match=r"is being written already \(.*, by The annotator\)") as no:
        newsroom.make_draft(claim=verdict.claim)

    assert no.value.code == "in_work"


@pytest.mark.parametrize("state", ["published", "superseded", "retracted"])
def test_a_new_verdict_can_be_drafted_once_the_last_one_is_out(state):
    verdict = MAKE[state]()

    successor = newsroom.make_draft(claim=verdict.claim)

    assert successor.state == "draft"


def test_publishing_a_successor_supersedes_the_standing_verdict():
    first = newsroom.make_published()

    second = newsroom.make_published(claim=first.claim, notice="The council corrected its figure.")

    first.refresh_from_db()
    assert (first.state, first.superseded_at) == ("superseded", second.published_at)
    assert list(first.claim.verdicts.standing()) == [second]


def test_withdrawing_needs_its_author(reviewer):
    verdict = newsroom.make_submitted()

    with pytest.raises(Refused, match=r"Only The annotator, who wrote it, can withdraw it\."):
        verdict.withdraw(by=reviewer)


def test_sending_back_keeps_the_reason_for_the_author(reviewer):
    verdict = newsroom.make_submitted()

    verdict.return_(by=reviewer, reason="  Say which bridge. ")

    verdict.refresh_from_db()
    assert (verdict.return_reason, verdict.returned_by) == ("Say which bridge.", reviewer)
    assert verdict.submitted_at is None


def test_deleting_a_draft_needs_its_author_or_a_reviewer(reviewer):
    colleague = newsroom.make_person(Role.ANNOTATOR)
    theirs, another = newsroom.make_draft(), newsroom.make_draft()

    with pytest.raises(Refused, match="This needs the role reviewer"):
        theirs.remove(by=colleague)
    another.remove(by=reviewer)

    assert Verdict.objects.filter(pk=theirs.pk).exists()
    assert not Verdict.objects.filter(pk=another.pk).exists()


@pytest.mark.parametrize("verb", DO)
def test_somebody_without_a_role_does_nothing(verb, outsider):
    verdict = newsroom.make_draft()
    words = {
        "return_": {"reason": "No."},
        "retract": {"reason": "No."},
        "edit": {"summary": "Mine."},
    }

    with pytest.raises(Refused, match=r"This needs the role (annotator|reviewer)") as refusal:
        getattr(verdict, verb)(by=outsider, **words.get(verb, {}))

    assert refusal.value.code == "not_allowed"


@pytest.mark.parametrize("verb", ["return_", "publish", "retract"])
def test_an_annotator_does_not_decide(verb, annotator):
    verdict = newsroom.make_submitted()
    words = {} if verb == "publish" else {"reason": "No."}

    with pytest.raises(Refused, match="This needs the role reviewer"):
        getattr(verdict, verb)(by=annotator, **words)


def test_editing_moves_neither_state_nor_claim(annotator):
    verdict = newsroom.make_draft()

    with pytest.raises(TypeError, match="state is not for editing"):
        verdict.edit(by=annotator, state="published")
    with pytest.raises(Exception, match="A verdict stays on its claim"):
        verdict.edit(by=annotator, claim=newsroom.make_claim())
