"""Answers as JSON."""

import decimal
import uuid
from collections.abc import Mapping
from typing import Any

import orjson
from django.utils.functional import Promise
from rest_framework.renderers import BaseRenderer

from factcheck.rest.bodies import PROBLEM_JSON
from factcheck.rest.browsable import ReadOnlyBrowsableRenderer

__all__ = ["JSONRenderer", "ReadOnlyBrowsableRenderer"]

OPTIONS = orjson.OPT_UTC_Z | orjson.OPT_NAIVE_UTC


class JSONRenderer(BaseRenderer):
    """
    JSON by orjson: UTF-8, times in RFC 3339 with `Z`, decimals as strings.

    Data that is bytes already is a finished body and passes as it is.
    """

    media_type = "application/json"
    format = "json"
    # JSON is UTF-8: the media type has no charset.
    charset = None

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        context = renderer_context or {}
        response = context.get("response")
        if response is not None and response.exception:
            response["Content-Type"] = PROBLEM_JSON
        if data is None or isinstance(data, bytes):
            return data or b""
        options = OPTIONS | orjson.OPT_INDENT_2 if context.get("indent") else OPTIONS
        return orjson.dumps(data, default=_as_json, option=options)


def _as_json(value: Any) -> Any:
    """What orjson does not know: lazy texts, decimals, anything that can be listed."""
    if isinstance(value, Promise | decimal.Decimal | uuid.UUID):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, bytes | memoryview):
        return bytes(value).decode()
    if hasattr(value, "__iter__"):
        return list(value)
    raise TypeError(f"{type(value).__name__} cannot be written as JSON.")
