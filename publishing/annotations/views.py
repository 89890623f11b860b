"""/annotations/: what stands, as Web Annotations, and the door for new ones."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.refusing import refusal_of
from claims.models import Claim
from claims.record.canonical import instant
from claims.record.ledger import head, parsed
from factcheck.annotation_protocol.answering import AnnotationAnswers
from factcheck.annotation_protocol.collection import Collection, Item
from factcheck.records.public_id import is_public_id
from factcheck.rest.conditional import require_match
from factcheck.rest.paging import absolute
from publishing.annotations.assessment import Assessment
from publishing.annotations.drafts import draft_document, version_of
from publishing.annotations.reading import assessment_in
from publishing.annotations.writing import mark, replace, require_unpublished
from publishing.api.tagged import RecordReading
from publishing.desk import desk_of
from publishing.formats.webannotation import web_annotation
from publishing.record import shown
from publishing.release import release

CONTAINER = "/annotations/"
LABEL = "Fact checks"
PAGE_SIZE = 50


class AnnotationViewSet(AnnotationAnswers, RecordReading):
    """
    A container of what is published, oldest first, so that pages fill and stay.

    What is posted becomes a draft, which whoever may read drafts finds at its own address; it
    comes into the container when it is published.
    """

    def list(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        prefers, page = self.preference(request), self.page_asked(request)
        last = head()
        tag = self.tag(request, last.row_hash, release(), desk_of(request), prefers)
        unchanged = self.unless_held(request, tag)
        if unchanged is not None:
            return unchanged
        collection = Collection(
            iri=self._address(CONTAINER),
            label=LABEL,
            total=shown().count(),
            modified=None if last.at is None else instant(last.at),
            size=PAGE_SIZE,
            iris=prefers.iris,
        )
        told, headers = self.tell(collection, page, prefers)
        return Response(told, headers={"ETag": tag, **headers})

    def items(self, collection: Collection, page: int) -> Sequence[Item]:
        rows = shown().order_by("place", "fact_check")
        start = page * collection.size
        if collection.iris:
            names = rows.values_list("fact_check_id", flat=True)[start : start + collection.size]
            return [f"{collection.iri}{name}" for name in names]
        bodies = rows.values_list("document__body", flat=True)[start : start + collection.size]
        return [self._annotation(parsed(body)) for body in bodies]

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        period = shown().filter(fact_check__public_id=self._name)
        found = period.values_list("document__digest", "document__body").first()
        if found is None or found[1] is None:
            return self._draft_answer(request)
        digest, body = found
        tag = self.tag(request, digest, release(), desk_of(request))
        unchanged = self.unless_held(request, tag)
        if unchanged is not None:
            return unchanged
        document = parsed(body)
        page = f'<{self._address(document["path"])}>; rel="alternate"; type="text/html"'
        return Response(self._annotation(document), headers={"ETag": tag, "Link": page})

    def create(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        claim = mark(self._sent(request), by=request.user)
        location = self._address(f"{CONTAINER}{claim.public_id}")
        return self._draft(claim, status=status.HTTP_201_CREATED, headers={"Location": location})

    def update(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        claim = self._writable(request)
        replace(claim, self._sent(request), by=request.user)
        return self._draft(claim)

    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self._writable(request).remove(by=request.user)
        return Response(status=status.HTTP_204_NO_CONTENT)

    def _sent(self, request: Request) -> Assessment:
        sent: Any = request.data
        return assessment_in(sent, desk_of(request))

    @property
    def _name(self) -> str:
        """The id in the path. Raises Http404 for what is none."""
        name: str = self.kwargs["id"]
        if not is_public_id(name):
            raise Http404
        return name

    def _writable(self, request: Request) -> Claim:
        """The unpublished claim, in the version that If-Match names. Raises 404, 409, 410, 412."""
        claim = self._claim()
        require_unpublished(claim)
        require_match(request, version_of(claim))
        return claim

    def _claim(self) -> Claim:
        claims = Claim.objects.for_reader(self.request.user)
        claim = claims.filter(public_id=self._name).first()
        if claim is None:
            raise refusal_of(self._name)
        return claim

    def _draft_answer(self, request: Request) -> Response:
        """What the desk sees of a claim that readers have never seen. Raises 404, 410, 451."""
        if not self.sees_desk(request):
            raise refusal_of(self._name)
        claim = self._claim()
        if claim.was_published():
            raise refusal_of(claim.public_id)
        return self._draft(claim)

    def _draft(self, claim: Claim, **kwargs: Any) -> Response:
        claim = Claim.objects.select_related("article", "revision").get(pk=claim.pk)
        response = Response(self._annotation(draft_document(claim)), **kwargs)
        response.version = version_of(claim)  # type: ignore[attr-defined]
        return response

    def _annotation(self, document: dict[str, Any]) -> dict[str, Any]:
        return web_annotation(document, desk_of(self.request), CONTAINER)

    def _address(self, path: str) -> str:
        return absolute(self.request, path)
