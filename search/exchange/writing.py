"""Writing: rows as the bytes of a file, one after the other."""

import csv
from collections.abc import Iterable, Iterator
from typing import Any

import orjson

from publishing.formats.claimreview import Desk, claim_review
from search.exchange.cells import cell_of
from search.exchange.kinds import FACT_CHECKS, Kind, Row

JSON_LINES, SPREADSHEET, CLAIM_REVIEW = "jsonl", "csv", "claimreview"
FORMATS = (JSON_LINES, SPREADSHEET, CLAIM_REVIEW)
MEDIA_TYPES = {JSON_LINES: "application/jsonl", SPREADSHEET: "text/csv; charset=utf-8"}
# Without it a spreadsheet takes the file for what its own system writes.
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def json_lines(kind: Kind, rows: Iterable[Row]) -> Iterator[bytes]:
    """A line a row that says what it is, so that kinds can share a file; documents as they are."""
    said = {} if kind is FACT_CHECKS else {"record": kind.record}
    for row in rows:
        yield orjson.dumps(said | row) + b"\n"


def spreadsheet(kind: Kind, rows: Iterable[Row]) -> Iterator[bytes]:
    """CSV after RFC 4180 that opens in a spreadsheet as it is: a header, and a line a row."""
    writer = csv.writer(_Echo(), lineterminator="\r\n")
    yield BYTE_ORDER_MARK + _line(writer, kind.keys)
    for row in rows:
        flat = kind.flat(row)
        yield _line(writer, [cell_of(flat[key]) for key in kind.keys])


def claim_reviews(documents: Iterable[Row], desk: Desk) -> Iterator[bytes]:
    """Each document as schema.org's ClaimReview, a line each."""
    for document in documents:
        yield orjson.dumps(claim_review(document, desk)) + b"\n"


class _Echo:
    """A file for csv.writer that hands back what is written."""

    def write(self, text: str) -> str:
        return text


def _line(writer: Any, cells: Iterable[str]) -> bytes:
    return writer.writerow(cells).encode()
