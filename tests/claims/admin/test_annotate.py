"""The annotation screen as it is served: readable, linked and whole without any script."""

import json
import re
from html.parser import HTMLParser

import pytest
from django.contrib.auth.models import Permission

from accounts.scopes import Role
from claims.models import Article
from tests.desk.editor import Editor
from tests.newsroom import (
    TEXT,
    make_article,
    make_claim,
    make_draft,
    make_person,
    make_published,
    make_source,
    the,
)

pytestmark = pytest.mark.django_db


def address(article: Article) -> str:
    return f"/admin/claims/article/{article.public_id}/annotate/"


class TextReader(HTMLParser):
    """The article's text as a browser has it, and which words link to which claim."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.marked = "", {}
        self._depth, self._claims = 0, None

    def handle_starttag(self, tag, attrs):
        has = dict(attrs)
        if tag == "div" and (self._depth or has.get("id") == "text"):
            self._depth += 1
        if self._depth and tag == "a" and "words" in (has.get("class") or ""):
            self._claims = has["data-claims"].split()

    def handle_endtag(self, tag):
        self._depth -= tag == "div" and self._depth > 0
        if tag == "a":
            self._claims = None

    def handle_data(self, data):
        if self._depth:
            self.text += data
            for claim in self._claims or ():
                self.marked[claim] = self.marked.get(claim, "") + data


def read(editor: Editor, article: Article) -> TextReader:
    reader = TextReader()
    reader.feed(editor.text_of(address(article)))
    return reader


def test_every_role_opens_it_and_readers_do_not(client):
    article = make_article()

    for role in Role:
        assert Editor(the(role)).client.get(address(article)).status_code == 200
    assert client.get(address(article)).status_code == 302


def test_the_text_is_the_articles_and_the_marked_words_are_the_claims(ann: Editor):
    article = make_article(text="😀 <b>1,300</b> & “more”\r\n\r\n1,300 lorries\ncross e\u0301.\n")
    claims = [
        make_claim(article=article, quote="1,300", start=start, end=start + 5)
        for start in (5, article.text.rindex("1,300"))
    ]
    claims.append(make_claim("1,300 lorries cross", article=article))
    claims.append(make_claim("lorries\ncross é", article=article))

    shown = read(ann, article)

    assert shown.text == article.text
    assert shown.marked == {claim.public_id: claim.quote for claim in claims}


def test_a_headline_that_the_text_repeats_is_shown_once_and_can_be_marked(ann: Editor):
    repeating = make_article("Bridge to cost more", text="Bridge to cost more\n\nIt did.\n")
    other = make_article("Bridge to cost more", text="The council met.\n\nBridge to cost more\n")

    page = ann.text_of(address(repeating))
    assert 'id="headline" class="visually-hidden"' in page
    assert re.search(r'<div class="line line--headline"[^>]*>Bridge to cost more', page)
    assert read(ann, repeating).text == repeating.text
    assert 'id="headline" class="visually-hidden"' not in ann.text_of(address(other))
    assert "line--headline" not in ann.text_of(address(other))


def test_headings_stand_out_until_they_are_marked(ann: Editor):
    article = make_article(text="It did.\n\nWhat it costs\n\nMore.\n")

    assert re.search(
        r'<div class="line line--heading"[^>]*>What it costs', ann.text_of(address(article))
    )
    make_claim("What it costs", article=article)
    assert "line--heading" not in ann.text_of(address(article))


def test_a_published_claim_is_marked_where_its_words_went_in_a_new_revision(ann: Editor):
    claim = make_published().claim
    article = Article.objects.get(pk=claim.article.pk)
    article.revise(by=the(Role.ANNOTATOR), text=f"Corrected on Tuesday.\n\n{TEXT}")

    shown = read(ann, article)

    assert shown.marked == {claim.public_id: claim.quote}
    assert "earlier revision" not in ann.text_of(address(article))


def test_a_claim_says_its_rating_in_a_word_and_who_stands_where(ann: Editor):
    source = make_source("Roads office")
    claim = make_claim(attributions=[{"source": source, "stance": "denies"}])
    make_published(claim=claim)

    text = ann.text_of(address(claim.article))

    assert 'class="words words--false words--first words--last"' in text
    assert 'data-word="False"' in text
    assert re.search(r"Denied by\s+<b>Roads office</b>", text)


def test_the_list_and_the_page_of_an_article_lead_there(ann: Editor):
    article = make_article()

    assert address(article) in ann.text_of("/admin/claims/article/")
    assert address(article) in ann.text_of(f"/admin/claims/article/{article.public_id}/change/")


def test_it_is_not_sent_again_until_somebody_saves(ann: Editor):
    claim = make_claim()
    etag = ann.client.get(address(claim.article))["ETag"]

    def again() -> int:
        return ann.client.get(address(claim.article), HTTP_IF_NONE_MATCH=etag).status_code

    assert again() == 304
    make_draft(claim=claim)
    assert again() == 200


def test_a_renamed_source_is_shown_by_its_new_name(ann: Editor):
    office = make_source("Roads office")
    claim = make_claim(attributions=[{"source": office}])
    etag = ann.client.get(address(claim.article))["ETag"]

    office.edit(by=ann.person, name="Roads agency")
    again = ann.client.get(address(claim.article), HTTP_IF_NONE_MATCH=etag)

    assert again.status_code == 200
    assert "Roads agency" in again.content.decode()


def test_what_one_may_do_is_told_to_the_script(ann: Editor, rey: Editor):
    article = make_article()

    def scopes(editor: Editor) -> list[str]:
        text = editor.text_of(address(article))
        found = re.search(r'<script id="desk" type="application/json">(.*?)</script>', text)
        return json.loads(found[1])["scopes"]

    assert "verdicts:publish" not in scopes(ann)
    assert "verdicts:publish" in scopes(rey)


def test_who_may_only_read_gets_no_scope_to_write(client):
    guest = make_person(None, username="guest")
    guest.user_permissions.add(Permission.objects.get(codename="read"))

    text = Editor(guest).text_of(address(make_article()))

    assert '"scopes": ["read"]' in text


def test_no_inline_script_or_style(ann: Editor):
    text = ann.text_of(address(make_claim().article))

    assert "style=" not in text
    assert "<style" not in text
    assert "onclick" not in text
    assert "<script>" not in text


def test_an_article_that_is_not_there_leads_to_the_queue(ann: Editor):
    assert ann.client.get("/admin/claims/article/0000000000/annotate/").status_code == 302


@pytest.mark.parametrize("claims", [1, 10])
def test_it_costs_the_same_however_many_claims(
    ann: Editor, django_assert_max_num_queries, claims: int
):
    article = make_article(text=TEXT * 10)
    source = make_source()
    for number in range(claims):
        start = number * len(TEXT) + TEXT.index("18 months")
        claim = make_claim(
            "18 months",
            article=article,
            start=start,
            end=start + 9,
            attributions=[{"source": source}],
        )
        make_draft(claim=claim)

    with django_assert_max_num_queries(20):
        response = ann.client.get(address(article))

    assert response.content.count(b'data-claim="') == claims
