"""Two texts word by word: what both say, what only the old one says, and only the new one."""

import re
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

SAME, GONE, NEW = "same", "gone", "new"

# "3,000.5" and "can't" are one word each.
_TOKEN = re.compile(r"\w+(?:[.,'’]\w+)*|\s+|[^\w\s]")
# The comparison takes a bit of memory for every pair of words: at most 12 MB.
_LARGEST = 100_000_000


class Run(NamedTuple):
    """Words in a row that are in both texts (`same`), or in one of them (`gone`, `new`)."""

    kind: str
    text: str


def word_diff(old: str, new: str) -> list[Run]:
    """Both texts in one, in order; texts of books are not compared but set side by side."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    runs: list[Run] = []
    if len(before) * len(after) > _LARGEST:
        return _pair(old, new)
    for step in LCSseq.opcodes(before, after):
        gone = "".join(before[step.src_start : step.src_end])
        come = "".join(after[step.dest_start : step.dest_end])
        runs += [Run(SAME, gone)] if step.tag == "equal" else _pair(gone, come)
    return _readable(runs)


def _pair(gone: str, come: str) -> list[Run]:
    return [run for run in (Run(GONE, gone), Run(NEW, come)) if run.text]


def _readable(runs: list[Run]) -> list[Run]:
    """What is gone before what has come; a blank between two changes belongs to both."""
    readable: list[Run] = []
    gone = come = ""
    for position, run in enumerate(runs):
        between = (gone or come) and position + 1 < len(runs)
        if run.kind == SAME and not (between and not run.text.strip()):
            readable += [*_pair(gone, come), run]
            gone = come = ""
            continue
        gone += run.text if run.kind != NEW else ""
        come += run.text if run.kind != GONE else ""
    return [*readable, *_pair(gone, come)]
