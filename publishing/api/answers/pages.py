"""A page of rows that are bytes already."""

from typing import Any

import orjson

from factcheck.rest.turns import Beside
from publishing.api.answers.asking import Answer


def page_of(rows: bytes, beside: Beside, tag: str, count: int | None = None) -> Answer:
    """`{"next", "previous", "results"}` around rows joined by commas, and the Link header."""
    parts = [
        b'{"next":',
        orjson.dumps(beside.next),
        b',"previous":',
        orjson.dumps(beside.previous),
        b',"results":[',
        rows,
        b"]",
    ]
    if count is not None:
        parts += [b',"count":', orjson.dumps(count)]
    headers: dict[str, Any] = {"ETag": tag}
    if links := beside.links():
        headers["Link"] = links
    return Answer(b"".join([*parts, b"}"]), headers)
