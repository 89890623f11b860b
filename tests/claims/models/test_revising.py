"""An article changes: every text is kept, and each claim's words are looked for in the new one."""

import pytest
from django.core.exceptions import ValidationError

from claims.api.verdict_rows import columns_for, verdict_rows
from claims.models import Claim, ClaimAnchor, Verdict
from claims.models.places import with_places
from factcheck.records.change import Change
from factcheck.records.refusals import Refused, Stale
from tests import newsroom
from tests.claims.models.edits import EDITS, SENTENCE
from tests.newsroom import TEXT, make_article, make_claim, make_published, revise

pytestmark = pytest.mark.django_db

FIGURE = "4.2 million euros"
NEVER_THE_SAME = ("changed", "needs_review", "lost")


def place_of(claim):
    return with_places([Claim.objects.select_related("revision").get(pk=claim.pk)])[0][1]


def stored(claim):
    return Claim.objects.select_related("revision").get(pk=claim.pk)


def needs_fresh_look(verdict):
    rows = list(Verdict.objects.filter(pk=verdict.pk).values(*columns_for(desk=True)))
    return verdict_rows(rows, desk=True)[0]["needs_fresh_look"]


def test_every_text_is_kept(annotator):
    article = make_article()

    revised = revise(article, "18 months", "two years")

    assert revised.revision.created_by == annotator
    assert [each.number for each in article.revisions.order_by("number")] == [1, 2]
    assert article.revisions.get(number=1).text == TEXT
    assert article.text == TEXT.replace("18 months", "two years")


@pytest.mark.parametrize(
    "text", [TEXT, TEXT.replace("\n", "\r\n"), f"\ufeff{TEXT}", TEXT.replace("cost", "co\u00adst")]
)
def test_the_text_that_is_here_already_is_refused(text, annotator):
    article = make_article()

    with pytest.raises(Refused, match="This is the text that is here already") as refusal:
        article.revise(text, by=annotator)

    assert refusal.value.code == "same_text"
    assert article.revisions.count() == 1


@pytest.mark.parametrize("text", ["", " \n", "nul\0"])
def test_a_new_version_needs_a_text(text, annotator):
    with pytest.raises(ValidationError) as refusal:
        make_article().revise(text, by=annotator)

    assert list(refusal.value.message_dict) == ["text"]


def test_whoever_has_read_an_older_version_is_refused(annotator):
    read = make_article()
    revise(read, "18 months", "two years")

    with pytest.raises(Stale):
        read.revise("Something else.", by=annotator)


def test_the_history_says_who_revised_it(annotator):
    article = make_article()

    revise(article, "18 months", "two years")

    change = Change.objects.about(article).get(field="revision")
    assert (change.old, change.new, change.by) == (1, 2, annotator)


@pytest.mark.parametrize("state", EDITS)
def test_a_report_says_what_became_of_a_claim(state):
    claim = make_claim(SENTENCE)

    report = revise(claim.article, *EDITS[state]).reports[0]

    assert (report.claim, report.state) == (claim, state)
    assert report.old == (1, claim.start, claim.end, SENTENCE)
    assert (report.new is None) == (state == "lost")
    assert (report.new is not None and report.new.quote == SENTENCE) == (
        state not in NEVER_THE_SAME
    )
    assert (report.reasons == ["figures differ"]) == (state == "needs_review")
    assert (report.quote_similarity == 1) == (state not in NEVER_THE_SAME)
    assert stored(claim).anchor_state == state


@pytest.mark.parametrize("state", ["exact", "moved"])
def test_a_claim_that_readers_do_not_see_goes_with_its_words(state):
    claim = make_claim(SENTENCE)

    revised = revise(claim.article, *EDITS[state])

    after = stored(claim)
    assert after.revision == revised.revision
    assert revised.revision.text[after.start : after.end] == after.quote == SENTENCE
    assert revised.revision.text[: after.start].endswith(after.prefix)


@pytest.mark.parametrize("state", NEVER_THE_SAME)
def test_a_claim_whose_words_have_changed_stays_where_it_is(state):
    claim = make_claim(SENTENCE)

    revise(claim.article, *EDITS[state])

    after = stored(claim)
    assert (after.revision.number, after.start, after.quote) == (1, claim.start, SENTENCE)


@pytest.mark.parametrize("state", EDITS)
def test_a_published_claim_stays_where_its_document_says(state):
    claim = make_published(claim=make_claim(SENTENCE)).claim

    revise(claim.article, *EDITS[state])

    after = stored(claim)
    assert (after.revision.number, after.start, after.quote) == (1, claim.start, SENTENCE)
    assert (place_of(claim).revision, place_of(claim).state) == (2, state)


def test_the_place_of_a_published_claim_is_in_the_latest_text():
    claim = make_published(claim=make_claim(SENTENCE)).claim

    revised = revise(claim.article, *EDITS["moved"])

    place = place_of(claim)
    assert revised.revision.text[place.start : place.end] == place.quote == SENTENCE


