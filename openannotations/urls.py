"""The open container's addresses, which are there only if OPEN_ANNOTATIONS is on."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from factcheck.rest.error_pages import unknown_path
from openannotations.views import OpenAnnotationViewSet


def _if_open(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    @csrf_exempt
    @wraps(view)
    def answer(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        return (view if settings.OPEN_ANNOTATIONS else unknown_path)(request, **kwargs)

    return answer


_container = OpenAnnotationViewSet.as_view({"get": "list", "post": "create"}, detail=False)
_annotation = OpenAnnotationViewSet.as_view(
    {"get": "retrieve", "put": "update", "delete": "destroy"}, detail=True
)

urlpatterns = [
    path("annotations/open/", _if_open(_container), name="open-annotations"),
    path("annotations/open/<str:name>", _if_open(_annotation), name="open-annotation"),
]
