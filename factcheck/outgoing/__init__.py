"""
Requests that leave the house: to addresses that somebody typed in, so to public ones only.

`send` looks a name up once, refuses every address on the list of what is not public, and connects
to an address that it has checked, with the name in SNI and Host. It follows no redirect, heeds no
proxy of the environment, reads only so many bytes, and ends in time. It knows nothing of what is
sent or why.
"""

from factcheck.outgoing.destination import Destination, destination_of
from factcheck.outgoing.errors import Failed, Forbidden, NoAnswer, TimedOut
from factcheck.outgoing.sending import Answer, send

__all__ = [
    "Answer",
    "Destination",
    "Failed",
    "Forbidden",
    "NoAnswer",
    "TimedOut",
    "destination_of",
    "send",
]
