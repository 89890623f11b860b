"""Answers in other people's formats."""

from factcheck.rest.renderers import JSONRenderer


class ClaimReviewRenderer(JSONRenderer):
    """JSON-LD in the words of schema.org's ClaimReview; a problem in its place stays a problem."""

    media_type = "application/ld+json"
    format = "claimreview"
