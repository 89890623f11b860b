"""Numbers that belong to a name: BM-21, S&P 500, Section 4, 42 Elm Street."""

from typing import Final

from claims.quantities import currencies
from claims.quantities.counting import counts_after
from claims.quantities.dates import is_month
from claims.quantities.initials import UNITS_IN_CAPITALS
from claims.quantities.measures import MEASURE_FORMS
from claims.quantities.nouns import is_of_a_name, is_stop, noun_after
from claims.quantities.tokens import GLUED, MARK, NUMBER, SPACED, WORD, Tokens
from claims.quantities.vocabulary import word_set
from claims.quantities.words import NUMBER_WORDS, SCALES, SHORT_SCALES

# A number right after one of these is its label, whatever follows.
LABELLING: Final = word_set("""
    section sections article articles chapter chapters page pages paragraph title room flight
    route highway interstate boeing airbus apollo formula channel radio iphone galaxy windows
    playstation xbox fortune nikkei ftse dax nasdaq russell stoxx euronext kospi nifty sensex
    csi s&p topix ibex smi aim volume vol no nos number type category cat stage tier grade level
    phase act clause schedule annex appendix figure fig sec art pp version model mark mk
    proposition prop amendment resolution rule directive regulation docket gate platform bus
    ward division zone district precinct engine ladder plan isaiah psalm psalms genesis matthew
    luke corinthians super wrestlemania season episode lap step studio apartment apt suite box
    floor lane size seeded seed ranked pga lpga catch covid sars cop g opus op symphony concerto
    sonata quartet expo sputnik soyuz falcon chandrayaan agni id isbn postcode zip pin psc
""")
# A label too, unless something countable follows ("the group 12 people").
_MAY_LABEL: Final = word_set("""
    plot case bill line unit part table item code group class area round day week month year
    game match race hole set period quarter half inning test question point lot chapter world
    war cabin car seat row batch sector block building house camp exhibit count shot terminal
    junction exit pier dock
""")
_PREFIXES: Final = word_set("mid pre post sub non ex under over plus minus the per to or and a")

_CALENDAR_WORDS: Final = word_set("""
    monday tuesday wednesday thursday friday saturday sunday christmas easter ramadan
""")
_DIALLING: Final = word_set(
    "call called calling dial dialled dialed dialling ring rang phone phoned"
)
_STREETS: Final = word_set("""
    street st road rd avenue ave lane drive boulevard blvd square court place terrace way
""")


def past_joined(tokens: Tokens, index: int) -> int:
    """
    The index after this number and what is glued to it, so that a serial number is left whole.
    """
    index += 1
    while tokens.glued(index) and (
        tokens.at(index).kind in {NUMBER, WORD} or tokens.word(index) in {"-", "/"}
    ):
        index += 1
    return index


def inside_word_end(tokens: Tokens, index: int) -> int:
    """
    "BM-21", "COVID-19", "MH17", "#5", "@1": letters glued before the digits, no currency among
    them.
    """
    if not tokens.glued(index):
        return 0
    before = tokens.at(index - 1)
    if before.text in {"#", "@", "_", "=", "&", "\\"} or (
        before.text == "/" and tokens.glued(index - 1)
    ):
        return past_joined(tokens, index)
    if before.kind == WORD:
        return 0 if _is_currency_prefix(tokens, index - 1) else past_joined(tokens, index)
    if before.text == "-" and tokens.word(index - 2) == "of":  # "mother-of-3"
        return past_joined(tokens, index)
    if before.text not in "-." or not tokens.glued(index - 1):
        return 0
    letters = tokens.at(index - 2)
    if (
        letters.kind != WORD
        or letters.lower in NUMBER_WORDS
        or (before.text == "." and letters.lower in {"rs", "no"})
    ):
        return 0
    if before.text == "-" and letters.lower in _PREFIXES:
        return 0
    if tokens.glued(index - 2) and tokens.at(index - 3).kind == NUMBER:  # "5p-10p"
        return 0
    return past_joined(tokens, index)


def _is_currency_prefix(tokens: Tokens, index: int) -> bool:
    token = tokens.at(index)
    if token.text in currencies.GLUED_PREFIXES:  # "R500", not "R2-D2"
        return len(tokens.at(index + 1).text) > 2 or tokens.word(index + 2) in SHORT_SCALES
    if token.text in currencies.CODES:
        return True
    return token.lower in currencies.PREFIXES and not tokens.glued(index)


