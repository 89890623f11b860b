"""How long what is read may be. Beyond, an item is refused; nothing is cut without a note."""

from typing import Any

from publishing.reviews.review import Unreadable
from publishing.reviews.values import texts_in

# Characters of an item in all, of a claim, of a label, and of a name or title.
LONGEST_ITEM, LONGEST_CLAIM, LONGEST_LABEL, LONGEST_NAME = 1_000_000, 10_000, 1_000, 300
LONGEST_NUMBER, LONGEST_DATE, MOST_APPEARANCES, MOST_DEEP = 40, 100, 100, 100


def require_storable(item: Any) -> None:
    """Raise Unreadable for an item that is too long, too deep, or holds what is no character."""
    length = 0
    for text in texts_in(item, MOST_DEEP):
        if text is None:
            raise Unreadable(f"It is nested deeper than {MOST_DEEP} levels.")
        length += len(text)
        if length > LONGEST_ITEM:
            raise Unreadable(f"It is longer than {LONGEST_ITEM:,} characters.")
        if "\x00" in text or (not text.isascii() and _has_surrogate(text)):
            raise Unreadable("It holds a NUL or half a character, which is no text.")


def _has_surrogate(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def cut(text: str, longest: int, name: str, notes: list[str]) -> str:
    """The text, or its beginning with a note: the item itself keeps all of it."""
    if len(text) <= longest:
        return text
    notes.append(f"The {name} is cut after {longest} of {len(text):,} characters.")
    return text[:longest].rstrip()
