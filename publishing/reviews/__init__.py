"""Other desks' checks as they come: ClaimReview in every shape, read into reviews."""

from publishing.reviews.reading import read
from publishing.reviews.review import Found, Review

__all__ = ["Found", "Review", "read"]
