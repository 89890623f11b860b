"""Taking in: a line becomes a record, changes one, or says why not; by the records' own verbs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from claims.models import Article, Claim, Question
from factcheck.records.record import Record
from factcheck.rest.inputs import Input
from search.exchange.claiming import edit_claim, mark_claim, same_claim
from search.exchange.inputs import ArticleLine, ClaimLine, QuestionLine, SourceLine
from search.exchange.kinds import ARTICLES, CLAIMS, QUESTIONS, SOURCES, Kind
from sources.models import Source

ACCEPTED, CHANGED, UNCHANGED, REFUSED = "accepted", "changed", "unchanged", "refused"
OUTCOMES = (ACCEPTED, CHANGED, UNCHANGED, REFUSED)


@dataclass(frozen=True)
class Taker:
    """
    How a kind is taken in: what its lines hold, and the verbs.

    `same` finds the record that a line without id or slug means, by what else tells it apart. What
    it goes by however that is written, `known_by`, stays as it is stored.
    """

    kind: Kind
    model: Any
    line: type[Input]
    same: Callable[[Mapping[str, Any]], Record | None]
    add: Callable[..., Any]
    edit: Callable[..., Any]
    known_by: str = ""

    @property
    def lists(self) -> frozenset[str]:
        """The columns of a spreadsheet whose cells are lists."""
        return frozenset({"aliases", "attributions", "quantities"} & self.line().fields.keys())


def take(taker: Taker, said: Mapping[str, Any], *, by: Any) -> str:
    """
    Add or change the record that a line says, and return which: one of OUTCOMES.

    What the line leaves out stays as it is. Raises what the verbs raise, and DRF's ValidationError;
    call it inside a transaction that the error leaves.
    """
    record = _named(taker.model, said)
    line = taker.line(data=dict(said), partial=record is not None)
    line.is_valid(raise_exception=True)
    values = line.validated_data
    if record is None and not said.keys() & {"id", "slug"}:
        record = taker.same(values)
        said = {name: value for name, value in said.items() if name != taker.known_by}
    if record is None:
        taker.add(by=by, **_new(values))
        return ACCEPTED
    values = {name: value for name, value in values.items() if name in said}
    before = record.version
    taker.edit(record, by=by, **_changes(record, values))
    return UNCHANGED if record.version == before else CHANGED


def _named(model: Any, said: Mapping[str, Any]) -> Record | None:
    """The record that is here under the id, or without one under the slug, that a line gives."""
    has_slug = any(field.name == "slug" for field in model._meta.fields)
    for name, column in (("id", "public_id"), ("slug", "slug")):
        given = said.get(name)
        if isinstance(given, str) and (name == "id" or has_slug):
            return model.objects.filter(**{column: given}).first()
    return None


def _new(values: Mapping[str, Any]) -> dict[str, Any]:
    """As the verbs that make a record take it. Raises ValidationError for one from the future."""
    fields = dict(values)
    at: datetime | None = fields.pop("created_at", None)
    if at is not None and at > timezone.now():
        raise ValidationError({"created_at": "That is in the future."})
    if "id" in fields:
        fields["public_id"] = fields.pop("id")
    return fields | {"at": at}


def _changes(record: Any, values: Mapping[str, Any]) -> dict[str, Any]:
    """As the verbs that change a record take it. Raises ValidationError for what stays."""
    fields = dict(values)
    fields.pop("id", None)
    for name in ("slug", "created_at"):
        stored = getattr(record, name, None)
        if name in fields and fields.pop(name) != stored:
            raise ValidationError({name: f"It stays as it is: {stored}."})
    return fields


def _same_source(values: Mapping[str, Any]) -> Any:
    """The only source of this name. Raises ValidationError where another name says otherwise."""
    found = list(Source.objects.called(values["name"]).order_by("pk")[:2])
    if len(found) == 1 and found[0].name.lower() == values["name"].lower():
        return found[0]
    if found:
        known = " or ".join(f"{source.name} ({source.slug})" for source in found)
        raise ValidationError(
            {"name": f"This may be {known}. Give its slug, or a new source an id of its own."}
        )
    return None


def _same_question(values: Mapping[str, Any]) -> Any:
    alike = Question.objects.alike(values["text"])
    return alike.filter(text__iexact=values["text"]).order_by("pk").first()


def _same_article(values: Mapping[str, Any]) -> Any:
    """The article at this address, or without one the article with this headline and text."""
    if url := values.get("url"):
        # Of articles that were kept twice the one whose address is written like this.
        kept = Article.objects.filter(url=url).first()
        return kept or Article.objects.at_address(url).order_by("twin").first()
    named = Article.objects.filter(headline=values["headline"], url=None).order_by("pk")
    return next((each for each in named if each.text == values["text"]), None)


TAKERS = {
    taker.kind.record: taker
    for taker in (
        Taker(SOURCES, Source, SourceLine, _same_source, Source.add, Source.edit),
        Taker(QUESTIONS, Question, QuestionLine, _same_question, Question.add, Question.edit),
        Taker(ARTICLES, Article, ArticleLine, _same_article, Article.add, Article.edit, "url"),
        Taker(CLAIMS, Claim, ClaimLine, same_claim, mark_claim, edit_claim),
    )
}
