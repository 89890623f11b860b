"""
How well `check/` tells a sentence that repeats a statement from one that is about the same things.

Of the statements and sentences in repeated.txt; what is about as right in either way is not among
them. Each sentence is asked about alone, and then all of them in one draft.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from django.db import transaction

TOLD: Final = Path(__file__).with_name("repeated.txt")
# So many sentences make a draft.
TOGETHER: Final = 40


class Sentence(NamedTuple):
    """A sentence, whether it repeats one of its group, and the statements of its group."""

    text: str
    repeats: bool
    statements: Sequence[str]


def measure() -> None:
    """Print a line for each way of asking; nothing stays in the database."""
    from benchmarks.finding import published

    told = list(sentences())
    said = list(dict.fromkeys(each for one in told for each in one.statements))
    with transaction.atomic():
        published(said)
        print(f"{'':40}{'checks':>10}{'repeated':>10}{'found':>8}{'wrongly':>9}{'F1':>8}")
        for name, together in (("sentences, each alone", 1), ("sentences, in drafts", TOGETHER)):
            found, wrongly = _found(told, together)
            repeated = sum(each.repeats for each in told)
            score = 2 * found / (found + wrongly + repeated)
            print(f"{name:40}{len(said):10}{repeated:10}{found:8}{wrongly:9}{score:8.3f}")
        transaction.set_rollback(True)


def sentences() -> Iterator[Sentence]:
    """What repeated.txt tells."""
    statements: list[str] = []
    told = False
    for line in TOLD.read_text(encoding="utf-8").splitlines():
        mark, text = line[0], line[2:]
        if mark == "=":
            statements = [text] if told else [*statements, text]
            told = False
        elif mark in "+-":
            yield Sentence(text, mark == "+", statements)
            told = True


def _found(told: Sequence[Sentence], together: int) -> tuple[int, int]:
    """How many sentences are told what they repeat, and how many something else."""
    from search.drafts import spans

    found = wrongly = 0
    for first in range(0, len(told), together):
        asked = told[first : first + together]
        marked: dict[str, set[str]] = {}
        draft = "\n\n".join(each.text for each in asked)
        for span in spans(draft):
            paragraph = draft.count("\n\n", 0, span.start)
            matched = {match.check.statement for match in span.matches}
            marked.setdefault(asked[paragraph].text, set()).update(matched)
        for each in asked:
            right = set(each.statements) if each.repeats else set()
            found += bool(marked.get(each.text, set()) & right)
            wrongly += bool(marked.get(each.text, set()) - right)
    return found, wrongly
