"""Annotations as the desk's drafts: written by the verbs that editors use."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from claims.api.refusing import refusal_of
from claims.models import Claim, Verdict
from factcheck.rest.exceptions import Conflict
from publishing.annotations.assessment import Assessment


@transaction.atomic
def mark(said: Assessment, *, by: Any) -> Claim:
    """
    A new claim on these words, with a draft verdict if it is rated.

    Raises what the verbs do; ValidationError by the annotation's own JSON paths.
    """
    with _places_of(said):
        claim = Claim.mark(
            by=by,
            article=said.article,
            statement=said.statement,
            note=said.note,
            **said.place,
        )
        if said.rating is not None:
            Verdict.draft(by=by, claim=claim, **said.finding())
    return claim


@transaction.atomic
def replace(claim: Claim, said: Assessment, *, by: Any) -> None:
    """Put this in the place of everything that the claim's annotation said. Raises as `mark`."""
    if said.article != claim.article:
        reason = "A claim stays in its article. Post another annotation for another one."
        raise ValidationError({"target/source": reason})
    draft = claim.verdicts.in_work().first()
    with _places_of(said):
        claim.edit(
            by=by,
            statement=said.statement or said.place["quote"] or claim.statement,
            note=said.note or claim.note,
            **said.place,
        )
        if said.rating is None:
            if draft is not None:
                draft.remove(by=by)
        elif draft is None:
            Verdict.draft(by=by, claim=claim, **said.finding())
        else:
            draft.edit(by=by, **said.finding())


def require_unpublished(claim: Claim) -> None:
    """
    Raise for what readers have seen: Conflict while it stands, with the way to change it, and Gone
    or Withheld afterwards.
    """
    verdict = claim.verdicts.standing().first()
    if verdict is not None:
        raise Conflict(
            "This is published. A reviewer can amend it, with a notice for readers "
            f"(POST /api/v1/claims/{claim.public_id}/amend/), or retract it, with a reason "
            f"(POST /api/v1/verdicts/{verdict.public_id}/retract/); a new verdict corrects it.",
            code="published",
        )
    if claim.was_published():
        raise refusal_of(claim.public_id)


@contextmanager
def _places_of(said: Assessment) -> Iterator[None]:
    """Tells what a verb finds wrong by where the annotation says it."""
    try:
        yield
    except ValidationError as error:
        if not hasattr(error, "error_dict"):
            raise
        places = {"quote": "target/selector"} | said.said_at
        told = {places.get(name, name): errors for name, errors in error.error_dict.items()}
        raise ValidationError(told) from error
