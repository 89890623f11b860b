"""The short lane: what it answers is what the whole way answers, and the rest it leaves alone."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.http import HttpResponse, QueryDict
from django.test import Client, RequestFactory, override_settings

from publishing.api.answers.asking import Answer
from publishing.api.answers.kept import Kept, Known
from publishing.api.filters import FactCheckFilters
from publishing.lane import ShortLane, resource_of
from tests import newsroom

LANE = "publishing.lane.ShortLane"
LIST = "/api/v1/factchecks/"
NOON = datetime(2024, 10, 24, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
ADDRESS = "https://courier.example/bridge"

# Everything that a request may vary in, as query strings of the list.
QUERIES = [
    "",
    "rating=false",
    "rating=false&rating=disputed",
    "verdict=true",
    "rating=nonsense",
    "source={source}",
    "source={source_id}",
    "source={source}&rating=false",
    "source={source}&rating=false&rating=true",
    "source={source}&source={other}",
    "source={source}&page_size=1",
    "source={source}&ordering=published_at&page_size=1",
    "source=nobody",
    "article={article}",
    "article=0000000000",
    "article_url={address}",
    "article_url={address}&article_url=https://elsewhere.example/",
    "article_url=ftp://courier.example/",
    "question={question}",
    "language=en",
    "language=EN&language=fr",
    "language=",
    "published_after=2024-10-24T13:00:00Z",
    "published_before=2024-10-24T13:00:00Z",
    "published_after=2024-10-24T12:30:00Z&published_before=2030-01-01",
    "published_after=2024-02-30",
    "as_of=2024-10-24T12:30:00Z",
    "as_of=2024-10-24T12:30:00Z&source={source}",
    "as_of=2999-01-01",
    "q=bridge",
    "q=bridge&rating=false",
    "search=",
    "page_size=1",
    "page_size=0",
    "page_size=1&page_size=2",
    "page_size=1&count=true",
    "source={source}&count=true",
    "count=perhaps",
    "ordering=published_at",
    "ordering=rating",
    "cursor=nonsense",
    "cursor={cursor}",
    "cursor={cursor}&ordering=published_at",
    "nonsense=1",
    "q=%00",
    "format=json",
    "format=api",
    "fields=id",
    "fields=nonsense",
]
PATHS = [
    "factchecks/{id}/",
    "factchecks/{id}-any-slug/",
    "factchecks/{id}/?as_of=2024-10-24T12:30:00Z",
    "factchecks/{id}/?as_of=2024-10-23",
    "factchecks/{id}/?nonsense=1",
    "factchecks/{retracted}/",
    "factchecks/{retracted}/?as_of=2024-10-24T15:00:00Z",
    "factchecks/0000000000/",
    "factchecks/no-id/",
    "factchecks/%00/",
    "factchecks/{id}",
    "factchecks/{id}/versions/",
    "lookup/?url={address}",
    "lookup/?url=http://www.courier.example/bridge/?utm_source=x",
    "lookup/?url={address}&as_of=2024-10-24T12:30:00Z",
    "lookup/?url=https://elsewhere.example/",
    "lookup/?url=nonsense",
    "lookup/?url={address}&url={address}",
    "lookup/",
    "changes/",
    "changes/?after=2",
    "changes/?page_size=1",
    "changes/?after=-1",
    "changes/?nonsense=1",
    "changes/head/",
    "changes/head/?nonsense=1",
    "corrections/",
]
HEADERS: list[dict[str, str]] = [
    {},
    {"accept": "*/*"},
    {"accept": "application/json"},
    {"accept": "application/json, text/plain, */*"},
    {"accept": "text/html"},
    {"accept": "application/xml"},
    {"origin": "https://anywhere.example"},
    {"origin": "https://frontend.example"},
    {"origin": "http://localhost:3000"},
    {"if-none-match": '"nonsense"'},
    {"if-none-match": "*"},
    {"host": "testserver"},
    {"host": "evil.example"},
    {"cookie": "theme=dark"},
    {"cookie": f"{settings.SESSION_COOKIE_NAME}=nonsense"},
    {"authorization": "Bearer fc_no_such"},
]


@pytest.fixture(autouse=True)
def origins(settings: Any) -> None:
    settings.CORS_ALLOWED_ORIGINS = ["https://frontend.example"]
    settings.CORS_ALLOWED_ORIGIN_REGEXES = [r"^http://localhost(:\d+)?$"]


@pytest.fixture
def story(db: None) -> dict[str, str]:
    """Three checks of one article by two sources: one corrected since, one retracted."""
    office, mayor = newsroom.make_source("Roads office"), newsroom.make_source("Mayor")
    article = newsroom.make_article(url=ADDRESS)
    question = newsroom.make_question()
    claims = [
        newsroom.make_claim(
            quote,
            at=NOON - HOUR,
            article=article,
            question=question,
            attributions=[{"source": source} for source in sources],
        )
        for quote, sources in (
            ("4.2 million euros", [office, mayor]),
            ("18 months", [office]),
            ("Some 1,300 lorries", [mayor]),
        )
    ]
    for number, claim in enumerate(claims):
        newsroom.make_published(claim=claim, at=NOON + number * HOUR)
    first, _, third = claims
    newsroom.make_published(
        claim=first, rating=newsroom.make_rating("true"), notice="It is so.", at=NOON + 4 * HOUR
    )
    reviewer = newsroom.the("reviewer")
    third.verdicts.standing().get().retract(by=reviewer, reason="Another.", at=NOON + 5 * HOUR)
    page = Client().get(f"{LIST}?page_size=1").json()
    return {
        "id": first.public_id,
        "retracted": third.public_id,
        "source": office.slug,
        "source_id": office.public_id,
        "other": mayor.slug,
        "article": article.public_id,
        "question": question.slug,
        "address": ADDRESS,
        "cursor": page["next"].partition("cursor=")[2],
    }


def whole_way() -> Client:
    """A client of the same service without the lane."""
    middleware = [each for each in settings.MIDDLEWARE if each != LANE]
    with override_settings(MIDDLEWARE=middleware):
        client = Client()
        client.handler.load_middleware()
    return client


def told(response: Any) -> tuple[int, bytes, dict[str, str]]:
    headers = {name: _sorted(value) for name, value in response.headers.items()}
    headers.pop("X-Request-ID")
    return response.status_code, response.content, headers


def _sorted(value: str) -> str:
    """The policy's directives have no order, and each process gives them another."""
    return "; ".join(sorted(value.split("; ")))


