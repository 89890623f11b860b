"""What is kept in memory while the ledger stands: whole answers, and what filters' texts mean."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any

from publishing.api.answers.asking import Answer

# Of one process. A page of fifty is some 70 kB.
MOST_BYTES = 32 * 2**20
MOST_TEXTS = 10_000


class Kept:
    """
    Answers by their ETag, the latest asked for, up to `most` bytes of them.

    An ETag names the address, the form and the ledger's head, and documents follow from nothing
    else: none is shown that no longer stands. By an old name of a source that was renamed since, a
    list is found until the ledger grows.
    """

    def __init__(self, most: int = MOST_BYTES) -> None:
        self.most = most
        self._answers: OrderedDict[str, Answer] = OrderedDict()
        self._bytes = 0
        self._turn = Lock()

    def answer(self, tag: str, make: Callable[[], Answer]) -> Answer:
        """The answer of this ETag: the one kept, or the one that `make` makes."""
        kept = self._answers.get(tag)
        if kept is None:
            kept = make()
            self._keep(tag, kept)
        return kept

    def _keep(self, tag: str, answer: Answer) -> None:
        size = len(answer.body or b"")
        if size > self.most:
            return
        with self._turn:
            if tag in self._answers:
                return
            self._answers[tag] = answer
            self._bytes += size
            # First in, first out: looking an answer up changes nothing, and so needs no lock.
            while self._bytes > self.most:
                _, oldest = self._answers.popitem(last=False)
                self._bytes -= len(oldest.body or b"")


class Known:
    """
    The rows that filters' names meant, `most` of them, while the ledger has this head.

    Whom readers may name follows from the ledger. As with whole answers, the old name of something
    renamed since is understood until the ledger grows.
    """

    def __init__(self, most: int = MOST_TEXTS) -> None:
        self.most = most
        # Both are replaced at once, so that no thread adds to what another head stands for.
        self._held: tuple[str, dict[tuple[str, ...], list[Any]]] = ("", {})

    def under(self, head: str) -> dict[tuple[str, ...], list[Any]]:
        """The values by filter and texts, for `StrictFilterSet.read` to look into and add to."""
        held, values = self._held
        if head != held or len(values) >= self.most:
            values = {}
            self._held = (head, values)
        return values


kept = Kept()
known = Known()
