"""Sending one request, and what came back."""

import http.client
from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.outgoing.destination import destination_of
from factcheck.outgoing.errors import NoAnswer
from factcheck.outgoing.wire import Deadline, connect

LONGEST_ANSWER = 64 * 1024


@dataclass(frozen=True)
class Answer:
    """
    What came back, redirects included: they are not followed.

    `body` has the first bytes; `is_whole` says whether those are all. Header names are in small
    letters, and of a repeated one the values are joined by commas.
    """

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    is_whole: bool = True


def send(
    method: str,
    url: str,
    *,
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
    seconds: float = 15,
    most: int = LONGEST_ANSWER,
    allow_loopback: bool = False,
) -> Answer:
    """
    Send a request and read its answer's first `most` bytes, all within so many seconds.

    Raises Forbidden for an address that is not public, NoAnswer, TimedOut.
    """
    deadline = Deadline(seconds)
    to = destination_of(url, allow_loopback=allow_loopback)
    wire = connect(to, deadline, allow_loopback=allow_loopback)
    connection = http.client.HTTPConnection(to.host, to.port)
    connection.auto_open = 0
    connection.sock = wire
    sent = {**(headers or {}), "Host": to.authority, "Connection": "close"}
    try:
        connection.request(method, to.path, body=body, headers=sent)
        return _answer(connection.getresponse(), most)
    except TimeoutError as error:
        raise deadline.passed() from error
    except (OSError, http.client.HTTPException) as error:
        words = str(error)[:200] or type(error).__name__
        raise NoAnswer(f"{to.host} gave no answer in HTTP: {words}.") from error
    finally:
        wire.hang_up()


def _answer(response: http.client.HTTPResponse, most: int) -> Answer:
    start = response.read(most + 1)
    headers: dict[str, str] = {}
    for name, value in response.getheaders():
        name = name.lower()
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return Answer(response.status, headers, start[:most], is_whole=len(start) <= most)
