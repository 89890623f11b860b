"""How the databases go about what a page asks: which statements read, sort or count too much."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from django.db import connection

# The scale, people, roles and the like: nobody ever has many of them.
SMALL = (
    "accounts_",
    "auth_",
    "axes_",
    "claims_ledgerhead",
    "claims_rating",
    "django_",
    "publishing_reviewlabel",
    "publishing_subscription",
    "rest_",
)


class Plan(NamedTuple):
    """A statement and what the database says that it does."""

    sql: str
    steps: list[str]

    @property
    def is_of_a_list(self) -> bool:
        """Whether it reads a page of many rows, rather than what belongs to rows known already."""
        return " LIMIT " in self.sql and any(map(_grows, _TABLES.findall(self.sql)))

    def offences(self, *, may_sort: bool) -> list[str]:
        """The steps that take longer the larger the tables are."""
        wrong = [step for step in self.steps if step.startswith("whole ")]
        if self.is_of_a_list and not may_sort:
            wrong += [step for step in self.steps if step.startswith("sort")]
        if self.sql.startswith("SELECT COUNT(") and " LIMIT " not in self.sql:
            wrong.append("count")
        return [f"{step}: {self.sql}" for step in wrong]


@contextmanager
def planned() -> Iterator[list[Plan]]:
    """The plans of every SELECT that is made meanwhile."""
    plans: list[Plan] = []

    def explain(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith("SELECT"):
            # With the parameters of the statement itself, as they decide about partial indexes.
            how = f"{_EXPLAIN[connection.vendor]} {sql}"
            if connection.vendor == "sqlite":
                execute(how, params, many, context)
                told = context["cursor"].fetchall()
            else:
                # Not on the statement's own cursor, which may be one that PostgreSQL keeps.
                with connection.connection.cursor() as beside:
                    told = beside.execute(how, params).fetchall()
            plans.append(Plan(sql, list(_STEPS[connection.vendor](told))))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(explain):
        yield plans


def large_tables() -> None:
    """Have PostgreSQL read small tables as it reads large ones; in the test's transaction."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for way in ("seqscan", "sort", "incremental_sort"):
                cursor.execute(f"SET LOCAL enable_{way} = off")
            # What is forbidden is called so dear that it would compile each statement first.
            cursor.execute("SET LOCAL jit = off")


def _grows(table: str) -> bool:
    return not table.startswith(SMALL)


def _sqlite(told: list[Any]) -> Iterator[str]:
    for _, _, _, detail in told:
        words = detail.split()
        if words[0] == "SCAN" and "INDEX" not in words and "VIRTUAL" not in words:
            if _grows(words[1]) and "_" in words[1]:
                yield f"whole {words[1]}"
        elif "TEMP B-TREE" in detail and "ORDER BY" in detail:
            yield "sort"


def _is_of_nothing(node: dict[str, Any]) -> bool:
    """Whether PostgreSQL knows that no row fits: two filters contradict each other."""
    return any(each.get("One-Time Filter") == "false" for each in node["Plans"])


def _postgresql(told: list[Any]) -> Iterator[str]:
    found = told[0][0]
    found = json.loads(found) if isinstance(found, str) else found
    nodes = [found[0]["Plan"]]
    while nodes:
        node = nodes.pop()
        nodes += node.get("Plans", [])
        kind, table = node["Node Type"], node.get("Relation Name", "")
        if kind == "Seq Scan" and _grows(table):
            yield f"whole {table}"
        elif kind in ("Sort", "Incremental Sort") and not _is_of_nothing(node):
            yield "sort"


_TABLES = re.compile(r'(?:FROM|JOIN) "(\w+)"')
_EXPLAIN = {"sqlite": "EXPLAIN QUERY PLAN", "postgresql": "EXPLAIN (FORMAT JSON)"}
_STEPS = {"sqlite": _sqlite, "postgresql": _postgresql}
