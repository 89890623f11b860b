"""manage.py import_article: a saved or fetched web page in, an article out."""

from functools import partial

import pytest

from claims.management.commands import import_article as command
from claims.models import Article
from claims.webpages.fetching import fetch_page
from sources.models import Source
from tests.claims.test_import_article import import_article, refusal
from tests.claims.webpages.specimens import ARTICLE, BARE, REVIEW, SCRIPTS, WHOLE, json_ld, page
from tests.newsroom import make_article
from tests.receiver import receiving

pytestmark = pytest.mark.django_db


@pytest.fixture
def saved(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(WHOLE, encoding="utf-8")
    return path


def test_a_saved_page_becomes_an_article_and_says_what_it_found_where(saved):
    told = import_article(f"--html={saved}")

    article = Article.objects.get()
    assert article.headline == "Mill Bridge closed until May"
    assert (article.language, str(article.published_at)) == ("en-GB", "2024-10-24")
    assert article.publisher.kind == Source.Kind.MEDIA
    assert "Added: Mill Bridge closed until May (JSON-LD)\n" in told
    assert "publisher  Millford Gazette (JSON-LD), not known before: added" in told
    assert "language   en-GB (html lang)\n" in told
    assert "URL        https://gazette.example/mill-bridge (canonical link)\n" in told


def test_options_say_otherwise(saved):
    told = import_article(
        f"--html={saved}",
        "--headline=Ours",
        "--language=de",
        "--published=2024-10-25",
        "--url=https://other.example/",
        "--publisher=Radio",
    )

    article = Article.objects.get()
    assert (article.headline, article.language) == ("Ours", "de")
    assert (article.url, str(article.published_at)) == ("https://other.example/", "2024-10-25")
    assert article.publisher.name == "Radio"
    assert "JSON-LD" not in told


def test_what_the_page_does_not_say_is_assumed_and_said_so(saved):
    saved.write_text(BARE, encoding="utf-8")

    told = import_article(f"--html={saved}")

    assert "(the first line)" in told
    assert "language   en (assumed: the page does not say)" in told
    assert "URL        none given" in told


def test_a_page_without_an_article_keeps_nothing(saved):
    saved.write_text(SCRIPTS, encoding="utf-8")

    assert "page.html: No article was found in this page" in refusal(f"--html={saved}")


def test_a_page_that_is_here_already_leads_to_its_versions(saved):
    make_article(url="https://gazette.example/mill-bridge")

    assert "keep the new version of the text at" in refusal(f"--html={saved}")


def test_checks_in_the_page_are_counted_and_it_is_said_how_to_import_them(saved):
    saved.write_text(page(json_ld(ARTICLE, REVIEW)), encoding="utf-8")

    told = import_article(f"--html={saved}", "--url=https://gazette.example/1")

    assert "ClaimReview in the page: 1." in told
    command = f"manage.py import_claimreview {saved} --page https://gazette.example/1\n"
    assert told.endswith(command)


def test_one_way_in_is_named(saved):
    assert "Name one" in refusal()
    assert "Name one" in refusal("article.txt", f"--html={saved}")


def test_fetching_is_off_unless_hosts_are_named():
    assert refusal("--fetch=https://gazette.example/1").startswith("--fetch: Fetching is off.")


def test_a_fetched_page_becomes_an_article_at_its_address(settings, monkeypatch):
    settings.FETCH_ALLOWED_HOSTS = ["127.0.0.1"]
    monkeypatch.setattr(command, "fetch_page", partial(fetch_page, allow_loopback=True))

    with receiving() as site:
        site.answers(200, {"Content-Type": "text/html"}, BARE.encode())
        import_article(f"--fetch={site.url}")

        assert Article.objects.get().url == site.url
