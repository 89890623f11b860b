"""Renewal: what documents name may be renamed at the desk, and readers follow when told."""

from datetime import UTC, datetime, timedelta

import pytest

from claims.models import (
    Claim,
    Document,
    FactCheckPeriod,
    FactCheckVersion,
    Question,
    Rating,
    SourceInPeriod,
    Verdict,
)
from claims.record.ledger import parsed
from claims.record.renewal import naming, renew, renew_all
from claims.record.verification import verify
from factcheck.records.refusals import NotAllowed, Refused
from sources.models import Source
from tests import newsroom
from tests.newsroom import evidence

pytestmark = pytest.mark.django_db

NOON = datetime(2024, 10, 24, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=2)


@pytest.fixture
def office():
    return newsroom.make_source("Roads office", at=NOON)


@pytest.fixture
def claim(office):
    """A published claim on which the office takes a stand."""
    claim = newsroom.make_claim(attributions=[{"source": office}], at=NOON)
    newsroom.make_published(claim=claim, at=NOON)
    return Claim.objects.get(pk=claim.pk)


def rename(source, name="Office of roads"):
    Source.objects.get(pk=source.pk).edit(by=None, name=name)


def standing(claim):
    return FactCheckPeriod.objects.standing().get(fact_check=claim.public_id)


def said(claim):
    return parsed(standing(claim).document.body)


def test_readers_get_the_old_name_until_told_otherwise(claim, office):
    rename(office)

    assert said(claim)["attributions"][0]["source"]["name"] == "Roads office"


def test_a_renewed_check_says_the_new_name(claim, office, reviewer):
    rename(office)

    row = renew(claim, by=reviewer, at=LATER)

    assert (row.kind, row.version, row.notice, row.four_eyes) == ("updated", 2, "", None)
    assert said(claim)["attributions"][0]["source"]["name"] == "Office of roads"
    assert list(verify()) == []


def test_without_a_notice_it_is_no_news(claim, office, reviewer):
    newer = newsroom.make_published(claim=newsroom.make_claim("18 months"), at=LATER).claim
    rename(office)

    renew(claim, by=reviewer, at=LATER)

    period = standing(claim)
    assert (period.place, period.from_sequence) == (1, 3)
    assert period.published_at == NOON
    assert said(claim)["published_at"] == said(claim)["first_published_at"]
    assert said(claim)["notices"] == []
    newest_first = FactCheckPeriod.objects.standing().order_by("-place")
    assert [each.fact_check for each in newest_first] == [newer, claim]
    assert SourceInPeriod.objects.get(period=period).place == 1
    assert not FactCheckVersion.objects.with_notice().exists()


def test_with_a_notice_it_is(claim, office, reviewer):
    rename(office)

    row = renew(claim, by=reviewer, at=LATER, notice=" The office has a new name. ")

    period = standing(claim)
    assert (period.place, period.published_at) == (row.sequence, LATER)
    assert said(claim)["published_at"] == "2024-10-24T14:00:00.000Z"
    assert said(claim)["first_published_at"] == "2024-10-24T12:00:00.000Z"
    assert [each["text"] for each in said(claim)["notices"]] == ["The office has a new name."]
    assert list(FactCheckVersion.objects.with_notice()) == [row]


def test_one_silent_version_after_another_keeps_the_first_ones_place(claim, office, reviewer):
    for name in ("Office of roads", "Office of roads and bridges"):
        rename(office, name)
        renew(claim, by=reviewer)

    assert (standing(claim).version, standing(claim).place) == (3, 1)
    assert list(verify()) == []


def test_a_silent_version_keeps_the_place_of_a_correction(claim, office, reviewer):
    newsroom.make_published(claim=claim, at=LATER, notice="There is an estimate now.")
    rename(office)

    renew(claim, by=reviewer)

    assert (standing(claim).place, standing(claim).published_at) == (2, LATER)


def test_what_says_so_already_stays(claim, reviewer):
    assert renew(claim, by=reviewer) is None
    assert renew(claim, by=reviewer, notice="Nothing changed.") is None

    assert FactCheckVersion.objects.count() == 1


def test_a_draft_on_the_side_changes_nothing(claim, reviewer):
    newsroom.make_draft(claim=claim, rating=newsroom.make_rating("true"))

    assert renew(claim, by=reviewer) is None


NOT_PUBLISHED = {
    "unchecked": newsroom.make_claim,
    "closed": newsroom.make_closed_claim,
    "drafting": lambda: newsroom.make_draft().claim,
    "in review": lambda: newsroom.make_submitted().claim,
    "retracted": lambda: newsroom.make_retracted().claim,
}


