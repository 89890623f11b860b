"""Ranking: what of a text is looked for among the rows of a kind, and how much each word says."""

import math
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from itertools import chain

from django.db import connection
from rapidfuzz import process
from rapidfuzz.distance import OSA

from factcheck.index.engines import engine_of
from factcheck.index.kinds import kind_named
from factcheck.index.said import Words
from factcheck.index.slips import slips
from factcheck.index.stemming import stems_of

# Of a long text only its rarest words are looked for.
MOST_WORDS = 64
# A word the index does not know gives way to this many that it does, at most so many letters off.
REPAIRS, SHORTEST_REPAIRED = 2, 4
# Two slips are looked for behind the first letters, and only in a word of some length.
SURE_LETTERS, TWO_SLIPS_FROM = 3, 6


class Ranking:
    """
    What a ranked kind has to say about texts; words are looked up once for all of them.

    With `repair`, words that no row has are read as the nearest ones that some row has. `names`
    are, by text, the stems of all names of a thing that the text speaks of, whichever it uses.
    """

    def __init__(
        self,
        kind: str,
        texts: Iterable[str],
        *,
        repair: bool = False,
        names: Mapping[str, Collection[frozenset[str]]] | None = None,
    ) -> None:
        self.kind = kind_named(kind)
        self.engine = engine_of(connection)
        self.texts = {text: stems_of(text) for text in texts}
        asked = sorted({each for stems in self.texts.values() for each in stems})
        self.names = names or {}
        self.known: dict[str, int] = {}
        self._weights: dict[str, float] = {}
        self.repaired: dict[str, list[str]] = {}
        self.learn(asked, *(stems for things in self.names.values() for stems in things))
        if repair:
            self._repair([each for each in asked if not self.known[each]])
        self.words = {text: self._words(text) for text in self.texts}

    def learn(self, *stems: Iterable[str]) -> None:
        """Look up, all at once, how many rows have each of these, where that is not known yet."""
        if news := sorted(set(chain(*stems)) - self.known.keys()):
            self.known |= dict.fromkeys(news, 0) | self._frequencies(news)

    @cached_property
    def rows(self) -> int:
        """How many rows there are."""
        return self.engine.size(connection, self.kind)

    def rarest_first(self, stems: Iterable[str]) -> list[str]:
        """These stems, which some row has, by how many have them."""
        return sorted(stems, key=lambda each: (self.known[each], each))

    def stems(self, text: str) -> list[str]:
        """What is looked for of a text: the stems of its words that some row has."""
        stems = [
            repaired
            for each in self.texts[text]
            for repaired in self.repaired.get(each, [each])
            if self.known[repaired]
        ]
        return list(dict.fromkeys(stems))

    def meant(self, text: str) -> frozenset[str]:
        """The stems of a text's words, other names included, that some row has."""
        return frozenset(each for each in self.words[text].stems if self.known[each])

    def weight(self, stem: str) -> float:
        """
        How much a word says: the fewer rows have it the more, and never nothing.

        Raises KeyError if nobody has had it looked up: taken for the rarest, a word that a text
        lacks would weigh more than one that it has.
        """
        if stem not in self._weights:
            self._weights[stem] = 1 + math.log((1 + self.rows) / (1 + self.known[stem]))
        return self._weights[stem]

    def _words(self, text: str) -> Words:
        """What a text says, with the words that no row has."""
        things = frozenset(self.names.get(text, ()))
        stems = frozenset(self.texts[text])
        if misspelt := {each for each in stems if self.repaired.get(each)}:
            stems -= misspelt
            things |= {frozenset(self.repaired[each]) for each in misspelt}
        return Words(stems.difference(*things), things)

    def _frequencies(self, stems: list[str]) -> dict[str, int]:
        return self.engine.frequencies(connection, self.kind, stems)

    def _repair(self, unknown: list[str]) -> None:
        for each in unknown[:MOST_WORDS]:
            if len(each) >= SHORTEST_REPAIRED and each.isalpha():
                self.repaired[each] = self._nearest(each)
        self.learn(*self.repaired.values())

    def _nearest(self, word: str) -> list[str]:
        """Words of the index that are a slip or two away."""
        near = set(self._frequencies(sorted(slips(word))))
        if most := len(word) >= TWO_SLIPS_FROM:
            lengths = range(len(word) - 2, len(word) + 3)
            near |= set(
                self.engine.beginning_with(connection, self.kind, word[:SURE_LETTERS], lengths)
            )
        found = process.extract(
            word, sorted(near), scorer=OSA.distance, score_cutoff=1 + most, limit=REPAIRS
        )
        return [each for each, _, _ in found]
