"""ETags: a read can be 304, a write names what it has read."""

import pytest

from factcheck.rest.conditional import etag_of
from tests.rest.conftest import URL, make_sources


@pytest.fixture
def source(db):
    return make_sources("Roads office")[0]


@pytest.fixture
def path(source):
    return f"{URL}{source.public_id}/"


def test_an_etag_is_strong_and_begins_with_the_version():
    assert etag_of(b"body", 3).startswith('"3-')
    assert etag_of(b"body") == f'"{etag_of(b"body", 3)[3:]}'
    assert etag_of(b"body") != etag_of(b"another body")


def test_a_read_has_the_etag_of_its_bytes(reader, path):
    response = reader.get(path)

    assert response["ETag"] == etag_of(response.content, 1)


def test_a_list_has_an_etag_without_a_version(reader, path):
    response = reader.get(URL)

    assert response["ETag"] == etag_of(response.content)


@pytest.mark.parametrize("wrap", ["{}", "W/{}", '"other", {}', "*"])
def test_what_one_has_already_is_not_sent_again(reader, path, wrap):
    first = reader.get(path)

    response = reader.get(path, HTTP_IF_NONE_MATCH=wrap.format(first["ETag"]))

    assert response.status_code == 304
    assert response.content == b""
    assert not response.has_header("Content-Type")
    for header in ("ETag", "Cache-Control", "Vary"):
        assert response[header] == first[header]


def test_what_has_changed_is_sent(reader, editor, path):
    before = reader.get(path)["ETag"]
    editor.patch(path, {"country": "IE"}, format="json", HTTP_IF_MATCH=before)

    response = reader.get(path, HTTP_IF_NONE_MATCH=before)

    assert response.status_code == 200
    assert response["ETag"] != before


def test_if_none_match_compares_more_than_the_version(reader, path):
    assert reader.get(path, HTTP_IF_NONE_MATCH='"1-otherbytes"').status_code == 200


def test_head_is_get_without_the_body(reader, path):
    whole = reader.get(path)

    response = reader.head(path)

    assert response.content == b""
    for header in ("ETag", "Content-Length", "Content-Type", "Cache-Control", "Vary"):
        assert response[header] == whole[header]
    assert reader.head(path, HTTP_IF_NONE_MATCH=whole["ETag"]).status_code == 304


def test_representations_differ_in_their_etags(reader, path):
    as_json = reader.get(path)
    as_page = reader.get(path, HTTP_ACCEPT="text/html")

    assert as_json["ETag"] != as_page["ETag"]
    assert "Accept" in as_page["Vary"]


def test_an_anonymous_read_may_be_kept_for_a_minute(reader, path):
    response = reader.get(path)

    assert response["Cache-Control"] == "public, max-age=60"
    assert {"Authorization", "Cookie", "Accept"} <= set(response["Vary"].split(", "))


def test_an_answer_to_a_token_is_private(editor, path):
    assert editor.get(path)["Cache-Control"] == "private, no-store"


def test_an_answer_to_a_session_is_private(client, source, settings):
    client.cookies[settings.SESSION_COOKIE_NAME] = "anything"

    assert client.get(f"{URL}{source.public_id}/")["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("path", [f"{URL}nothing/", f"{URL}?nosuch=1"])
def test_an_error_is_not_kept(reader, path):
    response = reader.get(path)

    assert response["Cache-Control"] == "no-store"
    assert not response.has_header("ETag")


def test_a_new_row_comes_with_the_etag_that_reading_it_gives(editor):
    created = editor.post(URL, {"name": "Ana"}, format="json")

    assert created.status_code == 201
    assert created["ETag"] == editor.get(created["Location"])["ETag"]


def test_a_changed_row_comes_with_the_etag_for_the_next_change(editor, path):
    first = editor.patch(path, {"country": "IE"}, format="json", HTTP_IF_MATCH="*")

    second = editor.patch(path, {"country": "UA"}, format="json", HTTP_IF_MATCH=first["ETag"])

    assert second.status_code == 200
    assert second["ETag"].startswith('"3-')


@pytest.mark.parametrize("tag", ["*", '"1-anything"', '"1"', '"7-x", "1-y"', ' "1-x" , "9-x"'])
def test_a_write_that_names_the_version_is_done(editor, path, tag):
    response = editor.patch(path, {"country": "IE"}, format="json", HTTP_IF_MATCH=tag)

    assert response.status_code == 200


@pytest.mark.parametrize(
    "tag", ['"2-x"', '"11-x"', 'W/"1-x"', "1", "1-x", "", '"', '""', '"-1"', '"1', "W/*"]
)
def test_a_write_that_names_another_is_a_412(editor, source, path, tag):
    response = editor.patch(path, {"country": "IE"}, format="json", HTTP_IF_MATCH=tag)

    assert response.status_code == 412
    assert response.json()["code"] == "stale"
    source.refresh_from_db()
    assert source.country == ""


def test_a_write_that_names_none_is_a_428(editor, path):
    response = editor.patch(path, {"country": "IE"}, format="json")

    assert response.status_code == 428
    assert response.json()["code"] == "precondition_required"
