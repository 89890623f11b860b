"""Which form an answer has: as Accept says, by quality, then by how closely it names one."""

import pytest

from tests.rest.conftest import URL, make_sources

JSON, PAGE = "application/json", "text/html"


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("text/html;q=0.5, application/json", JSON),
        ("application/json;q=0.5, text/html", PAGE),
        ("text/html; q=0.8, application/json; q=0.9, */*; q=0.1", JSON),
        ("text/*, application/json;q=0.9", PAGE),
        ("application/*;q=0.2, text/html;q=0.1", JSON),
        ("text/html;q=0, */*", JSON),
        ("application/json; indent=4, text/html;q=0.9", JSON),
        ("application/json;profile=x;q=0.2, application/json;q=0.7, text/html;q=0.5", JSON),
        ("text/html;q=high, application/json;q=0.9", PAGE),
        ("text/html, application/json", JSON),
        ("text/html, */*", PAGE),
    ],
)
def test_what_is_wanted_most_is_sent(accept, media_type, reader):
    make_sources("Ana")

    answer = reader.get(URL, HTTP_ACCEPT=accept)

    assert answer["Content-Type"].partition(";")[0] == media_type


@pytest.mark.parametrize(
    "accept", ["application/json;q=0", "*/*;q=0", "application/json;q=0.000, image/*", "garbage"]
)
def test_what_is_not_wanted_is_not_sent(accept, reader):
    assert reader.get(URL, HTTP_ACCEPT=accept).status_code == 406


def test_the_same_answer_has_the_same_etag_however_it_was_asked_for(reader):
    make_sources("Ana")

    tags = {reader.get(URL, HTTP_ACCEPT=accept)["ETag"] for accept in (JSON, f"{JSON};q=0.9")}

    assert len(tags) == 1
