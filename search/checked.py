"""Published checks as search holds a text against them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from django.db.models import QuerySet

from claims.models import FactCheckPeriod
from claims.quantities import Quantity
from claims.quantities.currencies import BY_FORM
from claims.quantities.words import SCALES
from claims.record.ledger import parsed
from claims.record.shapes import figure_of
from factcheck.index import stemming
from factcheck.index.words import folded

_WORD = re.compile(r"[^\W_]+")
_SCALES = "|".join(SCALES)
_CURRENCIES = "|".join(form[0] for form in BY_FORM if len(form) == 1)
_FIGURE = re.compile(rf"\d[\d.,]*(?:\s+(?:{_SCALES}))?(?:\s+(?:{_CURRENCIES})\b)?", re.IGNORECASE)

# What a question has of how it asks: “how many”, “how much”.
_ASKING = frozenset({"mani", "much"})
# Of so many published texts it is remembered what they are about.
MOST_REMEMBERED = 16_384


@dataclass(frozen=True)
class Checked:
    """A standing fact check: its document, and what of it a text may share."""

    document: dict[str, Any]

    @property
    def id(self) -> str:
        return str(self.document["id"])

    @property
    def statement(self) -> str:
        return str(self.document["claim"]["statement"])

    @property
    def quote(self) -> str:
        return str(self.document["claim"]["quote"])

    @property
    def question(self) -> dict[str, Any] | None:
        return self.document["question"]

    @cached_property
    def stems(self) -> frozenset[str]:
        """What the statement is about, figures included."""
        return stems_of(self.statement)

    @cached_property
    def subject(self) -> frozenset[str]:
        """What the statement is about, figures aside."""
        return subject_of(self.statement)

    @cached_property
    def asked(self) -> frozenset[str]:
        """What its question is about, if it answers one."""
        return stems_of(self.question["text"]) - _ASKING if self.question else frozenset()

    @cached_property
    def figures(self) -> list[Quantity]:
        """Its figures, as they are compared."""
        return [figure_of(each, self.quote) for each in self.document["quantities"]]

    @cached_property
    def answers(self) -> list[Quantity]:
        """The figure with which it answers its question."""
        shapes = [each for each in self.document["quantities"] if each["is_answer"]]
        return [figure_of(each, self.quote) for each in shapes]

    @property
    def claimants(self) -> list[dict[str, Any]]:
        """Who asserts it."""
        stands = self.document["attributions"]
        return [each["source"] for each in stands if each["stance"] == "asserts"]


class Said:
    """What a standing check says of its claim, without its document."""

    def __init__(self, said: str, question: str | None) -> None:
        self.statement, _, self.quote = said.partition("\n")
        self.question = question
        self.stems = stems_of(self.statement)

    @cached_property
    def subject(self) -> frozenset[str]:
        """What the statement is about, figures aside."""
        return subject_of(self.statement)

    @cached_property
    def quoted(self) -> frozenset[str]:
        """What the quote is about."""
        return stems_of(self.quote)


def said_by_row(rows: Iterable[int]) -> dict[int, Said]:
    """What the standing checks say that these rows of the index are."""
    standing = FactCheckPeriod.objects.standing().filter(pk__in=list(rows))
    return {
        key: Said(said, question)
        for key, said, question in standing.values_list("pk", "said", "question")
    }


def checks_by_row(rows: Iterable[int], *, language: str = "") -> dict[int, Checked]:
    """The standing checks that these rows of the index are, in this language if any."""
    standing = FactCheckPeriod.objects.standing().filter(pk__in=list(rows))
    if language:
        standing = standing.filter(language=language.lower())
    return {key: Checked(parsed(body)) for key, body in _bodies(standing)}


def checks_on(questions: Iterable[str], most: int) -> list[Checked]:
    """The standing checks of answers to these questions, latest first."""
    standing = FactCheckPeriod.objects.standing().filter(question__in=set(questions))
    rows = _bodies(standing.order_by("-place")[:most])
    return [Checked(parsed(body)) for _, body in rows]


def _bodies(periods: QuerySet[FactCheckPeriod]) -> list[tuple[int, Any]]:
    rows = periods.values_list("pk", "document__body")
    return [(key, body) for key, body in rows if body is not None]


@lru_cache(maxsize=MOST_REMEMBERED)
def stems_of(text: str) -> frozenset[str]:
    """The stems of the telling words of something published; nobody's draft is remembered."""
    return frozenset(stemming.stems_of(text))


@lru_cache(maxsize=MOST_REMEMBERED)
def subject_of(text: str) -> frozenset[str]:
    """The same without its figures: of “4.2 million euros” none is left."""
    stems = stemming.stems_of(_FIGURE.sub(" ", text))
    return frozenset(each for each in stems if not each.isdigit())


def names(text: str, name: str) -> bool:
    """Whether the text holds this name, word by word."""
    wanted, held = (" ".join(_WORD.findall(folded(each))) for each in (name, text))
    return f" {wanted} " in f" {held} "