@pytest.mark.parametrize("state", NOT_PUBLISHED)
def test_nothing_is_renewed_where_nothing_stands(state, reviewer):
    claim = NOT_PUBLISHED[state]()
    before = FactCheckVersion.objects.count()

    with pytest.raises(Refused) as refusal:
        renew(claim, by=reviewer)

    assert refusal.value.code == "not_published"
    assert FactCheckVersion.objects.count() == before


def test_annotators_do_not_renew(claim, office, annotator):
    rename(office)

    with pytest.raises(NotAllowed, match="reviewer"):
        renew(claim, by=annotator)

    assert standing(claim).version == 1


@pytest.mark.parametrize("role", ["reviewer", "administrator"])
def test_reviewers_and_administrators_renew(role, claim, office):
    rename(office)

    assert renew(claim, by=newsroom.the(role)).kind == "updated"


def test_the_verdict_stays_the_one_it_was(claim, office, reviewer):
    rename(office)
    before = Verdict.objects.values().get()

    renew(claim, by=reviewer)

    assert Verdict.objects.values().get() == before


CHANGES = {
    "source": lambda claim: claim.attributions.get().source.edit(by=None, name="Another"),
    "relay": lambda claim: claim.attributions.get().via.edit(by=None, name="Another"),
    "publisher": lambda claim: claim.article.publisher.edit(by=None, name="Another"),
    "article": lambda claim: claim.article.edit(by=None, headline="Another"),
    "question": lambda claim: claim.question.edit(by=None, text="Another?"),
    "rating": lambda claim: claim.verdicts.get().rating.edit(by=None, name="Another"),
    "evidence": lambda claim: (
        claim.verdicts.get().evidence.get().source.edit(by=None, name="Another")
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_whatever_a_document_names_may_be_renamed(what, reviewer):
    article = newsroom.make_article(publisher=newsroom.make_source("Gazette"))
    attribution = {
        "source": newsroom.make_source("Mayor"),
        "via": newsroom.make_source("Agency"),
    }
    claim = newsroom.make_claim(
        article=article, question=newsroom.make_question(), attributions=[attribution]
    )
    council = newsroom.make_source("Council")
    newsroom.make_published(claim=claim, evidence=[evidence(source=council)])
    claim = Claim.objects.get(pk=claim.pk)

    CHANGES[what](claim)

    assert renew(claim, by=reviewer) is not None
    assert b"Another" in bytes(Document.objects.get(digest=claim.versions.last().digest).body)
    assert list(verify()) == []


def test_a_claim_is_found_by_everything_that_its_document_names():
    publisher, mayor = newsroom.make_source("Gazette"), newsroom.make_source("Mayor")
    agency, council = newsroom.make_source("Agency"), newsroom.make_source("Council")
    article = newsroom.make_article(publisher=publisher)
    question = newsroom.make_question()
    claim = newsroom.make_claim(
        article=article, question=question, attributions=[{"source": mayor, "via": agency}]
    )
    newsroom.make_published(claim=claim, evidence=[evidence(source=council)])
    newsroom.make_published(claim=newsroom.make_claim("18 months"), rating=newsroom.make_rating())
    newsroom.make_claim("3.1 million euros", article=article, question=question)

    for source in (publisher, mayor, agency, council):
        assert naming(Claim.objects.all(), source=source).get() == claim
    assert naming(Claim.objects.all(), article=article).get() == claim
    assert naming(Claim.objects.all(), question=Question.objects.get()).get() == claim
    assert naming(Claim.objects.all(), rating=Rating.objects.get()).count() == 2
    assert naming(Claim.objects.all()).count() == 2


def test_a_source_that_only_an_older_verdict_cited_is_not_named():
    council = newsroom.make_source("Council")
    claim = newsroom.make_published(evidence=[evidence(source=council)]).claim
    newsroom.make_published(claim=claim, notice="There is an estimate now.")

    assert not naming(Claim.objects.all(), source=council).exists()


def test_all_are_renewed_one_after_the_other(claim, office, reviewer):
    other = newsroom.make_claim("18 months", attributions=[{"source": office}])
    newsroom.make_published(claim=other)
    newsroom.make_published(claim=newsroom.make_claim("3.1 million euros"))
    rename(office)

    changed = list(renew_all(Claim.objects.published(), by=reviewer))

    assert sorted(changed) == [False, True, True]
    assert FactCheckVersion.objects.filter(kind="updated").count() == 2


def test_one_that_was_retracted_meanwhile_is_passed_over(claim, office, reviewer):
    other = newsroom.make_claim("18 months", attributions=[{"source": office}])
    verdict = newsroom.make_published(claim=other)
    rename(office)

    renewing = renew_all(Claim.objects.published(), by=reviewer)
    first = next(renewing)
    verdict.retract(by=reviewer, reason="Of another bridge.")

    assert [first, *renewing] == [True, False]
