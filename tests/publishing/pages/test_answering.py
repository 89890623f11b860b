"""What holds of every page: who may keep it, for how long, and what it costs."""

import re

import pytest
from django.test import Client

from tests import newsroom
from tests.publishing.pages.reading import make_checked, make_open_article, path_of, read, text_of

pytestmark = pytest.mark.django_db

# Page → whether it follows from the ledger and a row read with it, so that nothing is rendered.
PAGES = ["/", "/corrections/", "/methodology/", "article", "check", "version", "question", "source"]


def scene(number: int = 1):
    """One of everything, and the address of each kind of page."""
    question = newsroom.make_question()
    source = newsroom.make_source("Roads office")
    article = make_open_article()
    quotes = ["4.2 million euros", "3.1 million euros", "1,300 lorries", "18 months", "another 300"]
    quotes += ["Mill Bridge", "council", "spring", "Monday", "ferry"]
    for quote in quotes[:number]:
        claim = make_checked(
            quote,
            article=article,
            question=question,
            attributions=[{"source": source, "stance": "asserts"}],
        )
        newsroom.make_published(claim=claim, notice="It was another bridge.")
    path = path_of(claim)
    return {
        "article": f"/articles/{article.public_id}/",
        "check": path,
        "version": f"{path}versions/1/",
        "question": f"/questions/{question.slug}/",
        "source": f"/sources/{source.slug}/",
    }


@pytest.mark.parametrize("name", PAGES)
def test_anybody_may_keep_a_page_for_a_minute_and_nobody_gets_a_cookie(name):
    answer = read(scene().get(name, name))

    assert answer.status_code == 200
    assert answer["Cache-Control"] == "public, max-age=60"
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
    assert answer["Content-Security-Policy"]


@pytest.mark.parametrize("name", PAGES)
def test_who_has_a_page_is_told_so_until_something_is_published(name):
    path = scene().get(name, name)
    tag = read(path)["ETag"]

    held = read(path, HTTP_IF_NONE_MATCH=tag)
    assert (held.status_code, held["ETag"], held.content) == (304, tag, b"")
    assert held["Cache-Control"] == "public, max-age=60"

    make_checked()
    assert read(path, HTTP_IF_NONE_MATCH=tag).status_code == (304 if name == "question" else 200)


@pytest.mark.parametrize("name", PAGES)
def test_the_desk_gets_the_same_page_as_everybody(name, annotator_at_desk: Client):
    path = scene().get(name, name)

    at_desk = annotator_at_desk.get(path)

    assert at_desk.content == read(path).content
    assert at_desk["Cache-Control"] == "public, max-age=60"


@pytest.mark.parametrize("checks", [1, 10])
@pytest.mark.parametrize(
    ("name", "queries"),
    [
        # the ledger's head; checks
        ("/", 2),
        # the ledger's head; rows with their documents
        ("/corrections/", 2),
        # the scale; the ledger's head
        ("/methodology/", 2),
        # the article; the ledger's head; checks; the text
        ("article", 4),
        # versions; the document; their states; the ledger's head
        ("check", 4),
        ("version", 4),
        # the question; claims, figures, attributions, verdicts; whom they speak for; narrower
        # questions; documents
        ("question", 8),
        # the source; the ledger's head; checks; counts; the scale
        ("source", 5),
    ],
)
def test_a_page_costs_the_same_however_much_is_on_it(
    name, queries, checks, django_assert_max_num_queries
):
    path = scene(checks).get(name, name)

    with django_assert_max_num_queries(queries):
        read(path)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_neither_styles_nor_scripts_of_its_own(name):
    page = text_of(scene().get(name, name))

    assert not re.findall(r"<style|\sstyle=|\son\w+=|javascript:", page)
    scripts = re.findall(r"<script([^>]*)>", page)
    assert all('type="application/ld+json"' in each or "src=" in each for each in scripts)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_can_be_walked_by_its_landmarks(name):
    page = text_of(scene().get(name, name))

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
