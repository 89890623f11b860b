"""/api/v1/lookup/: everything we have published about one address, in one call."""

from typing import Any

import orjson
from django.db.models import QuerySet
from django.http.response import HttpResponseBase
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request

from claims.models import FactCheckPeriod
from claims.record.addresses import key_of
from factcheck.rest.exceptions import QueryError
from factcheck.rest.paging import single
from publishing.api.instants import AS_OF, AS_OF_PARAMETER, sequence_asked
from publishing.api.outputs import LookupOutput
from publishing.api.tagged import RecordReading
from publishing.record import joined, parsed, shown

URL = "url"
MOST = 500


class LookupViewSet(RecordReading):
    """The fact checks of an article, by its address, in the order in which the words stand."""

    output_class = LookupOutput
    extra_parameters = frozenset({URL, AS_OF})
    is_paged = False

    @extend_schema(
        parameters=[
            OpenApiParameter(
                URL,
                required=True,
                description="The article's address. Tracking parameters, fragment, mobile and AMP "
                "forms of it make no difference.",
            ),
            AS_OF_PARAMETER,
        ]
    )
    def list(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        url = (single(request.query_params, URL) or "").strip()
        key = key_of(url)
        if key is None:
            raise QueryError({URL: "An http or https address of an article."})
        sequence = sequence_asked(request.query_params)
        tag = self.tag_of_ledger(request)
        unchanged = self.unless_held(request, tag)
        if unchanged is not None:
            return unchanged
        periods = shown(sequence).filter(address=key).order_by("start", "fact_check")
        bodies = list(periods.values_list("document__body", flat=True)[: MOST + 1])
        parts = [
            b'{"url":',
            orjson.dumps(url),
            b',"article":',
            orjson.dumps(_article(bodies, key, sequence)),
            b',"results":[',
            joined(bodies[:MOST]),
            b'],"truncated":',
            orjson.dumps(len(bodies) > MOST),
            b"}",
        ]
        return self.answer(request, b"".join(parts), tag)


def _article(bodies: list[Any], key: str, sequence: int | None) -> dict[str, Any] | None:
    """The article as documents tell it: as those shown do, else as the last one that was shown."""
    if bodies:
        return parsed(bodies[0])["article"]
    past: QuerySet[FactCheckPeriod] = FactCheckPeriod.objects.filter(address=key)
    if sequence is not None:
        past = past.filter(from_sequence__lte=sequence)
    body = past.order_by("-from_sequence").values_list("document__body", flat=True).first()
    return None if body is None else parsed(body)["article"]
