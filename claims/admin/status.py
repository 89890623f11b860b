"""How a claim's verification status looks: glyph and word, everywhere the same."""

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims.models import Rating
from claims.models.status import LABELS, RESERVED, Work
from factcheck.desk.glyphs import badge


def with_status_names(claims: QuerySet[Any]) -> QuerySet[Any]:
    """Claims with the name and value of the rating that they show, in the same query."""
    shown = Rating.objects.filter(slug=OuterRef("verification_status"))
    return claims.annotate(
        rating_name=Subquery(shown.values("name")[:1]),
        rating_value=Subquery(shown.values("value")[:1]),
    )


def is_public(claim: Any) -> bool:
    """Whether a verdict on it stands."""
    return claim.verification_status not in RESERVED


def status_badge(claim: Any) -> SafeString:
    """The claim's status; needs rows from `with_status_names`."""
    slug = claim.verification_status
    name = LABELS.get(slug) or claim.rating_name or slug
    return badge(slug, name, claim.rating_value)


def work_badge(claim: Any) -> SafeString | str:
    """What is under way beside the status that readers see."""
    if claim.work == Work.NONE or claim.verification_status == claim.work:
        return ""
    words = "correction in review" if claim.work == Work.IN_REVIEW else "correction being drafted"
    if not is_public(claim):
        words = words.replace("correction", "new verdict")
    return format_html('<span class="under-way">{}</span>', words)


def rating_badge(rating: Any) -> SafeString:
    return badge(rating.slug, rating.name, rating.value)
