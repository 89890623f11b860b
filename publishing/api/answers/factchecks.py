"""The fact checks that stand, or stood at an instant: lists of their documents, and one."""

from collections.abc import Sequence
from itertools import islice
from typing import Any, NamedTuple

from django.db.models import QuerySet

from claims.models import FactCheckPeriod
from claims.models.fact_check import PLACE_OF_SOURCE
from claims.record.ledger import head_hash
from factcheck.records.prepared import Prepared
from factcheck.rest.cursors import Cursor
from factcheck.rest.keysets import Keyset, keyset
from factcheck.rest.paging import beside
from factcheck.rest.query import OF_ROWS, refuse_unknown
from factcheck.rest.turns import Orderings, Turn, is_counted, page_size_in, single
from publishing.api.answers.asking import Answer, Asked
from publishing.api.answers.kept import kept
from publishing.api.answers.pages import page_of
from publishing.api.filters import RATING, SOURCE, WORDS, FactCheckFilters
from publishing.api.instants import AS_OF, sequence_asked
from publishing.record import id_in, joined, refuse, shown

ORDERINGS = Orderings({"published_at": ("place",)}, usual="-published_at")
BY_PLACE = keyset(FactCheckPeriod.objects, ("place",))
BY_PLACE_OF_SOURCE = Keyset((BY_PLACE.columns[0]._replace(path=PLACE_OF_SOURCE),))


def fact_checks(asked: Asked) -> Answer:
    """A page of documents. Raises QueryError for a query that cannot be followed."""
    tag = asked.tag(head_hash())
    return asked.unless_held(tag) or kept.answer(tag, lambda: _page(asked, tag))


def fact_check(asked: Asked, name: str) -> Answer:
    """
    The document that stands, of the check that a path names.

    Raises Http404, Gone and Withheld where none does, QueryError for a bad query.
    """
    digest, body = document_shown(asked, name)
    tag = asked.tag(digest)
    return asked.unless_held(tag) or Answer(body, {"ETag": tag})


def document_shown(asked: Asked, name: str) -> tuple[str, bytes]:
    """The digest and the bytes of the document that `fact_check` answers with."""
    refuse_unknown(asked.query, OF_ROWS | {AS_OF})
    sequence = sequence_asked(asked.query)
    public_id = id_in(name)
    values: list[str | int] = [public_id] if sequence is None else [public_id, sequence]
    found = _prepared_document(sequence is not None, values)
    if not found or found[0][1] is None:
        raise refuse(public_id, sequence)
    digest, body = found[0]
    return digest, bytes(body)


class Shape(NamedTuple):
    """All that a list's statement depends on; its values are the other half of the question."""

    ordering: str
    backwards: bool
    at_edge: bool
    size: int
    is_past: bool
    # Each filter with how many values it has.
    filters: tuple[tuple[str, int], ...]


def _page(asked: Asked, tag: str) -> Answer:
    query = asked.query
    filters = FactCheckFilters.read(query)
    sequence = sequence_asked(query)
    filters.pop(AS_OF, None)
    size, ordering = page_size_in(query), ORDERINGS.asked(query)
    is_wanted = is_counted(query)
    cursor = Cursor.read(single(query, "cursor"), ordering, BY_PLACE)

    named = tuple((name, len(values)) for name, values in filters.items())
    is_past = sequence is not None
    shape = Shape(ordering, cursor.backwards, cursor.at_edge, size, is_past, named)
    values = [value for values in filters.values() for value in values]
    values = [*((sequence,) if is_past else ()), *values, *(cursor.key or ())]

    # What a search looks for is part of its statement.
    found = _rows(shape, values) if WORDS in filters else _prepared_rows(shape, values)
    rows, around = Turn(cursor, BY_PLACE, size).page(
        list(found), lambda place: beside(asked.address, query, place), lambda row: row[:1]
    )
    count = _selected(shape, values)[0].count() if is_wanted else None
    return page_of(joined(body for _, body in rows), around, tag, count)


def _rows(shape: Shape, values: Sequence[Any]) -> QuerySet[Any, Any]:
    """Place and body of a page's rows, and of one more."""
    periods, key, place = _selected(shape, values)
    cursor = Cursor(shape.ordering, shape.backwards, None if shape.at_edge else place)
    return Turn(cursor, key, shape.size).of(periods).values_list("place", "document__body")


def _selected(shape: Shape, values: Sequence[Any]) -> tuple[Any, Keyset, list[Any]]:
    """The periods that pass, by which columns to order them, and the values that are left over."""
    left = iter(values)
    periods = shown(*islice(left, shape.is_past))
    filters = {name: list(islice(left, count)) for name, count in shape.filters}
    key = BY_PLACE
    if len(filters.get(SOURCE, ())) == 1:
        # Read off the source's own entries, which have the list's order, however many they are.
        periods = periods.of_source(*filters.pop(SOURCE), ratings=filters.pop(RATING, ()))
        key = BY_PLACE_OF_SOURCE
    for name, some in filters.items():
        periods = FactCheckFilters.narrowed(periods, name, some)
    return periods, key, list(left)


def _document(is_past: Any, values: Sequence[Any]) -> QuerySet[Any, Any]:
    """Digest and body of one check's document. Values: its id, and the sequence if it is past."""
    public_id, *sequence = values
    periods = shown(*sequence).filter(fact_check__public_id=public_id)
    return periods.values_list("document__digest", "document__body")[:1]


_prepared_rows = Prepared(_rows)
_prepared_document = Prepared(_document)
