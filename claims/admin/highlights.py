"""An article's text cut into pieces, so that the words a claim stands on can be marked."""

from collections.abc import Iterable
from typing import Any, NamedTuple


class Piece(NamedTuple):
    """Some of the text, and the claim that stands on it, if any."""

    text: str
    claim: Any = None


def pieces(text: str, claims: Iterable[Any]) -> list[Piece]:
    """
    The whole text in order; `claims` come in text order and stand on it.

    Where claims overlap, the earlier one has the words.
    """
    cut: list[Piece] = []
    at = 0
    for claim in claims:
        start, end = max(claim.start, at), claim.end
        if start >= end:
            continue
        cut += [Piece(text[at:start]), Piece(text[start:end], claim)]
        at = end
    return [piece for piece in [*cut, Piece(text[at:])] if piece.text]
