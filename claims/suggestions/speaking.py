"""Who says something in a sentence: speech verbs, and the subject of each."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from claims.suggestions.memory import Memory
from claims.suggestions.naming import Mention
from claims.suggestions.suggestion import ASSERTS, Stance, Voice
from claims.suggestions.tokens import Tokens
from claims.suggestions.verbs import stance_of
from claims.suggestions.vocabulary import (
    BETWEEN,
    CLAUSE_STARTS,
    CONFIRMING,
    DETERMINERS,
    MODAL,
    NEGATIONS,
    PASSIVE,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
)

_QUOTE_MARKS = frozenset("\"'“”„‘’«»")
_DASHES = frozenset("–—-")
# How many tokens, and clauses, a verb may be away from its subject; this bounds the time.
_REACH = 80
_MOST_CLAUSES = 4
_SKIPPED = BETWEEN | NEGATIONS


class Said(NamedTuple):
    """A voice, and where in the text its verb stands."""

    voice: Voice
    mention: Mention
    at: int


class Speech:
    """One sentence being read for who speaks in it."""

    def __init__(
        self, tokens: Tokens, mentions: list[Mention], memory: Memory, paragraph: int
    ) -> None:
        self.tokens, self.mentions = tokens, mentions
        self.memory, self.paragraph = memory, paragraph
        self.before = memory.meant_by("he", paragraph)
        self.starting = {mention.first: mention for mention in mentions}
        self.ending = {mention.last: mention for mention in mentions}

    def voices(self) -> Iterator[Said]:
        """Each verb with a subject that is known, in the order of the text."""
        for index, token in enumerate(self.tokens):
            if token.quoted or not token.is_word:
                continue
            if token.low == "according" and self.tokens.low(index + 1) == "to":
                yield from self._said(self._starting_at(index + 2), ASSERTS, index)
                continue
            stance = stance_of(self.tokens, index)
            if stance is not None:
                yield from self._said(self._subject_of(index), stance, index)

    def _said(self, mention: Mention | None, stance: Stance, index: int) -> Iterator[Said]:
        if mention is None:
            return
        if mention.is_person or mention.is_several:
            self.memory.subject(mention, self.paragraph)
        voice = Voice(mention.words, mention.names, stance)
        yield Said(voice, mention, self.tokens.at(index).start)

    def _subject_of(self, verb: int) -> Mention | None:
        before = self._before(verb)
        if before is None:
            return None
        token = self.tokens.at(before)
        if before < 0 or token.quoted or self._closes_quotation(before):
            return self._starting_at(verb + 1)
        if token.low in PRONOUNS:
            return self._meant_by(before)
        if token.text in _DASHES or token.text in {",", ")"}:
            return self._ending_the_sentence(verb + 1) or self._first_in_clause(verb)
        mention = self.ending.get(before + 1)
        if mention is None:
            return None
        leading = self.tokens.at(mention.first - 1)
        if leading.low in DETERMINERS - POSSESSIVES:
            leading = self.tokens.at(mention.first - 2)
        if leading.low in PREPOSITIONS and not leading.quoted:
            return self._first_in_clause(mention.first)
        if leading.low in POSSESSIVES or (leading.possessive and not leading.is_capital):
            return None
        return self._known(mention)

    def _before(self, verb: int) -> int | None:
        """The index of what stands before the verb and its auxiliaries; None for "to say"."""
        at = verb - 1
        if self.tokens.low(at) == "to":
            if self.tokens.low(at - 1) != "on":
                return None
            at -= 3
        while self.tokens.low(at) in _SKIPPED and not self.tokens.at(at).quoted:
            if self.tokens.low(at) in MODAL and self.tokens.low(verb) not in CONFIRMING:
                return None
            if self.tokens.low(at) in PASSIVE and not self.tokens.low(verb).endswith("ing"):
                return None
            at -= 1
        return at

    def _closes_quotation(self, index: int) -> bool:
        if self.tokens.at(index).text in _QUOTE_MARKS:
            return True
        return self.tokens.at(index).text == "," and self.tokens.at(index - 1).quoted

    def _starting_at(self, index: int) -> Mention | None:
        if self.tokens.low(index) in PRONOUNS:
            return self._meant_by(index)
        if self.tokens.low(index) in DETERMINERS:
            index += 1
        found = self.starting.get(index)
        return self._known(found) if found else None

    def _ending_the_sentence(self, index: int) -> Mention | None:
        """Whoever the verb is followed by and nothing else: “…, said X.”"""
        found = self.starting.get(index + (self.tokens.low(index) in DETERMINERS))
        if found is None or self.tokens.at(found.last).is_word:
            return None
        return self._known(found)

    def _meant_by(self, index: int) -> Mention | None:
        pronoun = self.tokens.low(index)
        if pronoun in {"who", "which"}:
            antecedent = self.ending.get(index - (self.tokens.at(index - 1).text == ","))
            return self._known(antecedent) if antecedent else None
        if pronoun in PERSONAL and self.before and self._closes_quotation(index - 1):
            # “Putin ‘will never use them’, he said”: not Putin.
            return self.before
        return self.memory.meant_by(pronoun, self.paragraph)

    def _first_in_clause(self, verb: int) -> Mention | None:
        """The first mention of the clause, or of the one around it, that may be its subject."""
        for start in islice(self._clause_starts(verb), _MOST_CLAUSES):
            found = self.subject_after(start, verb)
            if found is not None:
                return found
        return None

    def _clause_starts(self, verb: int) -> Iterator[int]:
        """Where the clauses around a verb begin, the nearest first."""
        farthest = max(0, verb - _REACH)
        for at in range(verb - 1, farthest - 1, -1):
            if self.tokens.low(at) in CLAUSE_STARTS and not self.tokens.at(at).quoted:
                yield at + 1
        yield farthest

    def subject_after(self, start: int, end: int) -> Mention | None:
        """The first mention in this stretch that no preposition leads to."""
        if self.tokens.low(start) in PREPOSITIONS:
            commas = (at for at in range(start, end) if self.tokens.at(at).text == ",")
            start = next(commas, start)
        for index in range(bisect_left(self.mentions, start, key=_first), len(self.mentions)):
            mention = self.mentions[index]
            if mention.last > end:
                return None
            leading = mention.first - 1
            if self.tokens.low(leading) in DETERMINERS:
                leading -= 1
            ends = self.tokens.at(mention.last - 1)
            if self.tokens.low(leading) not in PREPOSITIONS and not ends.possessive:
                return self._known(mention)
        return None

    def _known(self, mention: Mention) -> Mention:
        return self.memory.known(mention)


def _first(mention: Mention) -> int:
    return mention.first
