"""Reading: a file's lines as values, one after the other; what cannot be read says why."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, BinaryIO

import orjson

from search.exchange.cells import text_of

# Longer than any article; what is longer is no line of ours.
LONGEST_LINE = 16 * 1024 * 1024
DELIMITERS = ",;\t"


class Unreadable(Exception):
    """The whole file cannot be read; the message says why."""


@dataclass(frozen=True)
class Line:
    """A line by its number from 1: its values, or the problem with reading it."""

    number: int
    values: dict[str, Any] = field(default_factory=dict)
    problem: str = ""


def json_lines(file: BinaryIO) -> Iterator[Line]:
    """The objects of a JSON lines file; empty lines are left out."""
    number = 0
    while raw := file.readline(LONGEST_LINE + 1):
        number += 1
        if len(raw) > LONGEST_LINE:
            _skip_to_the_next(file, raw)
            yield Line(number, problem=f"It is longer than {LONGEST_LINE:,} bytes.")
        elif raw.removeprefix(b"\xef\xbb\xbf").strip():
            yield _json_line(number, raw.removeprefix(b"\xef\xbb\xbf"))


def spreadsheet(file: BinaryIO, known: Iterable[str], lists: Iterable[str] = ()) -> Iterator[Line]:
    """
    The rows of a CSV file in UTF-8 by its header; `lists` are columns whose cells are JSON.

    Takes commas, semicolons and tabs, whichever the header has first. Empty cells are None, and
    the apostrophes that export put before formulas are taken away. Raises Unreadable for a header
    with columns other than the `known`. After a row that breaks CSV's own rules nothing is read:
    where the next row begins is anybody's guess.
    """
    csv.field_size_limit(LONGEST_LINE)
    text = io.TextIOWrapper(file, "utf-8-sig", errors="surrogateescape", newline="")
    first = text.readline(LONGEST_LINE)
    reader = csv.reader(chain([first], _lines(text)), delimiter=_delimiter(first), strict=True)
    try:
        header = _header(next(reader, []), set(known))
        while True:
            number = reader.line_num + 1
            row = next(reader, None)
            if row is None:
                return
            if any(row):
                yield _row(number, header, row, set(lists))
    except csv.Error as error:
        problem = f"This is no CSV ({error}). Nothing behind it was read."
        yield Line(reader.line_num, problem=problem)
    finally:
        # The file is the caller's to close.
        text.detach()


def _json_line(number: int, raw: bytes) -> Line:
    try:
        values = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        return Line(number, problem=f"This is no JSON: {error.msg}.")
    if not isinstance(values, dict):
        return Line(number, problem="A line is one JSON object, in curly brackets.")
    return Line(number, values)


def _skip_to_the_next(file: BinaryIO, raw: bytes) -> None:
    while raw and not raw.endswith(b"\n"):
        raw = file.readline(LONGEST_LINE)


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    while line := text.readline(LONGEST_LINE + 1):
        if len(line) > LONGEST_LINE:
            raise csv.Error(f"a line longer than {LONGEST_LINE:,} characters")
        yield line


def _delimiter(header: str) -> str:
    return next((character for character in header if character in DELIMITERS), ",")


def _header(cells: list[str], known: set[str]) -> list[str]:
    names = [text_of(cell).strip() for cell in cells]
    unknown = [_printable(name)[:60] for name in names if name not in known]
    if not names:
        raise Unreadable("The file is empty. Its first line names the columns.")
    if unknown:
        raise Unreadable(
            f"There is no column “{unknown[0]}”. The columns are {', '.join(sorted(known))}."
        )
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise Unreadable(f"The column “{twice}” is there twice.")
    return names


def _row(number: int, header: list[str], row: list[str], lists: set[str]) -> Line:
    if len(row) != len(header):
        problem = f"It has {len(row)} cells, and the header has {len(header)}."
        return Line(number, problem=problem)
    values: dict[str, Any] = {}
    for name, cell in zip(header, row, strict=True):
        if _printable(cell) != cell:
            return Line(number, problem=f"{name}: This is not UTF-8. Save the file as UTF-8.")
        try:
            values[name] = _value(text_of(cell), is_list=name in lists)
        except orjson.JSONDecodeError:
            return Line(number, problem=f"{name}: A list is written as JSON, as in [].")
    return Line(number, values)


def _value(text: str, *, is_list: bool) -> Any:
    if not text:
        return None
    return orjson.loads(text) if is_list else text


def _printable(text: str) -> str:
    """The text with a question mark for each byte that is not UTF-8."""
    return text.encode(errors="replace").decode()
