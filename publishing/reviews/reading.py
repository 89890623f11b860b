"""
Reading a file: a page, a document, or one document a line, without being told which.

Of lines only one is held at a time. Nothing that a file holds raises: each item is found with its
review or with the reason why it is none.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any, BinaryIO, NamedTuple

from publishing.reviews.addresses import absolute
from publishing.reviews.items import Page, items_in
from publishing.reviews.json_text import parsed
from publishing.reviews.pages import Scripts
from publishing.reviews.review import Found, Unreadable

# Bytes of one line, and of a document or page that has to be read as a whole.
LONGEST_LINE, LONGEST_WHOLE = 4_000_000, 500_000_000
_BOM = b"\xef\xbb\xbf"
_CHARSET = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_-]{1,40})", re.IGNORECASE)

Progress = Callable[[int], object]


class Line(NamedTuple):
    """A line with the blank ones before it; not `is_whole`, it goes on beyond what is held."""

    number: int
    data: bytes
    is_whole: bool


def read(
    file: BinaryIO, *, page: str = "", progress: Progress = lambda amount: None
) -> Iterator[Found]:
    """
    Every item of a file: JSON-LD, JSON lines, a DataFeed, `claims:search` answers, or HTML.

    `page` is the address that relative ones are relative to; `progress` is told how many bytes
    have been read since it was last told.
    """
    lines, address = _Lines(file, progress), absolute(page)
    first = next(lines, None)
    if first is None:
        yield Found("", reason="It is empty.")
        return
    if first.data.removeprefix(_BOM).lstrip().startswith(b"<"):
        yield from _on_a_page(lines.rest(first), address)
        return
    second = next(lines, None) if first.is_whole else None
    if second and _are_documents(first, second):
        yield from _line_by_line(chain([first, second], lines), lines, Page(address))
    else:
        yield from _as_a_whole(lines.rest(first, second), Page(address))


class _Lines:
    """The lines of a file that are not blank."""

    def __init__(self, file: BinaryIO, progress: Progress) -> None:
        self.file, self.progress = file, progress
        self.number = 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> Line:
        held = b""
        while data := self.file.readline(LONGEST_LINE):
            self.number += 1
            self.progress(len(data))
            held += data
            if data.removeprefix(_BOM).strip() or len(held) >= LONGEST_LINE:
                is_whole = data.endswith(b"\n") or len(data) < LONGEST_LINE
                return Line(self.number, held, is_whole)
        raise StopIteration

    def skip(self) -> None:
        """Leave what is left of a line that is too long."""
        while data := self.file.readline(LONGEST_LINE):
            self.progress(len(data))
            if data.endswith(b"\n"):
                return

    def rest(self, *held: Line | None) -> bytes:
        """These lines and all that is left, or one byte more than will be read of it."""
        data = self.file.read(LONGEST_WHOLE + 1)
        self.progress(len(data))
        return b"".join([*(line.data for line in held if line), data])


def _are_documents(first: Line, second: Line) -> bool:
    """
    Whether each line is a document: the first is, or is broken and the second is an object.

    Of a document that is set in lines the second is no object by itself.
    """
    if _is_json(first):
        return True
    return second.data.lstrip().startswith(b"{") and _is_json(second)


def _is_json(line: Line) -> bool:
    try:
        parsed(line.data.decode())
    except (Unreadable, UnicodeDecodeError):
        return False
    return True


def _line_by_line(found: Iterable[Line], lines: _Lines, page: Page) -> Iterator[Found]:
    for line in found:
        if not line.is_whole:
            lines.skip()
            reason = f"The line is longer than {LONGEST_LINE:,} bytes."
            yield Found(f"line {line.number}", reason=reason)
            continue
        for item in _in_json(line.data.strip(), page):
            yield item._replace(place=_joined(line.number, item.place))


def _as_a_whole(data: bytes, page: Page) -> Iterator[Found]:
    if len(data) > LONGEST_WHOLE:
        yield Found(
            "", reason=f"A document of more than {LONGEST_WHOLE:,} bytes is for JSON lines."
        )
        return
    yield from _in_json(data, page)


def _in_json(data: bytes, page: Page) -> Iterator[Found]:
    """The items of a JSON text; one with the reason where it is none."""
    try:
        value: Any = parsed(data.decode())
    except UnicodeDecodeError as error:
        yield Found("", reason=f"It is not UTF-8, from byte {error.start + 1} on.")
    except Unreadable as reason:
        yield Found("", reason=str(reason))
    else:
        yield from items_in(value, page)


def _on_a_page(data: bytes, address: str) -> Iterator[Found]:
    scripts = Scripts(_text_of_page(data), address)
    count = 0
    for line, block in scripts.blocks:
        try:
            items = items_in(parsed(block), scripts.page, is_expected=False)
        except Unreadable as reason:
            items = iter([Found("", reason=str(reason))])
        for item in items:
            count += 1
            yield item._replace(place=_joined(line, item.place))
    if not count:
        yield Found("", reason="The page has no ClaimReview in its JSON-LD.")


def _text_of_page(data: bytes) -> str:
    """The page as it says that it is to be read, else as UTF-8."""
    said = _CHARSET.search(data[:4_000])
    for name in ("utf-8", said[1].decode() if said else "windows-1252"):
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode(errors="replace")


def _joined(line: int, place: str) -> str:
    return f"line {line}, {place}" if place else f"line {line}"
