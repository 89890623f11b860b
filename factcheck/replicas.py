"""
Reading from replicas: PostgreSQL's streaming standbys answer anonymous readers.

A request keeps to one replica, so that the ledger's head and the page that follows from it are of
the same moment. Whoever shows who they are reads from the primary, and so always finds what they
have written; so does every request from its first write on, and everything that is no request.
"""

import time
from collections.abc import Callable
from contextvars import ContextVar
from itertools import count
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, MiddlewareNotUsed
from django.db import DEFAULT_DB_ALIAS, OperationalError, connections
from django.http import HttpRequest, HttpResponse

from factcheck.rest.conditional import READS, has_credentials

PREFIX = "replica"
# For how many seconds a replica that did not answer is left alone.
LEFT_ALONE = 10

# Which replica this request has begun with; empty: not chosen yet; None: the primary.
_reads_from: ContextVar[str | None] = ContextVar("reads_from", default=None)
_turns = count()
_lost: dict[str, float] = {}


class ReplicaReads:
    """
    The middleware: says of each request whether replicas may answer it.

    Raises ImproperlyConfigured where a replica or the primary is no PostgreSQL.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.REPLICA_URLS:
            raise MiddlewareNotUsed
        if not all(_is_postgresql(name) for name in (DEFAULT_DB_ALIAS, *_names())):
            raise ImproperlyConfigured("REPLICA_URLS needs PostgreSQL, there and as DATABASE_URL.")
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = _reads_from.set("" if _is_public(request) else None)
        try:
            return self.get_response(request)
        finally:
            _reads_from.reset(token)


class ReplicaRouter:
    """Django's database router: reads of such requests to a replica that answers."""

    def db_for_read(self, model: Any, **hints: Any) -> str:
        chosen = _reads_from.get()
        if chosen is None:
            return DEFAULT_DB_ALIAS
        if not (chosen and _answers(chosen)):
            chosen = _next()
            _reads_from.set(chosen)
        return chosen or DEFAULT_DB_ALIAS

    def db_for_write(self, model: Any, **hints: Any) -> str:
        _reads_from.set(None)
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool:
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == DEFAULT_DB_ALIAS


def _is_public(request: HttpRequest) -> bool:
    return (
        request.method in READS
        and not request.path_info.startswith("/admin/")
        and not has_credentials(request)
    )


def _next() -> str | None:
    """The replica whose turn it is, of those that answer; None where none does."""
    names = _names()
    first = next(_turns)
    for offset in range(len(names)):
        name = names[(first + offset) % len(names)]
        if _lost.get(name, 0) < time.monotonic() and _answers(name):
            return name
    return None


def _names() -> list[str]:
    """The replicas, as settings number them."""
    return [name for name in settings.DATABASES if name.startswith(PREFIX)]


def _is_postgresql(name: str) -> bool:
    return "postgresql" in str(settings.DATABASES[name]["ENGINE"])


def _answers(name: str) -> bool:
    """Whether this replica has a usable connection; one that has not is left alone for a while."""
    connection = connections[name]
    try:
        # Asks at most once per request, and not at all where the asker trusts the connection.
        connection.close_if_health_check_failed()
        connection.ensure_connection()
    except OperationalError:
        connection.close()
        _lost[name] = time.monotonic() + LEFT_ALONE
        return False
    return True
