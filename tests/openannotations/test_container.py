"""/annotations/open/: anybody's annotations, kept as they were sent."""

import json

import pytest

from factcheck.annotation_protocol import turtle
from factcheck.annotation_protocol.checking import listed
from openannotations.models import OpenAnnotation
from tests.publishing.annotations.samples import needs_samples, samples

pytestmark = pytest.mark.django_db

CONTAINER = "/annotations/open/"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
JSON_LD = f'application/ld+json; profile="{CONTEXT}"'
NOTE = {
    "@context": CONTEXT,
    "type": "Annotation",
    "body": {"type": "TextualBody", "value": "A bridge."},
    "target": "https://county.example/bridge",
}
COLLECTION = {"@context": CONTEXT, "type": "AnnotationCollection", "total": 0}
PAGE = {"@context": CONTEXT, "type": "AnnotationPage", "items": [{**NOTE, "id": "urn:x:1"}]}


@pytest.fixture(autouse=True)
def _open(settings):
    settings.OPEN_ANNOTATIONS = True


def post(api, body, **headers):
    text = body if isinstance(body, bytes) else json.dumps(body)
    return api.generic("POST", CONTAINER, text, content_type=JSON_LD, **headers)


def put(api, address, body, **headers):
    return api.generic("PUT", address, json.dumps(body), content_type=JSON_LD, **headers)


def posted(api, body=NOTE, **headers):
    response = post(api, body, **headers)
    assert response.status_code == 201, response.content
    return response


@pytest.mark.parametrize("path", [CONTAINER, f"{CONTAINER}x"])
@pytest.mark.parametrize("method", ["get", "post", "put", "delete", "options"])
def test_it_is_not_there_unless_the_setting_says_so(path, method, api, settings):
    settings.OPEN_ANNOTATIONS = False

    assert getattr(api, method)(path).status_code == 404


@needs_samples
@pytest.mark.parametrize("path", samples("correct"), ids=lambda path: path.stem)
def test_a_correct_sample_comes_back_as_it_was_sent(path, api):
    sent = json.loads(path.read_text(encoding="utf-8"))

    address = posted(api, sent)["Location"]

    told = api.get(address).json()
    came_from = [*listed(sent.get("via")), sent.pop("id")]
    assert told.pop("id") == address
    assert listed(told.pop("via")) == came_from
    sent.pop("via", None)
    assert told == sent
    if turtle.is_available():
        assert api.get(address, HTTP_ACCEPT="text/turtle").status_code == 200


@pytest.mark.parametrize("sent", [COLLECTION, PAGE], ids=["collection", "page"])
def test_a_set_is_kept_but_not_listed_among_the_annotations(sent, api):
    note = posted(api)["Location"]

    address = posted(api, sent)["Location"]

    listing = api.get(CONTAINER).json()
    assert listing["total"] == 1
    assert [each["id"] for each in listing["first"]["items"]] == [note]
    assert api.get(address).json()["type"] == sent["type"]


@pytest.mark.parametrize(
    ("sent", "place"),
    [
        (COLLECTION | {"total": -1}, "/total"),
        (COLLECTION | {"total": True}, "/total"),
        (COLLECTION | {"total": 3}, "/first"),
        (COLLECTION | {"first": "no address"}, "/first"),
        (COLLECTION | {"first": {"type": "AnnotationPage", "items": []}}, "/first/items"),
        (COLLECTION | {"@context": "http://www.w3.org/ns/ldp.jsonld"}, "/@context"),
        (PAGE | {"items": []}, "/items"),
        (PAGE | {"items": "urn:x:1"}, "/items"),
        (PAGE | {"items": [7]}, "/items/0"),
        (PAGE | {"items": [{"type": "Annotation"}]}, "/items/0/target"),
        (PAGE | {"startIndex": 1.5}, "/startIndex"),
        (PAGE | {"next": ["urn:x:2", "no address"]}, "/next/1"),
    ],
)
def test_what_is_no_set_is_refused_at_its_place(sent, place, api):
    response = post(api, sent)

    assert response.status_code == 400
    assert [each["pointer"] for each in response.json()["errors"]] == [place]


@needs_samples
@pytest.mark.parametrize("path", samples("incorrect"), ids=lambda path: path.stem)
def test_an_incorrect_sample_is_a_400_with_a_reason(path, api):
    response = post(api, path.read_bytes())

    assert response.status_code == 400
    assert response.json()["detail"]
    assert not OpenAnnotation.objects.exists()


def test_5_1_the_address_is_ours_and_the_one_it_came_with_is_via(api):
    response = posted(api, NOTE | {"id": "urn:uuid:1", "canonical": "urn:uuid:2"})

    told = response.json()
    assert response["Location"] == told["id"]
    assert told["id"].startswith(f"http://testserver{CONTAINER}")
    assert "/" not in told["id"].removeprefix(f"http://testserver{CONTAINER}")
    assert (told["via"], told["canonical"]) == ("urn:uuid:1", "urn:uuid:2")


def test_5_1_where_it_came_from_may_be_told_as_an_object(api):
    elsewhere = {"id": "urn:uuid:3", "type": "Text"}

    told = posted(api, NOTE | {"id": "urn:uuid:1", "via": [elsewhere]}).json()

    assert told["via"] == [elsewhere, "urn:uuid:1"]


