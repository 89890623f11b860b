"""The fact checks that stand, or stood at an instant: lists of their documents, and one."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from claims.api.refusing import refusal_of
from claims.record.ledger import head_hash
from factcheck.records.prepared import Prepared
from factcheck.rest.cursors import Cursor
from factcheck.rest.paging import beside
from factcheck.rest.query import OF_ROWS, refuse_unknown
from factcheck.rest.turns import (
    BY_RELEVANCE,
    RELEVANCE,
    Orderings,
    Turn,
    is_counted,
    page_size_in,
    single,
)
from publishing.api.answers.asking import Answer, Asked
from publishing.api.answers.kept import kept, known
from publishing.api.answers.listing import BY_PLACE, Listing
from publishing.api.answers.pages import page_of
from publishing.api.answers.ranked import RankedListing
from publishing.api.filters import FactCheckFilters
from publishing.api.instants import AS_OF, sequence_asked
from publishing.record import id_in, joined, shown

ORDERINGS = Orderings({"published_at": ("place",)}, usual="-published_at", searched=True)


def fact_checks(asked: Asked) -> Answer:
    """A page of documents. Raises QueryError for a query that cannot be followed."""
    head = head_hash()
    tag = asked.tag(head)
    return asked.unless_held(tag) or kept.answer(tag, lambda: _page(asked, head, tag))


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
        raise refusal_of(public_id, sequence)
    digest, body = found[0]
    return digest, bytes(body)


def _page(asked: Asked, head: str, tag: str) -> Answer:
    query = asked.query
    filters = FactCheckFilters.read(query, known=known.under(head))
    sequence = sequence_asked(query)
    filters.pop(AS_OF, None)
    size, ordering = page_size_in(query), ORDERINGS.asked(query)
    is_wanted = is_counted(query)
    key = BY_RELEVANCE if ordering == RELEVANCE else BY_PLACE
    cursor = Cursor.read(single(query, "cursor"), ordering, key)

    listing: Listing | RankedListing = (
        RankedListing(filters, sequence, cursor, size)
        if ordering == RELEVANCE
        else Listing.of(filters, sequence, cursor, size)
    )
    rows, around = Turn(cursor, key, size).page(
        listing.rows(), lambda place: beside(asked.address, query, place), lambda row: row[:1]
    )
    count = listing.total() if is_wanted else None
    return page_of(joined(body for _, body in rows), around, tag, count)


def _document(is_past: Any, values: Sequence[Any]) -> QuerySet[Any, Any]:
    """Digest and body of one check's document. Values: its id, and the sequence if it is past."""
    public_id, *sequence = values
    periods = shown(*sequence).filter(fact_check__public_id=public_id)
    return periods.values_list("document__digest", "document__body")[:1]


_prepared_document = Prepared(_document, planned_once=True)
