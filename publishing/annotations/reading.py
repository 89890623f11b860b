"""What an annotation says, in the newsroom's terms: which words of which article it is about."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from django.core.exceptions import ValidationError

from claims.models import Article, FactCheckPeriod
from claims.record.addresses import key_of
from factcheck.annotation_protocol.checking import kinds_of, listed, require_annotation
from publishing.annotations.assessment import Assessment
from publishing.annotations.bodies import take
from publishing.formats.claimreview import Desk

# As many letters of context as the API takes elsewhere.
CONTEXT = 500
QUOTE, POSITION = "TextQuoteSelector", "TextPositionSelector"
# What the desk keeps for no claim. Who sent it and when, it knows itself.
NOT_KEPT = ("canonical", "via")


def assessment_in(sent: dict[str, Any], desk: Desk) -> Assessment:
    """
    What this annotation says to this desk.

    `id`, `creator`, `created` and the like are passed over. Raises ValidationError, by JSON path.
    """
    require_annotation(sent)
    for name in NOT_KEPT:
        if name in sent:
            raise ValidationError({name: "A claim has no such IRI to keep. Leave it out."})
    at, target = _target(sent["target"])
    found = Assessment(_article(source_of(target), at, desk), _place(target, at))
    for at, body in _bodies(sent):
        take(body, into=found, at=at, desk=desk, motivation=sent.get("motivation"))
    return found


def source_of(resource: Mapping[str, Any]) -> str:
    """The IRI of what this body or target is about; empty where it says none."""
    source = resource.get("source", resource.get("id", ""))
    return str(source.get("id", "") if isinstance(source, dict) else source)


def _target(target: Any) -> tuple[str, Mapping[str, Any]]:
    """The one target, with its place in the body."""
    if isinstance(target, list):
        if len(target) > 1:
            raise ValidationError({"target": "A claim stands on one place of one article."})
        return "target/0", target[0] if isinstance(target[0], dict) else {"source": target[0]}
    return "target", target if isinstance(target, dict) else {"source": target}


def _article(source: str, at: str, desk: Desk) -> Article:
    """The article of this address, however it is written, or of this name in our own addresses."""
    as_it_stands = Article.objects.filter(url__in=(source, unquote(source))).first()
    if as_it_stands is not None:
        return as_it_stands
    article = (
        Article.objects.at_address(source).order_by("twin").first()
        or Article.objects.filter(public_id=_id_of(source, desk)).first()
    )
    if article is None:
        reason = "There is no article with this address here. Add it first, at /api/v1/articles/."
        raise ValidationError({f"{at}/source": ValidationError(reason, code="unknown_article")})
    return article


def _id_of(source: str, desk: Desk) -> str | None:
    """The id in an address of ours, or of the article that was checked at another one."""
    for ours in (desk.at("/api/v1/articles/"), desk.at("/articles/")):
        if source.startswith(ours):
            return source.removeprefix(ours).partition("/")[0]
    checked = FactCheckPeriod.objects.filter(address=key_of(source), address__isnull=False)
    return checked.values_list("article", flat=True).first()


def _place(target: Mapping[str, Any], at: str) -> dict[str, Any]:
    """Where the words are, as Claim.mark takes it."""
    selectors = [each for each in listed(target.get("selector")) if isinstance(each, dict)]
    by_kind = {kind: each for each in selectors for kind in kinds_of(each)}
    quote, position = by_kind.get(QUOTE), by_kind.get(POSITION)
    if quote is not None:
        place = {
            "quote": quote["exact"],
            "prefix": _words(quote, "prefix", at)[-CONTEXT:],
            "suffix": _words(quote, "suffix", at)[:CONTEXT],
        }
        # Counted in whatever text its sender had: it only chooses among several places.
        return place if position is None else place | {"start": position["start"]}
    if position is not None:
        return {"quote": "", "start": position["start"], "end": position["end"]}
    raise ValidationError({f"{at}/selector": f"Say which words, by a {QUOTE} or a {POSITION}."})


def _words(selector: Mapping[str, Any], name: str, at: str) -> str:
    words = selector.get(name, "")
    if not isinstance(words, str):
        raise ValidationError({f"{at}/selector/{name}": "One text."})
    return words


def _bodies(sent: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each body with its place; an IRI alone is a resource of that name."""
    if "bodyValue" in sent:
        yield "bodyValue", {"type": "TextualBody", "value": sent["bodyValue"]}
    bodies = sent.get("body")
    for position, body in enumerate(listed(bodies)):
        at = f"body/{position}" if isinstance(bodies, list) else "body"
        yield at, body if isinstance(body, dict) else {"id": body}
