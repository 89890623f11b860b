"""/api/v1/ratings/"""

from accounts.record_viewset import ReadViewSet
from claims.api.rating_rows import COLUMNS, rating_rows
from claims.api.verdict_outputs import RatingOutput
from claims.models import Rating


class RatingViewSet(ReadViewSet):
    """The scale, with definitions. It is changed in the admin."""

    model = Rating
    columns = COLUMNS
    slugs = True
    serializer_class = RatingOutput
    output_class = RatingOutput
    orderings = {"order": ("order", "public_id")}
    default_ordering = "order"
    present = staticmethod(rating_rows)
