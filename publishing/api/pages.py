"""A page of rows that are bytes already."""

from typing import Any

import orjson


def page_of(paginator: Any, rows: bytes) -> tuple[bytes, dict[str, str]]:
    """
    `{"next", "previous", "results"}` around rows joined by commas, and the Link header.

    `paginator` is a CursorPaging that has made the page.
    """
    parts = [
        b'{"next":',
        orjson.dumps(paginator.next),
        b',"previous":',
        orjson.dumps(paginator.previous),
        b',"results":[',
        rows,
        b"]",
    ]
    if paginator.count is not None:
        parts += [b',"count":', orjson.dumps(paginator.count)]
    links = paginator.links()
    return b"".join([*parts, b"}"]), {"Link": links} if links else {}
