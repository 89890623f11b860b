"""
Names of one unit: what newspapers call soldiers here and troops there, euros here and € there.

Two names stand in one row where a fact-checker would take a figure in the one for an answer to a
question in the other, and a figure that differs for a contradiction. What is merely related stays
apart: wounded and killed, casualties (either) and deaths, troops and people, residents and people
(a town's visitors are people, too), cars and vehicles. So does a word of several senses: “posts”
are jobs, places and messages. Units stay as they are written; only comparisons go by this.
"""

from typing import Final

from claims.quantities import currencies
from claims.quantities.nations import BY_NAME
from claims.quantities.plurals import singular
from claims.quantities.vocabulary import word_set

# A unit and its other names, in the singular and in small letters; singular() knows the plurals.
_COUNTED: Final = """
troop: soldier, serviceman, servicemember, service member, service personnel, military personnel
person: individual
child: kid
inhabitant: resident
death: dead, killed, fatality
home: house, dwelling, housing unit, dwelling unit
flat: apartment
lorry: truck
car: automobile
plane: airplane, aeroplane
firefighter: fireman
lawmaker: legislator
lawyer: attorney
film: movie
"""
_MEASURED: Final = """
percent: per cent, per-cent, percentage, pct, %
EUR: eur
USD: usd
GBP: gbp
"""
# Before “service” these make its members something other than soldiers.
_CIVIL_SERVICES: Final = word_set("""
    ambulance border church civil customs customer diplomatic emergency fire food foreign health
    intelligence police postal prison probation protective public rescue room secret security
    social
""")


def _rows(table: str) -> dict[str, str]:
    rows = (line.split(": ") for line in table.strip().splitlines())
    return {name: unit for unit, names in rows for name in names.split(", ")}


def _currencies() -> dict[str, str]:
    """The names and signs by which the reader knows currencies and coins."""
    forms = dict(currencies.BY_FORM) | {(coin,): name for coin, name in currencies.COINS.items()}
    named = {" ".join([*form[:-1], singular(form[-1])]): code for form, code in forms.items()}
    dollars = {f"{nation}$": code for nation, code in currencies.DOLLARS.items()}
    return named | dollars | currencies.SIGNS | {"RMB": "CNY"}


_OF_NOUNS: Final = _rows(_COUNTED)
# The unit that each other name means.
UNIT_BY_NAME: Final = _OF_NOUNS | _rows(_MEASURED) | _currencies()
_PEOPLES: Final = frozenset(name for name in BY_NAME if len(name) == 2 and name[1] != "union")
_PAIRS: Final = frozenset(name for name in _OF_NOUNS if " " in name)


def is_one_name(before: str, first: str, last: str) -> bool:
    """
    Whether two words name what is counted only together: “service members”, “North Koreans”.

    `last` is in the singular; `before` is the word in front of them, or empty.
    """
    if first == "service" and before in _CIVIL_SERVICES:
        return False
    return f"{first} {last}" in _PAIRS or (first, last) in _PEOPLES
