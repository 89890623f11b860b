"""Which page of a list is asked for, and where the pages beside it begin."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, NamedTuple

from django.db.models import BigIntegerField

from factcheck.rest.cursors import Cursor
from factcheck.rest.exceptions import QueryError
from factcheck.rest.keysets import Column, Keyset

SMALLEST, USUAL, LARGEST = 1, 50, 100
# The order of what a search finds, best first; and the parameters that search.
RELEVANCE, SEARCHES = "relevance", ("q", "search")
BY_RELEVANCE = Keyset((Column(RELEVANCE, BigIntegerField(), nullable=False),))


class Orderings(NamedTuple):
    """Public name → model columns, the last of them unique; and which a list has unless asked."""

    columns: Mapping[str, tuple[str, ...]]
    usual: str
    # Readers do not know these.
    hidden: Collection[str] = ()
    # Whether the list can be searched, and what is found ordered by RELEVANCE.
    searched: bool = False

    def known(self) -> list[str]:
        """What `?ordering=` takes."""
        names = [name for name in self.columns if name not in self.hidden]
        known = [f"{sign}{name}" for name in names for sign in ("", "-")]
        return [*known, RELEVANCE] if self.searched else known

    def asked(self, query: Any) -> str:
        """The ordering that the query names, or the usual one. Raises QueryError."""
        name = single(query, "ordering")
        if name is None:
            return self.usual
        known = self.known()
        if name not in known:
            raise QueryError(
                {"ordering": f"There is no such ordering. Known are: {', '.join(known)}."},
                code="unknown_ordering",
            )
        if name == RELEVANCE and not any(map(str.strip, searches_in(query))):
            raise QueryError({"ordering": "There is relevance only to what q searches for."})
        return name

    def columns_of(self, ordering: str) -> tuple[str, ...]:
        """The columns of one of the names that `asked` gives; RELEVANCE has none of a model's."""
        return self.columns[ordering.removeprefix("-")]


class Beside(NamedTuple):
    """The addresses of the pages beside one; None where there is none."""

    next: str | None
    previous: str | None

    def links(self) -> str:
        """As a Link header (RFC 8288); empty if there is neither."""
        places = (("next", self.next), ("prev", self.previous))
        return ", ".join(f'<{address}>; rel="{rel}"' for rel, address in places if address)


class Turn(NamedTuple):
    """A page of a list: `size` rows beyond the cursor."""

    cursor: Cursor
    key: Keyset
    size: int
    # Whether the rows are narrowed to a range of the ordering's column, in which no null lies.
    in_range: bool = False

    def of(self, queryset: Any) -> Any:
        """The page's rows of the queryset, and one more if there are more."""
        return self.key.after(queryset, self.cursor.ordering, self.cursor)[: self.size + 1]

    def read(self, queryset: Any) -> list[Any]:
        """What `of` gives, read along an index also where the ordering's column may be null."""
        rows: list[Any] = []
        key = self.key.without_nulls() if self.in_range else self.key
        for stretch in key.stretches(queryset, self.cursor.ordering, self.cursor):
            rows += stretch[: self.size + 1 - len(rows)]
            if len(rows) > self.size:
                break
        return rows

    def page(
        self,
        found: Sequence[Any],
        address: Callable[[Cursor], str],
        key_of: Callable[[Any], Sequence[Any]] | None = None,
    ) -> tuple[list[Any], Beside]:
        """
        The page of the rows that `of` or `read` found, and the pages beside it.

        Rows are instances or dicts with the keyset's columns in them, or `key_of` gives a row's.
        """
        cursor, more = self.cursor, len(found) > self.size
        key_of = key_of or self.key.of

        def at(row: Any, *, backwards: bool) -> str:
            return address(Cursor(cursor.ordering, backwards, key_of(row)))

        rows = list(found[: self.size])
        if cursor.backwards:
            rows.reverse()
        before = more if cursor.backwards else not cursor.at_edge
        after = more if not cursor.backwards else not cursor.at_edge
        if rows:
            return rows, Beside(
                at(rows[-1], backwards=False) if after else None,
                at(rows[0], backwards=True) if before else None,
            )
        if cursor.at_edge:
            return rows, Beside(None, None)
        # The rows beyond the cursor have gone: lead back to the edge of those that stayed.
        edge = address(Cursor(cursor.ordering, not cursor.backwards, None))
        return rows, Beside(edge, None) if cursor.backwards else Beside(None, edge)


def page_size_in(query: Any) -> int:
    """How many rows the query wants on a page. Raises QueryError."""
    text = single(query, "page_size")
    if text is None:
        return USUAL
    # isdigit alone takes other scripts' digits; the length keeps int() from long work.
    is_number = text.isascii() and text.isdigit() and len(text) < 4
    if not is_number or not SMALLEST <= int(text) <= LARGEST:
        raise QueryError({"page_size": f"A whole number from {SMALLEST} to {LARGEST}."})
    return int(text)


def is_counted(query: Any) -> bool:
    """Whether the query wants all rows counted. Raises QueryError."""
    text = single(query, "count")
    if text not in (None, "true", "false"):
        raise QueryError({"count": "Either true or false."})
    return text == "true"


def searches_in(query: Any) -> list[str]:
    """What the query searches for, by either name of that."""
    return [text for name in SEARCHES for text in query.getlist(name)]


def single(query: Any, name: str) -> str | None:
    """The parameter's value, which nobody may send twice. Raises QueryError."""
    values = query.getlist(name)
    if len(values) > 1:
        raise QueryError({name: "Once only."})
    return values[0] if values else None
