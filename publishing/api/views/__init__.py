"""What anybody may read: fact checks, their versions, the ledger, and what follows from them."""

from publishing.api.views.corrections import CorrectionsViewSet
from publishing.api.views.factchecks import FactCheckViewSet
from publishing.api.views.ledger import ChangesViewSet
from publishing.api.views.lookup import LookupViewSet
from publishing.api.views.track_record import TrackRecordViewSet
from publishing.api.views.versions import VersionsViewSet

__all__ = [
    "ChangesViewSet",
    "CorrectionsViewSet",
    "FactCheckViewSet",
    "LookupViewSet",
    "TrackRecordViewSet",
    "VersionsViewSet",
]
