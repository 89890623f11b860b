"""Loose amounts: "hundreds of thousands", "several hundred", "a couple of", "a few"."""

from decimal import Decimal

from claims.quantities.cores import Core
from claims.quantities.nouns import is_stop
from claims.quantities.plurals import looks_plural
from claims.quantities.tokens import GLUED, NUMBER, Tokens
from claims.quantities.words import DOZEN, FACTORS, HUNDRED, PLURAL_ORDERS, SCALES

_TWO, _THREE, _FIVE, _SEVEN, _NINE, _TEN = map(Decimal, (2, 3, 5, 7, 9, 10))

_SCORE = Decimal(20)
# How many times its scale a loose word may mean: hard bounds, then what a reader takes.
_FEW = (_TWO, _FIVE), (_THREE, _FIVE)
_SEVERAL = (_TWO, _NINE), (_THREE, _NINE)

_COUPLE = (_TWO, _THREE), (_TWO, _TWO)
_SOFT_ALONE = {"few": (_THREE, _FIVE), "several": (_THREE, _NINE), "handful": (_THREE, _SEVEN)}


def read_loose(tokens: Tokens, index: int) -> Core | None:
    """The loose amount that starts at this token, or None."""
    word = tokens.word(index)
    if word in FACTORS or word in PLURAL_ORDERS or word == "scores":
        return _order(tokens, index)
    start, at = index, index
    if word in {"a", "an"}:
        at += 1
        word = tokens.word(at)
        if word == "good":
            at += 1
            word = tokens.word(at)
    if word == "couple" and at > start:
        return _couple(tokens, start, at + 1)
    if word == "score" and at > start and tokens.word(at + 1) == "of":
        return _score(tokens, start, at + 1)
    if word in {"few", "several"}:
        return _few(tokens, start, at, word)
    if word == "handful" and at > start and tokens.word(at + 1) == "of":
        return _vague(start, at + 1, word)
    return None


def _order(tokens: Tokens, index: int) -> Core | None:
    """ "thousands", "tens of thousands", "scores of": from one to ten times the word's number."""
    word = tokens.word(index)
    if tokens.at(index - 1).kind == NUMBER or tokens.glued(index):
        return None
    of = tokens.word(index + 1) == "of"
    larger = tokens.word(index + 2)
    if of and word in FACTORS and larger in PLURAL_ORDERS and PLURAL_ORDERS[larger] > HUNDRED:
        return order(index, index + 3, FACTORS[word] * PLURAL_ORDERS[larger])
    if word == "tens" or word == "scores":
        if not of or not _counted_follows(tokens, index + 2):
            return None
        return order(index, index + 1, _TEN if word == "tens" else _SCORE)
    if (
        word in {"hundreds", "thousands"}
        and larger == word
        and tokens.word(index + 1) in {"and", "upon"}
    ):
        return order(index, index + 3, PLURAL_ORDERS[word])
    return order(index, index + 1, PLURAL_ORDERS[word])


def _counted_follows(tokens: Tokens, index: int) -> bool:
    """Whether something countable is named soon: not in "scores of 3 and 4", "tens of the rest"."""
    return (
        any(looks_plural(tokens.at(index + step)) for step in range(4))
        and tokens.at(index).kind != NUMBER
    )


def order(first: int, end: int, scale: Decimal) -> Core:
    """An order of magnitude: [N, 10 N] by the words, from 2 N up as a reader takes it."""
    low, high = scale, 10 * scale
    return Core(first, end, None, "order", low=low, high=high, soft=(2 * low, high), scale=scale)


def _couple(tokens: Tokens, start: int, at: int) -> Core | None:
    of = tokens.word(at) == "of"
    scale, end = _scale(tokens, at + 1 if of else at)
    if scale == 1 and not of and not looks_plural(tokens.at(at)) and tokens.word(at) != "more":
        return None
    if scale == 1:
        end = at + 1 if of else at
    (low, high), soft = _COUPLE
    return Core(
        start, end, 2 * scale, "couple",
        low=low * scale, high=high * scale, soft=(soft[0] * scale, soft[1] * scale), scale=scale,
    )  # fmt: skip


def _score(tokens: Tokens, start: int, at: int) -> Core | None:
    return Core(start, at, _SCORE) if looks_plural(tokens.at(at + 1)) else None


def _few(tokens: Tokens, start: int, at: int, word: str) -> Core | None:
    scale, end = _scale(tokens, at + 1)
    if scale > 1:
        (low, high), soft = _FEW if word == "few" else _SEVERAL
        soft_low, soft_high = soft[0] * scale, soft[1] * scale
        return Core(
            start,
            end,
            None,
            "order",
            low=low * scale,
            high=high * scale,
            soft=(soft_low, soft_high),
            scale=scale,
        )
    if word == "few" and at == start:  # "few" alone denies rather than counts
        return None
    if is_stop(tokens, at + 1) and tokens.word(at + 1) not in {"of"}:
        return None
    return _vague(start, at + 1, word)


def _scale(tokens: Tokens, index: int) -> tuple[Decimal, int]:
    """
    The scale words from here on, multiplied, and the index after them; 1 where there are none.
    """
    scale = Decimal(1)
    while tokens.at(index).gap != GLUED or tokens.word(index) == "-":
        word = tokens.word(index)
        if word in {"hundred", "hundreds"}:
            scale *= HUNDRED
        elif word in {"dozen", "dozens"}:
            scale *= DOZEN
        elif word in SCALES and word != "grand":
            scale *= SCALES[word]
        else:
            break
        index += 1
    return scale, index


def _vague(start: int, end: int, word: str) -> Core:
    return Core(start, end, None, "vague", low=_TWO, soft=_SOFT_ALONE[word])
