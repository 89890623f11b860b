"""/api/v1/sources/"""

from accounts.record_viewset import RecordViewSet
from sources.api.filters import SourceFilters
from sources.api.inputs import SourceInput
from sources.api.outputs import SourceOutput
from sources.api.rows import COLUMNS, source_rows
from sources.models import Source


class SourceViewSet(RecordViewSet):
    """Who says things: people, organisations, governments, outlets, groups, documents."""

    model = Source
    columns = COLUMNS
    slugs = True
    add = Source.add
    serializer_class = SourceInput
    output_class = SourceOutput
    filterset_class = SourceFilters
    orderings = {
        "created_at": ("created_at", "public_id"),
        "name": ("name", "public_id"),
    }
    default_ordering = "name"
    present = staticmethod(source_rows)
