"""
Sharing: the rows that have most of a text's words, without looking at every row that has any.

For whole articles, sentence by sentence: which rows have a word is read once for all sentences.
And for one text among very many rows, of which BM25 then weighs the few that come nearest.
"""

from collections.abc import Iterable, Mapping
from heapq import nlargest
from typing import NamedTuple

from django.db import connection

from factcheck.index.ranking import MOST_WORDS, Ranking

# Which rows have a word is read where no more than this many have it.
COMMON = 2_000
# A text's rarest words bring rows until these are so many; its others choose among them.
BROUGHT = 500
# Where more rows than this have the words of a text, only those that come nearest are weighed.
AT_ONCE, NEAREST = 20_000, 200
# What more than one row in so many has chooses nothing.
SAYS_LITTLE = 8
# Of a text's words that are all too common this many are looked for together.
TOGETHER = 5


class Hit(NamedTuple):
    """A row and how relevant it is."""

    row: int
    score: float


def best(ranking: Ranking, text: str, limit: int) -> list[Hit]:
    """The most relevant rows for one of the texts."""
    rarest = ranking.rarest_first(ranking.stems(text))[:MOST_WORDS]
    if not rarest:
        return []
    known = {each: ranking.known[each] for each in rarest}
    among = _nearest(rarest, ranking) if sum(known.values()) > AT_ONCE else None
    hits = ranking.engine.best(connection, ranking.kind, known, ranking.rows, limit, among)
    return [Hit(row, score) for row, score in hits]


def sharing(ranking: Ranking, *, fewest: int, limit: int) -> dict[str, list[Hit]]:
    """
    For each text with so many words of the index the rows that share most with it, best first.
    Other names of what it speaks of count as its own, and are one word with it.

    At most `limit`, and behind them as many that share only words which very many rows have. A
    score is the sum of the shared words' weights, of those words only that were looked at.
    """
    asked = {
        text: ranking.rarest_first(meant)
        for text, words in ranking.words.items()
        if words.among(meant := ranking.meant(text)) >= fewest
    }
    rows = _rows_of_telling({each for stems in asked.values() for each in stems}, ranking)
    return {
        text: _brought(stems, rows, ranking, limit)
        + _alike(stems, rows, ranking, fewest, limit, enough=1)
        for text, stems in asked.items()
    }


def _nearest(stems: list[str], ranking: Ranking) -> list[int]:
    """The rows that may be the best for one text, whose stems begin with the rarest."""
    rows = _rows_of_telling(set(stems), ranking)
    hits = _brought(stems, rows, ranking, NEAREST)
    hits += _alike(stems, rows, ranking, 1, NEAREST, enough=NEAREST)
    return list({hit.row: None for hit in hits})


def _rows_of_telling(stems: Iterable[str], ranking: Ranking) -> dict[str, set[int]]:
    """For each stem that few rows have, which those are."""
    telling = sorted(each for each in stems if ranking.known[each] <= COMMON)
    return ranking.engine.rows_with(connection, ranking.kind, telling) if telling else {}


def _brought(
    stems: list[str], rows: Mapping[str, set[int]], ranking: Ranking, limit: int
) -> list[Hit]:
    """The rows that share most of these stems among those that the rarest of them bring."""
    scores: dict[int, float] = {}
    telling = [each for each in stems if each in rows]
    for stem in telling:
        brings = not scores or len(scores) + len(rows[stem]) <= BROUGHT
        _add(scores, rows[stem] if brings else scores.keys() & rows[stem], _weight(stem, ranking))
    common = [
        each
        for each in stems
        if each not in rows and ranking.known[each] * SAYS_LITTLE <= ranking.rows
    ]
    if common and len(scores) > limit:
        having = ranking.engine.rows_with(connection, ranking.kind, common, among=telling)
        for stem in common:
            _add(scores, scores.keys() & having[stem], _weight(stem, ranking))
    best = nlargest(limit, ((score, -row) for row, score in scores.items()))
    return [Hit(-row, score) for score, row in best]


def _alike(
    stems: list[str],
    rows: Mapping[str, set[int]],
    ranking: Ranking,
    fewest: int,
    limit: int,
    *,
    enough: int,
) -> list[Hit]:
    """Rows that share many of those stems which very many rows have, until there are enough."""
    common = [each for each in stems if each not in rows][:TOGETHER]
    found: dict[int, Hit] = {}
    for most in range(len(common), fewest - 1, -1):
        score = sum(_weight(each, ranking) for each in common[-most:])
        for row in ranking.engine.rows_with_most(connection, ranking.kind, common, most, limit):
            found.setdefault(row, Hit(row, score))
        if len(found) >= enough:
            break
    return list(found.values())


def _add(scores: dict[int, float], rows: Iterable[int], weight: float) -> None:
    for row in rows:
        scores[row] = scores.get(row, 0) + weight


def _weight(stem: str, ranking: Ranking) -> float:
    """What the stem weighs beyond the little that one weighs which every row has."""
    return ranking.weight(stem) - 1
