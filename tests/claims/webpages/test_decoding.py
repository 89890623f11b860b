"""A page's bytes are read as browsers read them."""

import codecs

import pytest

from claims.webpages.decoding import decoded

WORD = "Größe"


def in_meta(label: str, word: bytes) -> bytes:
    return f"<html><head><meta charset={label}></head>".encode("ascii") + word


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_the_byte_order_mark_decides(mark, encoding):
    raw = mark + f'<meta charset="iso-8859-5">{WORD}'.encode(encoding)

    assert decoded(raw, "windows-1251").endswith(WORD)
    assert decoded(raw)[0] == "<"


def test_the_header_goes_before_the_pages_own_word():
    assert decoded(in_meta("utf-8", WORD.encode("cp1252")), "windows-1252").endswith(WORD)


@pytest.mark.parametrize(
    ("label", "encoding"),
    [
        ("iso-8859-1", "cp1252"),
        ('"Windows-1252"', "cp1252"),
        ("'iso-8859-15'", "iso-8859-15"),
        ("utf-16", "utf-8"),
        ("no-such-thing", "utf-8"),
        ("no-such-thing", "cp1252"),
        ("unicode_escape", "utf-8"),
        ("rot13", "utf-8"),
    ],
)
def test_the_pages_own_word_means_what_it_means_on_the_web(label, encoding):
    assert decoded(in_meta(label, WORD.encode(encoding))).endswith(WORD)


def test_the_older_way_of_saying_it_is_read_too():
    head = b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'

    assert decoded(head + "Мост".encode("cp1251")).endswith("Мост")


def test_gb2312_means_all_of_its_successor():
    assert decoded(in_meta("gb2312", "橋镕".encode("gb18030"))).endswith("橋镕")


def test_a_word_in_a_comment_or_far_into_the_page_does_not_count():
    commented = b"<!-- <meta charset=koi8-r> -->" + WORD.encode()
    late = b" " * 2000 + in_meta("koi8-r", WORD.encode())

    assert decoded(commented).endswith(WORD)
    assert decoded(late).endswith(WORD)


def test_bytes_that_belong_nowhere_are_marked_and_raise_nothing():
    assert decoded(b"a\xff\xfeb", "utf-8") == "a��b"
    assert decoded(b"\x81") == "�"
