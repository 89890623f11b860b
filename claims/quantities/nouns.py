"""Finds the noun that a number counts, by the look of English words alone."""

from dataclasses import dataclass
from typing import Final

from claims.quantities.fates import COUNTED_ADJECTIVES, end_of_two_fates
from claims.quantities.plurals import STOPS, UNCHANGING, looks_plural, singular
from claims.quantities.tokens import GLUED, NEW_LINE, NUMBER, SPACED, WORD, Tokens
from claims.quantities.unit_names import is_one_name
from claims.quantities.vocabulary import word_set
from claims.quantities.words import NUMBER_WORDS

LONGEST_PHRASE: Final = 6
# Plurals that stand before another noun: "three sports cars", "two arms makers".
_ATTRIBUTIVE: Final = word_set("""
    sports arms sales savings customs operations communications systems goods women's men's
    children's human special united states emirates earnings securities rights women men forces
""")
# Words between a number and its noun that name nothing themselves.
_PASSED_OVER: Final = word_set("""
    more other others additional further extra fewer less new different such
""")
# Names that in small letters would be stop words: "3,000 US troops", "200 IT workers".
_INITIALS: Final = {"US", "IT", "WHO", "IS"}
# Before a participle that would otherwise be one: "3,000 newly arrived troops".
_NEWLY: Final = {"newly", "freshly"}
# Names of things that go on with a number.
_MODELS: Final = word_set("ariane challenger geran lancet leopard marder merkava model shahed")
_DETERMINERS: Final = word_set("the his her its their our your my these those all such")


@dataclass(frozen=True, slots=True)
class Noun:
    """The counted noun: its head, the words before it, and the tokens it covers."""

    head: str
    qualifier: str | None
    first: int
    last: int


def noun_after(tokens: Tokens, index: int, *, one: bool = False) -> Noun | None:
    """
    The noun phrase that starts at this token, up to its head.

    The head is the first word with the look of a plural; after "one" the last before a stop word.
    None where a stop word, a mark, a number or the line's end comes first.
    """
    phrase = _phrase(tokens, index)
    if not phrase:
        both = end_of_two_fates(tokens, index)
        return Noun(tokens.slice(index, both), None, index, both) if both else None
    last = _singular_head(tokens, phrase) if one else _plural_head(tokens, phrase)
    if last is None:
        return None
    head = last - 1 if _is_pair(tokens, phrase, last) else last
    last = end_of_two_fates(tokens, last) or last
    first = phrase[0]
    while first < head and _is_passed_over(tokens, first):
        first += 1
    qualifier = tokens.slice(first, head - 1) if head > first else None
    return Noun(tokens.slice(head, last), qualifier, head, last)


def is_stop(tokens: Tokens, index: int) -> bool:
    """Whether no noun phrase goes on at this token."""
    token = tokens.at(index)
    if token.kind != WORD:
        return True
    if token.text in _INITIALS or tokens.word(index - 1) in _NEWLY:
        return False
    return token.lower in STOPS and not _is_a_model(tokens, index)


def _is_a_model(tokens: Tokens, index: int) -> bool:
    """ "AS90": letters in capitals with digits glued to them."""
    digits = tokens.at(index + 1)
    return digits.kind == NUMBER and digits.gap == GLUED and tokens.at(index).text.isupper()


def _is_passed_over(tokens: Tokens, index: int) -> bool:
    """Not the "New" of New Zealand."""
    return tokens.word(index) in _PASSED_OVER and tokens.at(index).text.islower()


def _is_pair(tokens: Tokens, phrase: list[int], last: int) -> bool:
    """Whether the head names what is counted only with the word before it."""
    if last - 1 not in phrase:
        return False
    before = tokens.word(last - 2) if last - 2 in phrase else ""
    return is_one_name(before, tokens.word(last - 1), singular(tokens.word(last)))


