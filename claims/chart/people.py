"""Who says so: the names beside a figure, joined as a newspaper joins them."""

from collections.abc import Sequence

from claims.disagreement import Position
from claims.models import Attribution

_SHOWN = 3
# Words that may be said once for several: "Ukrainian and South Korean intelligence".
_SHARED = {"intelligence", "police", "media", "military", "officials", "sources", "authorities"}
_RIGHT_TO_LEFT = {"R", "AL"}
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"


def who_says(position: Position, *, shown: int | None = _SHOWN) -> str:
    """Who asserts this figure, and through whom: "US officials, via the BBC"."""
    asserting = position.by(Attribution.Stance.ASSERTS)
    if not asserting:
        return "source not named"
    through: dict[str, list[str]] = {}
    for each in asserting:
        through.setdefault(clean(each.via.name) if each.via else "", []).append(
            clean(each.source.name)
        )
    parts = []
    for via, names in through.items():
        said = listed(names, shown=shown)
        parts.append(f"{said}, via {isolated(via)}" if via else said)
    return "; ".join(parts)


def who_else(position: Position, *, shown: int | None = _SHOWN) -> list[str]:
    """Who denies and who doubts it, a sentence each without its full stop."""
    stances = (("Denied", Attribution.Stance.DENIES), ("Doubted", Attribution.Stance.DOUBTS))
    return [
        f"{verb} by {listed(names, shown=shown)}"
        for verb, stance in stances
        if (names := [clean(each.source.name) for each in position.by(stance)])
    ]


def denying(position: Position) -> list[str]:
    """The names of those who deny this figure."""
    denials = position.by(Attribution.Stance.DENIES)
    return list(dict.fromkeys(clean(each.source.name) for each in denials))


def listed(names: Sequence[str], *, shown: int | None = _SHOWN) -> str:
    """Names as a phrase; of many the first ones "and 4 others"."""
    names = list(dict.fromkeys(names))
    if shown is not None and len(names) > shown:
        return f"{', '.join(map(isolated, names[: shown - 1]))} and {len(names) - shown + 1} others"
    return _and([isolated(name) for name in _with_shared_word_once(names)])


def clean(words: str) -> str:
    """On one line, and without the characters that XML refuses."""
    return " ".join("".join(letter for letter in words if _is_xml(letter)).split())


def isolated(name: str) -> str:
    """A name that runs from right to left, kept from reordering the words around it."""
    import unicodedata

    if any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in name):
        return f"{_ISOLATE}{name}{_END_ISOLATE}"
    return name


def _with_shared_word_once(names: list[str]) -> list[str]:
    lasts = {name.rpartition(" ")[2] for name in names}
    if len(names) < 2 or len(lasts) > 1 or not lasts <= _SHARED or any(" " not in n for n in names):
        return names
    return [*(name.rpartition(" ")[0] for name in names[:-1]), names[-1]]


def _and(names: list[str]) -> str:
    return " and ".join(", ".join(names).rsplit(", ", 1)) if len(names) > 1 else names[0]


def _is_xml(letter: str) -> bool:
    code = ord(letter)
    return letter in "\t\n\r" or (
        (0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or code >= 0x10000)
        and not 0x7F <= code < 0xA0
    )
