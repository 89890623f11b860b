"""/oembed: a fact check, or a question's chart, for a site that was given its address."""

from typing import Any
from urllib.parse import urlsplit

import orjson
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest
from rest_framework import status
from rest_framework.exceptions import APIException

from claims.api.refusing import refusal_of
from claims.chart.layout import sheet_of
from claims.chart.table import described
from claims.disagreement import disagreement_on
from claims.models import Question
from claims.record.ledger import parsed
from factcheck.rest.exceptions import QueryError
from factcheck.rest.turns import single
from publishing.desk import desk_of
from publishing.feeds.answering import Body, Feed, feed
from publishing.formats import oembed as format
from publishing.record import id_in, shown

URL, FORMAT, MAX_WIDTH, MAX_HEIGHT = "url", "format", "maxwidth", "maxheight"
# What WordPress sends with every request: do not track. Nobody is tracked anyway.
DO_NOT_TRACK = "dnt"
# The chart's own limits.
NARROWEST, USUAL, WIDEST = 320, 900, 2000
LONGEST = 6
SCHEMES = ("https", "http")


class NotImplementedFormat(APIException):
    """A form that we do not have (501, as oEmbed demands)."""

    status_code = status.HTTP_501_NOT_IMPLEMENTED
    default_detail = "There is no such format. Known are: json, xml."
    default_code = "unknown_format"


@feed(URL, FORMAT, MAX_WIDTH, MAX_HEIGHT, DO_NOT_TRACK)
def oembed(request: HttpRequest) -> Feed:
    """`?url=` of a page of ours; `format=json` or `xml`; `maxwidth` and `maxheight` are kept to."""
    as_xml = _wants_xml(request)
    box = _pixels(request, MAX_WIDTH), _pixels(request, MAX_HEIGHT)
    kind, name = _named(request)

    def build() -> Body:
        said = KINDS[kind](request, name, *box)
        return Body(format.as_xml(said) if as_xml else orjson.dumps(said))

    # A chart has names of sources in it, which may change without the ledger.
    follows = () if kind == FACT_CHECKS else None
    return Feed(format.XML if as_xml else format.JSON, build, follows)


def _wants_xml(request: HttpRequest) -> bool:
    wanted = single(request.GET, FORMAT) or "json"
    if wanted not in ("json", "xml"):
        raise NotImplementedFormat
    return wanted == "xml"


def _pixels(request: HttpRequest, name: str) -> int | None:
    text = single(request.GET, name)
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST and int(text)):
        raise QueryError({name: "A whole number of pixels."})
    return int(text)


def _named(request: HttpRequest) -> tuple[str, str]:
    """What kind of page the address is of, and its name. Raises QueryError, Http404."""
    try:
        asked = urlsplit((single(request.GET, URL) or "").strip())
    except ValueError:
        asked = urlsplit("")
    if asked.scheme not in SCHEMES or not asked.netloc:
        raise QueryError({URL: "The address of a fact check or a question here."})
    kind, _, name = asked.path.strip("/").partition("/")
    ours = (urlsplit(desk_of(request).url).netloc, request.get_host())
    if asked.netloc not in ours or kind not in KINDS or not name or "/" in name:
        raise Http404
    return kind, name


def _card(request: HttpRequest, name: str, width: int | None, height: int | None) -> dict[str, Any]:
    fact_check = id_in(name)
    period = shown().filter(fact_check__public_id=fact_check)
    body = period.values_list("document__body", flat=True).first()
    if body is None:
        raise refusal_of(fact_check)
    return format.card(
        parsed(body), desk_of(request), width=min(format.CARD, width or format.CARD), height=height
    )


def _chart(
    request: HttpRequest, name: str, width: int | None, height: int | None
) -> dict[str, Any]:
    """The chart as wide as there is room, or the question alone while no figure answers it."""
    public = Question.objects.public()
    question = public.filter(slug=name).first() or public.filter(public_id=name).first()
    if question is None:
        raise Http404
    found = disagreement_on(question, reader=AnonymousUser())
    if not found.positions:
        return format.link(question.text, desk_of(request))
    drawn = min(WIDEST, max(NARROWEST, width or USUAL))
    tall = round(sheet_of(found, width=drawn, name="").y)
    share = min(1, (width or drawn) / drawn, (height or tall) / tall)
    picture = format.Chart(
        title=question.text,
        path=f"/questions/{question.slug}/",
        picture=f"/api/v1/questions/{question.slug}/chart.svg?width={drawn}",
        description=described(found),
        width=max(1, int(drawn * share)),
        height=max(1, int(tall * share)),
    )
    return format.picture(picture, desk_of(request))


FACT_CHECKS, QUESTIONS = "factchecks", "questions"
KINDS = {FACT_CHECKS: _card, QUESTIONS: _chart}
