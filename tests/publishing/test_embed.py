"""The embed script's address and its demo page, without a browser."""

import re
from html import unescape

import pytest
from django.utils.html import strip_tags

from claims.models import Article, Document
from claims.record.ledger import parsed
from publishing.typesetting import typeset
from tests.newsroom import TEXT, make_article, make_claim, make_published
from tests.publishing.documents import make_document
from tests.publishing.publisher import SCRIPT

pytestmark = pytest.mark.django_db

ADDRESS = "/embed/factcheck.js"
DEMO = "/embed/demo/"
STORY = "https://publisher.example/story"


def test_any_page_may_load_the_script(client):
    answer = client.get(ADDRESS, HTTP_ORIGIN="https://publisher.example")

    assert answer.content == SCRIPT.read_bytes()
    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer["Cache-Control"] == "public, max-age=300"
    assert "Set-Cookie" not in answer


def test_who_has_the_script_need_not_fetch_it_again(client):
    held = client.get(ADDRESS)["ETag"]

    again = client.get(ADDRESS, HTTP_IF_NONE_MATCH=held)

    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == held
    assert again["Cache-Control"] == "public, max-age=300"


@pytest.mark.parametrize("address", [ADDRESS, DEMO])
def test_nobody_writes_there(address, client):
    assert client.post(address).status_code == 405


def test_the_demo_shows_an_article_whose_text_is_public(client):
    article = make_article(url=STORY, text_is_public=True)
    make_published(claim=make_claim(article=article))

    page = client.get(DEMO).content.decode()

    assert f'<link rel="canonical" href="{STORY}">' in page
    assert f'<script async src="{ADDRESS}"></script>' in page
    assert article.headline in page
    assert "lorries cross the bridge" in page


@pytest.mark.parametrize("public", [False, True], ids=["private text", "nothing published"])
def test_the_demo_shows_no_text_that_readers_may_not_read(public, client):
    article = make_article(url=STORY, text_is_public=public)
    claim = make_claim(article=article)
    if not public:
        make_published(claim=claim)

    assert Article.objects.count() == 1
    assert client.get(DEMO).status_code == 404


def test_a_publisher_sets_the_same_words():
    blocks = typeset(TEXT * 3)
    read = unescape(strip_tags(" ".join(blocks)))

    plain = str.maketrans("‘’“”\u00a0", "''\"\" ", "\u00ad")
    assert read.translate(plain).split() == (TEXT * 3).translate(plain).split()


def test_a_publisher_sets_no_markup_of_the_text():
    blocks = typeset("Bridge <b>to</b> cost 4.2 & more.\n\n" * 6 + TEXT)

    assert "<b>to</b>" not in "".join(blocks)
    assert len(re.findall("&lt;b&gt;to", "".join(blocks))) == 6


def test_the_documents_of_the_tests_have_the_shape_of_published_ones():
    quote = "Some 1,300 lorries cross the bridge each day"
    make_published(claim=make_claim(quote))

    ours, real = make_document(quote, TEXT), parsed(Document.objects.get().body)

    assert ours.keys() == real.keys()
    assert ours["claim"].keys() == real["claim"].keys()
    assert ours["claim"]["selectors"] == real["claim"]["selectors"]
    assert ours["verdict"].keys() == real["verdict"].keys()
    assert ours["verdict"]["rating"].keys() == real["verdict"]["rating"].keys()
