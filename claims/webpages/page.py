"""A saved web page as an article: its text by trafilatura, which the extra `ingest` installs."""

import re
from collections.abc import Mapping
from datetime import date
from importlib.util import find_spec
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError

from claims.intake import LONGEST_HEADLINE, ArticleDraft, read_article_text, shortened
from claims.webpages.decoding import decoded
from claims.webpages.metadata import Metadata, metadata_of

MOST_BYTES = 5 * 1024 * 1024
# The longest live blogs have fewer; the time that reading takes grows with them.
MOST_ELEMENTS = 30_000
NEEDS = (
    "Reading web pages needs the package trafilatura, which is not installed. "
    "Run: pip install --require-hashes -r requirements/ingest.txt"
)
# A comment ends at its first “-->”: tried at others too, each would double the time.
_BEGINS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:<\?xml[^>]*>\s*+)?(?:(?><!--.*?-->)\s*+)*+<(?:!doctype\s+)?html\b",
    re.I | re.S,
)
_ELEMENT = re.compile(r"<(?:!doctype html|html|head|body|title|meta|div|p|article)\b", re.I)


class Page(NamedTuple):
    """
    What an article's page says, to be looked over before it is kept.

    `where` has for each value that was found the place: `{"headline": "og:title"}`. `reviews` are
    the ClaimReviews that stand in the page, as they are.
    """

    draft: ArticleDraft
    publisher: str
    published_at: date | None
    language: str
    url: str
    where: Mapping[str, str]
    reviews: tuple[Mapping[str, Any], ...]


def is_page(raw: bytes) -> bool:
    """Whether the bytes begin as an HTML document does."""
    return bool(_BEGINS.match(raw[:4096]))


def read_page(raw: bytes, *, charset: str = "", url: str = "") -> Page:
    """
    What the page says of its article; `charset` and `url` are what a server said, if one did.

    Raises ValidationError on `text`, with a sentence that says what to do: too large, not HTML,
    without any text, or the extra is missing.
    """
    if find_spec("trafilatura") is None:
        raise ValidationError({"text": NEEDS})
    if len(raw) > MOST_BYTES:
        raise ValidationError(
            {"text": f"This page is larger than {MOST_BYTES // 1024**2} MB. Copy its text instead."}
        )
    source = decoded(raw, charset)
    tree = None if "\0" in source or not _ELEMENT.search(source) else _tree(source)
    if tree is None:
        raise ValidationError(
            {"text": "This is no HTML page. Save the page in the browser as “HTML only”."}
        )
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        raise ValidationError(
            {"text": f"This page has over {MOST_ELEMENTS:,} elements. Copy its text instead."}
        )
    said = metadata_of(tree)
    headline = shortened(said.headline.value, LONGEST_HEADLINE) if said.headline else ""
    return Page(
        draft=read_article_text(_text(source), headline),
        publisher=said.publisher.value if said.publisher else "",
        published_at=date.fromisoformat(said.published_at.value) if said.published_at else None,
        language=said.language.value if said.language else "",
        url=said.url.value if said.url else url,
        where=_where(said),
        reviews=said.reviews,
    )


def _where(said: Metadata) -> dict[str, str]:
    found = said._asdict()
    found.pop("reviews")
    return {name: each.where for name, each in found.items() if each is not None}


def _tree(source: str) -> Any:
    # Here, because the extra may be missing.
    from trafilatura import load_html

    return load_html(source)


def _text(source: str) -> str:
    """The article's paragraphs, each on a line; menus, notices and comments are left out."""
    from trafilatura import extract

    text = extract(source, include_comments=False, include_tables=True)
    if not text or not text.strip():
        raise ValidationError(
            {
                "text": "No article was found in this page: its text may be put there by scripts. "
                "Copy the text in the browser and paste it."
            }
        )
    return str(text)
