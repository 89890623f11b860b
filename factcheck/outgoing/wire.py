"""Wire: a connection to an address that was checked, on which everything has one deadline."""

import io
import socket
import ssl
import time
from collections.abc import Callable
from functools import cache
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

from factcheck.outgoing.destination import Destination
from factcheck.outgoing.errors import Forbidden, NoAnswer, TimedOut
from factcheck.outgoing.forbidden import why_forbidden

# Of the addresses that a name has, as many are tried.
MOST_TRIED = 4


class Deadline:
    """The moment by which everything has to be done."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """How many seconds are left. Raises TimedOut."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise self.passed()
        return left

    def passed(self) -> TimedOut:
        """What to raise when the time is over."""
        return TimedOut(f"It took longer than {self.seconds:g} seconds.")


class Wire:
    """What http.client takes for a socket; each read and write may last until the deadline."""

    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        self.sock = sock
        self.deadline = deadline

    def sendall(self, data: Any) -> None:
        self.sock.settimeout(self.deadline.left())
        self.sock.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Reading(self))

    def close(self) -> None:
        """Nothing: http.client lets go of the wire before the answer has been read."""

    def hang_up(self) -> None:
        self.sock.close()


class _Reading(io.RawIOBase):
    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._wire.sock.settimeout(self._wire.deadline.left())
        return self._wire.sock.recv_into(buffer)


def connect(to: Destination, deadline: Deadline, *, allow_loopback: bool = False) -> Wire:
    """
    A connection to the first of the host's addresses that answers, TLS included.

    The name is looked up once. If any of its addresses is forbidden, none is called. Raises
    Forbidden, NoAnswer, TimedOut.
    """
    addresses = _look_up(to, deadline)
    for _, address in addresses:
        kind = why_forbidden(str(address[0]), allow_loopback=allow_loopback)
        if kind:
            raise Forbidden(f"{to.host} is at {address[0]}, which is not public ({kind}).")
    problem: Exception | None = None
    tried = addresses[:MOST_TRIED]
    for number, (family, address) in enumerate(tried):
        # One that swallows everything leaves time for the others.
        patience = deadline.left() / (len(tried) - number)
        try:
            return Wire(_open(family, address, to, patience), deadline)
        except OSError as error:
            problem = error
    if isinstance(problem, TimeoutError):
        raise deadline.passed() from problem
    raise NoAnswer(f"No connection to {to.host}: {_words(problem)}.") from problem


def _open(family: int, address: Any, to: Destination, patience: float) -> socket.socket:
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        sock.settimeout(patience)
        sock.connect(address)
        if to.is_secure:
            sock = _tls().wrap_socket(sock, server_hostname=to.host)
    except BaseException:
        sock.close()
        raise
    return sock


@cache
def _tls() -> ssl.SSLContext:
    """Certificates are verified, against the system's authorities."""
    return ssl.create_default_context()


def _look_up(to: Destination, deadline: Deadline) -> list[tuple[int, Any]]:
    """The host's addresses. The resolver has no timeout of its own, so it runs beside us."""
    found = _in_time(
        lambda: socket.getaddrinfo(to.host, to.port, type=socket.SOCK_STREAM), deadline
    )
    if isinstance(found, OSError | UnicodeError):
        raise NoAnswer(f"The name {to.host} is not known: {_words(found)}.") from found
    return [(family, address) for family, _, _, _, address in found]


def _in_time(act: Callable[[], Any], deadline: Deadline) -> Any:
    """What `act` returns, or the error that it raises. Raises TimedOut."""
    done: SimpleQueue[Any] = SimpleQueue()

    def work() -> None:
        try:
            done.put(act())
        except Exception as error:
            done.put(error)

    Thread(target=work, daemon=True).start()
    try:
        return done.get(timeout=deadline.left())
    except Empty:
        raise TimedOut("The name took too long to look up.") from None


def _words(error: Exception | None) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate does not hold ({error.verify_message})"
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return str(text)[:200].rstrip(".")
