"""Number words that count nothing: pronouns, names and compounds like "one-sided"."""

from typing import Final

from claims.quantities.counting import counts_after
from claims.quantities.names import LABELLING, is_unit_word
from claims.quantities.nouns import is_stop
from claims.quantities.plurals import looks_plural
from claims.quantities.tokens import GLUED, NEW_LINE, NUMBER, WORD, Tokens
from claims.quantities.vocabulary import word_set
from claims.quantities.words import CARDINALS, NUMBER_WORDS, PART, PARTS, SCALES

_NOT_AFTER_ONE: Final = word_set("""
    of another day thing way side hand more less time point step who that which can could would
    should may might must is was has had will in on at to for with by from and or but as if when
    where where's than year's
""")
_PRONOUN_BEFORE: Final = word_set("""
    no not this that which the any every each some another last next first second good big new
    old right wrong great small little young bad latest same such a our my his her their its
    neither either back
""")
_COMPOUNDS_OF_WORDS: Final = word_set("""
    sided off way time stop fifths something up faced dimensional pronged timer timers on to
    liner tolerance sum emission emissions carbon hander
""")

_AFTER_ONE: Final = word_set("hundred dozen percent per % pc")

_NAMING: Final = word_set(
    "war group gang big famous magnificent phase chapter class formula xbox force"
)


def number_word_end(tokens: Tokens, index: int) -> int:
    """ "World War Two", "one of the", "Big Four", "one-sided", "nineteen eighty-four"."""
    token = tokens.at(index)
    if token.kind != WORD or token.lower not in CARDINALS:
        return 0
    if tokens.word(index - 1) == "-" and tokens.glued(index) and tokens.word(index - 2) == "of":
        return index + 1  # "mother-of-three"
    if tokens.glued(index + 1) and tokens.at(index + 1).kind == NUMBER:
        return index + 2  # "Twenty20"
    if tokens.word(index - 1) == "or" and tokens.word(index - 3) in {"a", "an"}:
        return index + 1  # "a day or two"
    if _is_compound(tokens, index):
        return index + 3
    if _in_a_name(tokens, index):
        return index + 1
    if token.lower == "one":
        return _pronoun(tokens, index)
    if token.lower == "zero":
        return (
            0 if counts_after(tokens, index + 1) or is_unit_word(tokens, index + 1) else index + 1
        )
    if tokens.word(index - 1) in LABELLING - {"no", "nos", "number"} and not is_unit_word(
        tokens, index + 1
    ):
        return index + 1
    if tokens.word(index - 1) in {
        "week",
        "day",
        "year",
        "phase",
        "round",
        "part",
        "chapter",
        "game",
        "act",
    }:
        return 0 if counts_after(tokens, index + 1) else index + 1
    return 0


def _is_compound(tokens: Tokens, index: int) -> bool:
    """ "one-off", "two-way", "zero-sum": words whose number counts nothing."""
    joined = tokens.word(index + 1) == "-" and tokens.glued(index + 1) and tokens.glued(index + 2)
    return joined and tokens.word(index + 2) in _COMPOUNDS_OF_WORDS


def _in_a_name(tokens: Tokens, index: int) -> bool:
    """A capitalised number word inside a sentence, beside another capitalised word."""
    token, before, after = tokens.at(index), tokens.at(index - 1), tokens.at(index + 1)
    if not token.text[:1].isupper() or tokens.starts_sentence(index) or token.text.isupper():
        return False
    if before.lower in _NAMING or (before.lower == "of" and tokens.word(index - 2) in _NAMING):
        return True
    if tokens.is_headline(index):
        return False
    if before.text == "-" and tokens.glued(index):
        before = tokens.at(index - 2)
    named_before = (
        before.kind == WORD and before.text[:1].isupper() and not tokens.starts_sentence(index - 1)
    )
    named_after = after.kind == WORD and after.text[:1].isupper()
    headline = named_before and named_after and looks_plural(after)
    return (named_before or named_after) and not headline


def _pronoun(tokens: Tokens, index: int) -> int:
    """ "one" counts only before what it counts."""
    before, after = tokens.word(index - 1), tokens.at(index + 1)
    if (after.text == "-" and after.gap == GLUED) or _goes_on(tokens, index + 1):
        return 0
    if after.lower in _NOT_AFTER_ONE or is_stop(tokens, index + 1) or after.gap == NEW_LINE:
        return index + 1
    if before in _PRONOUN_BEFORE or after.lower in PARTS or after.lower in PART:
        return index + 1
    numbered = before in {"of", "from", "at"} and tokens.word(index - 2) in {"number", "square"}
    return index + 1 if numbered or before == "number" else 0


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether "one" begins a longer number: "one million", "one in four", "one or two"."""
    word = tokens.word(at)
    if word in SCALES or word in _AFTER_ONE or tokens.words(at, 3) == ("and", "a", "half"):
        return True
    if tokens.words(at, 2) in {("out", "of"), ("of", "every")}:
        return True
    number = tokens.at(at + 1)
    numbered = number.kind == NUMBER or number.lower in NUMBER_WORDS
    if word == "in":
        return numbered or number.lower == "every"
    return word in {"or", "to"} and numbered