def both_ways(path: str, **headers: str) -> Any:
    """The answer, which is the same three times: learnt, by the lane, and by the whole way."""
    short, whole = Client(), whole_way()
    answers = [told(client.get(path, headers=headers)) for client in (short, short, whole)]
    assert answers[0] == answers[1] == answers[2], (path, headers)
    return answers[0]


@pytest.mark.slow
def test_a_list_is_the_same_both_ways(story):
    for query in QUERIES:
        both_ways(f"{LIST}?{query.format(**story)}")


@pytest.mark.slow
@pytest.mark.parametrize("path", ["factchecks/", "factchecks/{id}/", "changes/head/"])
def test_whoever_asks_gets_the_same_both_ways(story, path):
    for headers in HEADERS:
        both_ways(f"/api/v1/{path.format(**story)}", **headers)


def test_every_read_is_the_same_both_ways(story):
    for path in PATHS:
        both_ways(f"/api/v1/{path.format(**story)}")


@pytest.mark.parametrize("path", ["factchecks/", "factchecks/{id}/", "lookup/?url={address}"])
def test_who_has_an_answer_is_told_so_both_ways(story, path):
    address = f"/api/v1/{path.format(**story)}"
    tag = Client().get(address).headers["ETag"]

    status, body, _ = both_ways(address, **{"if-none-match": tag})

    assert (status, body) == (304, b"")


@pytest.mark.parametrize(
    "path", ["factchecks/?rating=false", "factchecks/{id}/", "lookup/?url={address}", "changes/"]
)
def test_nothing_but_the_lane_sees_what_it_answers(story, path):
    asked = []

    def whole(request: Any) -> HttpResponse:
        asked.append(request)
        return HttpResponse(headers={"Cache-Control": "public"})

    lane = ShortLane(whole)
    name, _, query = f"/api/v1/{path.format(**story)}".partition("?")
    answers = [lane(RequestFactory().get(name, query_params=QueryDict(query))) for _ in range(3)]

    assert len(asked) == 1
    assert answers[1].headers["Cache-Control"] == "public"
    assert answers[1].content == answers[2].content != b""


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "POST", "PUT", "DELETE"])
def test_other_methods_go_the_whole_way(method):
    assert resource_of(RequestFactory().generic(method, LIST)) is None


