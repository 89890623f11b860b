"""Every verb of a claim, tried from everywhere a claim can stand."""

import pytest
from django.core.exceptions import ValidationError

from accounts.scopes import Role
from claims.models import Claim, Verdict
from factcheck.records.change import Change
from factcheck.records.refusals import Missing, NotAllowed, Refused
from tests import newsroom
from tests.newsroom import make_person, the

pytestmark = pytest.mark.django_db


def in_correction():
    claim = newsroom.make_published().claim
    newsroom.make_draft(claim=claim)
    return claim


def closed_with_a_draft():
    claim = newsroom.make_draft().claim
    claim.close(by=the(Role.ANNOTATOR), reason="dropped")
    return claim


MAKE = {
    "unchecked": newsroom.make_claim,
    "drafting": lambda: newsroom.make_draft().claim,
    "in_review": lambda: newsroom.make_submitted().claim,
    "published": lambda: newsroom.make_published().claim,
    "corrected": lambda: newsroom.make_superseded().claim,
    "in_correction": in_correction,
    "retracted": lambda: newsroom.make_retracted().claim,
    "closed": newsroom.make_closed_claim,
    "closed_with_a_draft": closed_with_a_draft,
}

STANDING = {
    "unchecked": ("unchecked", "none"),
    "drafting": ("drafting", "drafting"),
    "in_review": ("in_review", "in_review"),
    "published": ("false", "none"),
    "corrected": ("false", "none"),
    "in_correction": ("false", "drafting"),
    "retracted": ("retracted", "none"),
    "closed": ("closed", "none"),
    "closed_with_a_draft": ("closed", "none"),
}

DO = {
    "edit": lambda claim: claim.edit(by=the(Role.ANNOTATOR), statement="It costs 4.2 million."),
    "note": lambda claim: claim.edit(by=the(Role.ANNOTATOR), note="Ask the county."),
    "amend": lambda claim: claim.amend(
        by=the(Role.REVIEWER), notice="We misheard.", statement="It costs 4.2 million."
    ),
    "close": lambda claim: claim.close(by=the(Role.ANNOTATOR), reason="not_checkable"),
    "reopen": lambda claim: claim.reopen(by=the(Role.ANNOTATOR)),
    "remove": lambda claim: claim.remove(by=the(Role.ANNOTATOR)),
}

STAYS = {where: dict.fromkeys(("edit", "note"), STANDING[where]) for where in MAKE}
PUBLISHED = {"close": "published", "reopen": "not_closed", "remove": "was_published"}
NOT_PUBLISHED = {"amend": "not_published", "reopen": "not_closed"}
CLOSED = ("closed", "none")
OPEN = {"close": CLOSED, "remove": "gone"} | NOT_PUBLISHED

# Where each verb leads (status and work), or the code of its refusal.
OUTCOMES = {
    "unchecked": STAYS["unchecked"] | OPEN,
    "drafting": STAYS["drafting"] | OPEN,
    "in_review": STAYS["in_review"] | OPEN,
    "published": STAYS["published"]
    | PUBLISHED
    | {"edit": "locked", "amend": STANDING["published"]},
    "corrected": STAYS["corrected"]
    | PUBLISHED
    | {"edit": "locked", "amend": STANDING["corrected"]},
    "in_correction": STAYS["in_correction"]
    | PUBLISHED
    | {"edit": "locked", "amend": STANDING["in_correction"]},
    "retracted": STAYS["retracted"] | NOT_PUBLISHED | {"close": CLOSED, "remove": "was_published"},
    "closed": STAYS["closed"]
    | {
        "amend": "not_published",
        "close": "closed",
        "reopen": ("unchecked", "none"),
        "remove": "gone",
    },
    "closed_with_a_draft": STAYS["closed_with_a_draft"]
    | {
        "amend": "not_published",
        "close": "closed",
        "reopen": ("drafting", "drafting"),
        "remove": "gone",
    },
}

EVERY = [(where, verb) for where in MAKE for verb in DO]
LEADS = [pair for pair in EVERY if not isinstance(OUTCOMES[pair[0]][pair[1]], str)]
REFUSED = [
    (where, verb)
    for where, verb in EVERY
    if isinstance(OUTCOMES[where][verb], str) and OUTCOMES[where][verb] != "gone"
]
GONE = [(where, verb) for where, verb in EVERY if OUTCOMES[where][verb] == "gone"]


def stored(claim):
    return Claim.objects.filter(pk=claim.pk).values().first()


