"""
Shares and ratios: "a third of", "two-thirds", "one in four", "9 out of 10", "twice as many",
"tenfold".
"""

from decimal import Decimal

from claims.quantities.cores import Core
from claims.quantities.nouns import is_stop
from claims.quantities.number import rounded
from claims.quantities.one_in import is_measured, one_in
from claims.quantities.tokens import NUMBER, WORD, Tokens
from claims.quantities.vocabulary import word_set
from claims.quantities.words import CARDINALS, FOLD, PART, PARTS, SCALES

_HALF = Decimal("0.5")
_DETERMINERS = word_set("the its their his her our my your all those these that this a an")

_NOT_A_SHARE_BEFORE = word_set("""
    first second other latter better top bottom each either every this that last opening closing
    eastern western northern southern upper lower front back final next previous
""")
_MULTIPLES = {"twice": 2, "double": 2, "thrice": 3, "triple": 3, "treble": 3, "quadruple": 4}

_PERIODS_BEFORE = word_set("past last next first previous few consecutive straight successive")
_HEDGES_BEFORE = word_set("""
    about nearly almost over than under above below around roughly just by approximately only
""")


def read_share(tokens: Tokens, index: int) -> Core | None:
    """The share or ratio that starts at this token, or None."""
    word = tokens.word(index)
    if word in {"a", "an"} and tokens.words(index + 2, 3) == ("and", "a", "half"):
        return Core(index, index + 1, Decimal(1)) if is_measured(tokens, index + 1) else None
    if word == "half" or (word in {"a", "one"} and _after(tokens, index)[0] == "half"):
        return _half(tokens, index)
    if word in FOLD:
        value = CARDINALS[word.removesuffix("fold")]
        return Core(index, index + 1, value, "ratio")
    if word in _MULTIPLES:
        return _multiple(tokens, index)
    if word == "quarter" and tokens.word(index - 1) not in {"a", "the", "-"}:
        return _scaled_part(tokens, index, index, Decimal("0.25"))
    return _part(tokens, index) or one_in(tokens, index)


def _after(tokens: Tokens, index: int) -> tuple[str, int]:
    """The next word and its index, a joining hyphen passed over."""
    at = index + 1
    if tokens.word(at) == "-" and tokens.glued(at) and tokens.glued(at + 1):
        at += 1
    return tokens.word(at), at


def _half(tokens: Tokens, index: int) -> Core | None:
    at = index if tokens.word(index) == "half" else _after(tokens, index)[1]
    before, (word, after) = tokens.word(index - 1), _after(tokens, at)
    if before in _NOT_A_SHARE_BEFORE or (before == "-" and tokens.glued(index)):
        return None
    if before == "and" and is_measured(tokens, index - 2):  # "two years and a half"
        return None
    scaled = _scaled_part(tokens, index, at, _HALF)
    if scaled:
        return scaled
    if word == "as" and tokens.word(after + 1) in {"many", "much", "big", "large", "likely"}:
        return Core(index, at + 1, _HALF, "ratio")
    if is_measured(tokens, after) or (word in {"a", "an"} and is_measured(tokens, after + 1)):
        return Core(index, at + (2 if word in {"a", "an"} else 1), _HALF)
    if tokens.word(at + 1) == "-":
        return None
    if word == "of" or word in _DETERMINERS - {"a", "an"} or at > index:
        return _measured_of(tokens, index, at + 1, _HALF)
    if before in _HEDGES_BEFORE or tokens.words(index - 2, 2) == ("close", "to"):
        return Core(index, at + 1, _HALF, "share")
    return None


def _scaled_part(tokens: Tokens, start: int, at: int, part: Decimal) -> Core | None:
    """ "half a million", "a quarter of a million", "half a dozen", "half million"."""
    word, after = _after(tokens, at)
    if word == "of":
        word, after = _after(tokens, after)
        if word not in {"a", "an"}:
            return None
    if word in {"a", "an"}:
        word, after = _after(tokens, after)
    number = Decimal(12) if word == "dozen" else SCALES.get(word)
    if number is None or word.endswith("s") or word == "grand":
        return None
    return Core(start, after + 1, part * number, scale=number)


def _part(tokens: Tokens, index: int) -> Core | None:
    """ "two-thirds", "three quarters of", "a fifth of", "one-third"."""
    word = tokens.word(index)
    if word in {"a", "an", "one"}:
        return _single_part(tokens, index)
    count = CARDINALS.get(word)
    if count is None or count < 2:
        return None
    parts_word, at = _after(tokens, index)
    parts = PARTS.get(parts_word) or (PART.get(parts_word) if tokens.word(at - 1) == "-" else None)
    if parts is None or count >= parts:
        return None
    if parts_word == "quarters" and tokens.word(index - 1) in _PERIODS_BEFORE:
        return None
    return _scaled_part(tokens, index, at, rounded(count / parts)) or _measured_of(
        tokens, index, at + 1, rounded(count / parts)
    )


def _single_part(tokens: Tokens, index: int) -> Core | None:
    word, at = _after(tokens, index)
    parts = PART.get(word)
    if parts is None:
        return None
    value = rounded(1 / parts)
    joined = tokens.word(at - 1) == "-" and tokens.word(index) == "one"
    following = tokens.word(at + 1)
    hedged = tokens.word(index - 1) in _HEDGES_BEFORE and is_stop(tokens, at + 1)
    if following == "-" and tokens.glued(at + 1):
        return None
    scaled = _scaled_part(tokens, index, at, value)
    if scaled:
        return scaled
    if following in {"point", "points"} and parts in {2, 4, 10}:
        return Core(index, at + 1, value)
    if joined or hedged or (following == "of" and _share_of_follows(tokens, at + 2)):
        return _measured_of(tokens, index, at + 1, value)
    return None


def _share_of_follows(tokens: Tokens, index: int) -> bool:
    """Not "a second of silence": the first words after "of" are no time of day or year."""
    return (
        tokens.word(index - 2) not in {"second"} and tokens.at(index).kind in {WORD, NUMBER}
    ) or (tokens.word(index) in {"$", "£", "€"})


def _measured_of(tokens: Tokens, start: int, end: int, value: Decimal) -> Core:
    """ "a quarter of a percentage point" counts points; any other "of" makes a share."""
    if tokens.words(end, 2) in {
        ("of", "a"),
        ("of", "an"),
        ("of", "one"),
        ("of", "1"),
    } and is_measured(tokens, end + 2):
        return Core(start, end + 2, value)
    if is_measured(tokens, end):
        return Core(start, end, value)
    return Core(start, end, value, "share")


def _multiple(tokens: Tokens, index: int) -> Core | None:
    word, after = _after(tokens, index)
    if (word == "as" and not is_stop(tokens, after + 1)) or word in {
        "the",
        "that",
        "its",
        "their",
        "what",
    }:
        return Core(index, index + 1, Decimal(_MULTIPLES[tokens.word(index)]), "ratio")
    return None
