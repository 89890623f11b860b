"""Deciding about changed words: accept, mark, close, tried from everywhere a claim can stand."""

import pytest
from django.core.exceptions import ValidationError

from accounts.scopes import Role
from claims.models import Claim, ClaimAnchor
from factcheck.records.change import Change
from factcheck.records.refusals import NotAllowed, Refused, Stale
from tests import newsroom
from tests.claims.models.edits import EDITS, SENTENCE
from tests.newsroom import make_claim, make_published, revise, the

pytestmark = pytest.mark.django_db

MAKE = {
    "unchecked": lambda claim: claim,
    "in_review": lambda claim: newsroom.make_submitted(claim=claim).claim,
    "retracted": lambda claim: newsroom.make_retracted(claim=claim).claim,
    "published": lambda claim: make_published(claim=claim).claim,
}
DO = {
    "accept": lambda claim: claim.accept_words(by=the(Role.ANNOTATOR)),
    "mark": lambda claim: claim.mark_words(by=the(Role.ANNOTATOR), quote="4.2 million euros"),
    "close": lambda claim: claim.close(by=the(Role.ANNOTATOR), reason="words_gone"),
}

# Where a decision leads (the words the claim stands on), or the code of its refusal.
NOTHING_TO_ACCEPT = dict.fromkeys(("exact", "moved"), "settled") | {"lost": "words_gone"}
ACCEPTED = {
    "changed": SENTENCE.replace("had put", "put"),
    "needs_review": SENTENCE.replace("3.1", "3.4"),
}
OTHERS = dict.fromkeys(EDITS, "4.2 million euros")
OPEN = {
    "accept": NOTHING_TO_ACCEPT | ACCEPTED,
    "mark": OTHERS,
    "close": dict.fromkeys(EDITS, SENTENCE),
}
OUTCOMES = {
    "unchecked": OPEN,
    "in_review": OPEN,
    "retracted": OPEN,
    "published": {
        "accept": NOTHING_TO_ACCEPT | dict.fromkeys(ACCEPTED, "locked"),
        "mark": dict.fromkeys(EDITS, "locked"),
        "close": dict.fromkeys(EDITS, "published"),
    },
}
EVERY = [(where, state, verb) for where in MAKE for state in EDITS for verb in DO]
CODES = {"settled", "words_gone", "locked", "published"}
REFUSED = [cell for cell in EVERY if OUTCOMES[cell[0]][cell[2]][cell[1]] in CODES]
LEADS = [cell for cell in EVERY if cell not in REFUSED]


def stored(claim):
    return Claim.objects.select_related("revision").get(pk=claim.pk)


def standing(where, state, quote=SENTENCE):
    """A claim in this state of its life, the words of which have fared so."""
    claim = MAKE[where](make_claim(quote))
    revise(claim.article, *EDITS[state])
    return stored(claim)


@pytest.mark.parametrize(("where", "state", "verb"), LEADS)
def test_a_decision_leads_where_the_table_says(where, state, verb):
    claim = standing(where, state)

    DO[verb](claim)

    after = stored(claim)
    assert after.quote == OUTCOMES[where][verb][state]
    assert after.revision.text[after.start : after.end] == after.quote
    assert after.anchor_state == (state if verb == "close" else "exact")


@pytest.mark.parametrize(("where", "state", "verb"), REFUSED)
def test_a_decision_is_refused_where_the_table_says_so_and_changes_nothing(where, state, verb):
    claim = standing(where, state)
    before = Claim.objects.filter(pk=claim.pk).values().get()

    with pytest.raises(Refused) as refusal:
        DO[verb](claim)

    assert refusal.value.code == OUTCOMES[where][verb][state]
    assert Claim.objects.filter(pk=claim.pk).values().get() == before


def test_accepting_reads_the_figures_again(annotator):
    claim = standing("unchecked", "needs_review")

    claim.accept_words(by=annotator)

    assert [each.text for each in claim.quantities.all()] == ["3.4 million"]


