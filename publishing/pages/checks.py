"""A document as a page shows it: with what a template cannot work out for itself."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from claims.chart.beside import IN_BRACKETS
from claims.chart.people import listed
from claims.models import Attribution
from claims.quantities.quantity import Quantity
from claims.record.ledger import parsed
from claims.record.shapes import figure_of

_VERBS = {
    Attribution.Stance.ASSERTS: "Said by",
    Attribution.Stance.DENIES: "Denied by",
    Attribution.Stance.DOUBTS: "Doubted by",
}
_PIECES = {"supports": "Supports it", "refutes": "Speaks against it", "context": "Context"}


class Stand(NamedTuple):
    """Everybody who takes the same stance: what they do, and who they are in a phrase."""

    verb: str
    names: str
    attributions: list[Mapping[str, Any]]


class Check:
    """A fact check, as one of its documents tells it. `said` is the document."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.said = document
        self.key: str = document["id"]
        self.path: str = document["path"]
        self.rating: Mapping[str, Any] = document["verdict"]["rating"]

    @property
    def figures(self) -> list[Quantity]:
        """The quote's figures, the one that answers the question first."""
        rows = sorted(self.said["quantities"], key=lambda row: not row["is_answer"])
        return [figure_of(row, self.said["claim"]["quote"]) for row in rows]

    @property
    def in_brackets(self) -> str:
        """What the brackets around a figure's unit mean, where one has them."""
        return IN_BRACKETS if any(row["unit_implied"] for row in self.said["quantities"]) else ""

    @property
    def stands(self) -> list[Stand]:
        return stands_of(self.said["attributions"])

    @property
    def before(self) -> str:
        """The words before the quote in its paragraph, as far as the document has them."""
        claim = self.said["claim"]
        whole = claim["selectors"][0]["prefix"]
        words = whole.rpartition("\n\n")[2]
        if len(words) < len(whole) or claim["start"] == len(whole):
            return words
        return f"…{words.partition(' ')[2]}"

    @property
    def after(self) -> str:
        """The words behind it, likewise."""
        whole = self.said["claim"]["selectors"][0]["suffix"]
        words = whole.partition("\n\n")[0]
        return words if len(words) < len(whole) else f"{words.rpartition(' ')[0]}…"

    @property
    def evidence(self) -> list[Mapping[str, Any]]:
        return [{**piece, "weighs": _PIECES[piece["stance"]]} for piece in self.said["evidence"]]

    @property
    def correction(self) -> Mapping[str, Any] | None:
        """The last notice to readers that says what this version changed, if any does."""
        notices = self.said["notices"]
        return notices[-1] if notices else None


def check_of(body: Any) -> Check:
    """The check that a document's bytes tell."""
    return Check(parsed(body))


def stands_of(attributions: Iterable[Mapping[str, Any]]) -> list[Stand]:
    """Who says it, who denies it, who doubts it."""
    rows = list(attributions)
    of_stance = {stance: [row for row in rows if row["stance"] == stance] for stance in _VERBS}
    return [
        Stand(_VERBS[stance], listed([row["source"]["name"] for row in found]), found)
        for stance, found in of_stance.items()
        if found
    ]
