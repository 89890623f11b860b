"""What FTS5 is asked: parts of a search as its query language has them."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

from factcheck.index.kinds import Kind
from factcheck.index.stems import stem, stems_if_finished
from factcheck.index.words import Part

# The beginning of more words than this is not written in full.
MOST_TERMS: Final = 100
# Words whose stems are known to be the tokenizer's own.
_PLAIN: Final = re.compile(r"[a-z]{1,63}")
# Of letters and figures in ASCII; Porter's endings are letters, so what ends in a figure stays.
_FIGURE: Final = re.compile(r"[a-z0-9]*[0-9]")
# A stem may be stemmed again (“eas”, of “ease”): then one of these makes a word of it that is not.
_ENDINGS: Final = ("", "e", "s", "ed", "ing", "ion", "ly", "y", "ies", "ness", "able")


def expressions(parts: Sequence[Part]) -> list[str]:
    """Each part that stands between spaces."""
    return [_expression(part) for part in parts if not part.within]


def in_full(connection: Any, kind: Kind, parts: Sequence[Part]) -> list[str] | None:
    """
    The same, but the beginning of a word as all words of this kind that begin so.

    Of whole words FTS5 gives rows as it comes to them, and enters anywhere. Of a beginning it
    first merges the rows of all words, whatever is asked of them. None where there are too many
    such words, or one that cannot be written.
    """
    spaced = [part for part in parts if not part.within]
    full = [
        _finished(connection, kind, part) if part.beginning else quoted(part.text)
        for part in spaced
    ]
    known = [each for each in full if each is not None]
    return known if len(known) == len(spaced) else None


def quoted(text: str) -> str:
    """The text as FTS5 takes it for nothing but words."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def stemmed(term: str) -> str:
    """A stem as FTS5 takes it for that very stem: it stems whatever it is asked for."""
    return quoted(_word_of(term) or term)


def _expression(part: Part) -> str:
    if not part.beginning:
        return quoted(part.text)
    return _either([f"{quoted(part.text)} *", *map(quoted, _stems_of(part))])


def _finished(connection: Any, kind: Kind, part: Part) -> str | None:
    word = part.text.lower()
    if not _PLAIN.fullmatch(word) and not _FIGURE.fullmatch(word):
        return None
    words = [_word_of(term) for term in _terms(connection, kind, stem(word))]
    if None in words or len(words) > MOST_TERMS:
        return None
    found = list(dict.fromkeys([*map(str, words), *_stems_of(part)]))
    return _either(map(quoted, found or [word]))


def _stems_of(part: Part) -> list[str]:
    return sorted(stems_if_finished(part.text.lower())) if len(part.words) == 1 else []


def _terms(connection: Any, kind: Kind, beginning: str) -> list[str]:
    """Terms that begin so, and one more than enough. A step is a look-up, however many rows."""
    following = f"SELECT term FROM {kind.index}_places WHERE term >="
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH RECURSIVE terms (term) AS (SELECT ({following} %s LIMIT 1) UNION ALL "
            # No term has a control character in it.
            f"SELECT ({following} terms.term || char(1) LIMIT 1) FROM terms "
            f"WHERE substr(terms.term, 1, %s) = %s LIMIT {MOST_TERMS + 2}) "
            "SELECT term FROM terms WHERE substr(term, 1, %s) = %s",
            [beginning, *(len(beginning), beginning) * 2],
        )
        return [term for (term,) in cursor.fetchall()]


@lru_cache(maxsize=65_536)
def _word_of(term: str) -> str | None:
    """A word of which the tokenizer makes this term; None where none is known."""
    if _FIGURE.fullmatch(term):
        return term
    words = (term + ending for ending in _ENDINGS)
    return next((word for word in words if _PLAIN.fullmatch(word) and stem(word) == term), None)


def _either(expressions: Any) -> str:
    return "(" + " OR ".join(expressions) + ")"
