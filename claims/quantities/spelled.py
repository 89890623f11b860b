"""Spelled-out numbers, added up word by word."""

from decimal import Decimal

from claims.quantities.number import Number
from claims.quantities.scales import is_grand_thing, with_half
from claims.quantities.tokens import Tokens
from claims.quantities.words import CARDINALS, DOZEN, SCALES, SMALL, TENS


def read_words(tokens: Tokens, index: int) -> Number | None:
    """
    A spelled-out number: "twenty-five", "two hundred and six thousand", "a dozen", "five lakh".
    """
    start = index
    if tokens.word(index) in {"a", "an"}:
        if (
            tokens.word(index + 1) not in {"hundred", "dozen"}
            and tokens.word(index + 1) not in SCALES
        ):
            return None
        if tokens.word(index + 1) == "grand" or tokens.word(index + 1).endswith("s"):
            return None
        index += 1
    speller = _Speller(tokens, index, implied_one=index > start or _scale_starts(tokens, index))
    number = speller.read()
    return number and with_half(tokens, number, money=False)


def _scale_starts(tokens: Tokens, index: int) -> bool:
    """ "hundred thousand", "half" aside: a scale that begins a number without "a"."""
    word = tokens.word(index)
    if word not in {"hundred", "thousand", "million", "billion"} or tokens.word(index - 1) in {
        "the",
        "per",
    }:
        return False
    return tokens.word(index + 1) in SCALES or tokens.word(index + 1) in {
        "dollars",
        "euros",
        "pounds",
        "rupees",
    }


class _Speller:
    """Adds up a spelled-out number word by word, remembering where it could last have ended."""

    def __init__(self, tokens: Tokens, index: int, *, implied_one: bool) -> None:
        self.tokens = tokens
        self.index = index
        self.total = Decimal(0)
        self.group: Decimal | None = Decimal(1) if implied_one else None
        self.implied_one = implied_one
        self.scale: Decimal | None = None
        self.safe: tuple[Decimal, int] | None = None
        self.unproven = False  # a comma was passed, and no "hundred" or scale has followed yet

    def read(self) -> Number | None:
        """The number, or None where the words make none."""
        limit = self.index + 40
        while self.index < limit and self._take():
            pass
        value, end = self._result()
        if end is None:
            return None
        return Number(value, end, digits=False, scale=self.scale or Decimal(1))

    def _result(self) -> tuple[Decimal, int | None]:
        if self.unproven and self.safe is not None:
            return self.safe
        if self.group is not None and not self.implied_one:
            return self.total + self.group, self.index
        if self.safe is not None:
            return self.safe
        return (self.total, self.index) if self.scale else (self.total, None)

    def _take(self) -> bool:
        word = self.tokens.word(self.index)
        if word in CARDINALS:
            return self._take_cardinal(CARDINALS[word])
        if word in {"hundred", "hundreds"}:
            return self._take_hundred()
        if word == "dozen" or (word == "dozens" and self.group):
            return self._take_scale(DOZEN)
        if word in SCALES and not is_grand_thing(self.tokens, self.index):
            return self._take_scale(SCALES[word])
        if word == "and":
            return self._take_and()
        if word == ",":
            return self._take_comma()
        if word == "-":
            return self._take_hyphen()
        if word == "point":
            return self._take_point()
        return False

    def _take_cardinal(self, value: Decimal) -> bool:
        if self.implied_one:
            return False
        if self.group is None:
            if self.scale is not None and self.safe is None:
                self.safe = (self.total, self.index)
            self.group = value
        elif (value < 10 and value > 0 and self.group % 100 in TENS.values()) or (
            self.group >= 100 and self.group % 100 == 0 and value > 0
        ):
            self.group += value
        else:
            return False
        self.index += 1
        return True

    def _take_hundred(self) -> bool:
        if self.group is None or not 0 < self.group < 100:
            return False
        self.group *= 100
        self.implied_one = self.unproven = False
        self.index += 1
        return True

    def _take_scale(self, scale: Decimal) -> bool:
        if self.group is None:
            if self.scale is None or self.safe is not None:
                return False
            self.total *= scale  # "lakh crore", "thousand million"
            self.scale *= scale
        elif self.scale is not None and scale >= self.scale:
            return self._give_back()
        else:
            self.total += self.group * scale
            self.group, self.scale, self.safe, self.implied_one = None, scale, None, False
            self.unproven = False
        self.index += 1
        return True

    def _give_back(self) -> bool:
        """ "two million and three million" are two numbers: forget the second."""
        self.group = None
        if self.safe is not None:
            self.total, self.index = self.safe
        return False

    def _take_and(self) -> bool:
        in_hundreds = self.group is not None and self.group >= 100 and self.group % 100 == 0
        if not (in_hundreds or (self.group is None and self.scale)) or self.implied_one:
            return False
        hyphen = self.tokens.word(self.index + 1) == "-" and self.tokens.glued(self.index + 1)
        following = self.tokens.word(self.index + 1 + hyphen)
        if following not in CARDINALS or not CARDINALS[following] or self._part_follows():
            return False
        if self.group is None:
            self.safe = (self.total, self.index)
        self.index += 1 + hyphen
        return self._take()

    def _take_comma(self) -> bool:
        """ "one thousand, two hundred" is one number, "a million, two of them" is two."""
        following = self.tokens.word(self.index + 1)
        if self.group is not None or not self.scale or following not in CARDINALS:
            return False
        self.safe, self.unproven = (self.total, self.index), True
        self.index += 1
        return True

    def _part_follows(self) -> bool:
        return self.tokens.word(self.index + 2) in {"half", "quarters", "thirds"}

    def _take_hyphen(self) -> bool:
        tokens, after = self.tokens, self.tokens.word(self.index + 1)
        if not (tokens.glued(self.index) and tokens.glued(self.index + 1)) or self.group is None:
            return False
        joins = after in SCALES or after in {"hundred", "dozen", "and"}
        joins |= after in SMALL and self.group % 100 in TENS.values() and 0 < SMALL[after] < 10
        if not joins:
            return False
        before = self.index
        self.index += 1
        if self._take():
            return True
        if self.index == before + 1:
            self.index = before
        return False

    def _take_point(self) -> bool:
        if self.group is None or self.scale is not None or self.implied_one:
            return False
        decimals, at = "", self.index + 1
        while (
            len(decimals) < 9 and self.tokens.word(at) in SMALL and SMALL[self.tokens.word(at)] < 10
        ):
            decimals += str(SMALL[self.tokens.word(at)])
            at += 1
        if not decimals:
            return False
        self.group += Decimal(f"0.{decimals}")
        self.index = at
        if self.tokens.word(at) in SCALES:
            return self._take_scale(SCALES[self.tokens.word(at)])
        return False
