"""Answers that follow from the ledger: their ETag is known before they are built."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.http import HttpResponse
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.record_viewset import TabledViewSet
from claims.record.ledger import head_hash, parsed
from factcheck.rest.conditional import is_named, not_modified
from factcheck.rest.fields import only_fields
from factcheck.rest.filters import StrictFilterBackend
from publishing.api.answers.asking import Answer, Asked

JSON = "json"


class RecordReading(TabledViewSet):
    """
    A view of the public record.

    Whoever has the answer already, as its ETag tells, gets a 304 before anything is looked up: a
    list changes only when the ledger does, and a version never.
    """

    filterset_class: ClassVar[Any] = None
    orderings: ClassVar[dict[str, tuple[str, ...]]] = {}
    filter_backends = (StrictFilterBackend,)
    lookup_url_kwarg = "id"
    lookup_value_regex = "[^/]+"

    def asked(self, request: Request) -> Asked:
        """What the request asks of the record."""
        return Asked(request, request.query_params, str(request.accepted_media_type))

    def give(self, request: Request, found: Answer) -> HttpResponse:
        """The answer of `publishing.api.answers` in the form that the request wants."""
        headers = dict(found.headers)
        if found.body is None:
            return not_modified(headers.pop("ETag"), headers)
        return self.answer(request, found.body, headers.pop("ETag"), **headers)

    def tag(self, request: Request, *of: Any) -> str:
        """The strong ETag of what this request gets while these values stand."""
        return self.asked(request).tag(*of)

    def tag_of_ledger(self, request: Request) -> str:
        """The ETag of an answer that holds until the ledger grows."""
        return self.tag(request, head_hash())

    def unless_held(
        self, request: Request, tag: str, headers: Mapping[str, str] | None = None
    ) -> HttpResponse | None:
        """A 304 for whoever has what this ETag stands for; None for everybody else."""
        return not_modified(tag, headers) if is_named(request, tag) else None

    def answer(self, request: Request, value: Any, tag: str, **headers: str) -> Response:
        """
        The answer: bytes of JSON as they are, unless the request wants a part or another form.
        """
        if isinstance(value, bytes) and not self._takes_bytes(request):
            value = parsed(value)
        if not isinstance(value, bytes):
            value = only_fields(value, request, self.known_fields())
        return Response(value, headers={"ETag": tag, **headers})

    def known_fields(self) -> tuple[str, ...] | None:
        """What `?fields=` may name; None takes the first row's own keys."""
        return None

    def _takes_bytes(self, request: Request) -> bool:
        return request.accepted_renderer.format == JSON and "fields" not in request.query_params
