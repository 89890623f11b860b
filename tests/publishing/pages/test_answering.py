"""What holds of every page: who may keep it, for how long, and what is in it."""

import re

import pytest
from django.test import Client

from tests.kept import kept_rows
from tests.publishing.pages.reading import make_checked, one_of_everything, path_of, read, text_of

pytestmark = pytest.mark.django_db

# Page → whether it follows from the ledger and a row read with it, so that nothing is rendered.
PAGES = ["/", "/corrections/", "/methodology/", "article", "check", "version", "question", "source"]


@pytest.fixture(scope="module")
def addresses(django_db_setup, django_db_blocker):
    """One of everything, and the address of each kind of page."""
    with kept_rows(django_db_blocker):
        yield one_of_everything()


@pytest.mark.parametrize("name", PAGES)
def test_anybody_may_keep_a_page_for_a_minute_and_nobody_gets_a_cookie(addresses, name):
    answer = read(addresses.get(name, name))

    assert answer.status_code == 200
    assert answer["Cache-Control"] == "public, max-age=60"
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
    assert answer["Content-Security-Policy"]


@pytest.mark.parametrize("name", PAGES)
def test_who_has_a_page_is_told_so_until_something_is_published(addresses, name):
    path = addresses.get(name, name)
    tag = read(path)["ETag"]

    held = read(path, HTTP_IF_NONE_MATCH=tag)
    assert (held.status_code, held["ETag"], held.content) == (304, tag, b"")
    assert held["Cache-Control"] == "public, max-age=60"

    make_checked()
    assert read(path, HTTP_IF_NONE_MATCH=tag).status_code == (304 if name == "question" else 200)


@pytest.mark.parametrize("path", ["/?cursor=nonsense", "/sources/nobody/"])
def test_who_has_any_page_is_told_nothing_of_one_that_is_not_there(addresses, path):
    bare = read(path)

    held = read(path, HTTP_IF_NONE_MATCH="*")

    assert (held.status_code, held.content) == (bare.status_code, bare.content)
    assert read("/", HTTP_IF_NONE_MATCH="*").status_code == 304


@pytest.mark.parametrize("setting", ["DESK_NAME", "DATA_LICENCE", "PUBLIC_URL"])
def test_a_page_is_another_one_with_another_name_licence_or_address(addresses, setting, settings):
    tag = read(addresses["check"])["ETag"]

    setattr(settings, setting, "https://elsewhere.example")

    assert read(addresses["check"], HTTP_IF_NONE_MATCH=tag).status_code == 200


@pytest.mark.parametrize("name", PAGES)
def test_the_desk_gets_the_same_page_as_everybody(addresses, name, annotator_at_desk: Client):
    path = addresses.get(name, name)

    at_desk = annotator_at_desk.get(path)

    assert at_desk.content == read(path).content
    assert at_desk["Cache-Control"] == "public, max-age=60"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_neither_styles_nor_scripts_of_its_own(addresses, name):
    page = text_of(addresses.get(name, name))

    assert not re.findall(r"<style|\sstyle=|\son\w+=|javascript:", page)
    scripts = re.findall(r"<script([^>]*)>", page)
    assert all('type="application/ld+json"' in each or "src=" in each for each in scripts)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_can_be_walked_by_its_landmarks(addresses, name):
    page = text_of(addresses.get(name, name))

    assert '<html lang="en">' in page
    assert page.count("<main") == page.count("<h1") == 1
    assert page.index('href="#main"') < page.index("<header") < page.index("<main")


@pytest.mark.parametrize(
    "path",
    [
        "/articles/0123456789/",
        "/factchecks/0123456789-nothing/",
        "/factchecks/0123456789/versions/1/",
        "/questions/nothing/",
        "/sources/nobody/",
        "/sources/a%00b/",
    ],
)
def test_what_was_never_public_is_a_404_in_the_same_dress(path):
    answer = read(path)

    assert (answer.status_code, answer["Cache-Control"]) == (404, "no-store")
    assert "<h1>There is nothing at this address.</h1>" in answer.content.decode()


def test_a_cursor_that_is_none_of_ours_is_a_400():
    assert read("/?cursor=nonsense").status_code == 400


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_nobody_writes_to_a_page(method):
    assert getattr(Client(), method)("/methodology/").status_code == 405


def test_other_parameters_make_no_difference():
    assert read("/?utm_source=newsletter").status_code == 200


def test_addresses_are_those_of_the_public_site(settings):
    settings.PUBLIC_URL = "https://facts.example"
    claim = make_checked()

    page = text_of(path_of(claim))

    assert f'<link rel="canonical" href="https://facts.example{path_of(claim)}">' in page
