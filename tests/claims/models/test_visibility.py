"""Who sees which rows: one truth table, asked of the querysets that every door starts from."""

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts.models import User
from accounts.scopes import Role
from claims.models import Article, Claim, Question, Verdict
from sources.models import Source
from tests import newsroom
from tests.kept import kept_rows
from tests.newsroom import make_person, the

pytestmark = pytest.mark.django_db


def token_without_read():
    person = make_person(Role.REVIEWER)
    person.token_scopes = frozenset({"verdicts:publish"})
    return person


READERS = {
    "anonymous": lambda: AnonymousUser(),
    "outsider": lambda: make_person(None),
    "token without read": token_without_read,
    "left the desk": lambda: make_person(Role.REVIEWER, is_active=False),
}
DESK = {role.value: (lambda role=role: the(role)) for role in Role}


def claim(**fields):
    outlet, mayor = newsroom.make_source("Courier"), newsroom.make_source("Mayor")
    return newsroom.make_claim(
        article=newsroom.make_article(publisher=outlet),
        question=newsroom.make_question(f"What does bridge {Question.objects.count()} cost?"),
        attributions=[{"source": mayor}],
        **fields,
    )


def correction_under_way():
    verdict = newsroom.make_published(claim=claim())
    newsroom.make_submitted(claim=verdict.claim)


def corrected():
    newsroom.make_superseded(claim=claim())


def closed():
    claim().close(by=the(Role.ANNOTATOR), reason="dropped")


def retracted_then_closed():
    verdict = newsroom.make_retracted(claim=claim())
    verdict.claim.close(by=the(Role.ANNOTATOR), reason="dropped")


# What was done, and how many of these rows a reader sees: claims, verdicts, the rows around them.
SEEN = {
    "unchecked": (claim, 0, 0, False),
    "draft": (lambda: newsroom.make_draft(claim=claim()), 0, 0, False),
    "submitted": (lambda: newsroom.make_submitted(claim=claim()), 0, 0, False),
    "published": (lambda: newsroom.make_published(claim=claim()), 1, 1, True),
    "correction under way": (correction_under_way, 1, 1, True),
    "corrected": (corrected, 1, 1, True),
    "retracted": (lambda: newsroom.make_retracted(claim=claim()), 0, 0, True),
    "closed": (closed, 0, 0, False),
    "retracted, then closed": (retracted_then_closed, 0, 0, True),
}

AROUND = [Article, Question, Source]
whatever_was_done = pytest.mark.parametrize("done", SEEN, scope="module")


@pytest.fixture(scope="module")
def seen(done, django_db_setup, django_db_blocker):
    """How many rows of what was done a reader sees; nothing here changes them."""
    act, *seen = SEEN[done]
    with kept_rows(django_db_blocker):
        act()
        yield seen


@whatever_was_done
@pytest.mark.parametrize("reader", READERS)
def test_readers_see_what_is_published(reader, seen):
    claims, verdicts, around = seen

    user = READERS[reader]()

    assert Claim.objects.for_reader(user).count() == claims
    assert Verdict.objects.for_reader(user).count() == verdicts
    for model in AROUND:
        assert model.objects.for_reader(user).exists() == around, model


@whatever_was_done
@pytest.mark.parametrize("person", DESK)
def test_the_desk_sees_everything(person, seen):
    user: User = DESK[person]()

    for model in [Claim, Verdict, *AROUND]:
        assert list(model.objects.for_reader(user)) == list(model.objects.all())


def test_the_verdict_that_readers_see_is_the_standing_one():
    first = newsroom.make_superseded()

    seen = Verdict.objects.for_reader(AnonymousUser()).get()

    assert seen != first
    assert seen.is_standing


def test_a_source_nobody_published_stays_unseen_beside_one_that_was():
    newsroom.make_published(claim=claim())
    newsroom.make_source("Informant")

    names = Source.objects.for_reader(AnonymousUser()).values_list("name", flat=True)

    assert set(names) == {"Courier", "Mayor"}


@pytest.mark.parametrize("make", [newsroom.make_draft, newsroom.make_published])
def test_standing_on_a_row_agrees_with_the_queryset(make):
    verdict = make()

    assert verdict.is_standing == Verdict.objects.standing().filter(pk=verdict.pk).exists()
