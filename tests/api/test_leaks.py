"""Nothing of the desk is in any answer to a reader: the whole demo is asked for, and searched."""

import pytest

from accounts.models import User
from claims.models import Article, ArticleRevision, Claim, Evidence, Question, Verdict
from factcheck.records.models import Change
from sources.models import Source, SourceAlias
from tests.newsroom import ApiClient, client_of, make_person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

KINDS = {
    "claims": Claim,
    "verdicts": Verdict,
    "articles": Article,
    "sources": Source,
    "questions": Question,
}
# What has to be searched for to be the most relevant: words of the demo's hidden rows, too.
SEARCH = "&q=north+korean&q=bridge&q=council"
# Not those that tell of retractions: they name the check, as the ledger does.
FEEDS = [
    "/v1alpha1/claims:search?reviewPublisherSiteFilter=testserver&pageSize=100",
    "/sitemap.xml",
]
PRIVATE_TEXT = "Nobody but the desk reads this sentence of the article."


def every_answer(client):
    """Path → text of each list (page by page), detail and OPTIONS, and of what is beside them."""
    answers = {}
    for kind, model in KINDS.items():
        orderings = client.options(f"/api/v1/{kind}/").json()["orderings"]
        starts = [
            f"/api/v1/{kind}/?count=true&page_size=7&ordering={each}"
            + (SEARCH if each == "relevance" else "")
            for each in orderings
        ]
        for path in [*starts, f"/api/v1/{kind}/?format=api"]:
            while path:
                answers[path] = client.get(path)
                body = answers[path]
                path = body.json()["next"] if body["Content-Type"] == "application/json" else None
        answers[f"OPTIONS {kind}"] = client.options(f"/api/v1/{kind}/")
        for public_id in model.objects.values_list("public_id", flat=True):
            path = f"/api/v1/{kind}/{public_id}/"
            answers[path] = client.get(path)
    for path in ("/", "/api/v1/", "/api/v1/schema/", "/api/v1/ratings/", *FEEDS):
        answers[path] = client.get(path)
    return {path: answer.content.decode() for path, answer in answers.items()}


def texts(queryset, *columns):
    return {text for row in queryset.values_list(*columns) for text in row if text}


def mark_what_is_the_desks():
    """Give the desk's people and notes words that stand nowhere else, and hide a text."""
    for number, user in enumerate(User.objects.all()):
        User.objects.filter(pk=user.pk).update(
            username=f"qx{number}staff", first_name=f"Qx{number}first", last_name=f"Qx{number}last"
        )
    for number, claim in enumerate(Claim.objects.all()):
        Claim.objects.filter(pk=claim.pk).update(
            note=f"qx{number}note", assignee=User.objects.first()
        )
    Article.objects.update(text_is_public=False)
    ArticleRevision.objects.update(text=PRIVATE_TEXT)


def hidden_words():
    """Whatever a reader must not meet in any answer."""
    hidden_claims = Claim.objects.exclude(pk__in=Claim.objects.published())
    hidden_verdicts = Verdict.objects.exclude(pk__in=Verdict.objects.standing())
    hidden_evidence = Evidence.objects.filter(verdict__in=hidden_verdicts)
    hidden_sources = Source.objects.filter(public_since__isnull=True)
    hidden_questions = Question.objects.filter(public_since__isnull=True)
    hidden = {
        PRIVATE_TEXT,
        *texts(User.objects.all(), "username", "first_name", "last_name", "email"),
        *texts(Claim.objects.all(), "note"),
        *texts(hidden_claims, "public_id", "statement"),
        *texts(hidden_verdicts, "public_id", "summary", "rationale", "return_reason"),
        *texts(hidden_evidence, "public_id", "excerpt", "record", "title"),
        *texts(hidden_sources, "public_id", "slug", "name"),
        *texts(SourceAlias.objects.filter(source__in=hidden_sources), "name"),
        *texts(hidden_questions, "public_id", "slug", "text"),
        *texts(Change.objects.exclude(request_id=""), "request_id"),
    }
    # A town is the name of its council and of much else.
    shown = "\n".join(_shown())
    return {word for word in hidden if word not in shown}


def _shown():
    """What readers may meet, although something hidden may say the same."""
    claims, verdicts = Claim.objects.published(), Verdict.objects.standing()
    return {
        *texts(claims, "statement", "quote", "prefix", "suffix"),
        *texts(verdicts, "summary", "rationale"),
        *texts(Evidence.objects.filter(verdict__in=verdicts), "url", "excerpt", "record", "title"),
        *texts(Article.objects.public(), "headline", "url"),
        *texts(Source.objects.public(), "name", "slug", "description"),
        *texts(Question.objects.public(), "text", "slug", "place", "period"),
    }


@pytest.mark.parametrize(
    "reader",
    [
        "anonymous",
        pytest.param("outsider", marks=pytest.mark.slow),
        pytest.param("token without read", marks=pytest.mark.slow),
    ],
)
def test_no_answer_to_a_reader_holds_a_word_of_the_desk(reader):
    mark_what_is_the_desks()
    client = {
        "anonymous": ApiClient,
        "outsider": lambda: client_of(make_person(None, username="nobody")),
        "token without read": lambda: client_of(make_person(username="writer"), "claims:write"),
    }[reader]()
    answers = every_answer(client)
    words = hidden_words()

    leaks = [(word, path) for path, text in answers.items() for word in words if word in text]

    assert len(words) > 100
    assert leaks == []


@pytest.mark.slow
def test_the_search_finds_what_the_desk_is_shown():
    mark_what_is_the_desks()
    desk = client_of(User.objects.get(username="qx0staff"))

    text = "".join(every_answer(desk).values())

    missed = [word for word in hidden_words() if word not in text and '"' not in word]
    assert len(missed) < len(hidden_words()) / 4


def test_a_reader_counts_only_what_they_are_shown(api):
    for kind, shown in {
        "claims": Claim.objects.published(),
        "verdicts": Verdict.objects.standing(),
        "articles": Article.objects.public(),
        "sources": Source.objects.public(),
        "questions": Question.objects.public(),
    }.items():
        assert api.get(f"/api/v1/{kind}/?count=true").json()["count"] == shown.count()
        assert 0 < shown.count() < KINDS[kind].objects.count() or kind == "articles"
