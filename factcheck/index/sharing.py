"""
Sharing: for each of many texts the rows that have most of its words.

For whole articles, sentence by sentence: which rows have a word is read once for all sentences,
and only of words that tell rows apart.
"""

from heapq import nlargest

from django.db import connection

from factcheck.index.ranking import Hit, Ranking

# Which rows have a word is read where no more than this many have it.
COMMON = 2_000
# A text's rarest words bring rows until these are so many; its others choose among them.
BROUGHT = 500
# Of a text's words that are all too common this many are looked for together.
TOGETHER = 5


def sharing(ranking: Ranking, *, fewest: int, limit: int) -> dict[str, list[Hit]]:
    """
    For each text with so many words of the index the rows that share most with it, best first.

    At most `limit`, and behind them as many that share only words which very many rows have. A
    score is the sum of the shared words' weights, of those words only that were looked at.
    """
    asked = {
        text: sorted(stems, key=lambda each: (ranking.known[each], each))
        for text in ranking.texts
        if len(stems := ranking.stems(text)) >= fewest
    }
    used = {each for stems in asked.values() for each in stems}
    # Without the little that a word weighs which every row has.
    weights = {each: ranking.weight(each) - 1 for each in used}
    telling = sorted(each for each in used if ranking.known[each] <= COMMON)
    rows = ranking.engine.rows_with(connection, ranking.kind, telling) if telling else {}
    return {
        text: _best([each for each in stems if each in rows], rows, weights, limit)
        + _alike([each for each in stems if each not in rows], ranking, weights, fewest, limit)
        for text, stems in asked.items()
    }


def _best(
    stems: list[str], rows: dict[str, set[int]], weights: dict[str, float], limit: int
) -> list[Hit]:
    """The rows that share most of these stems, which begin with the rarest."""
    scores: dict[int, float] = {}
    for stem in stems:
        brings = not scores or len(scores) + len(rows[stem]) <= BROUGHT
        for row in rows[stem] if brings else scores.keys() & rows[stem]:
            scores[row] = scores.get(row, 0) + weights[stem]
    best = nlargest(limit, ((score, -row) for row, score in scores.items()))
    return [Hit(-row, score) for score, row in best]


def _alike(
    stems: list[str], ranking: Ranking, weights: dict[str, float], fewest: int, limit: int
) -> list[Hit]:
    """Rows that share many of these stems, each of which very many rows have."""
    for most in range(min(len(stems), TOGETHER), fewest - 1, -1):
        together = stems[:TOGETHER]
        found = ranking.engine.rows_with_most(connection, ranking.kind, together, most, limit)
        if found:
            return [Hit(row, sum(weights[each] for each in together[-most:])) for row in found]
    return []
