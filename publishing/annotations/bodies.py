"""What each body of an annotation says: a rating, a text of the verdict, or a piece of evidence."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from claims.models import Rating
from factcheck.annotation_protocol.checking import listed
from publishing.annotations.assessment import Assessment
from publishing.formats.claimreview import Desk
from publishing.formats.webannotation import rating_address

CLASSIFIES = ("classifying", "tagging")
# What a text is for, and the field that it becomes; without a purpose it assesses.
FIELDS = {"assessing": "summary", "commenting": "rationale", "describing": "statement"}
# The motivation of the whole, where a body has no purpose of its own.
INHERITED = (*CLASSIFIES, "describing")


def take(
    body: Mapping[str, Any], *, into: Assessment, at: str, desk: Desk, motivation: Any = None
) -> None:
    """Add what this body says. Raises ValidationError, by JSON path."""
    purposes = listed(body.get("purpose")) or [
        each for each in listed(motivation) if each in INHERITED
    ]
    is_text = "value" in body
    named = body["value"] if is_text else _iri(body)
    if not isinstance(named, str) or not named:
        raise ValidationError({at: "A text, or a resource with a source or an id."})
    rating = None if is_text and not _classifies(purposes) else _rating(named, desk)
    if rating is not None:
        _rate(into, rating, at)
    elif _classifies(purposes):
        into.beside.append(f"{purposes[0]}: {named}")
    elif is_text:
        _say(into, named, purposes, at)
    else:
        into.evidence.append(_piece(body, named, at))
        into.said_at[f"evidence/{len(into.evidence) - 1}/url"] = at


def _classifies(purposes: list[str]) -> bool:
    return any(each in CLASSIFIES for each in purposes)


def _iri(body: Mapping[str, Any]) -> Any:
    source = body.get("source", body.get("id"))
    return source.get("id") if isinstance(source, dict) else source


def _rating(named: str, desk: Desk) -> Rating | None:
    """The step of our scale of this address, slug or name."""
    for rating in Rating.objects.on_the_scale():
        if named in (rating_address(rating.slug, desk), rating.slug) or (
            named.casefold() == rating.name.casefold()
        ):
            return rating
    return None


def _rate(into: Assessment, rating: Rating, at: str) -> None:
    if into.rating is not None and into.rating != rating:
        raise ValidationError({at: f"A verdict has one rating, and this has {into.rating} too."})
    into.rating = rating


def _say(into: Assessment, text: str, purposes: list[str], at: str) -> None:
    name = FIELDS.get(purposes[0] if purposes else "assessing")
    if name is None or name in into.texts:
        into.beside.append(text)
        return
    into.texts[name], into.said_at[name] = text, at


def _piece(body: Mapping[str, Any], url: str, at: str) -> dict[str, Any]:
    """A piece of evidence: what it quotes, when it was read, and where a copy is."""
    piece: dict[str, Any] = {"url": url}
    for selector in listed(body.get("selector")):
        if isinstance(selector, dict) and isinstance(selector.get("exact"), str):
            piece.setdefault("excerpt", selector["exact"])
    for state in listed(body.get("state")):
        if not isinstance(state, dict):
            continue
        if "sourceDate" in state:
            piece["retrieved_at"] = _day(state["sourceDate"], at)
        if isinstance(state.get("cached"), str):
            piece["archived_url"] = state["cached"]
    return piece


def _day(time: str, at: str) -> date:
    try:
        return date.fromisoformat(time[:10])
    except ValueError as error:
        raise ValidationError({f"{at}/state/sourceDate": "There is no such day."}) from error
