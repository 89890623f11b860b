"""What is asked of every site: its icon, what robots may read, and whether it is well."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from claims.record.triggers import missing
from factcheck.index.upkeep import missing as missing_of_index
from factcheck.rest.paging import absolute


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """The icon that browsers ask for unasked."""
    return redirect(static("factcheck/favicon.svg"))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What robots may read: all but the desk; and where the map is (RFC 9309)."""
    lines = ["User-agent: *", "Disallow: /admin/", f"Sitemap: {absolute(request, '/sitemap.xml')}"]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Liveness: this process answers."""
    return JsonResponse({"status": "ok"})


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Readiness: the database answers, whole and up to date. 503 says what is missing."""
    problem = _what_is_missing()
    status = "ok" if problem is None else problem
    return JsonResponse({"status": status}, status=200 if problem is None else 503)


def _what_is_missing() -> str | None:
    try:
        executor = MigrationExecutor(connection)
    except DatabaseError:
        return "the database does not answer"
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        return f"{len(waiting)} migrations are not applied"
    if missing_of_index():
        return "the full-text index is missing: run “manage.py rebuild_index”"
    absent = missing()
    return f"triggers of the public record are missing: {', '.join(absent)}" if absent else None
