"""Wordings that make a sentence worth checking whoever says it."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_COMPARES: Final = re.compile(
    r"\b(?:(?:more|less|fewer|higher|lower|larger|smaller|bigger|better|worse|faster|slower)"
    r"(?: \w+){0,3} than|twice|double[ds]?|tripled?|halved|compared (?:with|to)|"
    r"as (?:many|much|high|low|large|few) as|times (?:more|less|as)|"
    r"rose|risen|fell|fallen|increased|decreased|declined|grew|outnumber(?:s|ed)?|nowhere near)\b",
    re.IGNORECASE,
)
_SUPERLATIVE: Final = re.compile(
    r"\b(?:the (?:most|least|best|worst|only|first|last|(?!rest\b|west\b|east\b|guest\b|interest\b)"
    r"[a-z]{4,13}est)|largest|biggest|highest|lowest|smallest|closest|record (?:high|low)|"
    r"unprecedented)\b",
    re.IGNORECASE,
)
_ABSOLUTE: Final = re.compile(
    r"\b(?:never|always|nobody|no one|none of|everyone|everybody|entirely|impossible|inevitable|"
    r"all of|every)\b",
    re.IGNORECASE,
)
_CAUSE: Final = re.compile(
    r"\b(?:because of|due to|caused|causes|led to|leads to|as a result|resulted in|thanks to|"
    r"in order to|responsible for|blamed?)\b",
    re.IGNORECASE,
)
_DATE: Final = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\b(?:in|since|on|by|until) (?:\d{1,2} )?(?:January|February|March|April|"
    r"May|June|July|August|September|October|November|December)\b"
)
# Where a search looks: what makes a sentence worth checking stands early, and this bounds the time.
_READ: Final = 2000


class Sign(NamedTuple):
    """A reason in an editor's words, and what it weighs."""

    reason: str
    weight: int


_SIGNS: Final = (
    ("Compares", _COMPARES, 1),
    ("Superlative", _SUPERLATIVE, 1),
    ("Absolute", _ABSOLUTE, 1),
    ("Names a cause", _CAUSE, 1),
    ("Gives a date", _DATE, 1),
)


def signs(sentence: str) -> Iterator[Sign]:
    """The reasons that the wording gives, each with the words it rests on."""
    for name, pattern, weight in _SIGNS:
        found = pattern.search(sentence, 0, _READ)
        if found:
            yield Sign(f"{name}: “{' '.join(found[0].split())}”", weight)
