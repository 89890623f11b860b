"""Claims from a file: marked, or changed as far as the line says something else."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from claims.models import Claim
from claims.models.anchor import ANCHOR_INPUT
from search.exchange.kinds import CLAIMS

LIFE = ("close_reason", "closed_at")


def same_claim(values: Mapping[str, Any]) -> Any:
    """
    The claim on these words with this statement. Raises ValidationError where the words are not.
    """
    article, quote = values["article"], values["quote"]
    hints = {name: values[name] for name in ANCHOR_INPUT - {"quote"} if name in values}
    place = Claim(article=article).anchor_values(article.latest_revision, quote, **hints)
    marked = Claim.objects.filter(**{name: place[name] for name in ("revision", "start", "end")})
    return marked.filter(statement=values.get("statement") or place["quote"]).first()


def mark_claim(*, by: Any, at: datetime | None, **values: Any) -> None:
    """A new claim, closed if the line says so. Raises what the claim's verbs raise."""
    life = {name: values.pop(name, None) for name in LIFE}
    claim = Claim.mark(by=by, at=at, **values)
    if life["close_reason"]:
        claim.close(by=by, reason=life["close_reason"], at=life["closed_at"])


def edit_claim(claim: Any, *, by: Any, **values: Any) -> None:
    """Change the claim where the line differs. Raises what the claim's verbs raise."""
    life = {name: values.pop(name) for name in LIFE if name in values}
    if _stands_there(claim, values):
        values = {name: value for name, value in values.items() if name not in ANCHOR_INPUT}
    if "attributions" in values:
        values["attributions"] = _known(
            values["attributions"], claim.attributions.all(), ("source",)
        )
    if values.get("quantities") is not None:
        values["quantities"] = _known(
            values["quantities"], claim.quantities.order_by("position", "pk"), ("text", "start")
        )
    claim.edit(by=by, **values)
    if "close_reason" in life:
        _close(claim, life, by=by)


def _close(claim: Any, life: Mapping[str, Any], *, by: Any) -> None:
    reason = life["close_reason"] or ""
    if reason == claim.close_reason:
        return
    if claim.close_reason:
        claim.reopen(by=by)
    if reason:
        claim.close(by=by, reason=reason, at=life.get("closed_at"))


def _stands_there(claim: Any, values: Mapping[str, Any]) -> bool:
    """Whether the line has the claim where an export has it: there is nothing to move."""
    row = CLAIMS.shape(list(Claim.objects.filter(pk=claim.pk).values(*CLAIMS.columns)))[0]
    given = {name for name in ("quote", "start", "end") if values.get(name) is not None}
    return all(values[name] == row[name] for name in given)


def _known(
    items: Iterable[Mapping[str, Any]], stored: Iterable[Any], by: tuple[str, ...]
) -> list[dict[str, Any]]:
    """The items, with the id of the stored part that each of them is."""
    left = list(stored)
    known = []
    for item in items:
        said = {name: item[name] for name in by if name in item}
        part = next((each for each in left if _is(each, said)), None)
        if part is not None:
            left.remove(part)
        known.append({**item, **({"id": part.public_id} if part and "id" not in item else {})})
    return known


def _is(part: Any, said: Mapping[str, Any]) -> bool:
    return bool(said) and all(getattr(part, name) == value for name, value in said.items())
