"""Dates, years, decades and clock times: numbers that say when, not how many."""

from typing import Final

from claims.quantities.clocks import clock_end, run_end, spelled_clock_end
from claims.quantities.counting import counts_after
from claims.quantities.measures import MEASURE_FORMS
from claims.quantities.plurals import looks_plural
from claims.quantities.tokens import GLUED, NUMBER, Tokens
from claims.quantities.vocabulary import word_set
from claims.quantities.years import decade_end, is_year, year_end

_MONTHS: Final = word_set("""
    january february march april may june july august september october november december jan
    feb mar apr jun jul aug sep sept oct nov dec
""")
_WEEKDAYS: Final = word_set("""
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
    sat sun
""")


def date_end(tokens: Tokens, index: int) -> int:
    """The index after the date or time that this number belongs to; 0 where it is none."""
    if tokens.at(index).kind == NUMBER:
        return (
            clock_end(tokens, index)
            or _after_month(tokens, index)
            or _before_month(tokens, index)
            or _numeric(tokens, index)
            or decade_end(tokens, index)
            or year_end(tokens, index)
        )
    return spelled_clock_end(tokens, index) or _before_month(tokens, index)


def is_month(tokens: Tokens, index: int) -> bool:
    """Whether this token names a month: the short and ambiguous ones only with their capital."""
    token = tokens.at(index)
    if token.lower not in _MONTHS:
        return False
    return token.text[:1].isupper() or (len(token.lower) > 5 and token.lower != "august")


def _is_day(tokens: Tokens, index: int) -> bool:
    text = tokens.at(index).text
    return text.isdigit() and len(text) <= 2 and 1 <= int(text) <= 31


def _after_month(tokens: Tokens, index: int) -> int:
    """ "June 19", "Sept. 3-5", "June 19, 2024", "June 3, 4 and 5", "June 2024"."""
    at = index - 1
    at -= tokens.word(at) == "."
    at -= tokens.word(at) == "the"
    if not is_month(tokens, at):
        return 0
    if is_year(tokens.at(index).text):
        return index + 1
    if not _is_day(tokens, index):
        return 0
    counted = looks_plural(tokens.at(index + 1)) and tokens.at(index + 1).gap != GLUED
    if counted and tokens.word(at - 1) in {"in", "since", "last", "this"}:
        return 0
    end = _more_days(tokens, index + 1)
    if tokens.word(end) == "," and is_year(tokens.at(end + 1).text):
        return end + 2
    return end + 1 if is_year(tokens.at(end).text) else end


def _more_days(tokens: Tokens, at: int) -> int:
    """The index after further days of the same month."""
    if tokens.word(at) in {"st", "nd", "rd", "th"} and tokens.glued(at):
        at += 1
    for _ in range(6):
        joined = tokens.word(at) in {"-", "to", "and", "or", ",", "/"}
        after = at + 1 + (tokens.words(at, 2) == (",", "and"))
        if not joined or not _is_day(tokens, after) or counts_after(tokens, after + 1):
            break
        if tokens.word(at) == "," and tokens.word(after + 1) not in {",", "and"}:
            break
        at = after + 1
    return at


def _before_month(tokens: Tokens, index: int) -> int:
    """ "19 June 2024", "3-5 June", "3 and 4 June", "3 to 5 June"."""
    at = index
    for _ in range(4):
        if not _is_day(tokens, at):
            return 0
        at += 1
        at += tokens.word(at) in {"st", "nd", "rd", "th"}
        if tokens.word(at) == "of" and tokens.glued(at - 1):
            at += 1
        if is_month(tokens, at) and not tokens.glued(at):
            at += 1 + (tokens.word(at + 1) == "," and is_year(tokens.at(at + 2).text))
            return at + 1 if is_year(tokens.at(at).text) else at
        if tokens.word(at) not in {"-", "to", "and", "or", ",", "/"}:
            return 0
        at += 1
    return 0


def _numeric(tokens: Tokens, index: int) -> int:
    """ "2024-06-19", "19/06/2024", "9/11", "24/7", "2014-15", "1939-1945", "2023/24"."""
    mark = tokens.word(index + 1)
    if mark not in {"/", "-"} or not tokens.glued(index + 1) or not tokens.glued(index + 2):
        return 0
    end = run_end(tokens, index, mark)
    if end == index + 1:
        return 0
    first, last = tokens.at(index).text, tokens.at(end - 1).text
    if mark == "/" and end == index + 3 and _is_fraction(tokens, first, last, end):
        return 0
    if mark == "/" or end > index + 3:
        return end
    years = (
        is_year(first)
        and int(first) >= 1800
        and (is_year(last) or (len(last) == 2 and last.isdigit()))
    )
    return end if years and not counts_after(tokens, end) else 0


def _is_fraction(tokens: Tokens, above: str, below: str, end: int) -> bool:
    """
    Whether digits with a slash are a share or a measure: "1/2 of", "3/4 cup"; not "1/6" or "9/11".
    """
    if (
        below not in {"2", "3", "4", "5", "8", "10", "16"}
        or not above.isdigit()
        or int(above) >= int(below)
    ):
        return False
    return (
        tokens.word(end) == "of"
        or (tokens.word(end),) in MEASURE_FORMS
        or tokens.word(end) in {"a", "an"}
    )
