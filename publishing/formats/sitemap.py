"""
What search engines should read, as a sitemap (https://www.sitemaps.org/protocol.html).

What is two days old or younger is also told as news, which is what news sitemaps may hold.
"""

from collections.abc import Iterable
from typing import NamedTuple

from publishing.formats.claimreview import Desk
from publishing.formats.markup import DECLARATION, element, text

MOST = 50_000
MOST_NEWS = 1_000
NEWS_DAYS = 2
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS_NAMESPACE = "http://www.google.com/schemas/sitemap-news/0.9"


class News(NamedTuple):
    """What a news sitemap says of a page."""

    title: str
    language: str
    published_at: str


class Place(NamedTuple):
    """A page, when it last changed, and what it is as news, if it is."""

    path: str
    changed_at: str
    news: News | None = None


def sitemap(places: Iterable[Place], desk: Desk) -> str:
    """Up to MOST pages."""
    listed = [_place(each, desk) for each in places]
    names = {"xmlns": NAMESPACE, "xmlns:news": NEWS_NAMESPACE}
    return DECLARATION + element("urlset", names, *listed)


def index(addresses: Iterable[str]) -> str:
    """The sitemaps of a record that is too long for one."""
    listed = (element("sitemap", {}, element("loc", {}, text(each))) for each in addresses)
    return DECLARATION + element("sitemapindex", {"xmlns": NAMESPACE}, *listed)


def _place(place: Place, desk: Desk) -> str:
    return element(
        "url",
        {},
        element("loc", {}, text(desk.at(place.path))),
        element("lastmod", {}, text(place.changed_at)),
        _news(place.news, desk) if place.news else "",
    )


def _news(news: News, desk: Desk) -> str:
    # Google takes the language alone, but for Chinese.
    tag = news.language.lower()
    language = tag if tag in ("zh-cn", "zh-tw") else tag.partition("-")[0]
    return element(
        "news:news",
        {},
        element(
            "news:publication",
            {},
            element("news:name", {}, text(desk.name)),
            element("news:language", {}, text(language)),
        ),
        element("news:publication_date", {}, text(news.published_at)),
        element("news:title", {}, text(news.title)),
    )
