"""The receiver's code in docs/api.md verifies what we send, and nothing else."""

import json
import re
import sys
from datetime import timedelta
from http.server import HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from accounts.scopes import Role
from factcheck.records.clock import moment
from publishing.webhooks.signing import new_seed, secret_of, signed
from tests import newsroom
from tests.newsroom import the
from tests.publishing.webhooks import deliver, head, make_subscription

ROOT = Path(__file__).resolve().parent.parent.parent
BODY = json.dumps({"type": "factcheck.test", "data": {"name": "Ünïcode"}}).encode()
SECRET = secret_of(new_seed())


@pytest.fixture(scope="module")
def example():
    """What the document's own code defines."""
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "docs/api.md").read_text("utf-8"), re.S)
    (code,) = [block for block in blocks if "def verify" in block]
    known = {}
    exec(code, known)  # noqa: S102 - the document's own example
    return known


@pytest.fixture(scope="module")
def verify(example):
    return example["verify"]


def sent(**changes):
    how = {"message": "msg_1", "secret": SECRET, "at": moment()} | changes
    return signed(BODY, **how)


def test_it_takes_what_we_send(verify):
    verify(SECRET, sent(), BODY)


def test_it_takes_one_of_several_signatures(verify):
    headers = sent()
    headers["webhook-signature"] = f"v1,b3RoZXI= {headers['webhook-signature']}"

    verify(SECRET, headers, BODY)


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (sent(secret=secret_of(new_seed())), BODY),
        (sent(), BODY + b" "),
        (sent(at=moment() - timedelta(minutes=6)), BODY),
        (sent() | {"webhook-id": "msg_2"}, BODY),
    ],
    ids=["another secret", "another body", "long ago", "another id"],
)
def test_it_refuses_everything_else(verify, headers, body):
    with pytest.raises(ValueError, match="not from the desk"):
        verify(SECRET, headers, body)


@pytest.mark.django_db
def test_its_receiver_is_told_the_story_from_the_first_row(example, settings, monkeypatch, capsys):
    settings.WEBHOOKS_ALLOW_LOOPBACK = True
    claim = newsroom.make_published().claim
    server = HTTPServer(("127.0.0.1", 0), example["Receiver"])
    webhook = make_subscription(f"http://127.0.0.1:{server.server_port}/")
    monkeypatch.setattr(sys, "argv", ["receive.py", webhook.secret])
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()

    webhook.replay(by=the(Role.ADMINISTRATOR), from_sequence=1)
    deliver()

    server.shutdown()
    server.server_close()
    thread.join()
    assert f"factcheck.published {claim.public_id}" in capsys.readouterr().out
    webhook.refresh_from_db()
    assert (webhook.cursor, webhook.failures) == (head(), 0)