def _joins(tokens: Tokens, phrase: list[int], index: int) -> bool:
    """Whether an "and" stands between names of one noun: "2,000 US and South Korean troops"."""
    return (
        tokens.word(index) == "and"
        and bool(phrase)
        and phrase[-1] == index - 1
        and tokens.at(index - 1).text[:1].isupper()
        and tokens.at(index + 1).text[:1].isupper()
        and not any(looks_plural(tokens.at(each)) for each in phrase)
    )


def _phrase(tokens: Tokens, index: int) -> list[int]:
    """
    The indexes of words that may belong to one noun phrase; hyphenated words count as one each, and
    so do letters with digits ("M777").
    """
    phrase: list[int] = []
    while len(phrase) < LONGEST_PHRASE:
        token = tokens.at(index)
        if phrase and token.kind == NUMBER and is_of_a_name(tokens, index):
            index += 1
            continue
        if token.kind == NUMBER or token.gap == NEW_LINE or (token.text in "'\"" and phrase):
            break
        if token.text in {"'", '"'} and tokens.at(index + 1).kind == WORD:
            index += 1
            continue
        if is_stop(tokens, index) and not _joins(tokens, phrase, index):
            break
        phrase.append(index)
        index += 1
        while (
            tokens.word(index) in {"-", "/"}
            and tokens.glued(index)
            and tokens.at(index + 1).gap == GLUED
        ):
            index += 2
        index += tokens.at(index).kind == NUMBER and tokens.glued(index)
    return phrase


def is_of_a_name(tokens: Tokens, index: int) -> bool:
    """Whether a number names a model, and no noun is counted by it: "14 Challenger 2 tanks"."""
    name, number = tokens.at(index - 1), tokens.at(index)
    return name.lower in _MODELS and name.text[:1].isupper() and number.gap == SPACED


def _plural_head(tokens: Tokens, phrase: list[int]) -> int | None:
    for place, index in enumerate(phrase):
        token = tokens.at(index)
        if not looks_plural(token):
            if token.lower in COUNTED_ADJECTIVES and place == len(phrase) - 1:
                return index
            continue
        following = phrase[place + 1] if place + 1 < len(phrase) else None
        if _is_in_a_name(tokens, phrase[place:]):
            continue
        attributive = token.lower in _ATTRIBUTIVE or token.lower in UNCHANGING
        if attributive and following is not None and looks_plural(tokens.at(following)):
            continue
        if token.lower in _ATTRIBUTIVE and token.lower in {"human", "special", "united"}:
            continue
        return index
    first = phrase[0]
    return first if tokens.word(first) in COUNTED_ADJECTIVES else None


def _is_in_a_name(tokens: Tokens, phrase: list[int]) -> bool:
    """
    Whether a word with the look of a plural belongs to a name before the noun that is counted.

    "500 Dallas officers", "2,000 Los Angeles County deputies", "1,000 NHS trust chiefs".
    """
    first, *rest = (tokens.at(index) for index in phrase)
    if not rest or not first.text[:1].isupper() or tokens.is_headline(phrase[0]):
        return False
    if first.text.isupper():
        return not rest[0].text.isupper()
    small = next((token for token in rest if not token.text[:1].isupper()), None)
    return small is not None and looks_plural(small)


def _singular_head(tokens: Tokens, phrase: list[int]) -> int:
    """The last word of up to three, without a participle or an adverb at its end."""
    within = phrase[:3]
    while len(within) > 1 and tokens.word(within[-1]).endswith(("ed", "ly", "ing")):
        within = within[:-1]
    return within[-1]


def past_determiners(tokens: Tokens, at: int) -> int:
    """The index after "the", "his", "all of the" and one bare number: "20 of the 30 soldiers"."""
    for _ in range(4):
        if tokens.word(at) in _DETERMINERS or (
            tokens.word(at) == "of" and tokens.word(at - 1) == "all"
        ):
            at += 1
    if tokens.at(at).kind == NUMBER or tokens.word(at) in NUMBER_WORDS:
        at += 1
    return at
