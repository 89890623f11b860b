"""
/v1alpha1/claims:search: our fact checks as Google's Fact Check Tools would answer them.

What is written for Google's service works here with another address, errors included. With
CLAIMS_SEARCH_IMPORTED other desks' checks follow behind ours.
"""

import re
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, NamedTuple

import orjson
from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from rest_framework.exceptions import APIException, NotFound

from claims.models import FactCheckPeriod, FactCheckVersion
from claims.record.ledger import parsed
from factcheck.rest.bodies import problem_of
from factcheck.rest.cursors import Cursor
from factcheck.rest.exceptions import QueryError
from factcheck.rest.keysets import Keyset, keyset
from factcheck.rest.turns import single
from publishing.desk import desk_of
from publishing.feeds.answering import Body, Feed, Refusal, feed, refused
from publishing.feeds.imported import imported_claim, imported_reviews
from publishing.feeds.reading import days_ago, in_language
from publishing.formats.factchecktools import error_answer, search_answer, site_of
from publishing.models import ImportedReview
from publishing.record import shown

MEDIA_TYPE = "application/json; charset=UTF-8"
QUERY, LANGUAGE, SITE, AGE = "query", "languageCode", "reviewPublisherSiteFilter", "maxAgeDays"
SIZE, TOKEN, OFFSET = "pageSize", "pageToken", "offset"
# What Google's clients send to every one of its services. Not `callback`: nothing here is a script.
EVERYWHERE = (
    "key",
    "access_token",
    "oauth_token",
    "alt",
    "fields",
    "prettyPrint",
    "quotaUser",
    "uploadType",
    "upload_protocol",
    "$.xgafv",
)
USUAL, MOST = 10, 100
LARGEST = 2**31 - 1
LONGEST_QUERY = 1_000
INTEGER = re.compile(r"[+-]?[0-9]{1,10}")
NEWEST_FIRST, NEWEST_REVIEW_FIRST, THEIR_ORDER = "-place", "-reviewed_on", ("reviewed_on", "pk")
# What tokens of other desks' pages begin with; ours are base64url, which has no such sign.
THEIRS = "~"


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


class Asked(NamedTuple):
    """What a request asks for, and how many of it."""

    search: str | None
    site: str
    language: str
    days: int
    size: int
    offset: int
    pretty: bool


@_as_it_was_meant
@feed(QUERY, LANGUAGE, SITE, AGE, SIZE, TOKEN, OFFSET, *EVERYWHERE, refusal=GOOGLE)
def claims_search(request: HttpRequest) -> Feed:
    """Newest first. One of `query` and `reviewPublisherSiteFilter` has to be there."""
    asked = _asked(request)
    since = FactCheckVersion.objects.first_since(days_ago(asked.days)) if asked.days else None
    key = keyset(shown(), ("place",))
    token = single(request.GET, TOKEN) or None
    if not settings.CLAIMS_SEARCH_IMPORTED:
        cursor = _cursor(token, NEWEST_FIRST, key)

        def ours() -> Body:
            found = _ours(request, asked, since)
            return _body(request, asked, *_page(found, key, cursor, asked))

        return Feed(MEDIA_TYPE, ours, (since,))
    # Theirs change without the ledger, so only the finished answer has an ETag.
    theirs = imported_reviews(asked.search, asked.site, asked.language, asked.days)
    found = _ours(request, asked, since)
    return Feed(MEDIA_TYPE, _both(request, asked, found, key, theirs, token), None)


def no_such_method(request: HttpRequest) -> HttpResponse:
    """What else Google's service can do: a 404 in its form, with DEBUG on too."""
    return refused(NotFound("Only claims:search is here."), GOOGLE)


def _asked(request: HttpRequest) -> Asked:
    search, site = _search(request), (single(request.GET, SITE) or "").strip()
    if not site and search is None:
        raise QueryError({QUERY: f"Required unless {SITE} is specified."})
    return Asked(
        search,
        site_of(site.lower()) if site else "",
        _language(request),
        _integer(request, AGE),
        min(_integer(request, SIZE) or USUAL, MOST),
        _integer(request, OFFSET),
        _is_pretty(request),
    )


