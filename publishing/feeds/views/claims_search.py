"""
/v1alpha1/claims:search: our fact checks as Google's Fact Check Tools would answer them.

What is written for Google's service works here with another address, errors included.
"""

import re
from collections.abc import Callable
from functools import wraps
from typing import Any

import orjson
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from rest_framework.exceptions import APIException

from claims.models import FactCheckPeriod
from factcheck.rest.bodies import problem_of
from factcheck.rest.cursors import Cursor
from factcheck.rest.exceptions import QueryError
from factcheck.rest.keysets import Keyset, keyset
from factcheck.rest.paging import single
from publishing.desk import desk_of
from publishing.feeds.answering import Body, Feed, Refusal, feed
from publishing.feeds.reading import days_ago, first_place_since
from publishing.formats.factchecktools import error_answer, search_answer, site_of
from publishing.record import parsed, shown

MEDIA_TYPE = "application/json; charset=UTF-8"
QUERY, LANGUAGE, SITE, AGE = "query", "languageCode", "reviewPublisherSiteFilter", "maxAgeDays"
SIZE, TOKEN, OFFSET = "pageSize", "pageToken", "offset"
# What Google's clients send to every one of its services.
EVERYWHERE = ("key", "alt", "fields", "prettyPrint", "quotaUser", "$.xgafv")
USUAL, MOST = 10, 100
LARGEST = 2**31 - 1
LONGEST_QUERY = 1_000
INTEGER = re.compile(r"[+-]?[0-9]{1,10}")
NEWEST_FIRST = "-place"


def _as_google(error: APIException) -> dict[str, Any]:
    said = problem_of(error)
    fields = {each["parameter"]: each["detail"] for each in said.get("errors", ())}
    return error_answer(error.status_code, said["detail"], fields)


GOOGLE = Refusal(MEDIA_TYPE, _as_google)


def _as_it_was_meant(view: Callable[[HttpRequest], HttpResponse]) -> Any:
    """Google's client sends a GET whose address grows too long as a POST that says so."""

    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponse:
        meant = request.headers.get("X-HTTP-Method-Override", "").upper()
        if request.method == "POST" and meant == "GET":
            request.META["QUERY_STRING"] = request.body.decode("latin-1")
            request.method = meant
        return view(request)

    return answer


@_as_it_was_meant
@feed(QUERY, LANGUAGE, SITE, AGE, SIZE, TOKEN, OFFSET, *EVERYWHERE, refusal=GOOGLE)
def claims_search(request: HttpRequest) -> Feed:
    """Newest first. One of `query` and `reviewPublisherSiteFilter` has to be there."""
    search, site = _search(request), (single(request.GET, SITE) or "").strip()
    if not site and search is None:
        raise QueryError({QUERY: f"Required unless {SITE} is specified."})
    age, size = _integer(request, AGE), _integer(request, SIZE) or USUAL
    offset, pretty = _integer(request, OFFSET), _is_pretty(request)
    found: QuerySet[FactCheckPeriod] = shown() if search is None else shown().matching(search)
    found = _in_language(found, (single(request.GET, LANGUAGE) or "").strip())
    # What was young enough a day ago need not be today.
    since = first_place_since(days_ago(age)) if age else None
    if age:
        found = found.none() if since is None else found.filter(place__gte=since)
    if site and site_of(site.lower()) != site_of(desk_of(request).url):
        found = found.none()
    key = keyset(found, ("place",))
    cursor = _cursor(request, key)
    page = key.after(found, NEWEST_FIRST, cursor)
    start = offset if cursor.at_edge else 0
    rows = page[start : start + min(size, MOST) + 1].values("place", "document__body")
    return Feed(MEDIA_TYPE, lambda: _page(request, rows, min(size, MOST), key, pretty), (since,))


def _page(request: HttpRequest, found: Any, size: int, key: Keyset, pretty: bool) -> Body:
    rows = list(found)
    more, rows = len(rows) > size, rows[:size]
    token = Cursor(NEWEST_FIRST, False, key.of(rows[-1])).text() if more else None
    documents = (parsed(row["document__body"]) for row in rows)
    said = search_answer(documents, desk_of(request), next_page=token)
    return Body(orjson.dumps(said, option=orjson.OPT_INDENT_2 if pretty else None))


def _search(request: HttpRequest) -> str | None:
    """What is looked for; None where nothing was sent."""
    text = single(request.GET, QUERY) or ""
    if len(text) > LONGEST_QUERY:
        raise QueryError({QUERY: f"At most {LONGEST_QUERY} characters."})
    return text if text.strip() else None


def _in_language(found: QuerySet[FactCheckPeriod], tag: str) -> QuerySet[FactCheckPeriod]:
    """By the language alone: as at Google, the region makes no difference."""
    language = tag.lower().replace("_", "-").partition("-")[0]
    if not language:
        return found
    return found.filter(Q(language=language) | Q(language__startswith=f"{language}-"))


def _integer(request: HttpRequest, name: str) -> int:
    """A whole number from 0 on, as 32 bits hold it; 0 where none was sent."""
    text = single(request.GET, name)
    if not text:
        return 0
    if not INTEGER.fullmatch(text) or not 0 <= int(text) <= LARGEST:
        raise QueryError({name: f"A whole number from 0 to {LARGEST}."})
    return int(text)


def _is_pretty(request: HttpRequest) -> bool:
    alt = single(request.GET, "alt") or "json"
    if alt != "json":
        raise QueryError({"alt": "Only json."})
    return (single(request.GET, "prettyPrint") or "true").lower() in ("true", "1")


def _cursor(request: HttpRequest, key: Keyset) -> Cursor:
    text = single(request.GET, TOKEN) or None
    try:
        return Cursor.read(text, NEWEST_FIRST, key)
    except QueryError:
        raise QueryError({TOKEN: "This is not a token of ours."}) from None
