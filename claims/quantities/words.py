"""The words of numbers: cardinals, scales, fractions and the words that stand for loose amounts."""

from decimal import Decimal

_SMALL = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
"""

_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {word: Decimal(value) for value, word in enumerate(_SMALL.split())}

TENS = {word: Decimal(10 * value) for value, word in enumerate(_TENS.split(), start=2)}


TENS["fourty"] = Decimal(40)  # a common slip

CARDINALS = SMALL | TENS
HUNDRED = Decimal(100)

DOZEN = Decimal(12)
SCALES = {
    "thousand": Decimal(10**3),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "quadrillion": Decimal(10**15),
    "lakh": Decimal(10**5),
    "lac": Decimal(10**5),
    "crore": Decimal(10**7),
    "grand": Decimal(10**3),
}
SCALES |= {f"{word}s": value for word, value in SCALES.items() if word != "grand"}

# After digits only: "1.2bn", "5 mn", "10k".
SHORT_SCALES = {
    "k": Decimal(10**3),
    "mn": Decimal(10**6),
    "mln": Decimal(10**6),
    "mil": Decimal(10**6),
    "mm": Decimal(10**6),
    "m": Decimal(10**6),
    "b": Decimal(10**9),
    "bn": Decimal(10**9),
    "bln": Decimal(10**9),
    "t": Decimal(10**12),
    "tn": Decimal(10**12),
    "trn": Decimal(10**12),
    "tln": Decimal(10**12),
    "cr": Decimal(10**7),
}
# Of those, the ones that mean something else unless money is spoken of.
MONEY_ONLY_SCALES = {"mm", "m", "b", "t", "cr", "mil"}
_PARTS = {
    "half": 2,
    "halve": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twelfth": 12,
    "sixteenth": 16,
    "twentieth": 20,
    "hundredth": 100,
    "thousandth": 1000,
}
PART = {word: Decimal(parts) for word, parts in _PARTS.items()}

PARTS = {f"{word}s": parts for word, parts in PART.items()}
# Words of more than one of a power of ten, and what a speaker may mean by them.
PLURAL_ORDERS = {
    "dozens": DOZEN,
    "hundreds": HUNDRED,
    "thousands": Decimal(10**3),
    "millions": Decimal(10**6),
    "billions": Decimal(10**9),
    "trillions": Decimal(10**12),
    "lakhs": Decimal(10**5),
    "crores": Decimal(10**7),
}
FACTORS = {"tens": Decimal(10), "dozens": DOZEN, "hundreds": HUNDRED, "thousands": Decimal(1000)}

FOLD = {
    "twofold",
    "threefold",
    "fourfold",
    "fivefold",
    "sixfold",
    "sevenfold",
    "eightfold",
    "ninefold",
    "tenfold",
}
NUMBER_WORDS = frozenset(CARDINALS) | {"hundred", "dozen"} | frozenset(SCALES)
