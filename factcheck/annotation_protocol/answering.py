"""What every answer of a container, a page or an annotation carries, refusals too."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from rest_framework.exceptions import MethodNotAllowed
from rest_framework.request import Request

from factcheck.annotation_protocol.collection import Collection, Item
from factcheck.annotation_protocol.preferences import Preference, preference_in
from factcheck.annotation_protocol.rendering import JsonLdParser, JsonLdRenderer, TurtleRenderer
from factcheck.annotation_protocol.terms import (
    ANNOTATION_TYPES,
    CONSTRAINED_BY,
    CONTAINER_TYPES,
    JSON_LD,
    JSON_LD_WITH_PROFILE,
    PROTOCOL,
    link,
)
from factcheck.annotation_protocol.turtle import is_available
from factcheck.rest.conditional import READS
from factcheck.rest.exceptions import QueryError
from factcheck.rest.parsers import StrictJSONParser
from factcheck.rest.renderers import JSONRenderer
from factcheck.rest.turns import single

IRIS, PAGE, FORMAT = "iris", "page", "format"
ALLOWED_ON_PAGES = ", ".join((*READS, "OPTIONS"))
LONGEST_NUMBER = 9


class AnnotationAnswers:
    """
    The protocol's headers and parameters, for a view set whose list is a container.

    A page is the container with `?page=`, and is only read.
    """

    # The OpenAPI document tells /api/v1/; this the standard tells.
    schema: Any = None
    detail: bool
    parser_classes: Any = (JsonLdParser, StrictJSONParser)

    def get_renderers(self) -> list[Any]:
        """JSON-LD first; Turtle for whom it is installed."""
        turtle = [TurtleRenderer()] if is_available() else []
        return [JsonLdRenderer(), *turtle, JSONRenderer()]

    def known_parameters(self, request: Request) -> frozenset[str]:
        return frozenset({FORMAT} if self.detail else {FORMAT, IRIS, PAGE})

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        if self._is_page(request) and request.method not in (*READS, "OPTIONS"):
            raise MethodNotAllowed(str(request.method))
        super().initial(request, *args, **kwargs)  # type: ignore[misc]

    def options(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """What may be done here is in the headers."""
        response = HttpResponse()
        response["Allow"] = ", ".join(self.allowed_methods)  # type: ignore[attr-defined]
        del response["Content-Type"]
        return response

    def finalize_response(
        self, request: Request, response: HttpResponseBase, *args: Any, **kwargs: Any
    ) -> Any:
        response = super().finalize_response(request, response, *args, **kwargs)  # type: ignore[misc]
        patch_vary_headers(response, ("Accept", "Prefer"))
        if self._is_page(request):
            response["Allow"] = ALLOWED_ON_PAGES
        elif not self.detail:
            response["Accept-Post"] = f"{JSON_LD_WITH_PROFILE}, {JSON_LD}, application/json"
        said = response.get("Link", "")
        # An answer that is given again has them already.
        missing = [each for each in self._links() if each not in said]
        if missing:
            response["Link"] = ", ".join([*missing, said] if said else missing)
        return response

    def preference(self, request: Request) -> Preference:
        """In which form the container is asked for. Raises QueryError."""
        iris = single(request.query_params, IRIS)
        if iris not in (None, "0", "1"):
            raise QueryError({IRIS: "Either 0 or 1."})
        return preference_in(request.headers.get("Prefer", ""), iris)

    def page_asked(self, request: Request) -> int | None:
        """The number of the page that is asked for; None for the container. Raises QueryError."""
        text = single(request.query_params, PAGE)
        if text is None:
            return None
        if not (text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER):
            raise QueryError({PAGE: "The number of a page, from 0."})
        return int(text)

    def tell(
        self, collection: Collection, page: int | None, prefers: Preference
    ) -> tuple[dict[str, Any], dict[str, str]]:
        """The container or one of its pages, and the headers that go with it. Raises Http404."""
        if page is not None:
            if not collection.has(page):
                raise Http404
            return collection.told_page(page, self.items(collection, page)), {}
        first = None if prefers.minimal or not collection.total else self.items(collection, 0)
        applied = {"Preference-Applied": "return=representation"} if prefers.is_asked else {}
        return collection.told(first), {"Content-Location": collection.id, **applied}

    def items(self, collection: Collection, page: int) -> Sequence[Item]:
        """The annotations of one page, or their IRIs, as the collection says."""
        raise NotImplementedError

    def _is_page(self, request: Request) -> bool:
        return not self.detail and PAGE in request.GET

    def _links(self) -> list[str]:
        if self.detail:
            return [link(kind, "type") for kind in ANNOTATION_TYPES]
        types = [link(kind, "type") for kind in CONTAINER_TYPES]
        return [*types, link(PROTOCOL, CONSTRAINED_BY)]
