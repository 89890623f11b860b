"""Importing: a file's lines one by one, each kept whole or not at all, and what became of each."""

from collections.abc import Callable, Iterable, Iterator
from tempfile import SpooledTemporaryFile
from typing import Any, NamedTuple

import orjson
from django.core.exceptions import ValidationError as ModelError
from django.db import transaction

from factcheck.rest.causes import as_api_exception
from factcheck.rest.pointers import Entry, of_body, of_model
from search.exchange.reading import Line
from search.exchange.taking import REFUSED, TAKERS, Taker, take

RECORD = "record"
# So many bytes of lines that wait for others stay in memory; more go to a file.
WAITING = 1024 * 1024


class Outcome(NamedTuple):
    """What became of a line; a refused one has a reason."""

    number: int
    state: str
    reason: str = ""


def import_lines(lines: Iterable[Line], *, by: Any, record: str = "") -> Iterator[Outcome]:
    """
    Take in each line, `record` telling what those are that do not say so themselves.

    A line that names a record which is not here yet waits for the end of the file, and is tried
    again as long as that helps. Nothing is raised for a line, whatever it holds.
    """
    with SpooledTemporaryFile(WAITING) as waits:
        waiting = 0
        for line in lines:
            outcome, is_early = _outcome(line, by=by, record=record)
            if is_early:
                waits.write(orjson.dumps([line.number, line.values]) + b"\n")
                waiting += 1
            else:
                yield outcome
        yield from _again(waits, waiting, by=by, record=record)


def _again(waits: Any, waiting: int, *, by: Any, record: str) -> Iterator[Outcome]:
    """The lines that waited, round after round; when a round helps none, why not."""
    with SpooledTemporaryFile(WAITING) as other:
        still: Any = other
        helped = True
        while waiting:
            before, waiting, is_last = waiting, 0, not helped
            waits.seek(0)
            for raw in waits:
                outcome, is_early = _outcome(Line(*orjson.loads(raw)), by=by, record=record)
                if is_early and not is_last:
                    still.write(raw)
                    waiting += 1
                else:
                    yield outcome
            helped = waiting < before
            waits.seek(0)
            waits.truncate()
            waits, still = still, waits


def _outcome(line: Line, *, by: Any, record: str) -> tuple[Outcome, bool]:
    """What became of the line, and whether another line may still make it possible."""
    if line.problem:
        return Outcome(line.number, REFUSED, line.problem), False
    said = dict(line.values)
    name = said.pop(RECORD, record)
    taker = TAKERS.get(name) if isinstance(name, str) else None
    if taker is None:
        reason = f"record: Import takes {', '.join(TAKERS)}; this line does not say which it is."
        return Outcome(line.number, REFUSED, reason), False
    return _tried(line.number, lambda: take(taker, said, by=by), taker)


def _tried(number: int, act: Callable[[], str], taker: Taker) -> tuple[Outcome, bool]:
    try:
        with transaction.atomic():
            return Outcome(number, act()), False
    except Exception as error:
        problem = as_api_exception(error)
        if problem is None:
            # Nothing that a line could say: the database is gone, or we are wrong.
            raise
        found = of_model(error) if isinstance(error, ModelError) else of_body(problem.detail)
        reason = " ".join(map(_sentence, found)).replace("\n", " ")
        return Outcome(number, REFUSED, reason), _waits(found, taker)


def _sentence(entry: Entry) -> str:
    """A problem with its place: `attributions.0.source: There is no source “x”.`"""
    place = entry["pointer"].strip("/").replace("/", ".")
    place = {"public_id": "id"}.get(place, place)
    return f"{place}: {entry['detail']}" if place else entry["detail"]


def _waits(found: Iterable[Entry], taker: Taker) -> bool:
    """Whether it names a row that is not here, which a later line may bring."""
    wanting = {each["pointer"].split("/")[1] for each in found if each["code"] == "unknown"}
    return bool(wanting & taker.line().fields.keys())
