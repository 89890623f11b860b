"""What all feeds have in common: caching, other origins, addresses, and what they refuse."""

import pytest

from tests import newsroom
from tests.api.nasty import QUERY_VALUES
from tests.publishing.feeds.record import HOUR, NOON, correct, published

pytestmark = pytest.mark.django_db

PAGE = "http://testserver/factchecks/{}/"
FEEDS = {
    "/feeds/claimreview.json": ("after", "page_size"),
    "/feeds/factchecks.atom": ("before",),
    "/sitemap.xml": ("part",),
    "/oembed?url={page}": ("url", "format", "maxwidth", "maxheight"),
    "/v1alpha1/claims:search?query=million": (
        "query",
        "languageCode",
        "reviewPublisherSiteFilter",
        "maxAgeDays",
        "pageSize",
        "pageToken",
        "offset",
        "alt",
        "prettyPrint",
    ),
}
OPEN = [path for path in FEEDS if not path.startswith("/sitemap")]


@pytest.fixture
def claim():
    return published()


@pytest.fixture(params=FEEDS)
def path(request, claim):
    return request.param.format(page=PAGE.format(claim.public_id))


def test_it_may_be_kept_for_a_minute_and_has_an_etag(api, path):
    answer = api.get(path)

    assert answer.status_code == 200
    assert answer["Cache-Control"] == "public, max-age=60"
    assert answer["ETag"].startswith('"')


def test_who_has_it_gets_a_304_after_one_look(api, path, django_assert_num_queries):
    tag = api.get(path)["ETag"]

    # the ledger's head; and for the sitemap, where what is news begins
    with django_assert_num_queries(2 if path.startswith("/sitemap") else 1):
        answer = api.get(path, HTTP_IF_NONE_MATCH=tag)

    assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", tag)


def test_a_page_that_cannot_be_is_refused_to_who_has_any_feed_too(api):
    refused = api.get("/feeds/factchecks.atom?cursor=nonsense", HTTP_IF_NONE_MATCH="*")

    assert refused.status_code == 400
    assert api.get("/feeds/factchecks.atom", HTTP_IF_NONE_MATCH="*").status_code == 304


def test_whatever_is_published_changes_the_etag(api, path, claim):
    tag = api.get(path)["ETag"]

    correct(claim, NOON + HOUR)

    assert api.get(path, HTTP_IF_NONE_MATCH=tag).status_code == 200


@pytest.mark.parametrize("setting", ["DESK_NAME", "DATA_LICENCE", "PUBLIC_URL"])
def test_so_does_another_name_licence_or_address(api, path, settings, setting):
    tag = api.get(path)["ETag"]

    setattr(settings, setting, "http://testserver.example")

    assert api.get(path, HTTP_IF_NONE_MATCH=tag)["ETag"] != tag


def test_head_says_the_same_as_get(api, path):
    got, asked = api.get(path), api.head(path)

    assert asked.status_code == 200
    assert asked["ETag"] == got["ETag"]


def test_nobody_writes_here(api, path):
    assert api.post(path, {}).status_code == 405


def test_addresses_are_under_the_public_one(api, path, settings):
    settings.PUBLIC_URL = "https://facts.example"

    text = api.get(path).content.decode()

    assert "https://facts.example/factchecks/" in text
    assert "http://testserver/factchecks/" not in text.replace(path.partition("url=")[2], "")


def test_an_unknown_parameter_is_refused(api, path):
    answer = api.get(f"{path}{'&' if '?' in path else '?'}zzz=1")

    assert answer.status_code == 400
    assert "zzz" in answer.content.decode()


def test_no_value_breaks_it(api, claim):
    for path, names in FEEDS.items():
        for name in names:
            for value in QUERY_VALUES:
                bare = path.format(page=PAGE.format(claim.public_id))
                address = f"{bare.partition('?')[0]}?{name}={value.format(name=name)}"
                answer = api.get(address)
                assert answer.status_code in (200, 400, 404, 501), address


@pytest.mark.parametrize("feed", OPEN)
def test_pages_of_any_origin_may_read_it(api, feed, claim):
    path = feed.format(page=PAGE.format(claim.public_id))

    assert api.get(path)["Access-Control-Allow-Origin"] == "*"


def test_nothing_of_a_draft_is_in_any_of_them(api, claim):
    newsroom.make_submitted(
        claim=newsroom.make_claim("18 months", statement="Unheard-of: 18 months."),
        summary="Not yet said.",
    )
    question = newsroom.make_question("Nobody has asked this?")

    said = "".join(
        api.get(path.format(page=PAGE.format(claim.public_id))).content.decode() for path in FEEDS
    )

    assert claim.statement in said
    assert "Unheard-of" not in said
    assert "Not yet said" not in said
    assert question.text not in said
    assert newsroom.the("reviewer").username not in said
