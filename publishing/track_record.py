"""What a source said and how it fared, from the documents that stand."""

from collections import defaultdict
from typing import Any

from django.db.models import Count

from claims.models import Attribution, Rating, SourceInPeriod


def ratings_by_stance(source: str) -> dict[str, Any]:
    """Of each stance the number of standing checks, in all and by rating in the scale's order."""
    counted = (
        SourceInPeriod.objects.standing()
        .of(source)
        .values_list("stance", "rating")
        .annotate(count=Count("pk"))
        .order_by()
    )
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for stance, rating, count in counted:
        counts[stance][rating] = count
    scale = list(Rating.objects.on_the_scale().values("slug", "name"))
    return {
        stance: {
            "count": sum(counts[stance].values()),
            "ratings": [
                {**rating, "count": counts[stance][rating["slug"]]}
                for rating in scale
                if rating["slug"] in counts[stance]
            ],
        }
        for stance in Attribution.Stance.values
    }