@pytest.mark.parametrize("where", MAKE)
def test_a_claim_shows_where_it_stands(where):
    claim = MAKE[where]()

    row = stored(claim)
    assert (row["verification_status"], row["work"]) == STANDING[where]


@pytest.mark.parametrize(("where", "verb"), LEADS)
def test_a_verb_leads_where_the_table_says(where, verb):
    claim = MAKE[where]()

    DO[verb](claim)

    row = stored(claim)
    assert (row["verification_status"], row["work"]) == OUTCOMES[where][verb]
    assert (claim.verification_status, claim.work) == OUTCOMES[where][verb]


@pytest.mark.parametrize(("where", "verb"), REFUSED)
def test_a_verb_is_refused_where_the_table_says_so_and_changes_nothing(where, verb):
    claim = MAKE[where]()
    before = stored(claim)

    with pytest.raises(Refused) as refusal:
        DO[verb](claim)

    assert refusal.value.code == OUTCOMES[where][verb]
    assert stored(claim) == before


@pytest.mark.parametrize(("where", "verb"), GONE)
def test_a_claim_never_published_can_be_deleted_with_its_drafts(where, verb):
    claim = MAKE[where]()

    DO[verb](claim)

    assert not Claim.objects.exists()
    assert not Verdict.objects.exists()


@pytest.mark.parametrize("verb", DO)
def test_a_claim_that_somebody_deleted_is_refused_as_stale(verb):
    claim = newsroom.make_claim()
    Claim.objects.get(pk=claim.pk).remove(by=the(Role.ANNOTATOR))

    with pytest.raises(Refused, match="Somebody has deleted this claim") as refusal:
        DO[verb](claim)

    assert refusal.value.code == "stale"


@pytest.mark.parametrize("verb", ["edit", "note", "close", "remove"])
def test_nobody_acts_on_a_claim_they_have_not_read(verb):
    claim = newsroom.make_claim()
    Claim.objects.get(pk=claim.pk).edit(by=the(Role.REVIEWER), note="Read this first.")
    before = stored(claim)

    with pytest.raises(Refused, match="Somebody has saved this since you opened it"):
        DO[verb](claim)

    assert stored(claim) == before


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        ("amend", "Nothing is published here, so there is nothing to amend. Edit the claim."),
        ("reopen", "This claim is not closed."),
    ],
)
def test_a_refusal_tells_an_editor_what_to_do(verb, words):
    with pytest.raises(Refused) as refusal:
        DO[verb](newsroom.make_claim())

    assert refusal.value.message == words


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        ("close", "A published claim cannot be closed. Retract its verdict first."),
        (
            "remove",
            "Readers have seen this claim, so it cannot be deleted. Retract it instead.",
        ),
        (
            "edit",
            "Readers can see this claim, so its statement, quote, attributions, figures and "
            "question are locked. A reviewer can amend it, with a notice for readers.",
        ),
    ],
)
def test_a_published_claims_refusal_names_the_door(verb, words):
    with pytest.raises(Refused) as refusal:
        DO[verb](newsroom.make_published().claim)

    assert refusal.value.message == words


def test_closing_keeps_who_and_why(annotator):
    claim = newsroom.make_claim()

    claim.close(by=annotator, reason="duplicate")

    row = stored(claim)
    assert (row["closed_by_id"], row["close_reason"]) == (annotator.pk, "duplicate")


@pytest.mark.parametrize("reason", ["", "boring"])
def test_closing_needs_one_of_the_reasons(reason, annotator):
    with pytest.raises(ValidationError, match="not_checkable, duplicate, dropped, words_gone"):
        newsroom.make_claim().close(by=annotator, reason=reason)


@pytest.mark.parametrize("verb", ["edit", "close", "reopen", "remove", "amend"])
def test_somebody_without_a_role_does_nothing(verb, outsider):
    words = {"close": {"reason": "dropped"}, "amend": {"notice": "No."}, "edit": {"note": "No."}}

    with pytest.raises(NotAllowed, match=r"This needs the role (annotator|reviewer)"):
        getattr(newsroom.make_claim(), verb)(by=outsider, **words.get(verb, {}))


def test_deleting_needs_the_author_or_a_reviewer(reviewer):
    theirs, another = newsroom.make_claim(), newsroom.make_claim()

    with pytest.raises(NotAllowed, match="This needs the role reviewer"):
        theirs.remove(by=make_person(Role.ANNOTATOR))
    another.remove(by=reviewer)

    assert list(Claim.objects.all()) == [theirs]


