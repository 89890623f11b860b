"""The items of a JSON value: ClaimReviews wherever they stand, and what should have been one."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from publishing.reviews.answers import review_of_answer
from publishing.reviews.claimreview import review_of
from publishing.reviews.limits import MOST_DEEP
from publishing.reviews.review import Found, Review, Unreadable
from publishing.reviews.values import flat, is_a, text_of

CLAIM_REVIEW = "ClaimReview"
_NO_REVIEW = "There is no ClaimReview in it."


class Page(NamedTuple):
    """The page that an item stood on: its address and its language, where they are known."""

    url: str = ""
    language: str = ""


def items_in(value: Any, page: Page, *, is_expected: bool = True) -> Iterator[Found]:
    """
    Each item of a document with its place in it, as a JSON Pointer (RFC 6901).

    Where a review `is_expected`, every entry of a list, feed or answer that holds none is found
    with the reason; elsewhere, as on a web page, such entries are nobody’s concern.
    """
    known = _Known(value)
    for place, entry in _entries(value):
        count = 0
        for found in _reviews(place, entry, page, known):
            count += 1
            yield found
        if not count and is_expected:
            yield Found(place, reason=_why_none(entry))


def _entries(value: Any) -> Iterator[tuple[str, Any]]:
    """What stands side by side in a document: a list’s, a feed’s and an answer’s entries."""
    outer = [(f"/{n}", each) for n, each in enumerate(value)] if isinstance(value, list) else []
    for place, each in outer or [("", value)]:
        inner = None
        for name in ("dataFeedElement", "claims"):
            if isinstance(each, dict) and isinstance(each.get(name), list) and each[name]:
                inner = [(f"{place}/{name}/{n}", entry) for n, entry in enumerate(each[name])]
        yield from inner or [(place, each)]


def _reviews(place: str, value: Any, page: Page, known: "_Known") -> Iterator[Found]:
    """The reviews within an entry, in its order, at any depth."""
    waiting = [(place, value, 0)]
    while waiting:
        place, each, depth = waiting.pop()
        if depth > MOST_DEEP:
            yield Found(place[:100], reason=f"It is nested deeper than {MOST_DEEP} levels.")
        elif is_a(each, CLAIM_REVIEW):
            yield _found(place, lambda node=each: known.review(node, page))  # type: ignore[misc]
        elif isinstance(each, dict) and isinstance(each.get("claimReview"), list):
            yield from _answered(place, each)
        elif isinstance(each, dict | list):
            pairs = enumerate(each) if isinstance(each, list) else each.items()
            inner = [(f"{place}/{name}", deeper, depth + 1) for name, deeper in pairs]
            waiting += [entry for entry in reversed(inner) if isinstance(entry[1], dict | list)]


def _answered(place: str, claim: dict[str, Any]) -> Iterator[Found]:
    place = f"{place}/claimReview"
    for number, given in enumerate(claim["claimReview"]):
        if is_a(given, CLAIM_REVIEW):
            continue
        yield _found(f"{place}/{number}", lambda each=given: review_of_answer(claim, each))  # type: ignore[misc]


def _found(place: str, read: Callable[[], Review]) -> Found:
    try:
        return Found(place, read())
    except Unreadable as reason:
        return Found(place, reason=str(reason))


def _why_none(entry: Any) -> str:
    if entry in (None, "", [], {}):
        return "There is nothing in it."
    if not isinstance(entry, dict):
        return _NO_REVIEW
    if "item" in entry and entry["item"] is None:
        return "Its item is null."
    if "dateDeleted" in entry:
        return f"Its publisher deleted it, {text_of(entry['dateDeleted'])[:40] or 'some day'}."
    return _NO_REVIEW


class _Known:
    """The objects of a document by their @id, looked up when one is only named."""

    def __init__(self, value: Any) -> None:
        self.value = value
        self.by_id: dict[str, dict[str, Any]] | None = None

    def review(self, node: dict[str, Any], page: Page) -> Review:
        return review_of(node, page=page.url, language=page.language, resolve=self.resolve)

    def resolve(self, value: Any) -> Any:
        """The object that a value names by {"@id"} alone; else the value itself."""
        if not isinstance(value, dict) or value.keys() - {"@type"} != {"@id"}:
            return value
        if self.by_id is None:
            self.by_id = self._read()
        name = value["@id"]
        return self.by_id.get(name, value) if isinstance(name, str) else value

    def _read(self) -> dict[str, dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        waiting = [self.value]
        while waiting:
            each = waiting.pop()
            if isinstance(each, dict):
                name = each.get("@id")
                if isinstance(name, str) and len(each) > len({"@id", "@type"} & each.keys()):
                    found.setdefault(name, flat(each))
                waiting += each.values()
            elif isinstance(each, list):
                waiting += each
        return found
