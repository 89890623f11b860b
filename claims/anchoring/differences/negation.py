"""Negation in two wordings: whether one denies what the other says."""

from collections.abc import Sequence

_ENGLISH = (
    "no not never none nobody nothing nowhere neither nor without cannot hardly scarcely barely "
    "rarely seldom false falsely untrue unlikely unable lack lacks lacked lacking "
    "deny denies denied denying refuse refuses refused refusing reject rejects rejected rejecting "
    "fail fails failed failing dispute disputes disputed refute refutes refuted"
)
_CYRILLIC = (
    "не ни нет нельзя никогда никто никого никому ничего ничто нигде никуда никак никакой никакая "
    "никакого никаких без вряд едва "
    "ні немає нема ніколи ніхто нікого ніщо нічого ніде ніякий ніякої ніяких жоден жодна жодного "
    "жодної жодних навряд ледве"
)
_CYRILLIC_STEMS = ("отриц", "опровер", "отверг", "отказ", "запереч", "спростув", "відмов", "відкин")
_DENIALS = frozenset(f"{_ENGLISH} {_CYRILLIC}".split())
_CONTRACTED = "n't"


def negation_differs(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether one wording, in small letters, denies more often than the other."""
    return sum(map(_denies, old)) != sum(map(_denies, new))


def _denies(word: str) -> bool:
    return word in _DENIALS or word.endswith(_CONTRACTED) or word.startswith(_CYRILLIC_STEMS)
