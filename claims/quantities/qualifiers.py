"""
What the words between a number and its noun say of those counted: whose they are, and of what sort.

"3,000 US troops" and "10,000 North Korean troops" count different things; "3,000 newly arrived
troops" says nothing of the kind. A qualifier is read off where the figure stands, so it need not be
kept.
"""

from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from claims.quantities.nations import BY_INITIALS, BY_NAME, BY_RELATION, LONGEST_NAME

# Words of which nothing that is counted has two. Only what is so by itself: "new" is not, because
# what one calls new cases another calls cases.
_OPPOSITES: Final = """
government=loyalist / rebel=insurgent / opposition / separatist
civilian=noncombatant=non-combatant / military
male / female=women
adult / child
confirmed / suspected / probable
urban / rural
public / private
full-time=fulltime / part-time=parttime
direct / indirect
"""
_WHOSE: Final = "whose"
# The most words that stand there, and what never does: beyond it the noun is another number's.
_MOST_WORDS: Final = 10
_PARTING: Final = frozenset(",;:!?()[]—\n")
_MARKS: Final = "\"'‘’“”*"


class Said(NamedTuple):
    """What a qualifier says of one kind: its meanings, and the words for them as they stand."""

    meanings: frozenset[str]
    words: str


def qualifier_in(quote: str, *, end: int | None, unit: str | None) -> str | None:
    """
    The words between a figure, which ends at `end` in this quote, and the noun that it counts.

    None where there are none, where no place is known, and where the unit is not in the quote.
    """
    if end is None or not unit:
        return None
    between = quote[end : max(_place(quote, unit, end), end)].strip(_MARKS + " -\u00a0\u202f")
    words = between.split()
    if not 0 < len(words) <= _MOST_WORDS or not _PARTING.isdisjoint(between):
        return None
    # "20 of the 30 US soldiers" are of one noun, "3,000 and 20,000 US soldiers" may not be; and
    # the 2 of "14 Challenger 2 tanks" counts nothing.
    named = all(
        before[:1].isupper() or not word[0].isdigit() for before, word in pairwise(["", *words])
    )
    return between if named or words[0].lower() == "of" else None


@lru_cache(maxsize=4096)
def said_by(qualifier: str) -> Mapping[str, Said]:
    """What a qualifier says, by its kind: whose those are that are counted, and of what sort."""
    words = [word.strip(_MARKS) for word in qualifier.split()]
    found: dict[str, list[tuple[str, int, int]]] = {}
    index = 0
    while index < len(words):
        kind, meaning, length = _name_at(words, index) or _sort_at(words, index) or ("", "", 1)
        if kind:
            found.setdefault(kind, []).append((meaning, index, index + length))
        index += length
    return {
        kind: Said(
            frozenset(meaning for meaning, _, _ in each), " ".join(words[each[0][1] : each[-1][2]])
        )
        for kind, each in found.items()
    }


def _place(text: str, unit: str, start: int) -> int:
    """Where the unit stands as words of its own, from `start` on; -1 if nowhere."""
    at = text.find(unit, start) if unit else -1
    while at >= 0:
        after = text[at + len(unit) : at + len(unit) + 1]
        if not text[at - 1 : at].isalnum() and not after.isalnum():
            return at
        at = text.find(unit, at + 1)
    return -1


def _name_at(words: list[str], index: int) -> tuple[str, str, int] | None:
    """The nation, region or alliance named from this word on: "US", "ethnic Russian", "US-led"."""
    word = words[index]
    if word in BY_INITIALS:
        return _WHOSE, BY_INITIALS[word], 1
    if word.lower() in BY_RELATION:
        return _WHOSE, word.lower(), 1
    if word.lower() == "ethnic":
        named = _name_at(words[index + 1 : index + 1 + LONGEST_NAME] or [""], 0)
        return named and (_WHOSE, f"ethnic {named[1]}", named[2] + 1)
    if "-" in word and any(_name_at([part], 0) for part in word.split("-") if part):
        return _WHOSE, word.lower(), 1
    if not word[:1].isupper():
        return None
    for length in range(LONGEST_NAME, 0, -1):
        name = BY_NAME.get(tuple(word.lower() for word in words[index : index + length]))
        if name is not None:
            return _WHOSE, name, length
    return None


def _sort_at(words: list[str], index: int) -> tuple[str, str, int] | None:
    sort = _SORTS.get(words[index].lower())
    return (*sort, 1) if sort else None


def _sorts() -> dict[str, tuple[str, str]]:
    """Each word with its kind, which is its line, and what it means."""
    sorts: dict[str, tuple[str, str]] = {}
    for line in _OPPOSITES.strip().splitlines():
        for names in line.split(" / "):
            first, *others = names.split("=")
            sorts |= dict.fromkeys((first, *others), (line, first))
    return sorts


_SORTS: Final = _sorts()
KINDS: Final = (_WHOSE, *dict.fromkeys(kind for kind, _ in _SORTS.values()))
