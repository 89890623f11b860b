"""The examples of docs/api.md run as they are written, from top to bottom, against the demo."""

import re
import shutil
import subprocess

import pytest
from django.core.management import call_command

from accounts.scopes import Role
from tests.house.tree import ROOT
from tests.newsroom import make_token

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        not (shutil.which("curl") and shutil.which("bash")), reason="curl or bash is not here"
    ),
]

# An answer that refuses ends the script, with what it says.
STRICT = 'set -euo pipefail\ncurl() { command curl -sS --fail-with-body "$@"; }\n'
# What starts programs beside the server, or needs a setting that is off by default.
ELSEWHERE = ("manage.py", "/annotations/open/", "hooks.courier.example")


def blocks() -> list[str]:
    """The document's shell examples that ask a server."""
    found = re.findall(r"```sh\n(.*?)```", (ROOT / "docs" / "api.md").read_text("utf-8"), re.S)
    return [block for block in found if not any(each in block for each in ELSEWHERE)]


def test_every_example_is_answered(live_server, tmp_path, django_user_model):
    call_command("loaddata", "demo", verbosity=0)
    tokens = {
        name: make_token(django_user_model.objects.get(username=role))
        for name, role in (("TOKEN", Role.ANNOTATOR), ("REVIEWER", Role.REVIEWER))
    }
    script = "".join(blocks()).replace("http://127.0.0.1:8000", live_server.url)
    for name, token in tokens.items():
        script, changed = re.subn(rf"^{name}=fc_…", f"{name}={token}", script, flags=re.M)
        assert changed == 1

    done = subprocess.run(
        ["bash", "-c", STRICT + script], cwd=tmp_path, capture_output=True, text=True, timeout=120
    )

    assert done.returncode == 0, (done.stdout[-500:], done.stderr[-2000:])
    assert '"needs_review"' in done.stdout
