"""/feeds/claimreview.json: what stands as ClaimReview, to harvest and to follow."""

from urllib.parse import urlencode

import orjson
from django.http import HttpRequest

from claims.record.canonical import instant
from claims.record.ledger import parsed
from factcheck.rest.paging import absolute
from factcheck.rest.turns import page_size_in
from publishing.api.ledger_pages import AFTER, PAGE_SIZE, number_in
from publishing.desk import desk_of
from publishing.feeds.answering import Body, Feed, feed
from publishing.feeds.reading import last_changes
from publishing.formats.datafeed import Change, data_feed

MEDIA_TYPE = "application/ld+json"


@feed(AFTER, PAGE_SIZE)
def datafeed(request: HttpRequest) -> Feed:
    """
    The fact checks that changed behind `?after=`, each as it is now, by their last change.

    The feed's `version` is the next `after`; a Link header leads to the page behind this one.
    """
    after, size = number_in(request.GET, AFTER) or 0, page_size_in(request.GET)
    return Feed(MEDIA_TYPE, lambda: _page(request, after, size))


def _page(request: HttpRequest, after: int, size: int) -> Body:
    rows = list(last_changes(after)[: size + 1])
    changes = [
        Change(
            row["sequence"],
            row["fact_check_id"],
            instant(row["at"]),
            None if row["body"] is None else parsed(row["body"]),
        )
        for row in rows[:size]
    ]
    here = absolute(request, request.path)
    said = data_feed(changes, desk_of(request), address=here, after=after)
    headers = {}
    if len(rows) > size:
        query = urlencode({AFTER: said["version"], PAGE_SIZE: size})
        headers["Link"] = f'<{here}?{query}>; rel="next"'
    return Body(orjson.dumps(said), headers)
