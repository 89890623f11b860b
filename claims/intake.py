"""Intake: how a file or a pasted text becomes an article, whichever door it comes through."""

import re
from datetime import datetime
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction

from claims.models import Article
from claims.models.revision import checked_text
from sources.models import Source

LONGEST_HEADLINE = Article._meta.get_field("headline").max_length or 300

# A dash or an asterisk is a bullet only before a space: "-5 degrees" and "*Update" keep theirs.
_BULLET = re.compile(r"\A(?:[•‣◦·]\s*|[-–—*](?:\s+|\Z))+")

_BYTE_ORDER_MARKS = (
    # UTF-32 first: its little-endian mark begins like that of UTF-16.
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


class ArticleDraft(NamedTuple):
    """What an article's text says of itself: a headline, and the text as it will be kept."""

    headline: str
    text: str


def read_article_text(raw: bytes | str, headline: str = "") -> ArticleDraft:
    """
    A text file or a pasted text, read as UTF-8 and normalised; every line stays.

    The headline is the first line with words, without its bullet, unless one is given. Raises
    ValidationError on `text`, with a sentence that says what to do: not UTF-8, empty, unstorable.
    """
    text = checked_text(_decoded(raw) if isinstance(raw, bytes) else raw)
    return ArticleDraft(headline.strip() or _first_line(text), text)


def publisher_called(name: str) -> Source | None:
    """
    The source of this slug, name or alias, whatever the case; None when there is none.

    A slug is never ambiguous. Raises ValidationError on `publisher`, naming the candidates, when
    several sources go by the same name.
    """
    name = " ".join(name.split())
    if not name:
        return None
    found = list(Source.objects.called(name).order_by("name", "pk")[:10])
    by_slug = [source for source in found if source.slug == name]
    if by_slug:
        return by_slug[0]
    if len(found) > 1:
        candidates = ", ".join(f"{source.name} ({source.slug})" for source in found)
        raise ValidationError(
            {
                "publisher": f"“{name}” may be any of these: {candidates}. "
                "Name the one you mean by the word in brackets."
            }
        )
    return found[0] if found else None


@transaction.atomic
def take_in(
    draft: ArticleDraft,
    *,
    by: Any,
    publisher: str = "",
    at: datetime | None = None,
    **fields: Any,
) -> Article:
    """
    Keep the draft as an article; `publisher` is a name, added as a media outlet when unknown.

    Raises ValidationError by field, NotAllowed; then nothing is kept, the publisher included.
    """
    outlet = publisher_called(publisher)
    if outlet is None and publisher.strip():
        name = " ".join(publisher.split())
        outlet = Source.add(by=by, at=at, name=name, kind=Source.Kind.MEDIA)
    return Article.add(by=by, at=at, publisher=outlet, **draft._asdict(), **fields)


def _first_line(text: str) -> str:
    """The first line that has words, without its bullet, cut at a word where it is too long."""
    lines = (_BULLET.sub("", line.strip()) for line in text.split("\n"))
    return shortened(next((line for line in lines if line), text.split()[0]), LONGEST_HEADLINE)


def shortened(line: str, longest: int) -> str:
    """The line, cut at a word where it has more characters than that."""
    if len(line) <= longest:
        return line
    whole_words = line[:longest].rpartition(" ")[0] or line[: longest - 1]
    return f"{whole_words}…"


def _decoded(raw: bytes) -> str:
    encoding = _other_encoding(raw)
    if encoding:
        raise ValidationError(
            {"text": f"This text is {encoding}, not UTF-8. Save it as UTF-8 and try again."}
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValidationError({"text": _why_not_utf8(raw, error)}) from error


def _other_encoding(raw: bytes) -> str:
    """UTF-16 or UTF-32, told by a byte order mark or by every other byte being empty."""
    for mark, name in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return name
    beginning = raw[:2000]
    even, odd = beginning[::2].count(0), beginning[1::2].count(0)
    return "UTF-16" if max(even, odd) > len(beginning) // 4 and not min(even, odd) else ""


def _why_not_utf8(raw: bytes, error: UnicodeDecodeError) -> str:
    # Counted in the bytes as they came: a byte order mark is cut off before the decoder counts.
    position = error.start + len(raw) - len(error.object)
    line = raw.count(b"\n", 0, position) + 1
    return (
        f"This text is not UTF-8: the byte 0x{raw[position]:02X} at position {position} "
        f"(line {line}) does not belong there. Save it as UTF-8 and try again."
    )
