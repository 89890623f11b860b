"""/sources/{slug}/: what somebody said, and how it fared."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse

from claims.models import SourceInPeriod
from publishing.pages.answering import Page, moved_to, reader_page
from publishing.pages.checks import check_of
from publishing.pages.paging import leaf_of
from publishing.track_record import ratings_by_stance
from sources.models import Source

TITLES = {"asserts": "Said", "denies": "Denied", "doubts": "Doubted"}


@reader_page
def source(request: HttpRequest, name: str) -> Page | HttpResponse:
    """Its record, counted as `sources/{id}/track-record/` counts it, and the checks themselves."""
    public = Source.objects.public().filter(Q(slug=name) | Q(public_id=name))
    found = public.select_related("speaks_for").first()
    if found is None:
        raise Http404
    if found.slug != name:
        return moved_to(f"/sources/{found.slug}/")
    above = found.speaks_for
    principal = above if above and above.public_since else None

    def build() -> Mapping[str, Any]:
        entries = SourceInPeriod.objects.standing().of(found.public_id)
        standing = entries.filter(document__body__isnull=False)
        leaf = leaf_of(request, standing.values("place", "stance", "document__body"), "place")
        record = ratings_by_stance(found.public_id)
        return {
            "source": found,
            "principal": principal,
            "record": [
                (TITLES[stance], counted) for stance, counted in record.items() if counted["count"]
            ],
            "leaf": leaf,
            "checks": [
                (f"{TITLES[row['stance']]} this", check_of(row["document__body"]))
                for row in leaf.rows
            ],
        }

    of = (found.version, principal and (principal.slug, principal.version))
    return Page("publishing/source.html", build, follows=of)
