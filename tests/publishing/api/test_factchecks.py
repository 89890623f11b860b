"""/api/v1/factchecks/: what stands, byte for byte, now and at any instant before."""

import hashlib
from datetime import UTC, datetime, timedelta

import pytest

from claims.models import Document, FactCheckVersion
from claims.record.withholding import withhold
from tests import newsroom

pytestmark = pytest.mark.django_db

LIST = "/api/v1/factchecks/"
NOON = datetime(2024, 10, 24, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def text_of(instant):
    return f"{instant:%Y-%m-%dT%H:%M:%SZ}"


def ids(response):
    assert response.status_code == 200, response.content
    return [row["id"] for row in response.json()["results"]]


def published(quote="4.2 million euros", at=NOON, **fields):
    claim = newsroom.make_claim(quote, at=at - HOUR, **fields)
    newsroom.make_published(claim=claim, at=at)
    return claim


def corrected(at=NOON):
    """Published at `at`, corrected an hour later."""
    claim = published(at=at)
    newsroom.make_published(
        claim=claim, rating=newsroom.make_rating("true"), notice="It is so.", at=at + HOUR
    )
    return claim


def retracted(at=NOON):
    claim = published(at=at)
    verdict = claim.verdicts.standing().get()
    verdict.retract(by=newsroom.the("reviewer"), reason="Another bridge.", at=at + HOUR)
    return claim


def test_a_check_is_the_very_bytes_that_the_ledger_names(api):
    claim = published()

    answer = api.get(f"{LIST}{claim.public_id}/")

    digest = FactCheckVersion.objects.get().digest
    assert hashlib.sha256(answer.content).hexdigest() == digest


def test_a_list_holds_the_same_bytes(api):
    claim = published()

    body = api.get(LIST).content

    assert bytes(Document.objects.get().body) in body
    assert ids(api.get(LIST)) == [claim.public_id]


def test_newest_first_and_the_other_way_round(api):
    first, second = published(), published("18 months", at=NOON + HOUR)

    assert ids(api.get(LIST)) == [second.public_id, first.public_id]
    assert ids(api.get(f"{LIST}?ordering=published_at")) == [first.public_id, second.public_id]


def test_pages_follow_one_another_without_a_gap(api):
    claims = [
        published(quote, at=NOON + number * HOUR)
        for number, quote in enumerate(["4.2 million euros", "18 months", "Some 1,300 lorries"])
    ]

    found, address = [], f"{LIST}?page_size=1"
    while address:
        page = api.get(address)
        found += ids(page)
        address = page.json()["next"]

    assert found == [claim.public_id for claim in reversed(claims)]


def test_a_renamed_source_moves_no_check_in_the_list(api, reviewer):
    from claims.record.renewal import renew

    office = newsroom.make_source("Roads office")
    first = published(attributions=[{"source": office}])
    second = published("18 months", at=NOON + HOUR)
    office.edit(by=reviewer, name="Roads agency")

    renew(first, by=reviewer, at=NOON + 2 * HOUR)

    page = api.get(LIST)
    assert ids(page) == [second.public_id, first.public_id]
    renamed = page.json()["results"][1]
    assert renamed["attributions"][0]["source"]["name"] == "Roads agency"
    assert renamed["published_at"] == "2024-10-24T12:00:00.000Z"
    assert (renamed["version"], renamed["kind"], renamed["notices"]) == (2, "updated", [])


# What is narrowed by: query, and whether the check of the bridge's cost passes.
FILTERS = [
    ("rating=false", True),
    ("rating=true", False),
    ("verdict=false&rating=true", True),
    ("language=en", True),
    ("language=EN", True),
    ("language=uk", False),
    ("source=roads-office", True),
    ("source=courier", False),
    ("question=what-does-the-bridge-cost", True),
    ("published_after=2024-10-24T12:00:00Z", True),
    ("published_after=2024-10-24T12:00:01Z", False),
    ("published_before=2024-10-24T12:00:00Z", False),
    ("published_before=2024-10-25", True),
    ("article_url=https://courier.example/bridge", True),
    ("article_url=http://WWW.courier.example:80/bridge/?utm_source=x%23top", True),
    ("article_url=https://courier.example/ferry", False),
    (
        "article_url=https://courier.example/ferry&article_url=https://m.courier.example/bridge",
        True,
    ),
    ("q=4.2 MILLION", True),
    ("q=roads office", True),
    ("search=ferry", False),
]


@pytest.mark.parametrize(("query", "passes"), FILTERS)
def test_each_filter_narrows(api, query, passes):
    article = newsroom.make_article(url="https://courier.example/bridge")
    courier = newsroom.make_source("Courier")
    claim = published(
        article=article,
        attributions=[{"source": newsroom.make_source()}],
        question=newsroom.make_question(),
    )
    newsroom.make_rating("true")
    published("18 months", at=NOON - 24 * HOUR, attributions=[{"source": courier}])

    found = ids(api.get(f"{LIST}?{query}"))

    assert (claim.public_id in found) == passes


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("rating=nice", "rating"),
        ("as_of=2999-01-01", "as_of"),
        ("as_of=yesterday", "as_of"),
        ("as_of=2024-10-24&as_of=2024-10-25", "as_of"),
        ("article_url=ftp://courier.example/", "article_url"),
        ("&".join(f"article_url=https://courier.example/{n}" for n in range(51)), "article_url"),
        ("work=none", "work"),
        ("fields=nothing", "fields"),
    ],
)
def test_what_cannot_be_followed_is_named(api, query, named):
    answer = api.get(f"{LIST}?{query}")

    assert answer.status_code == 400
    assert named in [error["parameter"] for error in answer.json()["errors"]]


