"""Writing safely: with the version one has read, and once however often it is sent."""

import pytest

from accounts.endpoints import ENDPOINTS
from claims.models import Claim, Verdict
from sources.models import Source
from tests import newsroom
from tests.api.rows import ACTS, NEW, ROWS, WHOLE, path_of
from tests.newsroom import client_of

pytestmark = pytest.mark.django_db

# These add something beside what is there; they overwrite nothing that one should have read.
ADDING = {"articles/{id}/revisions", "articles/{id}/suggestions/dismiss"}
NAMED = [endpoint for endpoint in ROWS if endpoint not in ADDING]
WRITES = [
    *((endpoint, method) for endpoint in WHOLE for method in ("put", "patch", "delete")),
    *((endpoint, "post") for endpoint in NAMED if "POST" in ENDPOINTS[endpoint]),
]


@pytest.fixture
def write(administrator, as_administrator):
    """Send a write that lacks nothing but, perhaps, the right If-Match."""

    def write(endpoint, method, row, **headers):
        body = {"put": lambda: WHOLE[endpoint](row), "post": lambda: ACTS.get(endpoint)}
        send = body.get(method, dict)
        return getattr(as_administrator, method)(path_of(endpoint, row), send(), **headers)

    return write


@pytest.mark.parametrize(("endpoint", "method"), WRITES)
def test_a_write_says_which_version_it_has_read(endpoint, method, administrator, write):
    row = ROWS[endpoint](administrator)

    without = write(endpoint, method, row)
    stale = write(endpoint, method, row, HTTP_IF_MATCH='"999-abc"')
    garbage = write(endpoint, method, row, HTTP_IF_MATCH="garbage")
    weak = write(endpoint, method, row, HTTP_IF_MATCH=f'W/"{row.version}-abc"')
    right = write(endpoint, method, row, HTTP_IF_MATCH=f'"1-x", "{row.version}-other-bytes"')

    assert (without.status_code, without.json()["code"]) == (428, "precondition_required")
    assert (stale.status_code, stale.json()["code"]) == (412, "stale")
    assert (garbage.status_code, weak.status_code) == (412, 412)
    assert right.status_code in (200, 204), right.content


@pytest.mark.slow
@pytest.mark.parametrize(("endpoint", "method"), WRITES)
def test_a_star_is_any_version(endpoint, method, administrator, write):
    response = write(endpoint, method, ROWS[endpoint](administrator), HTTP_IF_MATCH="*")

    assert response.status_code in (200, 204), response.content


@pytest.mark.parametrize("endpoint", WHOLE)
def test_the_etag_of_a_write_serves_for_the_next(endpoint, administrator, as_administrator):
    path = path_of(endpoint, ROWS[endpoint](administrator))
    key = {
        "sources/{id}": "country",
        "articles/{id}": "published_at",
        "questions/{id}": "place",
        "webhooks/{id}": "name",
    }
    changes = {"country": ["FR", "DE"], "published_at": ["2024-01-01", "2024-01-02"]}
    name = key.get(endpoint, "note" if endpoint == "claims/{id}" else "rationale")
    one, two = changes.get(name, ["one", "two"])

    first = as_administrator.patch(
        path, {name: one}, HTTP_IF_MATCH=as_administrator.get(path)["ETag"]
    )
    second = as_administrator.patch(path, {name: two}, HTTP_IF_MATCH=first["ETag"])
    third = as_administrator.patch(path, {name: one}, HTTP_IF_MATCH=first["ETag"])

    assert (first.status_code, second.status_code, third.status_code) == (200, 200, 412)
    assert as_administrator.get(path)["ETag"] == second["ETag"]
    assert as_administrator.get(path).content == second.content


def test_the_version_covers_the_parts(as_annotator):
    claim = newsroom.make_claim()
    source = newsroom.make_source()
    path = path_of("claims/{id}", claim)
    read = as_annotator.get(path)["ETag"]

    as_annotator.patch(path, {"attributions": [{"source": source.slug}]}, HTTP_IF_MATCH=read)
    late = as_annotator.patch(path, {"note": "Mine."}, HTTP_IF_MATCH=read)

    assert late.status_code == 412


