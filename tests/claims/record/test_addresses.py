"""Addresses: however an article's URL is written it is found, and no other page in its place."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.record.addresses import key_of, normalised

STORY = "https://example.com/news/bridge-costs"

SAME = [
    "http://example.com/news/bridge-costs",
    "HTTPS://EXAMPLE.COM/news/bridge-costs",
    "https://Example.com:443/news/bridge-costs",
    "http://example.com:80/news/bridge-costs",
    "https://example.com./news/bridge-costs",
    "https://reader:secret@example.com/news/bridge-costs",
    "https://example.com/news/bridge-costs/",
    "https://example.com//news///bridge-costs",
    "https://example.com/news/bridge-costs?",
    "https://example.com/news/bridge-costs#comments",
    "https://example.com/news/bridge-costs#:~:text=4.2%20million",
    "  https://example.com/news/bridge-costs\n",
    "https://example.com/news/%62ridge%2Dcosts",
    "https://example.com/news/bridge%2dcosts",
    "https://www.example.com/news/bridge-costs",
    "https://www2.example.com/news/bridge-costs",
    "https://m.example.com/news/bridge-costs",
    "https://mobile.example.com/news/bridge-costs",
    "https://amp.example.com/news/bridge-costs",
    "https://example.com/news/bridge-costs/amp",
    "https://example.com/news/bridge-costs/amp/",
    "https://example.com/amp/news/bridge-costs",
    "https://example.com/news/bridge-costs.amp",
    "https://example.com/news/bridge-costs?amp=1",
    "https://example.com/news/bridge-costs?outputType=amp",
    "https://example.com/news/bridge-costs?utm_source=x&utm_medium=y&UTM_Campaign=z",
    "https://example.com/news/bridge-costs?fbclid=IwAR0&gclid=1&msclkid=2&mc_cid=3&mc_eid=4",
    "https://example.com/news/bridge-costs?at_medium=RSS&at_campaign=KARANGA",
    "https://example.com/news/bridge-costs?smid=tw-share&ocid=socialflow&ref_src=twsrc%5Etfw",
    "https://example-com.cdn.ampproject.org/c/s/example.com/news/bridge-costs",
    "https://www-example-com.cdn.ampproject.org/v/s/www.example.com/news/bridge-costs/amp?amp_js_v=9",
    "http://example-com.cdn.ampproject.org/c/example.com/news/bridge-costs",
    "https://www.google.com/amp/s/www.example.com/news/bridge-costs",
    "https://www.google.co.uk/amp/s/amp.example.com/news/bridge-costs?usqp=1",
    "https://google.de/amp/example.com/news/bridge-costs",
]

PAIRS = [
    ("https://example.com", "https://example.com/"),
    ("https://example.com/?b=2&a=1", "https://example.com/?a=1&b=2"),
    ("https://example.com/s?id=7&utm_source=x", "https://www.example.com/s/?id=7"),
    ("https://example.com/s?q=a+b", "https://example.com/s?q=a%20b"),
    ("https://example.com/s?q=%c3%bc", "https://example.com/s?q=ü"),
    ("https://example.com/caf%c3%a9", "https://example.com/café"),
    ("https://example.com/caf%C3%A9", "https://example.com/caf%c3%a9"),
    ("https://example.com/%7Esmith", "https://example.com/~smith"),
    ("https://example.com/a%2fb", "https://example.com/a%2Fb"),
    ("https://example.com/%ff", "https://example.com/%FF"),
    ("https://example.com/100%", "https://example.com/100%25"),
    ("https://münchen.example/b", "https://xn--mnchen-3ya.example/b"),
    ("https://MÜNCHEN.example/b", "https://münchen.example/b"),
    ("https://www.новини.укр/міст", "https://новини.укр/%D0%BC%D1%96%D1%81%D1%82"),
    ("https://example.com:8443/a", "https://www.example.com:8443/a/"),
    ("https://[2001:DB8::1]/a", "http://[2001:db8::1]/a"),
]

OTHERS = [
    "https://example.com/news/bridge-costs-2",
    "https://example.com/news/Bridge-costs",
    "https://example.com/news",
    "https://example.com/",
    "https://example.org/news/bridge-costs",
    "https://news.example.com/news/bridge-costs",
    "https://example.com:8443/news/bridge-costs",
    "https://example.com/news/bridge-costs?id=1",
    "https://example.com/news/bridge-costs?id=2",
    "https://example.com/news/bridge-costs?page=2",
    "https://example.com/news/bridge-costs?ID=2",
    "https://example.com/news/bridge-costs?id=",
    "https://example.com/news/bridge-costs?reference=2",
    "https://example.com/news%2Fbridge-costs",
    "https://example.com/news/bridge-costs%3Fid=1",
    "https://example.com/news/bridge-costs%23comments",
    "https://example.com/news/bridge-costs%20",
    "https://example.com/news/bridge-costs.html",
    "https://example.com/news/lamp",
    "https://example.com/news/example",
    "https://example.com/ampere/bridge-costs",
    "https://example.com/mobile/bridge-costs",
    "https://m.com/news/bridge-costs",
    "https://amp.dev/news/bridge-costs",
    "https://www.com/news/bridge-costs",
    "https://wwwexample.com/news/bridge-costs",
    "https://google.com/news/bridge-costs",
    "https://cdn.ampproject.org/",
]

NO_ADDRESSES = [
    "",
    "   ",
    "example.com/news",
    "//example.com/news",
    "/news/bridge-costs",
    "ftp://example.com/news",
    "javascript:alert(1)",
    "mailto:desk@example.com",
    "https://",
    "https:///news",
    "https://:443/news",
    "https://example.com:port/",
    "https://example.com:99999/",
    "https://[::1/news",
    "https://[example.com]/news",
    "The Mill Bridge",
    "https://\ud800.example/news",
    "https://example.com/\ud800",
    "https://example.com/?q=\ud800",
]


@pytest.mark.parametrize("url", SAME)
def test_what_does_not_change_the_page_does_not_change_the_key(url):
    assert normalised(url) == normalised(STORY)
    assert key_of(url) == key_of(STORY)


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_ways_of_writing_one_address_have_one_key(one, other):
    assert normalised(one) == normalised(other)


def test_different_pages_have_different_keys():
    keys = {key_of(url) for url in [STORY, *OTHERS]}

    assert len(keys) == len(OTHERS) + 1
    assert None not in keys


@pytest.mark.parametrize("url", NO_ADDRESSES)
def test_what_is_no_address_has_no_key(url):
    assert key_of(url) is None
    with pytest.raises(ValueError, match=r"."):
        normalised(url)


def test_an_article_without_a_url_has_no_key():
    assert key_of(None) is None


def test_a_key_is_as_long_as_its_column():
    assert len(key_of(STORY)) == 32


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/" + "a" * 100_000,
        "https://example.com/" + "/" * 100_000,
        "https://example.com/" + "%" * 100_000,
        "https://example.com/" + "/amp" * 25_000,
        "https://example.com/?" + "a&" * 50_000,
        "https://example.com/?" + "utm_" * 25_000 + "=1",
        "https://example.com/?" + "_ga" * 33_000,
        "https://" + "a" * 100_000 + "/",
        "https://" + "a." * 50_000 + "com/",
        "https://" + "ü" * 50_000 + ".com/",
        "https://" + "www." * 25_000 + "com/",
        "https://google." + "a" * 100_000 + "/b",
        "https://google.com" + "/amp/google.com" * 6_500,
        "https://x.cdn.ampproject.org" + "/c/x.cdn.ampproject.org" * 4_000 + "/c/example.com/",
        "https://example.com/#" + "a" * 100_000,
        " " * 100_000 + STORY,
        "a" * 100_000,
    ],
    ids=lambda url: f"{url[:30]}…",
)
def test_no_address_takes_long(url):
    begin = time.process_time()

    key_of(url)

    assert time.process_time() - begin < 0.5


@given(st.text(max_size=60) | st.text("/.:?#&=%[]@ampw0", max_size=60))
def test_any_text_is_an_address_or_none(end):
    for url in (end, f"https://{end}", f"https://example.com/{end}", f"https://example.com?{end}"):
        key = key_of(url)

        assert key is None or len(key) == 32


@given(st.text("aAéü/%2fF?=&.+ -_~;,:@", max_size=40))
def test_what_is_normalised_stays_as_it_is(end):
    once = normalised(f"https://example.com/{end}")

    assert normalised(f"https://{once}") == once
