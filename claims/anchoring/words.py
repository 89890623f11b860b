"""Which cuts through a text fall between words, and which fall inside one."""

import re
import unicodedata

from claims.anchoring.graphemes import cuts_grapheme

# Between letters only: "_so_" is a word set in italics.
_WORD_JOINERS = "'\u2019_"
_MINUS = "\u2212"
# Inside a number: 3,000.5 and, with the spaces that do not break, 3 000 and 3'000.
_DIGIT_JOINERS = ".,'\u2019\u00a0\u2009\u202f"
# Thai to Lao, Burmese, Khmer, kana and ideographs: written without spaces, so nothing to keep to.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff"
_UNSPACED = re.compile(f"[{UNSPACED}]")
_POSSESSIVE = re.compile(r"['\u2019][sS](?!\w)")


def is_whole(text: str, start: int, end: int) -> bool:
    """
    Whether a span holds whole words: "3,000" in "€3,000" and "3,000-strong", not in "13,000".

    A side of the span that is itself punctuation demands nothing, but may not cut a grapheme.
    """
    return not (cuts_word(text, start, opening=True) or cuts_word(text, end, opening=False))


def cuts_word(text: str, offset: int, *, opening: bool) -> bool:
    """Whether a span that begins here (`opening`), or ends here, takes part of a word only."""
    if not 0 < offset < len(text):
        return False
    if cuts_grapheme(text, offset):
        return True
    before, after = text[offset - 1], text[offset]
    if _is_word(before) and _is_word(after):
        return not (_UNSPACED.match(before) or _UNSPACED.match(after))
    if opening:
        return _is_word(after) and _reaches_back(text, offset)
    return _is_word(before) and _reaches_on(text, offset)


def surrounding_word(text: str, start: int, end: int) -> str:
    """A span widened to the whole words, by white space, that it cuts."""
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[start:end]


def _is_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character).startswith("M")


def _reaches_back(text: str, offset: int) -> bool:
    joiner = text[offset - 1]
    first = text[offset]
    if joiner == _MINUS:
        return first.isdigit()
    two_before = text[offset - 2] if offset > 1 else ""
    if first.isdigit() and two_before.isdigit():
        return joiner in _DIGIT_JOINERS
    return joiner in _WORD_JOINERS and first.isalpha() and two_before.isalpha()


def _reaches_on(text: str, offset: int) -> bool:
    last, joiner = text[offset - 1], text[offset]
    two_on = text[offset + 1 : offset + 2]
    if last.isdigit() and two_on.isdigit():
        return joiner in _DIGIT_JOINERS
    if _POSSESSIVE.match(text, offset):
        return False
    # "I can" must not be quoted out of "I can't".
    return joiner in _WORD_JOINERS and last.isalpha() and two_on.isalpha()
