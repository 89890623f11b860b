"""Where a text may be cut without cutting a character that readers see (UAX #29)."""

import unicodedata

_ZERO_WIDTH_JOINER = "\u200d"
_HANGUL_LEADS = range(0x1100, 0x1160)
_HANGUL_VOWELS = range(0x1160, 0x11A8)
_HANGUL_TAILS = range(0x11A8, 0x1200)
_HANGUL_SYLLABLES = range(0xAC00, 0xD7A4)
_REGIONAL_INDICATORS = range(0x1F1E6, 0x1F200)
# Grapheme_Extend characters that are not marks: ZWNJ, half-width voicing, skin tones, flag tags.
_EXTENDERS = frozenset(
    map(chr, [0x200C, 0xFF9E, 0xFF9F, *range(0x1F3FB, 0x1F400), *range(0xE0020, 0xE0080)])
)


def cuts_grapheme(text: str, offset: int) -> bool:
    """
    Whether this offset falls inside one character as readers see it.

    Extended grapheme clusters after UAX #29, without its rules for Indic conjuncts (GB9c) and
    prepended marks (GB9b), which the standard library has no tables for.
    """
    if not 0 < offset < len(text):
        return False
    before, after = text[offset - 1], text[offset]
    if after.isascii():
        return before == "\r" and after == "\n"
    if before in "\r\n":
        return False
    if _extends(after):
        return True
    if before == _ZERO_WIDTH_JOINER:
        return unicodedata.category(after) == "So"
    return _joins_hangul(ord(before), ord(after)) or _splits_flag(text, offset)


def _extends(character: str) -> bool:
    if character == _ZERO_WIDTH_JOINER or character in _EXTENDERS:
        return True
    return unicodedata.category(character).startswith("M")


def _joins_hangul(before: int, after: int) -> bool:
    if before in _HANGUL_LEADS:
        return after in _HANGUL_LEADS or after in _HANGUL_VOWELS or after in _HANGUL_SYLLABLES
    if before in _HANGUL_VOWELS or before in _HANGUL_SYLLABLES:
        has_tail = before in _HANGUL_SYLLABLES and (before - _HANGUL_SYLLABLES.start) % 28 > 0
        return after in _HANGUL_TAILS or (after in _HANGUL_VOWELS and not has_tail)
    return before in _HANGUL_TAILS and after in _HANGUL_TAILS


def _splits_flag(text: str, offset: int) -> bool:
    """Regional indicators pair off from the left of their run."""
    if ord(text[offset]) not in _REGIONAL_INDICATORS:
        return False
    first = offset
    while first and ord(text[first - 1]) in _REGIONAL_INDICATORS:
        first -= 1
    return (offset - first) % 2 == 1
