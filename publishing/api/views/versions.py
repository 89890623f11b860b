"""/api/v1/factchecks/{id}/versions/: everything that was ever shown, and what became of it."""

from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request

from claims.models import Document, FactCheckVersion
from claims.record.canonical import instant
from claims.record.document import KEYS
from claims.record.withholding import notice_of_withholding
from factcheck.rest.conditional import PUBLIC
from factcheck.rest.exceptions import Withheld
from factcheck.rest.paging import absolute
from publishing.api.outputs import DocumentOutput, VersionOutput
from publishing.api.tagged import RecordReading
from publishing.record import (
    RETRACTED,
    STANDING,
    SUPERSEDED,
    id_in,
    joined,
    states_of,
)

VERSION = ("version", "kind", "notice", "at", "digest")
STATE = "Fact-Check-State"


class VersionsViewSet(RecordReading):
    """The versions of one fact check, first to last; each stays readable when it stands no more."""

    output_class = VersionOutput
    orderings = {"version": ("version",)}
    other_problems = (404, 451)

    @property
    def cache_control(self) -> str:  # type: ignore[override]
        """The list grows; a version is kept for an hour, since it may have to be withheld."""
        return "public, max-age=3600" if "number" in self.kwargs else PUBLIC

    @property
    def endpoint(self) -> str:
        shown = "factchecks/{id}/versions"
        return f"{shown}/{{number}}" if "number" in self.kwargs else shown

    def list(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        tag = self.tag_of_ledger(request)
        unchanged = self.unless_held(request, tag)
        if unchanged is not None:
            return unchanged
        fact_check = id_in(self.kwargs["id"])
        states = states_of(fact_check)
        if not states:
            raise Http404
        rows = FactCheckVersion.objects.filter(fact_check__public_id=fact_check).values(*VERSION)
        page = self.paginate_queryset(self.filter_queryset(rows)) or []
        answer = self.get_paginated_response([_version_row(row, states) for row in page])
        return self.answer(request, answer.data, tag, **dict(answer.headers))

    @extend_schema(
        responses=DocumentOutput,
        parameters=[
            OpenApiParameter(
                STATE,
                location=OpenApiParameter.HEADER,
                response=[200],
                enum=[STANDING, SUPERSEDED, RETRACTED],
                description="What became of this version.",
            )
        ],
    )
    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The document of one version, as it was; its Link leads to the latest."""
        fact_check, number = id_in(self.kwargs["id"]), self.kwargs["number"]
        rows = FactCheckVersion.objects.filter(fact_check__public_id=fact_check)
        version = rows.filter(version=number).first()
        if version is None:
            raise Http404
        notice = notice_of_withholding(version)
        if notice is not None:
            raise Withheld(notice)
        tag = self.tag(request, version.digest)
        headers = {
            "Link": f'<{self._address(request, fact_check)}>; rel="latest-version"',
            STATE: states_of(fact_check)[number],
        }
        unchanged = self.unless_held(request, tag, headers)
        if unchanged is not None:
            return unchanged
        body = Document.objects.values_list("body", flat=True).get(digest=version.digest)
        return self.answer(request, joined([body]), tag, **headers)

    def known_fields(self) -> tuple[str, ...] | None:
        return KEYS if "number" in self.kwargs else None

    def _address(self, request: Request, fact_check: str) -> str:
        return absolute(request, f"/api/v1/factchecks/{fact_check}/")


def _version_row(row: dict[str, Any], states: dict[int, str]) -> dict[str, Any]:
    return {
        "version": row["version"],
        "kind": row["kind"],
        "notice": row["notice"] or None,
        "at": instant(row["at"]),
        "state": states[row["version"]],
        "digest": row["digest"],
    }
