"""/api/v1/lookup/: everything we have published about one address, in one call."""

from typing import Any

from django.http.response import HttpResponseBase
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request

from publishing.api.answers.lookup import URL, at_address
from publishing.api.instants import AS_OF, AS_OF_PARAMETER
from publishing.api.outputs import LookupOutput
from publishing.api.tagged import RecordReading


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
        return self.give(request, at_address(self.asked(request)))
