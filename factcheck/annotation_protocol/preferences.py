"""What a client prefers to get of a container (RFC 7240, and section 4.2 of the protocol)."""

import re
from typing import NamedTuple

from factcheck.annotation_protocol.terms import CONTAINED_DESCRIPTIONS, CONTAINED_IRIS, MINIMAL

_RETURN = re.compile(r'\breturn\s*=\s*"?representation"?', re.IGNORECASE)
_INCLUDE = re.compile(r'\binclude\s*=\s*"([^"]*)"', re.IGNORECASE)


class Preference(NamedTuple):
    """Annotations as IRIs or whole; `minimal` leaves them out, `is_asked` says that Prefer said."""

    iris: bool = False
    minimal: bool = False
    is_asked: bool = False


def preference_in(prefer: str, iris: str | None) -> Preference:
    """
    What the header `Prefer` and the parameter `?iris=` ask for; the parameter decides.

    Whole annotations unless IRIs alone are asked for; who asks for both gets the usual.
    """
    named: set[str] = set()
    if _RETURN.search(prefer):
        for each in _INCLUDE.findall(prefer):
            named |= set(each.split())
    wants_iris = CONTAINED_IRIS in named and CONTAINED_DESCRIPTIONS not in named
    return Preference(
        iris=wants_iris if iris is None else iris == "1",
        minimal=MINIMAL in named,
        is_asked=bool(named & {MINIMAL, CONTAINED_IRIS, CONTAINED_DESCRIPTIONS}),
    )
