"""/sitemap.xml: the pages of what stands, in parts where there are too many for one."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest

from claims.models import FactCheckPeriod, FactCheckVersion
from claims.record.canonical import instant
from claims.record.document import path_of
from claims.record.ledger import parsed
from factcheck.rest.paging import absolute
from publishing.api.ledger_pages import number_in
from publishing.desk import desk_of
from publishing.feeds.answering import Body, Feed, feed
from publishing.feeds.reading import days_ago
from publishing.formats import sitemap as format
from publishing.formats.sitemap import MOST, MOST_NEWS, NEWS_DAYS, News, Place
from publishing.record import shown

MEDIA_TYPE = "application/xml; charset=utf-8"
PART = "part"
COLUMNS = ("fact_check_id", "slug", "published_at")


@feed(PART)
def sitemap(request: HttpRequest) -> Feed:
    """All of it, or the list of its parts, or `?part=`, counted from 1."""
    part = number_in(request.GET, PART)
    since = days_ago(NEWS_DAYS)
    # What was news a day ago need not be today.
    follows = (FactCheckVersion.objects.first_since(since),)
    return Feed(MEDIA_TYPE, lambda: Body(_text(request, part, since)), follows)


def _text(request: HttpRequest, part: int | None, since: datetime) -> str:
    standing = shown()
    parts = max(1, -(-standing.count() // MOST))
    if part is None and parts > 1:
        here = absolute(request, request.path)
        return format.index(f"{here}?{PART}={number}" for number in range(1, parts + 1))
    number = 1 if part is None else part
    if not 1 <= number <= parts:
        raise Http404
    # Oldest first: what is published changes the last part alone.
    rows = standing.order_by("place").values_list(*COLUMNS)[(number - 1) * MOST : number * MOST]
    recent = _recent(since)
    return format.sitemap(
        (Place(path_of(key, slug), instant(at), recent.get(key)) for key, slug, at in rows),
        desk_of(request),
    )


def _recent(since: datetime) -> dict[str, News]:
    """What was published for the first time since then, by fact check."""
    rows = FactCheckPeriod.objects.standing().filter(published_at__gte=since).order_by("-place")
    bodies = rows.values_list("document__body", flat=True)[:MOST_NEWS]
    documents = map(parsed, bodies)
    first = instant(since)
    return {
        document["id"]: _news(document)
        for document in documents
        if document["first_published_at"] >= first
    }


def _news(document: dict[str, Any]) -> News:
    verdict, said = document["verdict"], document["claim"]["statement"]
    title = f"{verdict['rating']['name']}: {said}"
    return News(title, document["language"], document["first_published_at"])
