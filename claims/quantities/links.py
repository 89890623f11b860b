"""Addresses on the web and in mailboxes: whatever digits they hold, they are no figures."""

import re
from bisect import bisect_left

from claims.quantities.tokens import Tokens

_CHUNK = re.compile(r"\S+")
_TELLS = ("://", "www.", "@")


def masked_spans(tokens: Tokens) -> dict[int, int]:
    """
    For each token inside a web or mail address, the index of the first token after the address.
    """
    text = tokens.surface
    if not any(tell in text for tell in _TELLS):
        return {}
    starts = [token.start for token in tokens.items]
    masked: dict[int, int] = {}
    for chunk in _CHUNK.finditer(text):
        if any(tell in chunk.group() for tell in _TELLS):
            end = bisect_left(starts, chunk.end())
            masked.update(dict.fromkeys(range(bisect_left(starts, chunk.start()), end), end))
    return masked
