"""Porter's stemmer: the same stems that both databases keep (M. F. Porter, 1980)."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Final

_STEP_2: Final = {
    "ational": "ate",
    "tional": "tion",
    "enci": "ence",
    "anci": "ance",
    "izer": "ize",
    "abli": "able",
    "alli": "al",
    "entli": "ent",
    "eli": "e",
    "ousli": "ous",
    "ization": "ize",
    "ation": "ate",
    "ator": "ate",
    "alism": "al",
    "iveness": "ive",
    "fulness": "ful",
    "ousness": "ous",
    "aliti": "al",
    "iviti": "ive",
    "biliti": "ble",
}
_STEP_3: Final = {
    "icate": "ic",
    "ative": "",
    "alize": "al",
    "iciti": "ic",
    "ical": "ic",
    "ful": "",
    "ness": "",
}
_STEP_4: Final = (
    *("al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion"),
    *("ou", "ism", "ate", "iti", "ous", "ive", "ize"),
)
_PLAIN: Final = re.compile(r"[a-z]{3,63}")
# Endings that a word may still get while somebody types it.
_ENDINGS: Final = (*_STEP_2, *_STEP_3, *_STEP_4, "ing", "ed", "ies", "eed", "ity", "ably")
_SHORTEST_STEM: Final = 4


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of a word in small letters; a word that is not of a to z is its own."""
    return _porter(word) if _PLAIN.fullmatch(word) else word


@lru_cache(maxsize=65_536)
def stem_by_bytes(word: str) -> str:
    """The stem that FTS5 makes of any word, each byte of which is a letter to it."""
    letters = word.encode().decode("latin-1")
    if not 3 <= len(letters) <= 63:
        return word
    return _porter(letters).encode("latin-1").decode(errors="replace")


def _porter(word: str) -> str:
    word = _plural(word)
    word = _past_or_progressive(word)
    if word.endswith("y") and _has_vowel(word[:-1]):
        word = word[:-1] + "i"
    word = _replaced(word, _STEP_2)
    word = _replaced(word, _STEP_3)
    word = _without_ending(word)
    return _tidied(word)


def stems_if_finished(word: str) -> set[str]:
    """Stems that the word's beginning may belong to: of “intelligenc” also “intellig”."""
    found = {
        word[:-length]
        for ending in _ENDINGS
        for length in range(1, len(ending))
        if word.endswith(ending[:length]) and len(word) - length >= _SHORTEST_STEM
    }
    return found - {word}


def _plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def _past_or_progressive(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            rest = word[: -len(ending)]
            return _mended(rest) if _has_vowel(rest) else word
    return word


def _mended(word: str) -> str:
    if word.endswith(("at", "bl", "iz")):
        return word + "e"
    if len(word) > 1 and word[-1] == word[-2] and _consonants(word)[-1]:
        return word if word[-1] in "lsz" else word[:-1]
    return word + "e" if _measure(word) == 1 and _ends_short(word) else word


def _replaced(word: str, endings: dict[str, str]) -> str:
    ending = _longest(word, endings)
    if ending and _measure(word[: -len(ending)]) > 0:
        return word[: -len(ending)] + endings[ending]
    return word


def _without_ending(word: str) -> str:
    ending = _longest(word, _STEP_4)
    if not ending:
        return word
    rest = word[: -len(ending)]
    if ending == "ion" and not rest.endswith(("s", "t")):
        return word
    return rest if _measure(rest) > 1 else word


def _tidied(word: str) -> str:
    if word.endswith("e"):
        rest = word[:-1]
        measure = _measure(rest)
        if measure > 1 or (measure == 1 and not _ends_short(rest)):
            word = rest
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word


def _longest(word: str, endings: Iterable[str]) -> str:
    fitting = (ending for ending in endings if word.endswith(ending))
    return max(fitting, key=len, default="")


def _consonants(word: str) -> list[bool]:
    """For each letter whether it is a consonant; y is one at the start and behind a vowel."""
    found: list[bool] = []
    for letter in word:
        follows_consonant = bool(found) and found[-1]
        found.append(letter not in "aeiou" and not (letter == "y" and follows_consonant))
    return found


def _measure(word: str) -> int:
    """How often a consonant follows a vowel."""
    marks = _consonants(word)
    return sum(not one and other for one, other in pairwise(marks))


def _has_vowel(word: str) -> bool:
    return not all(_consonants(word))


def _ends_short(word: str) -> bool:
    """Whether it ends consonant, vowel, consonant, the last of them not w, x or y."""
    return _consonants(word)[-3:] == [True, False, True] and word[-1] not in "wxy"