def test_a_page_that_was_kept_is_not_shown_once_the_ledger_has_grown(story):
    reader = Client()
    before = [reader.get(LIST).json() for _ in range(3)]
    claim = newsroom.make_claim("18 months", at=NOON)

    newsroom.make_published(claim=claim)

    assert before[0] == before[2]
    assert reader.get(LIST).json()["results"][0]["id"] == claim.public_id


def test_a_page_that_was_kept_leads_on_by_the_readers_own_scheme(story):
    plain, secure = Client(), Client()

    pages = [
        reader.get(f"{LIST}?page_size=1", secure=reader is secure)
        for reader in (plain, plain, secure, secure)
    ]

    nexts = [page.json()["next"].partition(":")[0] for page in pages]
    assert nexts == ["http", "http", "https", "https"]
    assert pages[0]["ETag"] != pages[2]["ETag"]


def test_a_page_that_was_kept_costs_one_look_at_the_ledgers_head(story, django_assert_num_queries):
    reader = Client()
    reader.get(LIST)
    reader.get(LIST)

    with django_assert_num_queries(1):
        reader.get(LIST)


def test_what_filters_mean_is_asked_once_while_the_ledger_stands(story, django_assert_num_queries):
    reader = Client()
    query = f"source={story['source']}&rating=false"
    reader.get(f"{LIST}?{query}")

    # The ledger's head, and the page.
    with django_assert_num_queries(2):
        reader.get(f"{LIST}?{query}&page_size=1")


def test_whom_readers_may_name_follows_the_ledger(story):
    reader, source = Client(), newsroom.make_source("Traffic office")
    claim = newsroom.make_claim("18 months", at=NOON, attributions=[{"source": source}])
    before = reader.get(f"{LIST}?source={source.public_id}")

    newsroom.make_published(claim=claim)

    after = reader.get(f"{LIST}?source={source.public_id}")
    assert (before.status_code, after.status_code) == (400, 200)
    assert [each["id"] for each in after.json()["results"]] == [claim.public_id]


@pytest.mark.slow
@pytest.mark.parametrize("size", [1, 2])
@pytest.mark.parametrize("query", ["", "rating=false", "article={article}", "source={source}"])
def test_a_page_costs_the_same_however_long(story, django_assert_max_num_queries, query, size):
    reader = Client()
    reader.get(LIST)

    with django_assert_max_num_queries(3):
        reader.get(f"{LIST}?{query.format(**story)}&page_size={size}".replace("?&", "?"))


@pytest.mark.skipif(connection.vendor != "postgresql", reason="A file has no connections to lose.")
@pytest.mark.django_db(transaction=True)
def test_a_reader_does_not_notice_that_a_connection_was_lost(story):
    reader = Client()
    first = reader.get(LIST)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
    second = connection.copy()
    with second.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [pid])
    second.close()

    assert reader.get(LIST).content == first.content


def test_no_more_is_kept_than_there_is_room_for():
    kept = Kept(most=10)
    made: list[str] = []

    def answer(tag: str, size: int) -> bytes | None:
        def make() -> Answer:
            made.append(tag)
            return Answer(b"x" * size, {"ETag": tag})

        return kept.answer(tag, make).body

    for tag, size in [("a", 4), ("b", 4), ("a", 4), ("c", 4), ("b", 4), ("a", 4), ("d", 11)]:
        assert answer(tag, size) == b"x" * size
    answer("d", 11)

    assert made == ["a", "b", "c", "a", "d", "d"]


def test_what_filters_mean_is_forgotten_with_the_head_and_when_there_is_too_much():
    known = Known(most=2)

    known.under("a")["rating", "false"] = ["false"]
    again = dict(known.under("a"))
    grown = dict(known.under("b"))
    known.under("b").update({("rating", "true"): ["true"], ("rating", "false"): ["false"]})

    assert again == {("rating", "false"): ["false"]}
    assert grown == {}
    assert known.under("b") == {}


def test_only_names_are_remembered_and_each_once(story):
    held: dict[tuple[str, ...], list[Any]] = {}
    query = "rating=false&rating=+false+&q=bridge&published_after=2024-01-01"

    FactCheckFilters.read(QueryDict(query), known=held)

    assert held == {("rating", "false"): ["false"]}
