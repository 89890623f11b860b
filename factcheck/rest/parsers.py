"""Bodies as JSON, read strictly: what we cannot store is refused here, before anyone trusts it."""

from collections.abc import Mapping
from typing import IO, Any

import orjson
from rest_framework.exceptions import ParseError
from rest_framework.parsers import BaseParser

# A claim with attributions and quantities is four levels deep.
DEEPEST = 32
NUL = "\x00"


class StrictJSONParser(BaseParser):
    """
    One JSON object (RFC 8259) in UTF-8.

    NaN, infinities, half surrogate pairs, NUL characters and anything nested deeper than 32 levels
    are a 400. `application/merge-patch+json` comes here too: see negotiation.py.
    """

    media_type = "application/json"

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        # Not from the stream, which has no limit: the request's body is a 413 when it is too large.
        body = parser_context["request"].body if parser_context else stream.read()
        try:
            data = orjson.loads(body)
        except orjson.JSONDecodeError as error:
            raise ParseError(f"The body is not JSON: {error}.") from error
        if not isinstance(data, dict):
            raise ParseError("The body has to be a JSON object.")
        # Looking through all of it is only worth it where there may be something to find.
        if b"\\u0000" in body or body.count(b"{") + body.count(b"[") > DEEPEST:
            _inspect(data, 1)
        return data


def _inspect(value: Any, depth: int) -> None:
    if depth > DEEPEST:
        raise ParseError(f"The body is nested deeper than {DEEPEST} levels.")
    if isinstance(value, str):
        if NUL in value:
            raise ParseError("The body holds a NUL character, which no text may.")
    elif isinstance(value, dict):
        for key, item in value.items():
            _inspect(key, depth)
            _inspect(item, depth + 1)
    elif isinstance(value, list):
        for item in value:
            _inspect(item, depth + 1)
