"""What a page says of itself, in the places where publishers say it; nothing is guessed."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import orjson

ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Report)\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
# Deeper than any publisher nests; what goes on beyond is not looked at.
MOST_OBJECTS = 10_000


class Found(NamedTuple):
    """A value as the page says it, and where: `og:title`."""

    value: str
    where: str


class Metadata(NamedTuple):
    """What was found; None for what the page does not say."""

    headline: Found | None
    publisher: Found | None
    published_at: Found | None
    language: Found | None
    url: Found | None
    reviews: tuple[Mapping[str, Any], ...]


def metadata_of(tree: Any) -> Metadata:
    """What a page (an lxml tree) says: in JSON-LD, then in its meta elements, then to see."""
    objects = list(_objects(tree))
    article = next((each for each in objects if _is(each, ARTICLE_TYPES)), {})
    meta = _meta(tree)

    def first(readable: Callable[[str], str], *places: tuple[str, Any]) -> Found | None:
        for where, said in places:
            value = readable(_plain(said))
            if value:
                return Found(value, where)
        return None

    return Metadata(
        headline=first(
            str,
            ("JSON-LD", article.get("headline")),
            ("og:title", meta.get("og:title")),
            ("h1", _only(tree, "//h1")),
            ("title", _only(tree, "//title")),
        ),
        publisher=first(
            str,
            ("JSON-LD", _name(article.get("publisher"))),
            ("og:site_name", meta.get("og:site_name")),
        ),
        published_at=first(
            _day,
            ("JSON-LD", article.get("datePublished")),
            ("article:published_time", meta.get("article:published_time")),
            ("meta date", meta.get("date") or meta.get("dc.date") or meta.get("datepublished")),
            ("time", _attribute(tree, "//time[@itemprop='datePublished']/@datetime")),
        ),
        language=first(
            _language,
            ("html lang", _attribute(tree, "//html/@lang")),
            ("JSON-LD", article.get("inLanguage")),
            ("og:locale", meta.get("og:locale")),
        ),
        url=first(
            _address,
            ("canonical link", _attribute(tree, "//link[@rel='canonical']/@href")),
            ("og:url", meta.get("og:url")),
            ("JSON-LD", article.get("url")),
        ),
        reviews=tuple(each for each in objects if _is(each, re.compile(r"ClaimReview\Z"))),
    )


def _objects(tree: Any) -> Iterator[Mapping[str, Any]]:
    """Every object of the page's JSON-LD, however it is nested, in the page's order."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            waiting = [orjson.loads(str(script))]
        except orjson.JSONDecodeError:
            continue
        for _ in range(MOST_OBJECTS):
            if not waiting:
                break
            value = waiting.pop()
            if isinstance(value, dict):
                yield value
                waiting += [each for each in reversed(value.values()) if _holds(each)]
            elif isinstance(value, list):
                waiting += [each for each in reversed(value) if _holds(each)]


def _holds(value: Any) -> bool:
    return isinstance(value, dict | list)


def _is(thing: Mapping[str, Any], kinds: re.Pattern[str]) -> bool:
    named = thing.get("@type")
    names = named if isinstance(named, list) else [named]
    return any(isinstance(name, str) and kinds.search(name) for name in names)


def _name(thing: Any) -> Any:
    if isinstance(thing, list):
        thing = thing[0] if thing else None
    return thing.get("name") if isinstance(thing, dict) else thing


def _meta(tree: Any) -> dict[str, str]:
    """The contents of the meta elements by name or property; of a repeated one the first."""
    said: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        for key in ("property", "name", "itemprop"):
            name = (element.get(key) or "").strip().lower()
            if name:
                said.setdefault(name, element.get("content"))
    return said


def _only(tree: Any, path: str) -> str:
    """The words of the one such element; none where there are several."""
    found = tree.xpath(path)
    return str(found[0].text_content()) if len(found) == 1 else ""


def _attribute(tree: Any, path: str) -> str:
    return str(next(iter(tree.xpath(path)), ""))


def _plain(said: Any) -> str:
    return " ".join(said.split()) if isinstance(said, str) else ""


def _day(said: str) -> str:
    """The day that the page itself gives, wherever on earth it was that day."""
    try:
        return date.fromisoformat(said[:10]).isoformat()
    except ValueError:
        return ""


def _language(said: str) -> str:
    primary, *rest = said.replace("_", "-").split("-")
    tag = "-".join([primary.lower(), *rest])
    return tag if _LANGUAGE.match(tag) and len(tag) <= 35 else ""


def _address(said: str) -> str:
    try:
        parts = urlsplit(said)
    except ValueError:
        return ""
    return said if parts.scheme in ("http", "https") and parts.netloc else ""
