"""manage.py deliver_webhooks as a process of its own: killed, doubled, stopped."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Event

import pytest
from django.conf import settings as project
from django.db import connection

from factcheck.records.clock import moment
from publishing.models import Delivery, Subscription
from tests import newsroom
from tests.publishing.webhooks import make_subscription
from tests.receiver import receiving

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 60


@pytest.fixture
def receiver(settings):
    settings.WEBHOOKS_ALLOW_LOOPBACK = True
    with receiving() as receiver:
        yield receiver


@pytest.fixture
def worker():
    """Starts workers on this test's database, and leaves none behind."""
    started = []

    def start(*options):
        arguments = [sys.executable, "manage.py", "deliver_webhooks", *options]
        started.append(subprocess.Popen(arguments, cwd=ROOT, env=environment()))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


def environment():
    database = connection.settings_dict
    url = f"sqlite:///{database['NAME']}"
    if connection.vendor == "postgresql":
        login = f"{database['USER']}:{database['PASSWORD']}".rstrip(":")
        place = f"{database['HOST']}:{database['PORT']}"
        url = f"postgres://{login}@{place}/{database['NAME']}"
    return os.environ | {
        "DATABASE_URL": url,
        "SECRET_KEY": project.SECRET_KEY,
        "WEBHOOKS_ALLOW_LOOPBACK": "on",
    }


def sequences(receiver, path=""):
    return [json.loads(got.body)["data"]["sequence"] for got in receiver.got if path in got.path]


def the_lease_ends():
    """As it does by itself half a minute after its worker died."""
    Subscription.objects.exclude(lease="").update(leased_until=moment())


@pytest.mark.parametrize("when", ["before it answers", "as it answers"])
def test_a_worker_killed_in_the_middle_loses_nothing_and_keeps_the_order(when, receiver, worker):
    make_subscription(receiver.url)
    for _ in range(4):
        newsroom.make_published()
    at_it, killed = Event(), Event()

    def answer(got, wire):
        if len(receiver.got) == 2:
            at_it.set()
            if when == "before it answers":
                killed.wait(PATIENCE)
        return 200, {}, b""

    receiver.answer = answer
    process = worker("--once")
    assert at_it.wait(PATIENCE)
    os.kill(process.pid, signal.SIGKILL)
    assert process.wait(PATIENCE) == -signal.SIGKILL
    killed.set()

    the_lease_ends()
    assert worker("--once").wait(PATIENCE) == 0

    arrived = sequences(receiver)
    assert list(dict.fromkeys(arrived)) == [1, 2, 3, 4]
    assert arrived == sorted(arrived)
    ids = {got.headers["webhook-id"] for got in receiver.got}
    assert len(ids) == 4
    if when == "before it answers":
        assert arrived == [1, 2, 2, 3, 4]
    assert Subscription.objects.get().cursor == 4


def test_two_workers_deliver_everything_once_and_in_order(receiver, worker):
    paths = ["/a", "/b", "/c"]
    for path in paths:
        make_subscription(f"{receiver.url}{path}")
    for _ in range(5):
        newsroom.make_published()
    receiver.answer = lambda got, wire: time.sleep(0.02) or (200, {}, b"")

    workers = [worker("--once"), worker("--once")]

    assert [each.wait(PATIENCE) for each in workers] == [0, 0]
    for path in paths:
        assert sequences(receiver, path) == [1, 2, 3, 4, 5]
    assert Delivery.objects.count() == 15


def test_a_worker_told_to_stop_finishes_what_it_is_at(receiver, worker):
    make_subscription(receiver.url)
    for _ in range(3):
        newsroom.make_published()
    at_it = Event()

    def answer(got, wire):
        at_it.set()
        time.sleep(0.3)
        return 200, {}, b""

    receiver.answer = answer
    process = worker()
    assert at_it.wait(PATIENCE)
    process.terminate()

    assert process.wait(PATIENCE) == 0
    subscription = Subscription.objects.get()
    assert subscription.cursor == len(receiver.got) < 3
    assert subscription.lease == ""


def test_a_running_worker_delivers_what_is_published_meanwhile(receiver, worker):
    make_subscription(receiver.url)
    worker()
    newsroom.make_published()

    until = time.monotonic() + PATIENCE
    while not receiver.got and time.monotonic() < until:
        time.sleep(0.05)

    assert sequences(receiver) == [1]