def test_accepting_keeps_who_and_what_was_found(annotator):
    claim = standing("unchecked", "needs_review")

    claim.accept_words(by=annotator)

    anchor = claim.anchors.get(revision__number=2)
    assert (anchor.state, anchor.decision, anchor.decided_by) == (
        "needs_review",
        "accepted",
        annotator,
    )
    assert Change.objects.about(claim).filter(field="anchor_state", new="exact", by=annotator)


@pytest.mark.parametrize(
    "place",
    [{"quote": "18 months"}, {"start": 21, "end": 38}, {"quote": "4.2 million", "start": 21}],
)
def test_words_are_marked_by_quote_or_by_offsets(place, annotator):
    claim = standing("unchecked", "lost")

    claim.mark_words(by=annotator, **place)

    after = stored(claim)
    assert (after.revision.number, after.anchor_state) == (2, "exact")
    anchor = claim.anchors.get(revision__number=2)
    assert (anchor.decision, anchor.quote, anchor.start) == ("marked", after.quote, after.start)


@pytest.mark.parametrize("place", [{"quote": "never said"}, {"start": 5, "end": 4}, {"quote": ""}])
def test_words_that_are_not_there_are_refused_by_field(place, annotator):
    claim = standing("unchecked", "lost")

    with pytest.raises(ValidationError) as refusal:
        claim.mark_words(by=annotator, **place)

    assert list(refusal.value.message_dict) == ["quote"]


def test_marking_where_it_stands_already_is_refused(annotator):
    claim = make_claim("18 months")

    with pytest.raises(Refused, match="stands on these words already"):
        claim.mark_words(by=annotator, quote="18 months")


def twice_in_doubt():
    """A published claim the words of which stand in two places now, and neither is surely it."""
    text = "Ferries run late. The bridge is safe. Lorries queue."
    article = newsroom.make_article(text=text)
    claim = make_published(claim=make_claim("The bridge is safe", article=article)).claim
    article.revise(
        "The bridge is safe. Nobody queues there. Some say so again. The bridge is safe.", by=None
    )
    return stored(claim)


def test_the_same_words_of_a_published_claim_are_found_a_place_beside_its_document(annotator):
    claim = twice_in_doubt()
    text = claim.article.text
    last = text.rindex("The bridge is safe")

    claim.mark_words(by=annotator, quote="The bridge is safe", start=last)

    after = stored(claim)
    anchor = claim.anchors.get(revision__number=2)
    assert (after.revision.number, after.start) == (1, claim.start)
    assert (anchor.start, anchor.quote) == (last, "The bridge is safe")
    assert after.anchor_state == "moved"


def test_a_published_claim_is_not_marked_anew_in_the_text_of_its_document(annotator):
    claim = make_published(claim=make_claim("4.2 million euros")).claim

    with pytest.raises(Refused, match="A reviewer can amend it") as refusal:
        claim.mark_words(by=annotator, quote="18 months")

    assert refusal.value.code == "locked"


def test_other_words_are_read_again_before_they_are_published(annotator, reviewer):
    claim = standing("in_review", "needs_review")
    verdict = claim.verdicts.get()
    claim.accept_words(by=annotator)

    with pytest.raises(Stale):
        verdict.publish(by=reviewer)


def test_editing_the_quote_settles_it_too(annotator):
    claim = standing("unchecked", "lost")

    claim.edit(by=annotator, quote="18 months")

    assert stored(claim).anchor_state == "exact"
    assert claim.anchors.get(revision__number=2).decision == "marked"


@pytest.mark.parametrize("verb", ["accept", "mark"])
def test_nobody_decides_about_a_claim_they_have_not_read(verb):
    claim = standing("unchecked", "needs_review")
    stored(claim).edit(by=the(Role.REVIEWER), note="Read this first.")

    with pytest.raises(Stale):
        DO[verb](claim)

    assert not ClaimAnchor.objects.exclude(decision="").exists()


@pytest.mark.parametrize("verb", ["accept_words", "mark_words"])
def test_somebody_without_a_role_decides_nothing(verb, outsider):
    with pytest.raises(NotAllowed, match="This needs the role annotator"):
        getattr(standing("unchecked", "needs_review"), verb)(by=outsider)
