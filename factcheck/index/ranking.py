"""Ranking: what of a text is looked for among the rows of a kind, and how much each word says."""

import math
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain

from django.db import connection
from rapidfuzz import process
from rapidfuzz.distance import OSA

from factcheck.index.engines import engine_of
from factcheck.index.kinds import kind_named
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

    With `repair`, words that no row has are read as the nearest ones that some row has. `others`
    are the stems of words that a text does not have and that mean the same as one it has.
    """

    def __init__(
        self,
        kind: str,
        texts: Iterable[str],
        *,
        repair: bool = False,
        others: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        self.kind = kind_named(kind)
        self.engine = engine_of(connection)
        self.texts = {text: stems_of(text) for text in texts}
        asked = sorted({each for stems in self.texts.values() for each in stems})
        self.others = others or {}
        self.known = self._frequencies(sorted({*asked, *chain(*self.others.values())}))
        self._weights: dict[str, float] = {}
        self.repaired: dict[str, list[str]] = {}
        if repair:
            self._repair([each for each in asked if each not in self.known])

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
            if repaired in self.known
        ]
        return list(dict.fromkeys(stems))

    def meant(self, text: str) -> list[str]:
        """The same, and the stems of other words that mean what it says."""
        others = [each for each in self.others.get(text, ()) if each in self.known]
        return list(dict.fromkeys([*self.stems(text), *others]))

    def weight(self, stem: str) -> float:
        """How much a word says: the fewer rows have it the more, and never nothing."""
        if stem not in self._weights:
            had = self.known.get(stem, 0)
            self._weights[stem] = 1 + math.log((1 + self.rows) / (1 + had))
        return self._weights[stem]

    def _frequencies(self, stems: list[str]) -> dict[str, int]:
        return self.engine.frequencies(connection, self.kind, stems) if stems else {}

    def _repair(self, unknown: list[str]) -> None:
        for each in unknown[:MOST_WORDS]:
            if len(each) >= SHORTEST_REPAIRED and each.isalpha():
                self.repaired[each] = self._nearest(each)
        news = {near for nearest in self.repaired.values() for near in nearest}
        self.known |= self._frequencies(sorted(news - self.known.keys()))

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
