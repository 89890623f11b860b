"""What the public's door keeps of its own: who is told of what, and other desks' checks."""

from publishing.models.delivery import Delivery
from publishing.models.imported_review import ImportedReview
from publishing.models.review_label import ReviewLabel
from publishing.models.subscription import Subscription

__all__ = ["Delivery", "ImportedReview", "ReviewLabel", "Subscription"]
