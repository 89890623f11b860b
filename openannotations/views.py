"""/annotations/open/: the protocol, whole, for whoever comes."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Max
from django.http import Http404
from rest_framework import status
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from factcheck.annotation_protocol.answering import AnnotationAnswers
from factcheck.annotation_protocol.collection import Collection, Item
from factcheck.annotation_protocol.turtle import is_available, require_rdf
from factcheck.rest.conditional import ConditionalMixin, require_match
from factcheck.rest.exceptions import Gone
from factcheck.rest.paging import absolute
from factcheck.rest.query import StrictQueryMixin
from openannotations.models import OpenAnnotation

CONTAINER = "/annotations/open/"
LABEL = "Open annotations"
PAGE_SIZE = 50


class OpenAnnotationViewSet(
    AnnotationAnswers, StrictQueryMixin, ConditionalMixin, GenericViewSet[Any]
):
    """Anybody's annotations. Nobody is asked who they are; `If-Match` is heeded if it is sent."""

    authentication_classes = ()
    permission_classes = (AllowAny,)
    throttled_as = "open"
    # Others write here at any moment.
    cache_control = "public, no-cache"

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        prefers, page = self.preference(request), self.page_asked(request)
        changed_at = OpenAnnotation.objects.aggregate(at=Max("changed_at"))["at"]
        collection = Collection(
            iri=self._address(),
            label=LABEL,
            total=OpenAnnotation.objects.here().count(),
            modified=changed_at and f"{changed_at:%Y-%m-%dT%H:%M:%S.%f}"[:-3] + "Z",
            size=PAGE_SIZE,
            iris=prefers.iris,
        )
        told, headers = self.tell(collection, page, prefers)
        return Response(told, headers=headers)

    def items(self, collection: Collection, page: int) -> Sequence[Item]:
        start = page * collection.size
        rows = OpenAnnotation.objects.here()[start : start + collection.size]
        return [self._address(row) if collection.iris else self._told(row) for row in rows]

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return self._answer(self._row())

    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        row = OpenAnnotation.add(self._sent(request), slug=request.headers.get("Slug", ""))
        headers = {"Location": self._address(row)}
        return self._answer(row, status=status.HTTP_201_CREATED, headers=headers)

    def update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        row = self._matched(request)
        row.replace(self._sent(request))
        return self._answer(row)

    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        self._matched(request).remove()
        return Response(status=status.HTTP_204_NO_CONTENT)

    def _sent(self, request: Request) -> dict[str, Any]:
        sent: Any = request.data
        if is_available():
            require_rdf(sent)
        return dict(sent)

    def _matched(self, request: Request) -> OpenAnnotation:
        row = self._row()
        if "HTTP_IF_MATCH" in request.META:
            require_match(request, row.version)
        return row

    def _row(self) -> OpenAnnotation:
        row = OpenAnnotation.objects.filter(name=self.kwargs["name"].replace("\0", "")).first()
        if row is None:
            raise Http404
        if row.deleted_at is not None:
            raise Gone("This annotation was deleted.", code="deleted")
        return row

    def _answer(self, row: OpenAnnotation, **kwargs: Any) -> Response:
        response = Response(self._told(row), **kwargs)
        response.version = row.version  # type: ignore[attr-defined]
        return response

    def _told(self, row: OpenAnnotation) -> dict[str, Any]:
        said = row.told()
        return {"@context": said.pop("@context"), "id": self._address(row), **said}

    def _address(self, row: OpenAnnotation | None = None) -> str:
        return absolute(self.request, CONTAINER + (row.name if row else ""))
