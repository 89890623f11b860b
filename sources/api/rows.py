"""Sources as the API shows them."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.db.models.functions import Lower

from factcheck.records.rows_of import RowsOf
from factcheck.rest.rows import grouped, joined, reference
from sources.models import Source, SourceAlias
from sources.shapes import NAMED, named

# How other rows name a source where only its name matters.
BRIEF = ("name", "slug")

_NAMED = {
    desk: RowsOf(seen.values("pk", "public_id", *NAMED), by="pk")
    for desk, seen in ((True, Source.objects.all()), (False, Source.objects.public()))
}
_ALIASES_OF = RowsOf(SourceAlias.objects.order_by("name").values("source", "name"), by="source")

COLUMNS = (
    "pk",
    "public_id",
    "name",
    "slug",
    "kind",
    "country",
    "description",
    *joined("speaks_for", BRIEF),
    "speaks_for__public_since",
    "version",
    "created_at",
)


def sources_named(keys: Iterable[int | None], *, desk: bool) -> dict[int | None, dict[str, Any]]:
    """
    The sources with these keys as NAMED has them, in one query; for readers those they may see.

    A page names few sources, often: reading each once is cheaper than joining them to every row.
    """
    return {row["pk"]: named(row) for row in _NAMED[desk]({*keys})}


def sources_called(names: Iterable[str]) -> dict[str, dict[str, Any]]:
    """
    The sources of these names or aliases, briefly, by the name in small letters; in two queries.

    A source's own name goes before another's alias. For the desk.
    """
    wanted = {name.lower() for name in names} | set(names)
    columns = [f"source__{column}" for column in ("public_id", *BRIEF)]
    aliases = SourceAlias.objects.annotate(called=Lower("name")).order_by("-source_id")
    found = {}
    for alias in aliases.filter(Q(called__in=wanted) | Q(name__in=wanted)).values("name", *columns):
        found[alias["name"].lower()] = {
            "id": alias["source__public_id"],
            "name": alias["source__name"],
            "slug": alias["source__slug"],
        }
    own = Source.objects.annotate(called=Lower("name")).order_by("-pk")
    for row in own.filter(Q(called__in=wanted) | Q(name__in=wanted)).values("public_id", *BRIEF):
        found[row["name"].lower()] = {
            "id": row["public_id"],
            "name": row["name"],
            "slug": row["slug"],
        }
    return found


def brief(source: dict[str, Any] | None) -> dict[str, Any] | None:
    """A source of `sources_named` where only its name matters."""
    return source and {"id": source["id"], "name": source["name"], "slug": source["slug"]}


def source_rows(rows: list[dict[str, Any]], *, desk: bool) -> list[dict[str, Any]]:
    """The rows of COLUMNS as the API shows them, in one query more."""
    aliases = grouped(_ALIASES_OF(row["pk"] for row in rows), by="source")
    return [_source_row(row, aliases[row["pk"]], desk=desk) for row in rows]


def _source_row(
    row: dict[str, Any], aliases: list[dict[str, Any]], *, desk: bool
) -> dict[str, Any]:
    speaks_for_is_seen = desk or row["speaks_for__public_since"] is not None
    return {
        "id": row["public_id"],
        "slug": row["slug"],
        "name": row["name"],
        "kind": row["kind"],
        "country": row["country"] or None,
        "description": row["description"] or None,
        "speaks_for": reference(row, "speaks_for", BRIEF) if speaks_for_is_seen else None,
        "aliases": [alias["name"] for alias in aliases],
        "version": row["version"],
        "created_at": row["created_at"],
    }