# At so many hours after the first publication: the versions that were public.
INSTANTS = [(-1, [], 404), (0, [1], 200), (0.5, [1], 200), (1, [2], 200), (5, [2], 200)]


@pytest.mark.parametrize(("hours", "versions", "status"), INSTANTS)
def test_as_of_answers_what_was_public_then(api, hours, versions, status):
    claim = corrected()
    then = text_of(NOON + timedelta(hours=hours))

    listed = api.get(f"{LIST}?as_of={then}").json()["results"]
    alone = api.get(f"{LIST}{claim.public_id}/?as_of={then}")

    assert [row["version"] for row in listed] == versions
    assert alone.status_code == status
    assert not versions or alone.json()["version"] == versions[0]


def test_as_of_narrows_by_what_was_said_then(api):
    corrected()
    then = text_of(NOON)

    assert ids(api.get(f"{LIST}?as_of={then}&rating=false"))
    assert not ids(api.get(f"{LIST}?as_of={then}&rating=true"))
    assert not ids(api.get(f"{LIST}?rating=false"))


def test_a_retracted_check_is_gone_with_its_notice_and_was_there_before(api):
    claim = retracted()

    now = api.get(f"{LIST}{claim.public_id}/")
    then = api.get(f"{LIST}{claim.public_id}/?as_of={text_of(NOON)}")

    assert (now.status_code, now.json()["code"]) == (410, "retracted")
    assert "Another bridge." in now.json()["detail"]
    assert then.status_code == 200
    assert not ids(api.get(LIST))


def test_a_withheld_check_is_withheld_at_every_instant(api, administrator):
    claim = published()
    withhold(claim.versions.get(), by=administrator, reason="The court of Sorne, 3 May 2025.")

    now = api.get(f"{LIST}{claim.public_id}/")
    then = api.get(f"{LIST}{claim.public_id}/?as_of={text_of(NOON)}")

    assert now.status_code == then.status_code == 451
    assert "court of Sorne" in now.json()["detail"]
    assert not ids(api.get(f"{LIST}?as_of={text_of(NOON)}"))


@pytest.mark.parametrize("name", ["0000000000", "nothing", "4.2", "x" * 300])
def test_what_was_never_published_is_not_there(api, name):
    newsroom.make_submitted()

    assert api.get(f"{LIST}{name}/").status_code == 404


def test_the_path_takes_the_slug_behind_the_id(api):
    claim = published()

    assert api.get(f"{LIST}{claim.public_id}-whatever-it-says/").status_code == 200


@pytest.mark.parametrize("path", ["", "{id}/", "{id}/versions/", "{id}/versions/1/"])
def test_who_has_it_already_gets_a_304(api, path):
    address = LIST + path.format(id=published().public_id)
    tag = api.get(address).headers["ETag"]

    again = api.get(address, HTTP_IF_NONE_MATCH=tag)

    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == tag
    assert "max-age" in again.headers["Cache-Control"]


@pytest.mark.parametrize("path", ["", "{id}/", "{id}/versions/", "{id}/versions/1/"])
def test_who_has_any_gets_a_304_of_whatever_is_there(api, path):
    address = LIST + path.format(id=published().public_id)

    assert api.get(address, HTTP_IF_NONE_MATCH="*").status_code == 304


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("factchecks/?nonsense=1", 400),
        ("factchecks/?as_of=2999-01-01", 400),
        ("factchecks/0000000000/versions/", 404),
        ("corrections/?cursor=nonsense", 400),
        ("changes/?after=-1", 400),
        ("changes/head/?nonsense=1", 400),
        ("lookup/", 400),
    ],
)
def test_who_has_any_is_told_of_what_is_not_there(api, path, status):
    assert api.get(f"/api/v1/{path}", HTTP_IF_NONE_MATCH="*").status_code == status


def test_a_304_of_a_list_costs_one_look_at_the_ledger(api, django_assert_num_queries):
    published()
    tag = api.get(LIST).headers["ETag"]
    api.get(LIST, HTTP_IF_NONE_MATCH=tag)

    # The first one went the whole way.
    with django_assert_num_queries(1):
        api.get(LIST, HTTP_IF_NONE_MATCH=tag)


def test_the_list_has_another_etag_once_something_is_published(api):
    published()
    tag = api.get(LIST).headers["ETag"]
    published("18 months", at=NOON + HOUR)

    assert api.get(LIST, HTTP_IF_NONE_MATCH=tag).status_code == 200


@pytest.mark.parametrize("number", [1, 10])
def test_listing_costs_the_same_however_many_there_are(api, django_assert_num_queries, number):
    article = newsroom.make_article(
        text="\n".join(f"It costs {n} million euros." for n in range(10))
    )
    for n in range(number):
        published(f"It costs {n} million euros.", article=article)
    api.get(LIST)

    # the ledger's head; the documents
    with django_assert_num_queries(2):
        assert len(ids(api.get(f"{LIST}?page_size=20"))) == number


def test_a_browser_gets_a_page(api):
    published()

    page = api.get(LIST, HTTP_ACCEPT="text/html")

    assert page.headers["Content-Type"].startswith("text/html")
    assert "4.2 million euros" in page.content.decode()


def test_sparse_fields_and_a_count(api):
    claim = published()

    page = api.get(f"{LIST}?fields=id,version&count=true").json()

    assert page["results"] == [{"id": claim.public_id, "version": 1}]
    assert page["count"] == 1
