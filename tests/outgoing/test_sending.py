"""Sending for real, to a receiver on loopback: one address, one deadline, one answer."""

import shutil
import socket
import ssl
import subprocess
import time

import pytest

from factcheck.outgoing import Forbidden, NoAnswer, TimedOut, send, wire
from tests.receiver import receiving


@pytest.fixture
def receiver():
    with receiving() as receiver:
        yield receiver


def post(url, **options):
    return send("POST", url, body=b"{}", allow_loopback=True, **options)


def drip(got, connection):
    """Answer a byte at a time, for ever."""
    connection.write(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        connection.write(b"x")
        connection.flush()
        time.sleep(0.02)


def test_what_is_sent_arrives(receiver):
    answer = post(f"{receiver.url}?a=1#part", headers={"X-Name": "value"})

    (got,) = receiver.got
    assert answer.status == 204
    assert (got.method, got.path, got.body) == ("POST", "/hook?a=1", b"{}")
    assert got.headers["x-name"] == "value"
    assert got.headers["host"] == receiver.url.split("/")[2]


def test_loopback_is_not_called_unless_it_is_allowed(receiver):
    with pytest.raises(Forbidden):
        send("POST", receiver.url)

    assert receiver.got == []


def test_a_redirect_is_an_answer_and_is_not_followed(receiver):
    receiver.answers(302, {"Location": f"{receiver.url}/elsewhere"})

    answer = post(receiver.url)

    assert (answer.status, answer.headers["location"]) == (302, f"{receiver.url}/elsewhere")
    assert len(receiver.got) == 1


def test_of_a_long_answer_only_the_start_is_read(receiver):
    receiver.answers(200, {}, b"x" * 100_000)

    answer = post(receiver.url, most=1000)

    assert (answer.body, answer.is_whole) == (b"x" * 1000, False)


def test_a_short_answer_is_whole(receiver):
    receiver.answers(200, {"X-Two": "a"}, b"fine")

    answer = post(receiver.url)

    assert (answer.body, answer.is_whole, answer.headers["x-two"]) == (b"fine", True, "a")


@pytest.mark.parametrize("kind", ["drips", "says nothing"])
def test_the_deadline_holds_for_all_of_it(kind, receiver):
    receiver.answer = drip if kind == "drips" else lambda got, wire: time.sleep(2)
    started = time.monotonic()

    with pytest.raises(TimedOut, match=r"0\.3 seconds"):
        post(receiver.url, seconds=0.3)

    assert time.monotonic() - started < 1


def test_a_resolver_that_hangs_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: time.sleep(2))

    with pytest.raises(TimedOut, match="look up"):
        send("GET", "https://slow.example/", seconds=0.2)


def test_a_proxy_of_the_environment_is_not_asked(receiver, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")

    assert post(receiver.url).status == 204


def test_nobody_there_is_said_in_words(receiver):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]

    with pytest.raises(NoAnswer, match="refused"):
        post(f"http://127.0.0.1:{port}/")


def test_a_name_that_nobody_knows_is_said_in_words(monkeypatch):
    def unknown(*args, **kwargs):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)

    with pytest.raises(NoAnswer, match="not known"):
        send("GET", "https://nobody.example/")


def test_what_is_no_http_is_said_in_words(receiver):
    receiver.answer = lambda got, connection: connection.write(b"SSH-2.0-OpenSSH\r\n") and None

    with pytest.raises(NoAnswer, match="no answer in HTTP"):
        post(receiver.url)


@pytest.fixture
def certified(tmp_path):
    """A receiver over TLS for `desk.example`, the names it was asked for, and its authority."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed: no certificate to serve TLS with")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"),
            *("-nodes", "-days", "2", "-subj", "/CN=desk.example"),
            *("-addext", "subjectAltName=DNS:desk.example"),
            *("-keyout", str(key), "-out", str(certificate)),
        ],
        check=True,
        capture_output=True,
    )
    context, asked = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), []
    context.load_cert_chain(certificate, key)
    context.sni_callback = lambda sock, name, context: asked.append(name)
    with receiving(context) as receiver:
        yield receiver, asked, certificate


@pytest.fixture
def desk_example(certified, monkeypatch):
    """The receiver's address as https://desk.example, a name that leads to loopback."""
    receiver, _, _ = certified
    port = int(receiver.url.split(":")[2].split("/")[0])
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda *args, **kwargs: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))],
    )
    return "https://desk.example/hook"


def test_a_certificate_that_nobody_vouches_for_is_refused(certified, desk_example):
    with pytest.raises(NoAnswer, match="certificate does not hold"):
        post(desk_example)

    assert certified[0].got == []


def test_the_name_is_in_sni_and_host_though_the_address_is_called(
    certified, desk_example, monkeypatch
):
    receiver, asked, certificate = certified
    trusting = ssl.create_default_context(cafile=str(certificate))
    monkeypatch.setattr(wire, "_tls", lambda: trusting)

    answer = post(desk_example)

    assert answer.status == 204
    assert asked == ["desk.example"]
    assert receiver.got[0].headers["host"] == "desk.example"


def test_a_certificate_of_another_name_is_refused(certified, desk_example, monkeypatch):
    trusting = ssl.create_default_context(cafile=str(certified[2]))
    monkeypatch.setattr(wire, "_tls", lambda: trusting)

    with pytest.raises(NoAnswer, match="certificate does not hold"):
        post(desk_example.replace("desk", "other"))
