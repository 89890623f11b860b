"""Intake: what a file or a pasted text may be, and what is said when it may not."""

import pytest
from django.core.exceptions import ValidationError

from claims.intake import LONGEST_HEADLINE, publisher_called, read_article_text, take_in
from claims.models import Article
from sources.models import Source


def make_source(name: str, **fields) -> Source:
    return Source.add(by=None, name=name, kind="media", **fields)


def refusal(raw: bytes | str) -> str:
    with pytest.raises(ValidationError) as refused:
        read_article_text(raw)
    return refused.value.message_dict["text"][0]


@pytest.mark.parametrize(
    "raw",
    [
        "Bridge “shut”\nIt is ‘shut’.\n".encode(),
        "Bridge “shut”\nIt is ‘shut’.\n".encode("utf-8-sig"),
        "Bridge “shut”\r\nIt is ‘shut’.\r\n".encode(),
        "\ufeffBridge “shut”\r\nIt is ‘shut’.\r\n",
        "Bridge “shut”\nIt is ‘shut’.\n",
    ],
    ids=["UTF-8", "with BOM", "with CRLF", "pasted, with BOM and CRLF", "pasted"],
)
def test_every_usual_form_of_a_text_is_read_alike(raw):
    draft = read_article_text(raw)

    assert draft.headline == "Bridge “shut”"
    assert draft.text == "Bridge “shut”\nIt is ‘shut’.\n"


@pytest.mark.parametrize("bullet", ["- ", "• ", "•", "– ", "— ", "* ", "  - ", "-\t", "• - "])
def test_headline_is_the_first_line_without_its_bullet(bullet):
    draft = read_article_text(f"\n \n{bullet}Bridge shut\n{bullet}Cars wait\n")

    assert draft.headline == "Bridge shut"
    assert draft.text == f"\n \n{bullet}Bridge shut\n{bullet}Cars wait\n"


@pytest.mark.parametrize("line", ["-5 degrees in May", "*Update* on the bridge", "–—"])
def test_a_sign_that_is_part_of_the_headline_stays(line):
    assert read_article_text(line).headline == line


def test_a_line_that_is_only_a_bullet_is_no_headline():
    assert read_article_text("-\n•\nBridge shut").headline == "Bridge shut"


def test_a_text_of_bullets_only_still_has_a_headline():
    assert read_article_text("-\n•\n").headline == "-"


def test_a_given_headline_wins():
    assert read_article_text("First line\nSecond", headline=" My own ").headline == "My own"


@pytest.mark.parametrize("first", ["word " * 100, "w" * 400])
def test_a_first_line_too_long_for_a_headline_is_cut_visibly(first):
    headline = read_article_text(first).headline

    assert len(headline) <= LONGEST_HEADLINE
    assert headline.endswith(("word…", "w…"))


def test_a_byte_that_is_not_utf8_is_named_with_its_place():
    assert refusal(b"Bridge\nIt is \x92shut\x92.") == (
        "This text is not UTF-8: the byte 0x92 at position 13 (line 2) does not belong there. "
        "Save it as UTF-8 and try again."
    )


def test_the_place_is_counted_in_the_file_byte_order_mark_included():
    assert "at position 3 " in refusal(b"\xef\xbb\xbf\x92")


@pytest.mark.parametrize(
    ("codec", "name"),
    [("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"), ("utf-32", "UTF-32")],
)
def test_other_unicode_encodings_are_recognised_and_named(codec, name):
    assert f"This text is {name}, not UTF-8." in refusal("Bridge shut since Monday".encode(codec))


@pytest.mark.parametrize("raw", [b"", b"\xef\xbb\xbf", b" \r\n\t", "", "\n"])
def test_an_empty_text_is_refused(raw):
    assert refusal(raw) == "The text is empty."


def test_a_character_that_no_database_keeps_is_named():
    assert "U+0000" in refusal("A headline\nand a NUL \x00 in a text that is long enough")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name", ["sorne-gazette", "Sorne Gazette", " sorne  GAZETTE ", "the gazette"]
)
def test_a_publisher_is_found_by_slug_name_or_alias(name):
    gazette = make_source("Sorne Gazette", aliases=["The Gazette"])

    assert publisher_called(name) == gazette


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["Gazette", "", "  "])
def test_no_publisher_is_found_by_a_part_of_its_name(name):
    make_source("Sorne Gazette")

    assert publisher_called(name) is None


@pytest.mark.django_db
def test_an_ambiguous_publisher_is_refused_with_its_candidates():
    make_source("Radio Sorne", aliases=["Sorne Today"])
    make_source("Sorne Today", slug="sorne-today-paper")

    with pytest.raises(ValidationError) as refused:
        publisher_called("Sorne Today")

    [sentence] = refused.value.message_dict["publisher"]
    assert "Radio Sorne (radio-sorne), Sorne Today (sorne-today-paper)" in sentence


@pytest.mark.django_db
def test_a_slug_settles_who_is_meant():
    make_source("Radio Sorne", aliases=["sorne-today"])
    paper = make_source("Sorne Today")

    assert publisher_called("sorne-today") == paper


@pytest.mark.django_db
def test_an_unknown_publisher_becomes_a_media_outlet():
    article = take_in(read_article_text("Bridge shut"), by=None, publisher=" Sorne  Gazette")

    assert (article.publisher.name, article.publisher.kind) == ("Sorne Gazette", "media")


@pytest.mark.django_db
def test_a_known_publisher_is_not_added_again():
    gazette = make_source("Sorne Gazette")

    article = take_in(read_article_text("Bridge shut"), by=None, publisher="sorne gazette")

    assert article.publisher == gazette
    assert Source.objects.count() == 1


@pytest.mark.django_db
def test_a_refused_article_leaves_no_publisher_behind():
    draft = read_article_text("Bridge shut")
    take_in(draft, by=None, url="https://demo.example/bridge")

    with pytest.raises(ValidationError, match="There is an article with this URL already"):
        take_in(draft, by=None, publisher="Sorne Gazette", url="https://demo.example/bridge")

    assert Article.objects.count() == 1
    assert not Source.objects.exists()
