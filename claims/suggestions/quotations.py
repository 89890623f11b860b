"""Which parts of a paragraph are somebody's words in quotation marks."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

# What opens a quotation, and what closes it again.
_PAIRS: Final = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "‘": "’",
    '"': '"',
    "'": "'",
    "「": "」",
    "『": "』",
}
_ALSO_APOSTROPHES: Final = "’'"
# Longer ones are speech even where every word has a capital.
_MOST_WORDS: Final = 6
_LONGEST_NAME: Final = 80


class Quotation(NamedTuple):
    """Words in quotation marks, the marks included."""

    start: int
    end: int


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """
    The quotations between two offsets, in order and without those inside others.

    One that is never closed reaches to the end, as a speech over several paragraphs does.
    """
    found: list[Quotation] = []
    opened, closing = -1, ""
    for at in range(start, end):
        character = text[at]
        if opened < 0:
            if character in _PAIRS and _opens(text, at, start, end):
                opened, closing = at, _PAIRS[character]
        elif character in closing and _closes(text, at, end):
            found.append(Quotation(opened, at + 1))
            opened = -1
    if opened >= 0 and text[opened] not in _ALSO_APOSTROPHES:
        found.append(Quotation(opened, end))
    return found


def overlapping(quoted: Sequence[Quotation], start: int, end: int) -> list[Quotation]:
    """Those of a paragraph's quotations that have a part between two offsets."""
    at = bisect_right(quoted, start, key=lambda quotation: quotation.end)
    found = []
    while at < len(quoted) and quoted[at].start < end:
        found.append(quoted[at])
        at += 1
    return found


def is_title(text: str, quotation: Quotation) -> bool:
    """Whether what is quoted is a name rather than speech: “I Want to Live”."""
    if quotation.end - quotation.start > _LONGEST_NAME:
        return False
    parts = text[quotation.start + 1 : quotation.end - 1].split()
    capitals = sum(part[0].isupper() for part in parts)
    return 1 < len(parts) <= _MOST_WORDS and capitals >= 2 and 2 * capitals > len(parts)


def _opens(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return not before.isalnum() and not after.isspace()


def _closes(text: str, at: int, end: int) -> bool:
    """Not so an apostrophe: “the ‘operation’ in Ukraine’s east”."""
    if text[at] not in _ALSO_APOSTROPHES:
        return True
    after = text[at + 1] if at + 1 < end else " "
    return not after.isalnum() and not text[at - 1].isspace()
