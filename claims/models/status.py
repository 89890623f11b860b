"""What a claim shows: its verification status, and beside it the work that is under way."""

from typing import Any, NamedTuple

from django.db.models import TextChoices

UNCHECKED = "unchecked"
DRAFTING = "drafting"
IN_REVIEW = "in_review"
RETRACTED = "retracted"
CLOSED = "closed"

# A verification status that is none of these is the slug of the standing verdict's rating.
RESERVED = (UNCHECKED, DRAFTING, IN_REVIEW, RETRACTED, CLOSED)

# What the desk has still to decide on.
WAITING = (UNCHECKED, DRAFTING, IN_REVIEW)

LABELS = {
    UNCHECKED: "Unchecked",
    DRAFTING: "Drafting",
    IN_REVIEW: "In review",
    RETRACTED: "Retracted",
    CLOSED: "Closed",
}


class Work(TextChoices):
    """What the desk is doing on a claim, whatever readers see of it."""

    NONE = "none", "None"
    DRAFTING = DRAFTING, "Drafting"
    IN_REVIEW = IN_REVIEW, "In review"


class CloseReason(TextChoices):
    """Why a claim left the queue."""

    NOT_CHECKABLE = "not_checkable", "Not checkable"
    DUPLICATE = "duplicate", "Duplicate"
    DROPPED = "dropped", "Dropped"
    WORDS_GONE = "words_gone", "Words no longer in the article"


class Standing(NamedTuple):
    """Where a claim stands: `verification_status` for everyone, `work` for the desk."""

    verification_status: str
    work: str


def standing_of(claim: Any, *, closed: bool) -> Standing:
    """
    The one definition of both, from whether the claim is closed and its verdicts (one query).

    A standing verdict shows its rating whatever else goes on; a retraction shows until something
    is published again; a closed claim has no work.
    """
    verdicts = dict(claim.verdicts.values_list("state", "rating__slug"))
    work = next(
        (work for state, work in _WORK_OF_STATE if state in verdicts),
        Work.NONE,
    )
    if "published" in verdicts:
        return Standing(verdicts["published"], work)
    if closed:
        return Standing(CLOSED, Work.NONE)
    if "retracted" in verdicts:
        return Standing(RETRACTED, work)
    return Standing(UNCHECKED if work == Work.NONE else work, work)


_WORK_OF_STATE = (("submitted", Work.IN_REVIEW), ("draft", Work.DRAFTING))
