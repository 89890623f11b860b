"""The receiver's code in docs/api.md verifies what we send, and nothing else."""

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest

from factcheck.records.clock import moment
from publishing.webhooks.signing import new_seed, secret_of, signed

ROOT = Path(__file__).resolve().parent.parent.parent
BODY = json.dumps({"type": "factcheck.test", "data": {"name": "Ünïcode"}}).encode()
SECRET = secret_of(new_seed())


@pytest.fixture(scope="module")
def verify():
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "docs/api.md").read_text("utf-8"), re.S)
    (code,) = [block for block in blocks if "def verify" in block]
    known = {}
    exec(code, known)  # noqa: S102 - the document's own example
    return known["verify"]


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
