"""Bare years and decades, told from counts by the company they keep."""

from typing import Final

from claims.quantities.counting import counts_after
from claims.quantities.measures import MEASURE_FORMS
from claims.quantities.tokens import GLUED, WORD, Tokens
from claims.quantities.vocabulary import word_set

_YEAR_BEFORE: Final = word_set("""
    in since by until till before after from during for of through to between and or early late
    mid spring summer autumn fall winter year circa season the its his her their our this that
    every each post pre born january february march april may june july august september october
    november december
""")
_AMOUNT_BEFORE: Final = word_set("""
    than about around nearly almost over some approximately roughly least another additional
    further up total exactly only just above below under exceeding exceeded other extra
""")
_YEAR_COUNTED: Final = word_set("""
    people troops soldiers workers jobs tonnes tons miles km kilometres kilometers mw megawatts
    students homes houses deaths cases votes points metres meters feet dollars euros pounds
    crore lakh hectares acres employees migrants refugees prisoners police officers members
    patients children women men years days hours square staff passengers civilians villagers
    households families kg calories visitors fans protesters demonstrators beds seats locations
    stores schools vehicles cars tanks companies
""")


def is_year(text: str) -> bool:
    """Whether these digits may be a year at all: four of them, 1000 to 2199."""
    return len(text) == 4 and text.isdigit() and 1000 <= int(text) <= 2199


_TIMES_OF_A_YEAR: Final = {"second", "year", "decade"}


def decade_end(tokens: Tokens, index: int) -> int:
    """The index after "1990s", "50s" and "1990's"; 0 for ages like "under-16s"."""
    text, after = tokens.at(index).text, tokens.at(index + 1)
    if after.text == "'" and after.gap == GLUED and tokens.word(index + 2) == "s":
        return index + 3 if text.endswith("0") else 0
    if after.lower != "s" or after.gap != GLUED:
        return 0
    is_age = bounds_an_age(tokens, index) and not (text.endswith("0") and len(text) == 4)
    return 0 if is_age else index + 2


def bounds_an_age(tokens: Tokens, index: int) -> bool:
    """Whether "under" or "over" stands before this number: "under-16s", "over 75s"."""
    at = index - 2 if tokens.word(index - 1) == "-" else index - 1
    return tokens.word(at) in {"under", "over"}


def year_end(tokens: Tokens, index: int) -> int:
    """A bare year, by the company it keeps: the index after it, or 0."""
    token, after = tokens.at(index), tokens.at(index + 1)
    if not is_year(token.text) or _has_unit(tokens, index):
        return 0
    if after.text == "-" and after.gap == GLUED and tokens.at(index + 2).kind == WORD:
        return index + 1 if tokens.word(index + 2) in {"era", "style", "born", "built"} else 0
    before = tokens.word(index - 1)
    if before in {"'", '"'} and tokens.glued(index):
        before = tokens.word(index - 2)
    return index + 1 if _dates(tokens, index, int(token.text), before) else 0


def _has_unit(tokens: Tokens, index: int) -> bool:
    """Whether a sign before or a unit after this number rules out a year."""
    after = tokens.at(index + 1)
    if tokens.glued(index) and tokens.word(index - 1) in {"$", "£", "€", "₹"}:
        return True
    if after.gap == GLUED and (after.kind == WORD or after.text in "%°+"):
        return True
    return after.lower in {"percent", "per", "dollars", "million", "billion"}


def _dates(tokens: Tokens, index: int, year: int, before: str) -> bool:
    """Whether a year's number after this word says when; the nearer to today, the likelier."""
    after = tokens.word(index + 1)
    counted = after in _YEAR_COUNTED or counts_after(tokens, index + 1)
    recent = 1900 <= year <= 2039
    if before in _AMOUNT_BEFORE:
        # "around 2000 he left" dates; "about 2000 soldiers" and "more than 2000" count
        return recent and before in {"around", "about"} and not counted
    measured = (after,) in MEASURE_FORMS and len(after) > 3 and after not in _TIMES_OF_A_YEAR
    if measured and before not in _YEAR_BEFORE:
        return False
    if recent:
        return after not in _YEAR_COUNTED or before in _YEAR_BEFORE
    if year < 1500 or year > 2100:
        return before in {"in", "since", "circa"} and not counted
    return before in _YEAR_BEFORE - {"of", "to", "and", "or", "for"} and not counted
