"""Other desks' checks as tests keep them: read and taken in the way every door does it."""

import io
import json
from typing import Any

from publishing.intake import Outcome, take_in
from publishing.models import ImportedReview
from publishing.reviews import read
from tests.publishing.reviews.specimens import claim_review


def imported(*items: Any, by: Any = None, **options: Any) -> list[Outcome]:
    """What became of these items, imported as JSON lines."""
    text = "\n".join(json.dumps(each) for each in items)
    return list(take_in(read(io.BytesIO(text.encode()), **options), by=by))


def outcomes(*items: Any, **options: Any) -> list[str]:
    return [each.outcome for each in imported(*items, **options)]


def make_review(**changes: Any) -> ImportedReview:
    """Another desk's check; see `claim_review` for what it says unless told otherwise."""
    assert outcomes(claim_review(**changes)) == ["accepted"]
    return ImportedReview.objects.latest("pk")


def make_template(sites: int = 5) -> list[ImportedReview]:
    """One claim at so many addresses of one site."""
    return [
        make_review(url=f"https://stamped.example/{n}", claimReviewed="Claim reviewed")
        for n in range(sites)
    ]
