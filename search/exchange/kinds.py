"""What can be exported, by name, and how its rows are read without holding many of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from claims.api.article_rows import WITH_LATEST_TEXT
from claims.models import Article, Claim, Quantity, Question, Verdict
from claims.record.batches import batches
from publishing.record import shown
from search.exchange.shapes import (
    articles,
    claims,
    factchecks,
    figures,
    questions,
    sources,
    verdicts,
)
from sources.models import Source

# So many rows are in memory at a time, however many there are.
BATCH = 200

Row = dict[str, Any]


def _same(row: Mapping[str, Any]) -> Mapping[str, Any]:
    return row


@dataclass(frozen=True)
class Kind:
    """
    A kind of rows: `name` as a command calls it, `record` as a line of a file calls one row.

    `every` are all its rows, in an order that is the same in every database; `shape` makes what a
    file holds of some of them, as their `columns` are read; `flat` makes a spreadsheet's row with
    the keys `keys` of that.
    """

    name: str
    record: str
    every: Callable[[], QuerySet[Any]]
    columns: tuple[str, ...]
    keys: tuple[str, ...]
    shape: Callable[[list[Row]], list[Row]]
    flat: Callable[[Mapping[str, Any]], Mapping[str, Any]] = _same


def rows_of(kind: Kind, chosen: QuerySet[Any] | None = None) -> Iterator[Row]:
    """The rows in their order, all of them or the chosen ones, a batch in memory at a time."""
    rows = (kind.every() if chosen is None else chosen).values(*kind.columns)
    for batch in batches(rows.iterator(BATCH), BATCH):
        yield from kind.shape(batch)


def chosen_of(kind: Kind, queryset: QuerySet[Any]) -> QuerySet[Any]:
    """The rows that are in this queryset too, whatever that one orders or adds to them."""
    return kind.every().filter(pk__in=queryset.order_by().values("pk"))


def _by_creation(model: Any) -> Callable[[], QuerySet[Any]]:
    return lambda: model.objects.order_by("created_at", "public_id")


def _articles() -> QuerySet[Any]:
    return _by_creation(Article)().annotate(latest_text=WITH_LATEST_TEXT["latest_text"])


def _quantities() -> QuerySet[Any]:
    order = ("claim__created_at", "claim__public_id", "position", "public_id")
    return Quantity.objects.order_by(*order)


def _fact_checks() -> QuerySet[Any]:
    return shown().order_by("place", "fact_check")


SOURCES = Kind(
    "sources", "source", _by_creation(Source), sources.COLUMNS, sources.KEYS, sources.shape
)
QUESTIONS = Kind(
    "questions",
    "question",
    _by_creation(Question),
    questions.COLUMNS,
    questions.KEYS,
    questions.shape,
)
ARTICLES = Kind("articles", "article", _articles, articles.COLUMNS, articles.KEYS, articles.shape)
CLAIMS = Kind("claims", "claim", _by_creation(Claim), claims.COLUMNS, claims.KEYS, claims.shape)
QUANTITIES = Kind(
    "quantities", "quantity", _quantities, figures.COLUMNS, figures.KEYS, figures.shape
)
VERDICTS = Kind(
    "verdicts", "verdict", _by_creation(Verdict), verdicts.COLUMNS, verdicts.KEYS, verdicts.shape
)
FACT_CHECKS = Kind(
    "factchecks",
    "factcheck",
    _fact_checks,
    factchecks.COLUMNS,
    factchecks.KEYS,
    factchecks.shape,
    factchecks.flat,
)

# What import takes, in the order in which each finds there what it names; then the rest.
TAKEN = (SOURCES, QUESTIONS, ARTICLES, CLAIMS)
KINDS = {kind.name: kind for kind in (*TAKEN, QUANTITIES, VERDICTS, FACT_CHECKS)}
