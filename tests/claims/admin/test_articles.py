"""Pasting an article, and reading one with its claims."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from claims.models import Article
from sources.models import Source
from tests.desk.editor import Editor
from tests.newsroom import TEXT, make_article, make_claim, make_published

pytestmark = pytest.mark.django_db

ADD = "/admin/claims/article/add/"


def file(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("article.txt", content, content_type="text/plain")


def test_the_headline_is_the_first_line_without_its_bullet(ann: Editor):
    ann.open(ADD).press("save", text="• The bridge\r\n\r\nIt costs more.\r\n")

    article = Article.objects.get()
    assert article.headline == "The bridge"
    assert "\r" not in article.text


def test_a_headline_that_is_given_stays(ann: Editor):
    ann.open(ADD).press("save", text=TEXT, headline="Given")

    assert Article.objects.get().headline == "Given"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_text_file_is_read_with_or_without_byte_order_mark(mark: bytes, ann: Editor):
    ann.open(ADD).press("save", file=file(mark + "“Curly”\r\nwords".encode()))

    assert Article.objects.get().text == "“Curly”\nwords"


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_another_encoding_is_a_clear_message_and_nothing_is_kept(encoding: str, ann: Editor):
    page = ann.open(ADD)

    after = page.shown_after(page.press("save", file=file("Größe und Maß".encode(encoding))))

    assert "UTF-8" in after.text.split("errorlist")[1]
    assert not Article.objects.exists()


def test_nothing_at_all_is_a_clear_message(ann: Editor):
    page = ann.open(ADD)

    after = page.shown_after(page.press("save"))

    assert "Paste the text, or choose a file." in after.text


def test_white_space_is_no_text(ann: Editor):
    page = ann.open(ADD)

    after = page.shown_after(page.press("save", text=" \r\n "))

    assert "The text is empty." in after.text


def test_a_url_that_is_kept_already_leads_to_its_article(ann: Editor):
    kept = make_article("Kept before", url="https://courier.example/bridge")
    page = ann.open(ADD)

    after = page.shown_after(page.press("save", text=TEXT, url="https://courier.example/bridge"))

    assert f'<a href="/admin/claims/article/{kept.public_id}/change/">Kept before</a>' in after.text
    assert after.fields["text"] == [TEXT]


def test_a_refused_article_begins_at_the_first_field_that_is_wrong(ann: Editor):
    page = ann.open(ADD)

    after = page.shown_after(page.press("save", url="ftp://courier.example/", language="?"))

    begun = re.findall(r"<(?:input|textarea)[^>]* autofocus[^>]*>", after.text)
    assert [re.search(r'name="(\w+)"', each)[1] for each in begun] == ["text"]
    # Which would begin at the very first field.
    assert "admin/js/change_form.js" in page.text
    assert "admin/js/change_form.js" not in after.text


def test_another_spelling_of_a_url_leads_to_its_article_too(ann: Editor):
    kept = make_article("Kept before", url="https://courier.example/bridge")
    page = ann.open(ADD)

    after = page.shown_after(
        page.press("save", text=TEXT, url="http://www.courier.example/bridge?utm_source=letter")
    )

    assert (
        "There is an article with this URL already, written as https://courier.example/bridge: "
        f'<a href="/admin/claims/article/{kept.public_id}/change/">Kept before</a>'
    ) in after.text
    assert Article.objects.count() == 1


def test_whoever_keeps_it_a_moment_later_is_led_to_its_article(ann: Editor, monkeypatch):
    kept = make_article("Kept before", url="https://courier.example/bridge")
    look = Article.others_at
    answers = iter([lambda *_: Article.objects.none(), look, look])
    monkeypatch.setattr(Article, "others_at", lambda *asked: next(answers)(*asked))
    monkeypatch.setattr(Article, "validate_constraints", lambda *args, **kwargs: None)
    page = ann.open(ADD)

    after = page.shown_after(page.press("save", text=TEXT, url="http://courier.example/bridge"))

    assert f'<a href="/admin/claims/article/{kept.public_id}/change/">Kept before</a>' in after.text


def test_articles_that_were_kept_twice_name_one_another(ann: Editor):
    first = make_article("First", url="https://courier.example/bridge")
    second = make_article("Second")
    Article.objects.filter(pk=second.pk).update(
        url="http://courier.example/bridge", address=first.address, twin=1
    )

    for article, other in ((first, second), (second, first)):
        text = ann.text_of(f"/admin/claims/article/{article.public_id}/change/")

        assert "The same article is kept more than once" in text
        assert f'<a href="/admin/claims/article/{other.public_id}/change/">{other}</a>' in text


def test_the_list_finds_a_url_however_it_is_written(ann: Editor):
    make_article("The bridge", url="https://courier.example/bridge")
    make_article("The road", url="https://courier.example/road")

    text = ann.text_of("/admin/claims/article/?q=http://www.courier.example/bridge%23costs")

    assert "The bridge" in text
    assert "The road" not in text


def test_the_text_of_a_file_is_not_lost_when_something_else_is_wrong(ann: Editor):
    make_article(url="https://courier.example/bridge")
    page = ann.open(ADD)

    after = page.shown_after(
        page.press("save", file=file(TEXT.encode()), url="https://courier.example/bridge")
    )

    assert after.fields["text"] == [TEXT]


def test_text_and_file_together_are_one_too_many(ann: Editor):
    page = ann.open(ADD)

    after = page.shown_after(page.press("save", text=TEXT, file=file(b"Another text")))

    assert "Keep one of the two" in after.text


def test_an_articles_page_shows_its_claims_in_text_order_with_their_status(ann: Editor):
    article = make_article()
    late, early = make_claim("18 months", article=article), make_claim(article=article)

    text = ann.text_of(f"/admin/claims/article/{article.public_id}/change/")

    assert text.index(early.public_id) < text.index(late.public_id)
    assert "Unchecked" in text


def test_an_articles_text_is_marked_where_claims_stand(ann: Editor):
    claim = make_published().claim

    text = ann.text_of(f"/admin/claims/article/{claim.article.public_id}/change/")

    assert 'class="marked marked--false"' in text
    assert f">{claim.quote}</a>" in text


def test_the_list_counts_claims_by_status(ann: Editor):
    article = make_article()
    make_claim("18 months", article=article)
    make_claim("3.1 million euros", article=article)

    text = ann.text_of("/admin/claims/article/")

    assert "Unchecked</span></span> 2" in text


def test_what_is_known_about_it_can_be_changed(ann: Editor):
    article = make_article()
    outlet = Source.add(by=None, name="Courier", kind="media")
    page = ann.open(f"/admin/claims/article/{article.public_id}/change/")

    page.press("save", publisher=outlet.pk, url="", published_at="2026-05-04")

    article.refresh_from_db()
    assert (article.publisher, article.url) == (outlet, None)
    assert str(article.published_at) == "2026-05-04"
