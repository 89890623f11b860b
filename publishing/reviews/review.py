"""Review: what another desk's ClaimReview says, and Found: where it stood or why there is none."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """
    A check as its publisher gives it; empty where it says nothing.

    `label` and the three numbers of the rating are its own words, which mean what that publisher
    means by them. `review_date` and `claim_date` are as written, `reviewed_on` and `claimed_on`
    the days that could be read from them. `site` is the publisher's host. `raw` is the item as it
    came, `notes` what an editor should know of how it was read.
    """

    url: str
    claim: str
    organisation: str
    site: str
    organisation_url: str = ""
    title: str = ""
    language: str = ""
    label: str = ""
    rating_value: str = ""
    best_rating: str = ""
    worst_rating: str = ""
    review_date: str = ""
    reviewed_on: date | None = None
    claimant: str = ""
    claim_date: str = ""
    claimed_on: date | None = None
    appearances: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    raw: dict[str, Any] = field(default_factory=dict)


class Found(NamedTuple):
    """One item: where it stood, and its review or the reason why it is none."""

    place: str
    review: Review | None = None
    reason: str = ""


class Unreadable(ValueError):
    """Says to an editor why an item is no review."""
