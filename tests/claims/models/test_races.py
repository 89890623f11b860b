"""People who act at the same moment: nothing is lost, and one of two contradicting acts wins."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from accounts.scopes import Role
from claims.models import Article, Claim, Question, Verdict
from claims.models.places import with_places
from factcheck.records.refusals import Refused, Stale
from tests import newsroom
from tests.claims.at_once import at_once
from tests.newsroom import make_person, the

pytestmark = pytest.mark.django_db(transaction=True)


def tries_until_saved(article: Article, writer: int, times: int) -> int:
    """Adds `times` words to the headline, reading again whenever somebody was faster."""
    refused = 0
    for number in range(times):
        while True:
            read = Article.objects.get(pk=article.pk)
            try:
                read.edit(by=None, headline=f"{read.headline} {writer}.{number}")
                break
            except Stale:
                refused += 1
    return refused


def test_racing_writers_lose_nothing():
    article = newsroom.make_article(headline="Start")

    outcomes = at_once(*(lambda w=w: tries_until_saved(article, w, 6) for w in range(4)))

    stored = Article.objects.get(pk=article.pk)
    words = stored.headline.split()[1:]
    assert all(isinstance(refused, int) for refused in outcomes), outcomes
    assert sorted(words) == sorted(f"{w}.{n}" for w in range(4) for n in range(6))
    assert stored.version == 25


def test_of_two_who_save_what_both_have_read_one_is_told():
    article = newsroom.make_article()
    copies = [Article.objects.get(pk=article.pk) for _ in range(4)]

    outcomes = at_once(*(lambda c=c: c.edit(by=None, headline=f"By {id(c)}") for c in copies))

    assert [outcome for outcome in outcomes if outcome is None] == [None]
    assert sum(isinstance(outcome, Stale) for outcome in outcomes) == 3


def test_of_those_who_keep_one_article_at_once_one_does():
    the(Role.ANNOTATOR)
    urls = [f"http://courier.example/bridge?utm_source={n}" for n in range(3)]
    urls.append("https://www.courier.example/bridge")

    outcomes = at_once(*(lambda url=url: newsroom.make_article(url=url) for url in urls))

    kept = Article.objects.get()
    refusals = [outcome for outcome in outcomes if isinstance(outcome, ValidationError)]
    assert len(refusals) == 3, outcomes
    assert all(kept.public_id in str(refusal.message_dict["url"]) for refusal in refusals)


def test_of_two_who_publish_at_once_one_does():
    verdict = newsroom.make_submitted()
    people = [the(Role.REVIEWER), make_person(Role.REVIEWER), make_person(Role.ADMINISTRATOR)]
    copies = [Verdict.objects.select_related("claim").get(pk=verdict.pk) for _ in people]

    outcomes = at_once(
        *(lambda c=c, p=p: c.publish(by=p) for c, p in zip(copies, people, strict=True))
    )

    assert sum(outcome is None for outcome in outcomes) == 1
    assert sum(isinstance(outcome, Refused) for outcome in outcomes) == 2
    winner = people[outcomes.index(None)]
    assert Verdict.objects.get(pk=verdict.pk).published_by == winner


def test_of_two_who_draft_at_once_one_does():
    claim = newsroom.make_claim()
    rating, people = newsroom.make_rating(), [make_person(), make_person(), make_person()]
    copies = [Claim.objects.get(pk=claim.pk) for _ in people]

    outcomes = at_once(
        *(
            lambda c=c, p=p: Verdict.draft(by=p, claim=c, rating=rating)
            for c, p in zip(copies, people, strict=True)
        )
    )

    assert sum(isinstance(outcome, Verdict) for outcome in outcomes) == 1, outcomes
    refusals = [outcome.code for outcome in outcomes if isinstance(outcome, Refused)]
    assert refusals == ["in_work", "in_work"]


@pytest.mark.parametrize("rival", ["edit", "close", "withdraw"])
def test_publishing_races_what_contradicts_it_and_one_of_them_is_refused(rival):
    verdict = newsroom.make_submitted()
    author, reviewer = the(Role.ANNOTATOR), the(Role.REVIEWER)
    read = Verdict.objects.select_related("claim").get(pk=verdict.pk)
    claim = Claim.objects.get(pk=verdict.claim_id)
    theirs = Verdict.objects.get(pk=verdict.pk)
    rivals = {
        "edit": lambda: claim.edit(by=author, statement="It costs less."),
        "close": lambda: claim.close(by=author, reason="dropped"),
        "withdraw": lambda: theirs.withdraw(by=author),
    }

    outcomes = at_once(lambda: read.publish(by=reviewer), rivals[rival])

    assert sum(outcome is None for outcome in outcomes) == 1, outcomes
    assert sum(isinstance(outcome, Refused) for outcome in outcomes) == 1, outcomes
    stored = Claim.objects.get(pk=claim.pk)
    published = stored.has_standing_verdict()
    assert published == (outcomes[0] is None)
    assert (stored.verification_status == "false") == published


def test_figures_and_their_question_can_be_changed_at_once():
    question = newsroom.make_question(unit="EUR")
    claim = newsroom.make_claim(question=question)
    rival = newsroom.make_claim("3.1 million euros", question=question)

    def requote() -> None:
        for quote in ["18 months", "4.2 million euros"] * 4:
            Claim.objects.get(pk=claim.pk).edit(by=None, quote=quote)

    def rename() -> None:
        for unit in ["month", "EUR"] * 4:
            Question.objects.get(pk=question.pk).edit(by=None, unit=unit)

    def close_and_reopen() -> None:
        for _ in range(4):
            Claim.objects.get(pk=rival.pk).close(by=the(Role.ANNOTATOR), reason="dropped")
            Claim.objects.get(pk=rival.pk).reopen(by=the(Role.ANNOTATOR))

    the(Role.ANNOTATOR)
    outcomes = at_once(requote, rename, close_and_reopen)

    assert outcomes == [None, None, None]
    stored = Question.objects.get(pk=question.pk)
    assert (stored.unit, stored.has_conflict) == ("EUR", True)


def test_whoever_marks_while_the_article_changes_is_not_left_behind():
    article = newsroom.make_article()
    the(Role.ANNOTATOR)
    published = newsroom.make_published(claim=newsroom.make_claim(article=article)).claim

    def revise(number: int) -> None:
        read = Article.objects.get(pk=article.pk)
        read.revise(f"{newsroom.TEXT} Update {number}.", by=None)

    outcomes = at_once(
        *(lambda n=n: revise(n) for n in range(2)),
        *(lambda: newsroom.make_claim("18 months", article=article) for _ in range(4)),
        lambda: newsroom.make_published(
            claim=Claim.objects.get(pk=published.pk), notice="There is an estimate now."
        ),
    )

    latest = Article.objects.get(pk=article.pk).latest_revision.number
    unexpected = [each for each in outcomes if isinstance(each, Exception)]
    assert all(isinstance(each, Stale | Refused) for each in unexpected), unexpected
    assert {place.revision for _, place in with_places(every_claim())} == {latest}


def every_claim() -> Any:
    return Claim.objects.select_related("revision")
