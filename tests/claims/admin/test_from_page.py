"""Pasting a web page: what it says is proposed; nothing is kept before an editor has seen it."""

from functools import partial

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from claims.admin import from_page
from claims.models import Article
from claims.webpages.fetching import fetch_page
from sources.models import Source
from tests.claims.webpages.specimens import ARTICLE, PARAGRAPHS, REVIEW, SCRIPTS, WHOLE, json_ld
from tests.claims.webpages.specimens import page as page_with
from tests.desk.editor import Editor
from tests.newsroom import make_source
from tests.receiver import receiving

pytestmark = pytest.mark.django_db

ADD = "/admin/claims/article/add/"


def saved(content: str, name: str = "page.html") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode(), content_type="text/html")


def proposed(editor: Editor, **posted):
    page = editor.open(ADD)
    return page.shown_after(page.press("save", **posted))


def test_a_page_fills_the_form_in_and_nothing_is_kept(ann: Editor):
    gazette = make_source("Millford Gazette", kind=Source.Kind.MEDIA)

    form = proposed(ann, file=saved(WHOLE))

    assert not Article.objects.exists()
    assert form.fields["headline"] == ["Mill Bridge closed until May"]
    assert form.fields["url"] == ["https://gazette.example/mill-bridge"]
    assert form.fields["published_at"] == ["2024-10-24"]
    assert form.fields["language"] == ["en-GB"]
    assert form.fields["publisher"] == [str(gazette.pk)]
    assert PARAGRAPHS[0] in form.fields["text"][0]
    assert "Nothing is kept yet" in form.text


def test_what_was_looked_over_is_kept_as_the_editor_left_it(ann: Editor):
    form = proposed(ann, file=saved(WHOLE))

    form.press("save", headline="Mill Bridge closed")

    article = Article.objects.get()
    assert article.headline == "Mill Bridge closed"
    assert article.text.split("\n")[1:] == [*PARAGRAPHS]
    assert str(article.published_at) == "2024-10-24"


def test_what_was_typed_before_goes_before_what_the_page_says(ann: Editor):
    form = proposed(ann, file=saved(WHOLE), headline="Ours", published_at="2024-10-25")

    assert form.fields["headline"] == ["Ours"]
    assert form.fields["published_at"] == ["2024-10-25"]


def test_a_publisher_that_is_no_source_yet_is_said_to_be_none(ann: Editor):
    form = proposed(ann, file=saved(WHOLE))

    assert "“Millford Gazette” as its publisher, which is no source yet" in form.text
    assert not Source.objects.exists()


def test_a_page_is_known_as_one_by_its_beginning_whatever_its_name(ann: Editor):
    assert "Nothing is kept yet" in proposed(ann, file=saved(WHOLE, "download")).text


def test_a_page_without_an_article_is_a_clear_message_beside_the_file(ann: Editor):
    form = proposed(ann, file=saved(SCRIPTS), headline="Typed")

    assert "No article was found in this page" in form.text.split("errorlist")[1]
    assert form.fields["headline"] == ["Typed"]
    assert form.fields["text"][0].strip() == ""
    assert not Article.objects.exists()


def test_checks_in_the_page_are_offered_to_whoever_may_import_them(rey: Editor, ann: Editor):
    content = page_with(json_ld(ARTICLE, REVIEW | {"url": "https://checks.example/1"}))

    offer = "This page holds 1 check of its own as ClaimReview."
    form = proposed(rey, file=saved(content))
    assert offer in form.text
    assert offer not in proposed(ann, file=saved(content)).text

    sent = {"text": form.fields["text"][0], "page": form.fields["page"][0]}
    answer = rey.client.post("/admin/publishing/importedreview/add/", sent)
    assert "1 accepted" in answer.content.decode()


def test_there_is_no_field_to_fetch_unless_hosts_are_named(ann: Editor):
    assert "fetch" not in ann.open(ADD).fields
    assert "Or fetch a page" not in ann.open(ADD).text


def test_a_request_to_fetch_past_the_form_is_refused(ann: Editor):
    form = proposed(ann, fetch="https://gazette.example/1")

    assert not Article.objects.exists()
    assert "Nothing is kept yet" not in form.text


def test_a_page_is_fetched_and_looked_over(ann: Editor, settings, monkeypatch):
    settings.FETCH_ALLOWED_HOSTS = ["127.0.0.1"]
    monkeypatch.setattr(from_page, "fetch_page", partial(fetch_page, allow_loopback=True))

    with receiving() as site:
        site.answers(200, {"Content-Type": "text/html"}, WHOLE.encode())
        form = proposed(ann, fetch=site.url)

    assert form.fields["headline"] == ["Mill Bridge closed until May"]
    assert not Article.objects.exists()


def test_a_host_that_is_not_named_is_a_clear_message(ann: Editor, settings):
    settings.FETCH_ALLOWED_HOSTS = ["gazette.example"]

    form = proposed(ann, fetch="https://paper.example/1")

    assert "paper.example is none of the hosts in FETCH_ALLOWED_HOSTS" in form.text


def test_whoever_may_not_add_articles_reads_no_pages(client, outsider):
    client.force_login(outsider)

    answer = client.post(ADD, {"file": saved(WHOLE)})

    assert answer.status_code in (302, 403)
