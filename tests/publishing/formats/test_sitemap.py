"""The sitemap: pages with dates, the latest as news."""

from xml.etree import ElementTree

import pytest

from publishing.formats.claimreview import Desk
from publishing.formats.sitemap import News, Place, index, sitemap

DESK = Desk("Desk & Sons", "https://facts.example")
AT = "2024-10-25T09:30:00.000Z"
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}


def read(text):
    return ElementTree.fromstring(text.encode())


def texts(root, path):
    return [each.text for each in root.findall(path, NAMES)]


def test_a_page_has_its_address_and_when_it_changed():
    root = read(sitemap([Place("/factchecks/a-b/", AT)], DESK))

    assert texts(root, "s:url/s:loc") == ["https://facts.example/factchecks/a-b/"]
    assert texts(root, "s:url/s:lastmod") == [AT]
    assert not root.findall(".//n:news", NAMES)


@pytest.mark.parametrize(
    ("tag", "language"), [("en-GB", "en"), ("uk", "uk"), ("zh-TW", "zh-tw"), ("zh-Hant", "zh")]
)
def test_news_has_publication_title_and_date(tag, language):
    root = read(sitemap([Place("/x/", AT, News("False: A & B", tag, AT))], DESK))

    assert texts(root, ".//n:publication/n:name") == ["Desk & Sons"]
    assert texts(root, ".//n:publication/n:language") == [language]
    assert texts(root, ".//n:publication_date") == [AT]
    assert texts(root, ".//n:title") == ["False: A & B"]


def test_an_index_names_its_parts():
    root = read(index(["https://facts.example/sitemap.xml?part=1"]))

    assert texts(root, "s:sitemap/s:loc") == ["https://facts.example/sitemap.xml?part=1"]
