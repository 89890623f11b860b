"""The paths of the public record and its webhooks below /api/v1/."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from publishing.api.views import (
    ChangesViewSet,
    CorrectionsViewSet,
    FactCheckViewSet,
    LookupViewSet,
    TrackRecordViewSet,
    VersionsViewSet,
    WebhookViewSet,
)


def register(router: SimpleRouter) -> None:
    """The resources that the API's root lists."""
    router.register("factchecks", FactCheckViewSet, basename="factchecks")
    router.register("corrections", CorrectionsViewSet, basename="corrections")
    router.register("changes", ChangesViewSet, basename="changes")
    router.register("lookup", LookupViewSet, basename="lookup")
    router.register("webhooks", WebhookViewSet, basename="webhooks")


urlpatterns = [
    path(
        "factchecks/<str:id>/versions/",
        VersionsViewSet.as_view({"get": "list"}, basename="versions"),
        name="versions-list",
    ),
    path(
        "factchecks/<str:id>/versions/<int:number>/",
        VersionsViewSet.as_view({"get": "retrieve"}, basename="versions", detail=True),
        name="versions-detail",
    ),
    path(
        "sources/<str:id>/track-record/",
        TrackRecordViewSet.as_view({"get": "retrieve"}, basename="track-record", detail=True),
        name="track-record",
    ),
]
