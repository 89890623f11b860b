"""Fetching a page: only from hosts that are named, only what is a page, only so much of it."""

import pytest
from django.core.exceptions import ValidationError

from claims.webpages import fetching
from claims.webpages.fetching import fetch_page
from claims.webpages.page import MOST_BYTES
from tests.claims.webpages.specimens import WHOLE
from tests.receiver import receiving

HTML = {"Content-Type": "text/html; charset=ISO-8859-15"}


@pytest.fixture
def site():
    with receiving() as receiver:
        receiver.answers(200, HTML, WHOLE.encode())
        yield receiver


@pytest.fixture
def allowed(settings):
    settings.FETCH_ALLOWED_HOSTS = ["127.0.0.1"]


def problem_with(url: str, **options) -> str:
    with pytest.raises(ValidationError) as refused:
        fetch_page(url, **{"allow_loopback": True} | options)
    return refused.value.message_dict["fetch"][0]


def test_a_page_comes_with_its_servers_charset(site, allowed):
    fetched = fetch_page(site.url, allow_loopback=True)

    assert fetched == (WHOLE.encode(), "iso-8859-15", site.url)
    assert site.got[0].headers["accept-encoding"] == "identity"


def test_nothing_is_fetched_unless_hosts_are_named(site, settings):
    settings.FETCH_ALLOWED_HOSTS = []

    assert problem_with(site.url).startswith("Fetching is off")
    assert not site.got


@pytest.mark.parametrize("names", [["paper.example"], ["27.0.0.1"], [".0.0.2"], ["127.0.0.1.evil"]])
def test_another_host_is_not_called(site, settings, names):
    settings.FETCH_ALLOWED_HOSTS = names

    assert "none of the hosts" in problem_with(site.url)
    assert not site.got


@pytest.mark.parametrize(
    ("host", "is_named"),
    [
        ("paper.example", True),
        ("www.paper.example", True),
        ("evilpaper.example", False),
        ("paper.example.evil.example", False),
    ],
)
def test_a_name_with_a_dot_takes_in_its_subdomains(settings, monkeypatch, host, is_named):
    settings.FETCH_ALLOWED_HOSTS = [".Paper.example"]
    called = []
    monkeypatch.setattr(fetching, "send", lambda method, url, **kwargs: called.append(url))

    with pytest.raises((ValidationError, AttributeError)):
        fetch_page(f"https://{host}/")

    assert bool(called) is is_named


def test_an_address_that_is_not_public_is_not_called_though_it_is_named(site, allowed):
    assert "not a public address" in problem_with(site.url, allow_loopback=False)
    assert not site.got


def test_a_redirect_within_the_allowed_hosts_is_followed(site, allowed):
    site.answer = lambda got, wire: (
        (302, {"Location": "/there"}, b"") if got.path == "/hook" else (200, HTML, WHOLE.encode())
    )

    assert fetch_page(site.url, allow_loopback=True).url.endswith("/there")


@pytest.mark.parametrize(
    "target", ["http://localhost/", "https://paper.example/", "http://127.0.0.2/", "file:///etc"]
)
def test_a_redirect_out_of_them_is_not(site, allowed, target):
    site.answers(302, {"Location": target})

    assert problem_with(site.url)
    assert len(site.got) == 1


def test_a_circle_of_redirects_ends(site, allowed):
    site.answers(301, {"Location": "/hook"})

    assert "more than 5 times" in problem_with(site.url)


@pytest.mark.parametrize(
    ("status", "headers", "problem"),
    [
        (200, {"Content-Type": "application/pdf"}, "application/pdf, not a web page"),
        (200, {"Content-Type": "image/svg+xml"}, "not a web page"),
        (200, {}, "text/plain, not a web page"),
        (200, HTML | {"Content-Encoding": "gzip"}, "comes packed"),
        (404, HTML, "status 404"),
        (302, HTML, "status 302"),
    ],
)
def test_what_is_no_page_is_refused(site, allowed, status, headers, problem):
    site.answers(status, headers, b"<html></html>")

    assert problem in problem_with(site.url)


def test_no_more_than_five_megabytes_are_read(site, allowed):
    site.answers(200, HTML, b"x" * (MOST_BYTES + 1))

    assert "larger than 5 MB" in problem_with(site.url)


def test_all_hops_together_have_one_deadline(site, allowed, monkeypatch):
    monkeypatch.setattr(fetching, "SECONDS", 0)

    assert "longer" in problem_with(site.url)


@pytest.mark.parametrize("url", ["", "paper.example", "ftp://127.0.0.1/", "http://u:p@127.0.0.1/"])
def test_what_is_no_address_is_refused(allowed, url):
    assert problem_with(url)