def _ours(request: HttpRequest, asked: Asked, since: int | None) -> QuerySet[FactCheckPeriod]:
    """Our checks, as asked for; `since` is the ledger's first row that is young enough."""
    found = shown() if asked.search is None else shown().matching(asked.search)
    if asked.language:
        found = found.filter(in_language(asked.language))
    # What was young enough a day ago need not be today.
    if asked.days:
        found = found.none() if since is None else found.filter(place__gte=since)
    if single(request.GET, SITE) and asked.site != site_of(desk_of(request).url):
        found = found.none()
    return found


def _page(
    found: QuerySet[Any], key: Keyset, cursor: Cursor, asked: Asked
) -> tuple[list[Any], str | None]:
    """Rows of our checks, and the token of the page behind them."""
    start = asked.offset if cursor.at_edge else 0
    page = key.after(found, NEWEST_FIRST, cursor)[start : start + asked.size + 1]
    rows = list(page.values("place", "document__body"))
    more, rows = len(rows) > asked.size, rows[: asked.size]
    return rows, Cursor(NEWEST_FIRST, False, key.of(rows[-1])).text() if more else None


def _both(
    request: HttpRequest,
    asked: Asked,
    found: QuerySet[FactCheckPeriod],
    key: Keyset,
    theirs: QuerySet[ImportedReview],
    token: str | None,
) -> Callable[[], Body]:
    """Ours, and behind the last of them theirs; their tokens begin with a mark of their own."""
    their_key = keyset(theirs, THEIR_ORDER)
    is_theirs = (token or "").startswith(THEIRS)
    if is_theirs:
        cursor = _cursor((token or "")[len(THEIRS) :], NEWEST_REVIEW_FIRST, their_key)
    else:
        cursor = _cursor(token, NEWEST_FIRST, key)

    def build() -> Body:
        rows: list[Any] = []
        following, start = None, 0
        if not is_theirs:
            rows, following = _page(found, key, cursor, asked)
            start = max(0, asked.offset - found.count()) if cursor.at_edge and not rows else 0
        if following:
            return _body(request, asked, rows, following)
        behind = cursor if is_theirs else Cursor(NEWEST_REVIEW_FIRST, False, None)
        room = asked.size - len(rows)
        page = their_key.after(theirs, NEWEST_REVIEW_FIRST, behind)[start : start + room + 1]
        reviews = list(page)
        if len(reviews) > room:
            # Where ours fill the page, theirs begin on the next.
            last = reviews[room - 1] if room else None
            at = Cursor(NEWEST_REVIEW_FIRST, False, their_key.of(last) if last else None)
            following = THEIRS + at.text()
        return _body(request, asked, rows, following, reviews[:room])

    return build


def _body(
    request: HttpRequest,
    asked: Asked,
    rows: list[Any],
    following: str | None,
    reviews: Iterable[ImportedReview] = (),
) -> Body:
    documents = (parsed(row["document__body"]) for row in rows)
    theirs = map(imported_claim, reviews)
    said = search_answer(documents, desk_of(request), next_page=following, others=theirs)
    return Body(orjson.dumps(said, option=orjson.OPT_INDENT_2 if asked.pretty else None))


def _search(request: HttpRequest) -> str | None:
    """What is looked for; None where nothing was sent."""
    text = single(request.GET, QUERY) or ""
    if len(text) > LONGEST_QUERY:
        raise QueryError({QUERY: f"At most {LONGEST_QUERY} characters."})
    return text if text.strip() else None


def _language(request: HttpRequest) -> str:
    """The language alone: as at Google, the region makes no difference."""
    tag = (single(request.GET, LANGUAGE) or "").strip()
    return tag.lower().replace("_", "-").partition("-")[0]


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


def _cursor(text: str | None, ordering: str, key: Keyset) -> Cursor:
    try:
        return Cursor.read(text, ordering, key)
    except QueryError:
        raise QueryError({TOKEN: "This is not a token of ours."}) from None
