"""An article's page: its checked statements marked in the text, or quoted where it is not ours."""

import re

import pytest

from tests import newsroom
from tests.publishing.pages.reading import (
    make_checked,
    make_long_article,
    make_open_article,
    read,
    text_of,
)

pytestmark = pytest.mark.django_db


def page_of(article) -> str:
    return text_of(f"/articles/{article.public_id}/")


def marks(page: str) -> list[tuple[str, str]]:
    """The marked words with the classes of their rating."""
    return re.findall(r'<a class="m ([^"]*)"[^>]*>([^<]*)', page)


def test_the_text_is_shown_with_its_checked_statements_marked():
    article = make_open_article()
    claim = make_checked("4.2 million euros", article=article)
    make_checked("1,300 lorries", article=article, rating=newsroom.make_rating("mostly-true"))

    page = page_of(article)

    assert marks(page) == [("r-false", "4.2 million euros"), ("r-mostly-true", "1,300 lorries")]
    assert "The work will last 18 months." in page
    assert f'href="#c-{claim.public_id}" id="m-{claim.public_id}"' in page
    assert f'<li id="c-{claim.public_id}"' in page


def test_a_mark_says_its_rating_in_words_too():
    article = make_open_article()
    make_checked("4.2 million euros", article=article)

    assert '<span class="unseen" lang="en"> (checked: False)</span></a>' in page_of(article)


def test_a_statement_within_another_keeps_its_own_mark():
    article = make_open_article()
    make_checked("4.2 million euros to repair the Mill Bridge", article=article)
    make_checked("repair", article=article, rating=newsroom.make_rating("true"))

    assert marks(page_of(article)) == [
        ("r-false", "4.2 million euros to "),
        ("r-true", "repair"),
        ("r-false", " the Mill Bridge"),
    ]


def test_a_text_that_is_not_ours_is_not_shown_but_for_the_quotes_with_their_context():
    article = newsroom.make_article(url="https://courier.example/bridge")
    make_checked("1,300 lorries", article=article)

    page = page_of(article)

    assert '<blockquote class="quote" lang="en">Some <mark>1,300 lorries</mark> cross' in page
    assert "roads office had put the cost" not in page
    assert "findings.js" not in page
    assert 'href="https://courier.example/bridge"' in page


def test_the_page_follows_when_the_text_is_closed():
    article = make_open_article()
    make_checked("1,300 lorries", article=article)
    path = f"/articles/{article.public_id}/"
    tag = read(path)["ETag"]

    article.refresh_from_db()
    article.edit(by=newsroom.the("annotator"), text_is_public=False)

    after = read(path, HTTP_IF_NONE_MATCH=tag)
    assert after.status_code == 200
    assert "The work will last" not in after.content.decode()


def test_a_statement_that_nobody_has_published_is_not_marked():
    article = make_open_article()
    make_checked("1,300 lorries", article=article)
    newsroom.make_submitted(claim=newsroom.make_claim("18 months", article=article))

    page = page_of(article)

    assert [words for _, words in marks(page)] == ["1,300 lorries"]


def test_an_article_none_of_whose_checks_stands_says_so_and_shows_no_text():
    article = make_open_article()
    claim = newsroom.make_claim("1,300 lorries", article=article)
    newsroom.make_retracted(claim=claim)

    page = page_of(article)

    assert "No check of this article stands at present." in page
    assert "1,300 lorries" not in page


def test_an_article_without_any_check_is_not_found():
    assert read(f"/articles/{make_open_article().public_id}/").status_code == 404


def test_markup_in_an_article_stays_text():
    article = make_open_article(text="He said <b>4.2 million</b> & more.", headline="<i>So</i>")
    make_checked("4.2 million", article=article)

    page = page_of(article)

    assert "&lt;b&gt;<a class=" in page
    assert "<b>" not in page
    assert "<i>So" not in page


@pytest.mark.slow
def test_a_page_of_thirty_checks_is_lighter_than_sixty_kilobytes():
    page = page_of(make_long_article(30))

    assert len(marks(page)) == 30
    assert len(page.encode()) <= 60_000