def test_where_a_claim_stood_before_is_kept():
    claim = make_claim(SENTENCE)

    revise(claim.article, *EDITS["moved"])
    revise(claim.article, "18 months", "two years")

    places = claim.anchors.order_by("revision__number").values_list("revision__number", "start")
    moved = claim.start + len("As of Tuesday, ")
    assert list(places) == [(1, claim.start), (2, moved), (3, moved)]


def test_a_claim_marked_in_the_latest_text_stands_there():
    article = make_article()
    revise(article, "18 months", "two years")

    claim = make_claim("two years", article=article)

    assert (claim.revision.number, place_of(claim).revision) == (2, 2)
    assert place_of(claim).state == "exact"


def test_words_that_come_back_are_found_again():
    claim = newsroom.make_lost_claim()

    claim.article.revise(TEXT, by=None)

    assert (stored(claim).anchor_state, stored(claim).revision.number) == ("exact", 3)


def test_a_published_claim_is_followed_from_where_its_words_last_stood():
    claim = make_published(claim=make_claim(FIGURE)).claim
    revise(claim.article, "will need", "said on Sunday that it will need")
    revise(claim.article, "The county said on Sunday", "As of Tuesday the county said")

    place = place_of(claim)

    assert (place.revision, place.quote) == (3, FIGURE)
    assert stored(claim).revision.number == 1


@pytest.mark.parametrize("state", NEVER_THE_SAME)
def test_changed_words_ask_for_a_fresh_look_at_the_verdict(state):
    verdict = make_published(claim=make_claim(SENTENCE))

    revise(verdict.claim.article, *EDITS[state])

    assert needs_fresh_look(verdict)


@pytest.mark.parametrize("state", ["exact", "moved"])
def test_words_that_only_move_ask_for_nothing(state):
    verdict = make_published(claim=make_claim(SENTENCE))

    revise(verdict.claim.article, *EDITS[state])

    assert not needs_fresh_look(verdict)


def test_a_reviewer_reads_again_what_has_other_words_now(reviewer):
    verdict = newsroom.make_submitted(claim=make_claim(SENTENCE))
    revise(verdict.claim.article, *EDITS["needs_review"])

    with pytest.raises(Stale):
        verdict.publish(by=reviewer)


def test_publishing_puts_the_claim_on_the_latest_text(reviewer):
    claim = make_published(claim=make_claim(SENTENCE)).claim
    revise(claim.article, *EDITS["moved"])

    make_published(claim=stored(claim), notice="The council has published its estimate.")

    after = stored(claim)
    assert after.revision.number == 2
    assert after.revision.text[after.start : after.end] == SENTENCE
    assert claim.anchors.filter(revision__number=1, start=claim.start).exists()


def test_an_amendment_puts_the_claim_on_the_latest_text(reviewer):
    claim = make_published(claim=make_claim(SENTENCE)).claim
    revise(claim.article, *EDITS["moved"])

    stored(claim).amend(by=reviewer, notice="We misheard.", statement="It costs 3.1 million.")

    assert stored(claim).revision.number == 2


def test_an_amendment_takes_the_new_words(reviewer):
    claim = make_published(claim=make_claim(SENTENCE)).claim
    revised = revise(claim.article, *EDITS["needs_review"])
    new = revised.reports[0].new

    stored(claim).amend(
        by=reviewer, notice="The article gives another figure.", start=new.start, end=new.end
    )

    after = stored(claim)
    assert (after.quote, after.revision.number, after.anchor_state) == (new.quote, 2, "exact")
    assert [each.text for each in after.quantities.all()] == ["3.4 million"]
    assert claim.anchors.get(revision__number=2).decision == "accepted"
    assert not needs_fresh_look(claim.verdicts.standing().get())


def test_a_change_of_figures_alone_at_the_same_place_can_be_amended(reviewer):
    claim = make_published(claim=make_claim("3.1 million euros")).claim
    revise(claim.article, "3.1 million", "3.4 million")

    stored(claim).amend(by=reviewer, notice="A new figure.", start=claim.start, end=claim.end)

    assert stored(claim).quote == "3.4 million euros"


def test_saying_again_where_a_claim_stands_does_not_move_it(annotator):
    claim = newsroom.make_lost_claim()

    claim.edit(by=annotator, quote=claim.quote, start=claim.start, end=claim.end, note="Gone?")

    assert (stored(claim).anchor_state, stored(claim).revision.number) == ("lost", 1)


def test_deleting_a_claim_deletes_its_places(annotator):
    claim = newsroom.make_lost_claim()

    claim.remove(by=annotator)

    assert not ClaimAnchor.objects.exists()


@pytest.mark.parametrize("claims", [1, 8])
def test_reading_places_costs_the_same_however_many_claims(claims, django_assert_num_queries):
    article = make_article()
    for _ in range(claims):
        make_claim(FIGURE, article=article)
    revise(article, *EDITS["moved"])

    # claims with their revision; anchors
    with django_assert_num_queries(2):
        places = with_places(article.claims.select_related("revision"))

    assert len(places) == claims
