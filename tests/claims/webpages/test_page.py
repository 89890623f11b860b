"""What a saved page says of its article, and what is no such page."""

import contextlib
import json
import time
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from claims.webpages import page as pages
from claims.webpages.page import MOST_BYTES, is_page, read_page
from tests.claims.webpages.specimens import (
    ARTICLE,
    BARE,
    PARAGRAPHS,
    REVIEW,
    SCRIPTS,
    WHOLE,
    json_ld,
    page,
)


def problem_with(raw: bytes) -> str:
    with pytest.raises(ValidationError) as refused:
        read_page(raw)
    return refused.value.message_dict["text"][0]


def test_a_whole_page_says_everything_and_where():
    read = read_page(WHOLE.encode())

    assert read.draft.headline == "Mill Bridge closed until May"
    assert (read.publisher, read.language) == ("Millford Gazette", "en-GB")
    # The day that the page gives, not the one that it was in UTC.
    assert read.published_at == date(2024, 10, 24)
    assert read.url == "https://gazette.example/mill-bridge"
    assert read.where == {
        "headline": "JSON-LD",
        "publisher": "JSON-LD",
        "published_at": "JSON-LD",
        "language": "html lang",
        "url": "canonical link",
    }


def test_the_text_is_the_articles_paragraphs_and_nothing_around_them():
    text = read_page(WHOLE.encode()).draft.text

    assert text.split("\n") == ["Mill Bridge closed until May", *PARAGRAPHS]


def test_a_page_that_says_nothing_of_itself_is_its_text_and_nothing_is_guessed():
    read = read_page(BARE.encode())

    assert read.draft.headline == PARAGRAPHS[0]
    assert (read.publisher, read.language, read.url, read.published_at) == ("", "", "", None)
    assert read.where == {}


def test_meta_elements_say_it_where_json_ld_does_not():
    head = (
        '<meta property="og:title" content="Bridge &amp; ferry">'
        '<meta property="og:site_name" content="The  Gazette">'
        '<meta property="article:published_time" content="2024-03-01T23:00:00-05:00">'
        '<meta property="og:locale" content="pt_BR">'
        '<meta property="og:url" content="https://gazette.example/1">'
    )
    read = read_page(page(head, lang="").encode())

    assert read.draft.headline == "Bridge & ferry"
    assert (read.publisher, read.language) == ("The Gazette", "pt-BR")
    assert (read.published_at, read.url) == (date(2024, 3, 1), "https://gazette.example/1")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ({"datePublished": "yesterday"}, None),
        ({"datePublished": 20241024}, None),
        ({"datePublished": ["2024-10-24"]}, None),
        ({"datePublished": "2024-10-24 10:00"}, date(2024, 10, 24)),
    ],
)
def test_a_date_that_is_none_is_left_out(said, kept):
    assert read_page(page(json_ld(ARTICLE | said)).encode()).published_at == kept


@pytest.mark.parametrize(
    "script",
    [
        "{",
        "[" * 100_000,
        "null",
        '"NewsArticle"',
        '{"@type": {"@type": []}}',
        '{"@graph": [[[7]]]}',
    ],
)
def test_json_ld_that_is_none_is_passed_over(script):
    head = f'<title>Bridge</title><script type="application/ld+json">{script}</script>'

    assert read_page(page(head).encode()).draft.headline == "Bridge"


def test_json_ld_is_found_however_it_is_nested():
    nested = {"@type": "WebPage", "mainEntity": [{"@type": ["Thing", "ReportageNewsArticle"]}]}
    nested["mainEntity"][0]["headline"] = "Deep"

    assert read_page(page(json_ld(nested)).encode()).draft.headline == "Deep"


def test_addresses_and_languages_that_are_none_are_left_out():
    head = '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="//x">'
    read = read_page(page(head, lang=' lang="English, mostly"').encode())

    assert (read.url, read.language) == ("", "")


def test_a_headline_is_cut_at_a_word_where_it_is_too_long():
    read = read_page(page(json_ld(ARTICLE | {"headline": "word " * 100})).encode())

    assert len(read.draft.headline) <= 300
    assert read.draft.headline.endswith("word…")


def test_claimreviews_in_the_page_come_with_it_as_they_are():
    assert read_page(page(json_ld(ARTICLE, REVIEW)).encode()).reviews == (REVIEW,)


def test_the_servers_charset_is_believed():
    assert "Größe" in read_page(BARE.encode("cp1252"), charset="iso-8859-1").draft.text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_tells_the_encoding(encoding):
    assert "Größe" in read_page(BARE.encode(encoding)).draft.text


def test_a_page_that_scripts_put_together_is_said_to_be_one():
    assert problem_with(SCRIPTS.encode()).startswith("No article was found in this page")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"The bridge is closed.",
        json.dumps(ARTICLE).encode(),
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3 <p> and so on",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR<html>",
        b"PK\x03\x04\x14\x00\x00\x00",
        b"<?xml version='1.0'?><feed/>",
        bytes(range(256)) * 100,
    ],
    ids=["empty", "text", "json", "pdf", "png", "zip", "xml", "bytes"],
)
def test_what_is_no_page_is_said_to_be_none(raw):
    assert "no HTML page" in problem_with(raw) or "No article" in problem_with(raw)


@pytest.mark.slow
def test_a_page_of_five_megabytes_is_read_and_a_larger_one_refused():
    script = f"<script>{'x = 1; ' * 700_000}</script>"
    raw = page("<title>Bridge</title>" + script).encode()
    assert 0.9 * MOST_BYTES < len(raw) <= MOST_BYTES

    assert read_page(raw).draft.text.split("\n")[-1] == PARAGRAPHS[-1]
    assert "larger than 5 MB" in problem_with(raw + b" " * MOST_BYTES)


@pytest.mark.slow
@pytest.mark.parametrize("element", ["<p>", "<div>", "<a href=x>y</a>", "<!--", "<"])
def test_no_page_takes_long_whatever_it_is_made_of(element):
    raw = (WHOLE + element * 400_000).encode()[:MOST_BYTES]

    before = time.process_time()
    with contextlib.suppress(ValidationError):
        read_page(raw)

    assert time.process_time() - before < 5


def test_without_the_extra_it_is_said_how_to_get_it(monkeypatch):
    monkeypatch.setattr(pages, "find_spec", lambda name: None)

    assert "requirements/ingest.txt" in problem_with(WHOLE.encode())


@pytest.mark.parametrize(
    ("raw", "is_one"),
    [
        (WHOLE.encode(), True),
        (b"\xef\xbb\xbf\n <HTML>", True),
        (b"<!-- saved from url=(0022)https://paper.example/ -->\n<html>", True),
        (b"The <html> element", False),
        (b"", False),
    ],
)
def test_a_page_is_known_by_its_beginning(raw, is_one):
    assert is_page(raw) is is_one


def test_a_beginning_of_comments_is_soon_looked_through():
    before = time.process_time()

    assert not is_page(b"<!-- a --> " * 30 + b"The bridge")
    assert is_page(b"<!-- a -- b --> " * 30 + b"<html>")

    assert time.process_time() - before < 1
