"""In the desk's lists of sources, articles, claims and verdicts: the selected rows as a file."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, StreamingHttpResponse
from django.utils import timezone

import claims.admin
import sources.admin
from search.exchange.kinds import ARTICLES, CLAIMS, SOURCES, VERDICTS, Kind, chosen_of, rows_of
from search.exchange.writing import (
    JSON_LINES,
    MEDIA_TYPES,
    SPREADSHEET,
    json_lines,
    spreadsheet,
)

# Named, because their lists must be there before something is added to them.
ROOMS = (sources.admin, claims.admin)
KINDS = {kind.every().model: kind for kind in (SOURCES, ARTICLES, CLAIMS, VERDICTS)}


@admin.action(description="Export selected as JSON lines", permissions=["view"])
def export_json_lines(model_admin: Any, request: HttpRequest, queryset: QuerySet[Any]) -> Any:
    kind = KINDS[model_admin.model]
    return _file(kind, JSON_LINES, json_lines(kind, rows_of(kind, chosen_of(kind, queryset))))


@admin.action(description="Export selected as CSV", permissions=["view"])
def export_spreadsheet(model_admin: Any, request: HttpRequest, queryset: QuerySet[Any]) -> Any:
    kind = KINDS[model_admin.model]
    return _file(kind, SPREADSHEET, spreadsheet(kind, rows_of(kind, chosen_of(kind, queryset))))


def _file(kind: Kind, written_as: str, written: Any) -> StreamingHttpResponse:
    """A file to keep, sent as it is written."""
    name = f"{kind.name}-{timezone.now():%Y-%m-%d}.{written_as}"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-store",
    }
    return StreamingHttpResponse(written, content_type=MEDIA_TYPES[written_as], headers=headers)


for model in KINDS:
    lists = admin.site.get_model_admin(model)
    lists.actions = [*(lists.actions or ()), export_json_lines, export_spreadsheet]
