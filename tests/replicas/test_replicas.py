"""Replicas answer anonymous readers; a lost one is not missed, nor what one has written."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
from django.core.exceptions import ImproperlyConfigured, MiddlewareNotUsed
from django.test import RequestFactory

from factcheck import replicas
from tests.replicas.standby import Server, primary_and_standby, programs

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 60
PAUSE, RESUME = "SELECT pg_wal_replay_pause()", "SELECT pg_wal_replay_resume()"


@pytest.fixture
def answering(settings: Any, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Of two replicas the names of those that answer."""
    settings.REPLICA_URLS = ["one", "two"]
    names = {"replica1", "replica2"}
    monkeypatch.setattr(replicas, "_names", lambda: ["replica1", "replica2"])
    monkeypatch.setattr(replicas, "_is_postgresql", lambda name: True)
    monkeypatch.setattr(replicas, "_answers", names.__contains__)
    return names


def reads_of(request: Any, reads: int = 1, *, writes_first: bool = False) -> list[str]:
    """Which database a request's reads go to."""
    router = replicas.ReplicaRouter()
    chosen: list[str] = []

    def view(request: Any) -> Any:
        if writes_first:
            router.db_for_write(None)
        chosen.extend(router.db_for_read(None) for _ in range(reads))

    replicas.ReplicaReads(view)(request)
    return chosen


def anonymous(path: str = "/api/v1/factchecks/", method: str = "GET", **headers: str) -> Any:
    return RequestFactory().generic(method, path, headers=headers)


@pytest.mark.usefixtures("answering")
def test_an_anonymous_read_keeps_to_one_replica():
    one, two = reads_of(anonymous(), 3), reads_of(anonymous(), 3)

    assert {*one} | {*two} == {"replica1", "replica2"}
    assert len({*one}) == len({*two}) == 1


@pytest.mark.usefixtures("answering")
@pytest.mark.parametrize(
    "request_",
    [
        anonymous(authorization="Bearer fc_a_b"),
        anonymous(cookie="sessionid=1"),
        anonymous("/admin/login/"),
        anonymous("/api/v1/match/", "POST"),
    ],
    ids=["token", "session", "admin", "POST"],
)
def test_everybody_else_reads_from_the_primary(request_):
    assert reads_of(request_) == ["default"]


@pytest.mark.usefixtures("answering")
def test_who_has_written_reads_from_the_primary():
    assert reads_of(anonymous(), writes_first=True) == ["default"]


@pytest.mark.usefixtures("answering")
def test_what_is_no_request_reads_from_the_primary():
    assert replicas.ReplicaRouter().db_for_read(None) == "default"


def test_a_replica_that_is_lost_is_not_asked(answering):
    answering.discard("replica2")

    assert {*reads_of(anonymous()), *reads_of(anonymous())} == {"replica1"}

    answering.clear()

    assert reads_of(anonymous()) == ["default"]


def test_without_replicas_there_is_nothing_in_the_way(settings):
    settings.REPLICA_URLS = []

    with pytest.raises(MiddlewareNotUsed):
        replicas.ReplicaReads(lambda request: None)


def test_a_file_has_no_replicas(answering, monkeypatch):
    monkeypatch.setattr(replicas, "_is_postgresql", lambda name: name != "default")

    with pytest.raises(ImproperlyConfigured, match="PostgreSQL"):
        replicas.ReplicaReads(lambda request: None)


class Service:
    """The product as a process of its own, over HTTP."""

    def __init__(self, url: str, token: str) -> None:
        self.url, self.token = url, token

    def get(self, path: str, *, as_desk: bool = False) -> Any:
        headers = {"Authorization": f"Bearer {self.token}"} if as_desk else {}
        with urlopen(Request(f"{self.url}{path}", headers=headers), timeout=PATIENCE) as answer:
            return json.load(answer)

    def publish_next(self) -> None:
        """Publish the verdict that has waited longest for a second pair of eyes."""
        verdict = self.get("/api/v1/verdicts/?state=submitted", as_desk=True)["results"][-1]
        request = Request(
            f"{self.url}/api/v1/verdicts/{verdict['id']}/publish/",
            data=b"{}",
            headers={
                "Authorization": f"Bearer {self.token}",
                "Content-Type": "application/json",
                "If-Match": "*",
            },
        )
        urlopen(request, timeout=PATIENCE).close()

    def head(self) -> int:
        return int(self.get("/api/v1/changes/head/")["sequence"])

    def head_of_desk(self) -> int:
        return int(self.get("/api/v1/changes/head/", as_desk=True)["sequence"])


@pytest.fixture
def databases() -> Iterator[tuple[Server, Server]]:
    if programs() is None:
        pytest.skip("PostgreSQL's own programs are not installed.")
    with primary_and_standby(Path(tempfile.mkdtemp())) as both:
        yield both


@pytest.fixture
def environment(databases: tuple[Server, Server]) -> dict[str, str]:
    primary, standby = databases
    return os.environ | {
        "DATABASE_URL": primary.url,
        "REPLICA_URLS": standby.url,
        "SECRET_KEY": "a key of this test alone, long enough for a warning not to be given",
        "DEBUG": "off",
    }


def manage(environment: dict[str, str], *arguments: str, **kwargs: Any) -> str:
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True, **kwargs
    )
    return done.stdout


@pytest.fixture
def service(environment: dict[str, str]) -> Iterator[Service]:
    manage(environment, "migrate", "-v0")
    manage(environment, "loaddata", "demo", "-v0")
    scopes = ["--scope", "read", "--scope", "verdicts:publish"]
    token = manage(environment, "create_token", "reviewer", *scopes).split()[-1]
    with tempfile.TemporaryFile() as log:
        port = Server(Path("/")).port
        options = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--no-ws"]
        server = subprocess.Popen(
            [sys.executable, "-m", "granian", *options, "factcheck.wsgi:application"],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=log,
        )
        service = Service(f"http://127.0.0.1:{port}", token)
        try:
            wait_until(lambda: service.get("/healthz"))
            yield service
        finally:
            server.terminate()
            server.wait(PATIENCE)


def wait_until(said: Any) -> None:
    """Until it is true; an error counts as not yet."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            if said():
                return
        except OSError:
            pass
        assert time.monotonic() < end
        time.sleep(0.1)


@pytest.mark.slow
def test_readers_follow_the_standby_and_never_miss_it(databases, service):
    _, standby = databases
    wait_until(lambda: service.head() == service.head_of_desk())
    before = service.head()

    standby.ask(PAUSE)
    service.publish_next()

    assert service.head_of_desk() == before + 1
    assert service.head() == before

    standby.ask(RESUME)
    wait_until(lambda: service.head() == before + 1)

    standby.stop()

    for _ in range(8):
        assert service.head() == before + 1
        assert service.get("/api/v1/factchecks/?page_size=1")["results"]
        assert service.get("/api/v1/sources/?page_size=1")["results"]

    standby.start()
    time.sleep(replicas.LEFT_ALONE + 1)
    standby.ask(PAUSE)
    service.publish_next()

    # It is asked again: what the primary has by now is not there yet.
    assert (service.head(), service.head_of_desk()) == (before + 1, before + 2)
