"""The container's address, and those of the annotations in it."""

from django.urls import path, re_path

from factcheck.rest.error_pages import unknown_path
from publishing.annotations.views import AnnotationViewSet

_container = AnnotationViewSet.as_view(
    {"get": "list", "post": "create"}, basename="annotations", detail=False
)
_annotation = AnnotationViewSet.as_view(
    {"get": "retrieve", "put": "update", "delete": "destroy"}, basename="annotations", detail=True
)

urlpatterns = [
    path("annotations/", _container, name="annotations"),
    # The container's address and one more component, which may end in a slash as our others do.
    path("annotations/<str:id>", _annotation, name="annotation"),
    path("annotations/<str:id>/", _annotation),
    re_path(r"^annotations(/|$)", unknown_path),
]
