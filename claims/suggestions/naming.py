"""The names in a sentence: who or what is mentioned, as one phrase each."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from claims.suggestions.tokens import Tokens
from claims.suggestions.vocabulary import (
    DETERMINERS,
    JOINTS,
    MODIFIERS,
    NO_NAMES,
    ORGANISATIONS,
    PLACED,
    PLACES,
    SPEAKERS,
    TITLES,
)

_LONGEST_PERSON: Final = 4
_LONGEST_LIST: Final = 8
# How far in front of "office" its article may stand: "the county’s roads office".
_REACH: Final = 3
_ARTICLES: Final = frozenset({"the", "a", "an"})
_ADJECTIVE: Final = ("an", "ish", "ese", "ch", "i", "US", "UK", "EU", "UN")


@dataclass(frozen=True, slots=True)
class Mention:
    """
    A phrase that names somebody, from token `first` up to `last`.

    `role` is an office without its holder's name: “the Belarusian President”.
    """

    first: int
    last: int
    words: str
    names: tuple[str, ...]
    is_person: bool = False
    role: bool = False

    @property
    def is_several(self) -> bool:
        return len(self.names) > 1 or self.names[0].split()[-1].lower() in SPEAKERS


def mentions(tokens: Tokens) -> list[Mention]:
    """Everybody and everything named in a sentence, in order; “X, Y and Z” is one mention."""
    return list(_joined(tokens, list(_single(tokens))))


def _single(tokens: Tokens) -> Iterator[Mention]:
    at = 0
    while at < len(tokens):
        last = _end_of_phrase(tokens, at)
        if last == at:
            at += 1
            continue
        mention = _named(tokens, _first_of(tokens, at), last)
        if mention is not None:
            yield mention
        at = last


def _end_of_phrase(tokens: Tokens, first: int) -> int:
    """The index after the phrase that begins here; `first` itself where none does."""
    at = first
    while True:
        if _belongs(tokens, at, first):
            at += 1
            continue
        after = at + 1 + (tokens.low(at + 1) == "the")
        joins = at > first and tokens.low(at) in JOINTS and not tokens.at(at).quoted
        if joins and _is_name(tokens, after):
            at = after
            continue
        placed = at > first and tokens.low(at) in PLACED and tokens.low(at - 1) in SPEAKERS
        if placed and _is_name(tokens, after):
            at = after
            continue
        return at


def _belongs(tokens: Tokens, at: int, first: int) -> bool:
    token = tokens.at(at)
    if token.quoted or not token.text or not token.is_word:
        return False
    if _is_name(tokens, at):
        return True
    return token.low in SPEAKERS or token.low in MODIFIERS or token.low in TITLES


def _is_name(tokens: Tokens, at: int) -> bool:
    token = tokens.at(at)
    if token.quoted or not token.text or not token.is_capital:
        return False
    return token.title or token.low not in NO_NAMES


def _first_of(tokens: Tokens, first: int) -> int:
    """Where a phrase without capitals begins: after its article, if that stands close by."""
    if _is_name(tokens, first):
        return first
    for at in range(first - 1, first - _REACH - 2, -1):
        token = tokens.at(at)
        if token.low in DETERMINERS:
            return at + 1 if token.low in _ARTICLES else first
        if token.quoted or not token.text or not token.is_word or token.low in NO_NAMES:
            return first
    return first


def _named(tokens: Tokens, first: int, last: int) -> Mention | None:
    """The phrase as a mention; None where it is only an adjective of something else."""
    titled = next((tokens.at(at) for at in range(first, last) if tokens.at(at).title), None)
    if titled is not None:
        return Mention(first, last, titled.text, (titled.text,))
    office = _office_before(tokens, first, last)
    if office:
        words = tokens.words(office, last)
        return Mention(first, last, words, (words,), is_person=True)
    words = tokens.words(first, last)
    ending = tokens.low(last - 1)
    if ending in TITLES:
        return Mention(first, last, words, (words,), is_person=True, role=True)
    has_name = any(_is_name(tokens, at) for at in range(first, last))
    if not has_name and ending not in SPEAKERS:
        return None
    return Mention(first, last, words, (words,), is_person=_may_be_person(tokens, first, last))


def _office_before(tokens: Tokens, first: int, last: int) -> int:
    """Where the name begins that follows an office; 0 where there is no office before a name."""
    for at in range(last - 1, first, -1):
        if not _is_name(tokens, at):
            return 0
        if tokens.low(at) in TITLES:
            return at + 1 if at + 1 < last else 0
        if tokens.low(at - 1) in TITLES and not tokens.at(at - 1).possessive:
            return at
    return 0


def _may_be_person(tokens: Tokens, first: int, last: int) -> bool:
    parts = [tokens.at(at) for at in range(first, last)]
    if not 2 <= len(parts) <= _LONGEST_PERSON or any(part.possessive for part in parts[:-1]):
        return False
    return all(
        part.is_capital
        and not part.title
        and not part.text.isupper()
        and part.low not in ORGANISATIONS | PLACES
        for part in parts
    )


def _joined(tokens: Tokens, single: list[Mention]) -> Iterator[Mention]:
    """Mentions with those of a list taken together: X and Y; X, Y and Z."""
    at = 0
    while at < len(single):
        end, closed = at + 1, at + 1
        while end < min(len(single), at + _LONGEST_LIST):
            between = [
                tokens.low(index) for index in range(single[end - 1].last, single[end].first)
            ]
            if between and between[-1] == "the":
                between.pop()
            if between not in (["and"], [","], [",", "and"]):
                break
            end += 1
            if between[-1] == "and":
                closed = end
                break
        yield _together(tokens, single[at:closed])
        at = closed


def _together(tokens: Tokens, members: list[Mention]) -> Mention:
    if len(members) == 1:
        return members[0]
    first, last = members[0].first, members[-1].last
    names = tuple(_with_noun_of(member, members[-1]) for member in members)
    joined = replace(members[0], last=last, words=tokens.words(first, last), names=names)
    return replace(joined, is_person=all(member.is_person for member in members), role=False)


def _with_noun_of(member: Mention, last: Mention) -> str:
    """“Ukrainian and South Korean intelligence”: Ukrainian intelligence."""
    name, noun = member.names[0], last.names[0].split()[-1]
    if member is last or noun.lower() not in SPEAKERS or not noun.islower():
        return name
    return f"{name} {noun}" if name.endswith(_ADJECTIVE) else name
