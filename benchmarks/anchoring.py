"""
How well, and how fast, claims are found again when an article changes.

    python -m benchmarks.anchoring [path to the pairs]

The pairs are consecutive versions of published posts, each with spans of the old version and where
they are in the new one (null: gone). The rows, by the pairs' labels:

- edited sentence found: `edited`, sentences whose best counterpart keeps half of their words. Found
  if our span and the true one share at least half of the text that either covers.
- deleted sentence lost: `deleted`, sentences of which no sentence keeps a fifth of the words.
- phrase deleted, same words elsewhere: `short_deleted_elsewhere`, a few words out of a deleted
  sentence, which the new version still has in other places. Right if lost.
- phrase deleted, absent: `short_deleted_absent`, the same where the words are nowhere. Right if
  lost.
- phrase kept in an edited sentence: `short_in_edited`. Right at exactly its new offsets.
- repeated phrase: `short_repeat`, words that stand several times. Right at exactly its own new
  offsets.
- untouched sentence: `same`. Right at exactly its new offsets.

"with both texts" is `reanchor`, which has the old version; "with 32 characters" is `anchor`, which
has quote, prefix and suffix alone, as an imported annotation does. Wherever a span is found, the
state (`moved`, `changed`, `needs_review`) does not matter to the row. The last lines time one call
of `reanchor` over 50 spans of 20 kB, put together from the same pairs, with no reading of figures
kept from earlier calls.
"""

import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from claims.anchoring import Anchor, State, anchor, reanchor
from claims.anchoring.differences import figures

PAIRS = Path(__file__).resolve().parents[2] / "shared/data/revisions/dev.json"
# Label, row, and the least share that is to be right.
ROWS = {
    "edited": ("edited sentence found", 0.985),
    "deleted": ("deleted sentence lost", 0.97),
    "short_deleted_elsewhere": ("phrase deleted, same words elsewhere: lost", 0.93),
    "short_deleted_absent": ("phrase deleted, absent: lost", 0.97),
    "short_in_edited": ("phrase kept in an edited sentence", 0.985),
    "short_repeat": ("repeated phrase: the right one", 1.0),
    "same": ("untouched sentence", 1.0),
}
ARTICLE_SIZE = 20_000
CLAIMS = 50
MOST_MILLISECONDS = 10


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else PAIRS
    pairs = json.loads(path.read_text(encoding="utf-8"))["pairs"]
    both_texts = shares_right(pairs, with_both_texts)
    quote_alone = shares_right(pairs, with_quote_alone)
    print(f"{'share right':44}{'spans':>7}{'both texts':>12}{'32 chars':>10}{'at least':>10}")
    for label, (row, least) in ROWS.items():
        count, right = both_texts[label]
        print(f"{row:44}{count:7}{right:12.3f}{quote_alone[label][1]:10.3f}{least:10.3f}")
    best, median = milliseconds(pairs)
    print(f"\n20 kB, 50 claims: best {best:.1f} ms, median {median:.1f} ms", end="")
    print(f" (at most {MOST_MILLISECONDS})")


def with_both_texts(pair: dict[str, Any]) -> list[Anchor]:
    spans = [(span["start"], span["end"]) for span in pair["spans"]]
    return reanchor(pair["old"], pair["new"], spans)


def with_quote_alone(pair: dict[str, Any]) -> list[Anchor]:
    return [
        anchor(pair["new"], span["exact"], span["prefix"], span["suffix"], near=span["start"])
        for span in pair["spans"]
    ]


def shares_right(
    pairs: list[dict[str, Any]], method: Callable[[dict[str, Any]], list[Anchor]]
) -> dict[str, tuple[int, float]]:
    """Per label the number of spans and the share that was answered right."""
    answers = defaultdict(list)
    for pair in pairs:
        for span, found in zip(pair["spans"], method(pair), strict=True):
            answers[span["label"]].append(is_right(span, found))
    return {label: (len(right), sum(right) / len(right)) for label, right in answers.items()}


def is_right(span: dict[str, Any], found: Anchor) -> bool:
    if span["new_start"] is None:
        return found.state == State.LOST
    if found.start is None or found.end is None:
        return False
    if span["label"] != "edited":
        return (found.start, found.end) == (span["new_start"], span["new_end"])
    shared = min(found.end, span["new_end"]) - max(found.start, span["new_start"])
    covered = max(found.end, span["new_end"]) - min(found.start, span["new_start"])
    return bool(shared >= covered / 2)


def milliseconds(pairs: list[dict[str, Any]], rounds: int = 25) -> tuple[float, float]:
    """The best and the median time of one `reanchor` of a long article."""
    old, new, spans = long_article(pairs)
    times = []
    for _ in range(rounds):
        figures.forget()
        began = time.perf_counter()
        reanchor(old, new, spans)
        times.append((time.perf_counter() - began) * 1000)
    times.sort()
    return times[0], times[rounds // 2]


def long_article(pairs: list[dict[str, Any]]) -> tuple[str, str, list[tuple[int, int]]]:
    """The first pairs, one after the other, and an even choice of their spans."""
    old = new = ""
    spans: list[tuple[int, int]] = []
    for pair in pairs:
        spans += [(span["start"] + len(old), span["end"] + len(old)) for span in pair["spans"]]
        old += pair["old"] + "\n"
        new += pair["new"] + "\n"
        if len(old) >= ARTICLE_SIZE:
            break
    return old, new, [spans[n * len(spans) // CLAIMS] for n in range(CLAIMS)]


if __name__ == "__main__":
    main()