def test_a_row_that_is_gone_is_a_404_whatever_the_header_says(write):
    claim = newsroom.make_claim()
    write("claims/{id}", "delete", claim, HTTP_IF_MATCH="*")

    again = write("claims/{id}", "delete", claim, HTTP_IF_MATCH="*")

    assert again.status_code == 404


def test_a_read_that_is_held_already_is_a_304_until_something_changes(as_annotator):
    claim = newsroom.make_claim()
    path = path_of("claims/{id}", claim)
    tag = as_annotator.get(path)["ETag"]

    held = as_annotator.get(path, HTTP_IF_NONE_MATCH=tag)
    newsroom.make_draft(claim=claim)
    changed = as_annotator.get(path, HTTP_IF_NONE_MATCH=tag)

    assert (held.status_code, held.content, held["ETag"]) == (304, b"", tag)
    assert changed.status_code == 200


def test_readers_and_the_desk_are_told_apart_by_every_cache(api, as_annotator):
    newsroom.make_published()

    for path in ("/api/v1/claims/", f"/api/v1/claims/{Claim.objects.get().public_id}/"):
        public, private = api.get(path), as_annotator.get(path)

        assert "public" in public["Cache-Control"]
        assert private["Cache-Control"] == "private, no-store"
        assert public["ETag"] != private["ETag"]
        assert {"Authorization", "Cookie"} <= set(public["Vary"].split(", "))


# --- Once ---------------------------------------------------------------------------------------


# A webhook's answer holds its secret, so it is not kept to be said again.
@pytest.mark.parametrize("kind", sorted(NEW.keys() - {"webhooks"}))
def test_creating_with_a_key_is_done_once(kind, administrator, as_administrator):
    body = NEW[kind](administrator)

    first, again = (
        as_administrator.post(f"/api/v1/{kind}/", body, HTTP_IDEMPOTENCY_KEY="once")
        for _ in range(2)
    )

    assert (first.status_code, again.status_code) == (201, 201)
    assert again.content == first.content
    assert again["Location"] == first["Location"]
    assert again["Idempotency-Replayed"] == "true"


def test_publishing_with_a_key_is_done_once(as_reviewer):
    verdict = newsroom.make_submitted()
    path = f"/api/v1/verdicts/{verdict.public_id}/publish/"
    tag = as_reviewer.get(f"/api/v1/verdicts/{verdict.public_id}/")["ETag"]
    send = {"HTTP_IDEMPOTENCY_KEY": "once", "HTTP_IF_MATCH": tag}

    first, again = (as_reviewer.post(path, {"notice": ""}, **send) for _ in range(2))
    without_key = as_reviewer.post(path, {"notice": ""}, HTTP_IF_MATCH=tag)

    assert (first.status_code, again.status_code) == (200, 200)
    assert again.content == first.content
    assert without_key.status_code == 412
    assert Verdict.objects.get().version == first.json()["version"]


def test_a_key_that_was_used_for_another_body_is_a_422(as_annotator):
    as_annotator.post(
        "/api/v1/sources/", {"name": "One", "kind": "media"}, HTTP_IDEMPOTENCY_KEY="once"
    )

    other = as_annotator.post(
        "/api/v1/sources/", {"name": "Two", "kind": "media"}, HTTP_IDEMPOTENCY_KEY="once"
    )

    assert other.status_code == 422
    assert [source.name for source in Source.objects.all()] == ["One"]


def test_an_act_that_was_refused_frees_its_key(as_annotator):
    wrong, right = {"name": "", "kind": "media"}, {"name": "Courier", "kind": "media"}

    refused = as_annotator.post("/api/v1/sources/", wrong, HTTP_IDEMPOTENCY_KEY="once")
    done = as_annotator.post("/api/v1/sources/", right, HTTP_IDEMPOTENCY_KEY="once")

    assert (refused.status_code, done.status_code) == (400, 201)


def test_a_key_is_its_users_alone(as_annotator, reviewer):
    body = {"name": "Courier", "kind": "media"}

    as_annotator.post("/api/v1/sources/", body, HTTP_IDEMPOTENCY_KEY="once")
    other = client_of(reviewer).post("/api/v1/sources/", body, HTTP_IDEMPOTENCY_KEY="once")

    assert other.status_code == 201
    assert Source.objects.count() == 2
