"""Ages that no unit names: "aged 12", "Smith, 45, of Leeds", "under-16s"."""

from claims.quantities.cores import Core, Unit
from claims.quantities.dates import is_month
from claims.quantities.measures import YEAR_OF_AGE
from claims.quantities.nouns import is_stop
from claims.quantities.tokens import NUMBER, WORD, Tokens
from claims.quantities.vocabulary import word_set

_OLDEST = 115
_AFTER_AGE_WORD = word_set("between from under over about around just only of to - and or ,")
_WEEKDAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}

_AGE_WORDS = {"aged", "age", "ages", "age:"}


def age_of(tokens: Tokens, core: Core) -> Unit | None:
    """The unit "year of age" where this number is somebody's age by the words around it."""
    if (
        core.value is None
        or not 0 < core.value <= _OLDEST
        or core.form != "number"
        or core.currency
    ):
        return None
    if _follows_age_word(tokens, core.first) and tokens.word(core.end) not in {
        "months",
        "weeks",
        "days",
        "%",
    }:
        return _years(core)
    if core.digits and core.bare and (_between_commas(tokens, core) or _in_brackets(tokens, core)):
        return _years(core)
    if tokens.word(core.end) == "s" and tokens.glued(core.end):  # "under-16s", "over 75s"
        return Unit(YEAR_OF_AGE.name, "age", core.end, core.end, within=True)
    return None


def _years(core: Core) -> Unit:
    return Unit(YEAR_OF_AGE.name, "age", core.first, core.first - 1)


def _follows_age_word(tokens: Tokens, first: int) -> bool:
    """ "aged 12", "ages 5 to 11", "aged 19 and 23", "aged between 18 and 24"."""
    at = first - 1
    for _ in range(6):
        if tokens.word(at) in _AFTER_AGE_WORD or tokens.at(at).kind == NUMBER:
            at -= 1
    return tokens.word(at) in _AGE_WORDS


def _between_commas(tokens: Tokens, core: Core) -> bool:
    """
    "John Smith, 45, of Leeds" and "the driver, 45, was": a name or a person, then the number
    alone.
    """
    if tokens.word(core.first - 1) != "," or tokens.word(core.end) not in {",", ".", ")"}:
        return False
    name, after = tokens.at(core.first - 2), tokens.at(core.end + 1)
    if name.kind != WORD or not core.value or core.value < 2 or is_month(tokens, core.first - 2):
        return False
    if name.text[:1].isupper() and name.lower not in _WEEKDAYS:
        return tokens.word(core.end) != "," or after.kind == WORD
    return tokens.word(core.end) == "," and not is_stop(tokens, core.first - 2) and core.value > 9


def _in_brackets(tokens: Tokens, core: Core) -> bool:
    name = tokens.at(core.first - 2)
    inside = tokens.word(core.first - 1) == "(" and tokens.word(core.end) == ")"
    return (
        inside
        and name.kind == WORD
        and name.text[:1].isupper()
        and name.text[1:].islower()
        and bool(core.value and core.value > 9)
    )
