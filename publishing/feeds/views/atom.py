"""/feeds/factchecks.atom: the latest checks, corrections and retractions, for feed readers."""

from django.http import HttpRequest

from claims.record.canonical import instant
from claims.record.ledger import head, parsed
from factcheck.rest.paging import absolute
from publishing.api.ledger_pages import number_in
from publishing.desk import desk_of
from publishing.feeds.answering import Body, Feed, feed
from publishing.feeds.reading import news
from publishing.formats.atom import MEDIA_TYPE, Places, atom_feed

SIZE = 50
BEFORE = "before"
# Atom demands a time of a feed in which nothing has happened, too.
NEVER = "1970-01-01T00:00:00Z"


@feed(BEFORE)
def atom(request: HttpRequest) -> Feed:
    """Newest first; `rel="next"` leads to what was news before the ledger's row `?before=`."""
    before = number_in(request.GET, BEFORE)
    return Feed(f"{MEDIA_TYPE}; charset=utf-8", lambda: _page(request, before))


def _page(request: HttpRequest, before: int | None) -> Body:
    found = news().order_by("-sequence")
    if before is not None:
        found = found.filter(sequence__lt=before)
    rows = list(found[: SIZE + 1])
    first = absolute(request, request.path)
    places = Places(
        first=first,
        here=first if before is None else f"{first}?{BEFORE}={before}",
        next=f"{first}?{BEFORE}={rows[SIZE - 1]['sequence']}" if len(rows) > SIZE else None,
    )
    documents = (parsed(row["body"]) for row in rows[:SIZE])
    at = head().at
    updated = NEVER if at is None else instant(at)
    return Body(atom_feed(documents, desk_of(request), places, updated=updated))