def name_end(tokens: Tokens, index: int) -> int:
    """ "Section 4", "S&P 500", "No. 5", "Boeing 737", "Ward 5", "Channel 4"."""
    token = tokens.at(index)
    if not token.text.isdigit() or len(token.text) > 5:
        return index + 1 if _is_labelled_decimal(tokens, index) else 0
    if _in_an_address(tokens, index) or _is_model(tokens, index) or _is_dialled(tokens, index):
        return index + 1
    at = index - 1
    if tokens.word(at) == "." and tokens.glued(at):
        at -= 1
        if tokens.word(at) not in {
            "no",
            "nos",
            "vol",
            "fig",
            "art",
            "sec",
            "op",
            "pp",
            "p",
            "apt",
            "cat",
        }:
            return 0
    if tokens.word(at) in LABELLING:
        return 0 if is_unit_word(tokens, index + 1) else index + 1
    if (
        tokens.word(at) in _MAY_LABEL
        and not counts_after(tokens, index + 1)
        and not is_unit_word(tokens, index + 1)
    ):
        article = tokens.word(at - 1) in {"a", "this", "last", "every", "per", "that"}
        return 0 if article else index + 1
    return index + 1 if is_of_a_name(tokens, index) else _after_a_name(tokens, at, index)


def _is_model(tokens: Tokens, index: int) -> bool:
    """ "the 737 MAX": an article before, a name and nothing countable after."""
    after = tokens.at(index + 1)
    named = after.kind == WORD and after.text[:1].isupper() and after.gap == SPACED
    article = tokens.word(index - 1) in {"the", "a", "its", "their", "his", "her"}
    if not (article and named) or is_month(tokens, index + 1):
        return False
    return noun_after(tokens, index + 1) is None and not is_unit_word(tokens, index + 1)


def _is_dialled(tokens: Tokens, index: int) -> bool:
    return tokens.word(index - 1) in _DIALLING and len(tokens.at(index).text) == 3


def _in_an_address(tokens: Tokens, index: int) -> bool:
    """ "42 Elm Street", "1600 Pennsylvania Avenue", and "the Group of 20"."""
    if tokens.word(index - 1) == "of" and tokens.at(index - 2).text == "Group":
        return True
    for step in range(1, 4):
        token = tokens.at(index + step)
        if token.kind != WORD or not token.text[:1].isupper():
            return False
        if step > 1 and token.lower in _STREETS:
            return True
    return False


def _is_labelled_decimal(tokens: Tokens, index: int) -> bool:
    return (
        tokens.word(index - 1) in LABELLING
        and "," not in tokens.at(index).text
        and not is_unit_word(tokens, index + 1)
    )


def is_unit_word(tokens: Tokens, at: int) -> bool:
    """Whether this token is a percent, a scale or a measure written as usual."""
    word = tokens.word(at)
    if word in {"%", "percent", "per"} or word in SCALES:
        return True
    small = tokens.at(at).text.islower() or word in UNITS_IN_CAPITALS
    return (word,) in MEASURE_FORMS and small and len(word) > 1


def _after_a_name(tokens: Tokens, at: int, index: int) -> int:
    """
    A small whole number right after a capitalised name is part of it, unless something is counted.
    """
    name = tokens.at(at)
    if (
        name.kind != WORD
        or not name.text[:1].isupper()
        or tokens.at(index).gap != 1
        or is_month(tokens, at)
    ):
        return 0
    if (
        name.lower in _CALENDAR_WORDS
        or is_stop(tokens, at)
        or (len(name.text) == 1 and name.text in "AI")
    ):
        return 0
    after = tokens.at(index + 1)
    if is_unit_word(tokens, index + 1) or after.text in "-%$" or counts_after(tokens, index + 1):
        return 0
    if tokens.starts_sentence(at) and not name.text.isupper():
        return 0
    if tokens.is_headline(index) and after.kind == WORD:
        return 0
    if (
        after.kind == WORD
        and not is_stop(tokens, index + 1)
        and after.gap != GLUED
        and after.text.islower()
    ):
        return 0
    return index + 1 if after.gap != GLUED or after.kind == MARK else 0