@pytest.mark.parametrize(("slug", "taken"), [("my-note", True), ("../x", False), ("ø", False)])
def test_5_2_a_slug_is_heeded_where_it_can_be(slug, taken, api):
    address = posted(api, HTTP_SLUG=slug)["Location"]

    assert (address == f"http://testserver{CONTAINER}{slug}") is taken
    assert posted(api, HTTP_SLUG=slug)["Location"] != address


def test_5_3_put_replaces_the_whole_state(api):
    first = posted(api)

    response = put(api, first["Location"], {**NOTE, "body": "urn:a"}, HTTP_IF_MATCH=first["ETag"])

    assert response.status_code == 200
    assert response.json()["body"] == "urn:a"
    assert api.get(first["Location"]).json() == response.json()
    assert api.get(first["Location"])["ETag"] == response["ETag"]


@pytest.mark.parametrize("name", ["canonical", "via"])
def test_5_3_put_changes_neither_canonical_nor_via(name, api):
    address = posted(api, NOTE | {name: "urn:a"})["Location"]

    assert put(api, address, NOTE | {name: "urn:b"}).status_code == 409
    assert put(api, address, NOTE).json()[name] == "urn:a"


@pytest.mark.parametrize("method", ["put", "delete"])
def test_6_a_tag_that_is_not_the_last_is_a_412(method, api):
    first = posted(api)
    put(api, first["Location"], NOTE | {"body": "urn:b"})

    response = getattr(api, method)(first["Location"], NOTE, HTTP_IF_MATCH=first["ETag"])

    assert response.status_code == 412


def test_5_4_what_is_deleted_is_gone_and_its_address_stays_taken(api):
    address = posted(api, HTTP_SLUG="one")["Location"]

    assert api.delete(address).status_code == 204
    assert api.get(address).status_code == 410
    assert api.delete(address).status_code == 410
    assert api.get(CONTAINER).json()["total"] == 0
    assert OpenAnnotation.objects.get().said == ""
    assert posted(api, HTTP_SLUG="one")["Location"] != address


def test_it_tells_its_annotations_in_pages(api, monkeypatch):
    monkeypatch.setattr("openannotations.views.PAGE_SIZE", 2)
    ids = [posted(api).json()["id"] for _ in range(3)]

    first = api.get(CONTAINER).json()["first"]
    second = api.get(first["next"]).json()

    assert [item["id"] for item in (*first["items"], *second["items"])] == ids
    assert api.get(f"{CONTAINER}?iris=1&page=1").json()["items"] == ids[2:]


def test_get_and_head_have_the_same_strong_etag(api):
    address = posted(api)["Location"]

    for path in (CONTAINER, address):
        tag = api.get(path)["ETag"]
        assert tag == api.head(path)["ETag"]
        assert api.get(path, HTTP_IF_NONE_MATCH=tag).status_code == 304


@pytest.mark.parametrize(
    "body",
    [
        b"[]",
        b"null",
        b'{"a":' * 40 + b"1" + b"}" * 40,
        json.dumps(NOTE | {"body": {"type": "TextualBody", "value": "x" * 70_000}}).encode(),
        json.dumps(NOTE | {"body": [[["urn:a"]]]}).encode(),
        json.dumps(NOTE | {"body": {"type": [["TextualBody"]], "value": "A bridge."}}).encode(),
        json.dumps(NOTE | {"type": ["Annotation", {}]}).encode(),
    ],
)
def test_nothing_that_is_sent_breaks_it(body, api):
    response = post(api, body)

    assert response.status_code == 400
    assert "BasicContainer" in response["Link"]


@pytest.mark.parametrize("name", ["x", "%00", "ø", "x" * 500])
def test_an_address_of_nothing_is_a_404(name, api):
    assert api.get(CONTAINER + name).status_code == 404


def test_no_newsroom_is_asked_and_none_is_told(api):
    posted(api)

    assert api.get("/annotations/").json()["total"] == 0


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_a_page_of_any_origin_may_write_where_anybody_may(method, api, settings):
    settings.PUBLIC_WRITE_PATHS = [CONTAINER]
    origin = {"HTTP_ORIGIN": "https://anywhere.example"}

    asked = api.options(f"{CONTAINER}x", HTTP_ACCESS_CONTROL_REQUEST_METHOD=method, **origin)
    answer = posted(api, **origin)

    assert asked.headers["Access-Control-Allow-Origin"] == "*"
    assert method in asked.headers["Access-Control-Allow-Methods"]
    assert "If-Match" in asked.headers["Access-Control-Allow-Headers"]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Location" in answer.headers["Access-Control-Expose-Headers"]


def test_a_page_of_any_origin_writes_nowhere_else(api):
    asked = api.options(
        "/annotations/",
        HTTP_ACCESS_CONTROL_REQUEST_METHOD="PUT",
        HTTP_ORIGIN="https://anywhere.example",
    )

    assert "Access-Control-Allow-Origin" not in asked.headers


def test_a_suite_of_tests_may_post_more_than_anybody_may_elsewhere(api, settings):
    settings.THROTTLING = True
    settings.THROTTLE_RATES = settings.THROTTLE_RATES | {
        "anonymous": ["1/minute"],
        "open": ["3/day"],
    }

    assert [post(api, NOTE).status_code for _ in range(4)] == [201, 201, 201, 429]