def test_amending_needs_a_reviewer(annotator):
    claim = newsroom.make_published().claim

    with pytest.raises(NotAllowed, match="This needs the role reviewer"):
        claim.amend(by=annotator, notice="We misheard.", statement="It costs less.")


def test_amending_needs_a_notice(reviewer):
    claim = newsroom.make_published().claim

    with pytest.raises(Missing, match="Say in a notice what changes and why") as refusal:
        claim.amend(by=reviewer, notice=" ", statement="It costs less.")

    assert refusal.value.field == "notice"


@pytest.mark.parametrize("change", [{}, {"statement": "4.2 million euros"}, {"attributions": []}])
def test_an_amendment_that_changes_nothing_is_refused(change, reviewer):
    claim = newsroom.make_published().claim

    with pytest.raises(Refused, match="This amendment changes nothing") as refusal:
        claim.amend(by=reviewer, notice="We misheard.", **change)

    assert refusal.value.code == "no_change"


@pytest.mark.parametrize("change", [{"note": "x"}, {"assignee": None}, {"rating": None}])
def test_only_what_the_document_says_of_the_claim_is_amended(change, reviewer):
    claim = newsroom.make_published().claim

    with pytest.raises(Refused, match="Rating, summary, rationale and evidence change with a new"):
        claim.amend(by=reviewer, notice="We misheard.", **change)


def test_an_amendment_may_put_the_claim_on_other_words(reviewer):
    claim = newsroom.make_published().claim

    claim.amend(by=reviewer, notice="We quoted too little.", quote="need 4.2 million euros")

    stored = Claim.objects.get()
    assert stored.quote == "need 4.2 million euros"
    assert [each.text for each in stored.quantities.all()] == ["4.2 million"]


def test_an_amendment_opens_whom_it_names_and_keeps_its_notice(reviewer):
    claim = newsroom.make_published().claim
    mayor, question = newsroom.make_source("Mayor"), newsroom.make_question()

    claim.amend(
        by=reviewer, notice=" We misheard. ", attributions=[{"source": mayor}], question=question
    )

    mayor.refresh_from_db()
    question.refresh_from_db()
    assert mayor.public_since is not None
    assert question.public_since is not None
    assert Change.objects.about(claim).filter(field="notice", new="We misheard.", by=reviewer)


@pytest.mark.parametrize(
    "change",
    [
        {"statement": "It costs less."},
        {"quote": "18 months"},
        {"question": None},
        {"attributions": []},
    ],
)
def test_what_readers_see_of_a_claim_is_locked(change, annotator):
    claim = newsroom.make_claim(
        question=newsroom.make_question(), attributions=[{"source": newsroom.make_source()}]
    )
    newsroom.make_published(claim=claim)

    with pytest.raises(Refused, match="A reviewer can amend it") as refusal:
        claim.edit(by=annotator, **change)

    assert refusal.value.code == "locked"
    assert claim.attributions.count() == 1


def test_saying_what_a_locked_claim_says_already_is_no_change(annotator):
    mayor = newsroom.make_source()
    claim = newsroom.make_claim(attributions=[{"source": mayor}])
    newsroom.make_published(claim=claim)
    same = {"id": claim.attributions.get().public_id, "source": mayor, "stance": "asserts"}

    claim.edit(
        by=annotator,
        statement=claim.statement,
        quote=claim.quote,
        start=claim.start,
        attributions=[same],
        note="Ask the county.",
    )

    assert (claim.note, claim.version) == ("Ask the county.", 2)


@pytest.mark.parametrize(
    "change", [{"note": "x"}, {"due_at": None}, {"assignee": None}, {"repeats": None}]
)
def test_the_desks_own_fields_are_never_locked(change, annotator):
    claim = newsroom.make_published().claim

    claim.edit(by=annotator, **change)

    assert claim.verification_status == "false"


@pytest.mark.parametrize("field", ["verification_status", "work", "closed_at", "public_id"])
def test_editing_does_not_move_what_verbs_move(field, annotator):
    with pytest.raises(TypeError, match=f"{field} is not for editing"):
        newsroom.make_claim().edit(by=annotator, **{field: "closed"})


def test_a_claim_stays_in_its_article(annotator):
    with pytest.raises(ValidationError, match="A claim stays in its article"):
        newsroom.make_claim().edit(by=annotator, article=newsroom.make_article())


def test_a_command_may_act_without_a_person():
    claim = newsroom.make_claim()

    claim.edit(by=None, note="Imported.")
    claim.remove(by=None)

    assert not Claim.objects.exists()
