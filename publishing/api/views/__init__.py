"""What anybody may read of the public record, and who is told of it."""

from publishing.api.views.corrections import CorrectionsViewSet
from publishing.api.views.factchecks import FactCheckViewSet
from publishing.api.views.ledger import ChangesViewSet
from publishing.api.views.lookup import LookupViewSet
from publishing.api.views.track_record import TrackRecordViewSet
from publishing.api.views.versions import VersionsViewSet
from publishing.api.views.webhooks import WebhookViewSet

__all__ = [
    "ChangesViewSet",
    "CorrectionsViewSet",
    "FactCheckViewSet",
    "LookupViewSet",
    "TrackRecordViewSet",
    "VersionsViewSet",
    "WebhookViewSet",
]
