"""A container and its pages as JSON-LD (sections 4.2 and 4.3 of the protocol)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.annotation_protocol.terms import ANNO_CONTEXT, LDP_CONTEXT

CONTEXTS = [ANNO_CONTEXT, LDP_CONTEXT]

# An annotation, or its IRI.
Item = dict[str, Any] | str


@dataclass(frozen=True)
class Collection:
    """
    A container of so many annotations, told in pages that are numbered from 0.

    `iri` ends in a slash; `modified` is when any of them last changed, null for never; `iris` says
    that pages hold the annotations' IRIs and not the annotations.
    """

    iri: str
    label: str
    total: int
    modified: str | None
    size: int
    iris: bool = False

    @property
    def id(self) -> str:
        """The address of the container in this form."""
        return f"{self.iri}?iris={int(self.iris)}"

    @property
    def last(self) -> int:
        """The last page's number; 0 where there is none."""
        return max(0, (self.total - 1) // self.size)

    def has(self, page: int) -> bool:
        """Whether there is a page of this number: an empty container has none."""
        return 0 <= page * self.size < self.total

    def address_of(self, page: int) -> str:
        return f"{self.id}&page={page}"

    def told(self, first: Sequence[Item] | None) -> dict[str, Any]:
        """The container, with these annotations as its first page; None links to it only."""
        told = {
            "@context": CONTEXTS,
            "id": self.id,
            "type": ["BasicContainer", "AnnotationCollection"],
            **self._in_short(),
            "label": self.label,
        }
        if self.total:
            told["first"] = self.address_of(0) if first is None else self._page(0, first)
            told["last"] = self.address_of(self.last)
        return told

    def told_page(self, page: int, items: Sequence[Item]) -> dict[str, Any]:
        """One page on its own."""
        part_of = {"id": self.id, "label": self.label, **self._in_short()}
        return {"@context": ANNO_CONTEXT, **self._page(page, items), "partOf": part_of}

    def _page(self, page: int, items: Sequence[Item]) -> dict[str, Any]:
        told: dict[str, Any] = {
            "id": self.address_of(page),
            "type": "AnnotationPage",
            "partOf": self.id,
            "startIndex": page * self.size,
            "items": [_without_context(item) for item in items],
        }
        if page > 0:
            told["prev"] = self.address_of(page - 1)
        if page < self.last:
            told["next"] = self.address_of(page + 1)
        return told

    def _in_short(self) -> dict[str, Any]:
        modified = {} if self.modified is None else {"modified": self.modified}
        return {"total": self.total, **modified}


def _without_context(item: Item) -> Item:
    """What stands inside another answer leaves the context to it, unless it has one of its own."""
    if isinstance(item, dict) and item.get("@context") == ANNO_CONTEXT:
        return {name: value for name, value in item.items() if name != "@context"}
    return item
