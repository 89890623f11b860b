"""
Numbers that name rather than count: BM-21, S&P 500, Section 4, 2-0, 1st, phone numbers, footnotes.
"""

from typing import Final

from claims.quantities import currencies
from claims.quantities.digits import parse_digits
from claims.quantities.measures import GLUED_FORMS, MEASURE_FORMS
from claims.quantities.names import inside_word_end, name_end, past_joined
from claims.quantities.normalise import mixes_digits
from claims.quantities.number_words import number_word_end
from claims.quantities.rows import row_end
from claims.quantities.tokens import GLUED, MARK, NEW_LINE, NUMBER, WORD, Tokens
from claims.quantities.vocabulary import word_set
from claims.quantities.words import NUMBER_WORDS, SCALES, SHORT_SCALES
from claims.quantities.years import bounds_an_age

_ORDINAL_ENDINGS: Final = {"st", "nd", "rd", "th"}

_OTHER_SUFFIXES: Final = word_set("p x pc percent plus odd ish")


def label_end(tokens: Tokens, index: int) -> int:
    """The index after the number that only names something; 0 where it may count."""
    if tokens.at(index).kind == NUMBER:
        return (
            _malformed(tokens, index)
            or inside_word_end(tokens, index)
            or row_end(tokens, index)
            or _before_letters(tokens, index)
            or _footnote(tokens, index)
            or name_end(tokens, index)
        )
    return number_word_end(tokens, index)


def _malformed(tokens: Tokens, index: int) -> int:
    """Runs of digits that are no number: IP addresses, lists, leading zeros, mixed scripts."""
    token = tokens.at(index)
    text = token.text
    mixed = mixes_digits(tokens.surface[token.start : token.end])
    leading_zero = len(text) > 1 and text[0] == "0" and text[1] != "."
    if not (mixed or leading_zero or parse_digits(text) is None):
        return 0
    end = past_joined(tokens, index)
    while leading_zero and tokens.at(end).kind == NUMBER:
        end = past_joined(tokens, end)
    return end


def _before_letters(tokens: Tokens, index: int) -> int:
    """ "1st", "5G", "737s", "3D", "4x4": letters glued after the digits that are no unit."""
    after = tokens.at(index + 1)
    if after.gap != GLUED:
        return 0
    named = tokens.at(index + 2)
    if after.text == "-" and named.lower in NUMBER_WORDS and named.text[:1].isupper():
        return index + 3  # "7-Eleven"
    if after.kind == MARK:
        known = after.text in ".,;:!?)]}'\"-/%+°—…~*|<>=&’¢" or after.text in currencies.SIGNS
        return 0 if known or after.text in "¹²³⁴⁵⁶⁷⁸⁹⁰" else past_joined(tokens, index)
    if after.kind != WORD:
        return 0
    if after.lower in _ORDINAL_ENDINGS:
        return index + 2
    if tokens.glued(index + 2) and tokens.at(index + 2).kind == NUMBER:
        square = (after.lower, tokens.word(index + 2)) in MEASURE_FORMS  # "500 m2"
        return 0 if square else past_joined(tokens, index)
    if after.text in {"G", "D", "A", "E", "L"} or tokens.slice(index, index + 1) == "4K":
        return index + 2
    return 0 if _is_suffix(tokens, index + 1) else past_joined(tokens, index)


def _is_suffix(tokens: Tokens, at: int) -> bool:
    """Whether these letters after digits are a unit, a scale, a currency or a hedge."""
    word, text = tokens.word(at), tokens.at(at).text
    if word == "s":
        return bounds_an_age(tokens, at - 1)
    if (word,) in MEASURE_FORMS or word in _OTHER_SUFFIXES:
        return True
    if any(word in known for known in (GLUED_FORMS, SHORT_SCALES, SCALES)):
        return True
    return (
        word in currencies.PREFIXES
        or text in currencies.CODES
        or text in currencies.SIGNS
        or word in currencies.COINS
    )


def _footnote(tokens: Tokens, index: int) -> int:
    """ "[12]", "(3)" and "1)" at a line's start; "Anna (7)" may be an age."""
    before, after = tokens.at(index - 1), tokens.at(index + 1)
    if after.gap != GLUED or len(tokens.at(index).text) > 2:
        bracketed = before.text == "[" and after.text == "]" and tokens.glued(index)
        return index + 2 if bracketed else 0
    if before.text in "[(" and after.text in "])" and before.text and tokens.glued(index):
        name = tokens.at(index - 2)
        return 0 if name.kind == WORD and name.text[:1].isupper() else index + 2
    first = index == 0 or tokens.at(index).gap == NEW_LINE
    listed = first and after.text in {")", "."} and tokens.at(index + 2).kind == WORD
    return index + 2 if listed else 0
