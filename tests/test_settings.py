"""The settings, as a process of its own reads them from its environment."""

import json
import logging
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.secret_key import kept_secret_key

ROOT = Path(__file__).resolve().parent.parent
KEY = "k" * 20 + "0123456789abcdefghijklmnopqrstuvwxyz"
TELL = """
import json
import logging
from factcheck import settings
names = ["DEBUG", "ALLOWED_HOSTS", "SECRET_KEY", "FOUR_EYES", "SESSION_COOKIE_SECURE",
         "SECURE_HSTS_SECONDS", "CORS_ALLOWED_ORIGIN_REGEXES", "PUBLIC_URL"]
told = {name: getattr(settings, name) for name in names}
told["static"] = settings.STORAGES["staticfiles"]["BACKEND"].rpartition(".")[2]
told["engine"] = settings.DATABASES["default"]["ENGINE"].rpartition(".")[2]
print(json.dumps(told))
"""


def python(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def run_python(*arguments: str, folder: Path, **environment: str) -> str:
    outcome = python(*arguments, folder=folder, **environment)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    return outcome.stdout


@pytest.fixture
def checkout(tmp_path):
    """The settings alone, where neither a key nor an .env is kept yet."""
    shutil.copytree(ROOT / "factcheck", tmp_path / "factcheck")
    return tmp_path


def settings_with(checkout, **environment):
    return json.loads(run_python("-c", TELL, folder=checkout, **environment))


def test_without_a_key_it_is_a_first_try_on_this_machine_only(checkout):
    told = settings_with(checkout)

    assert told["DEBUG"] is True
    assert told["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]
    assert told["engine"] == "sqlite3"


def test_with_a_key_of_its_own_it_is_not_debugging(checkout):
    told = settings_with(checkout, SECRET_KEY=KEY)

    assert (told["DEBUG"], told["SECRET_KEY"]) == (False, KEY)
    assert told["static"] == "CompressedManifestStaticFilesStorage"
    assert told["CORS_ALLOWED_ORIGIN_REGEXES"] == []
    assert not (checkout / ".secret_key").exists()


@pytest.mark.parametrize(
    ("given", "debug"),
    [({"DEBUG": "off"}, False), ({"SECRET_KEY": KEY, "DEBUG": "on"}, True)],
)
def test_debug_can_be_set_outright(checkout, given, debug):
    assert settings_with(checkout, **given)["DEBUG"] is debug


def test_hosts_can_be_set_outright(checkout):
    told = settings_with(checkout, ALLOWED_HOSTS="facts.example,desk.example")

    assert told["ALLOWED_HOSTS"] == ["facts.example", "desk.example"]


def test_the_key_survives_a_restart(checkout):
    assert settings_with(checkout)["SECRET_KEY"] == settings_with(checkout)["SECRET_KEY"]


def test_four_eyes_are_asked_for_unless_switched_off(checkout):
    assert settings_with(checkout)["FOUR_EYES"] is True
    assert settings_with(checkout, FOUR_EYES="off")["FOUR_EYES"] is False


@pytest.mark.parametrize(("address", "secure"), [("https://a.example", True), ("", False)])
def test_an_https_address_makes_cookies_secure(checkout, address, secure):
    told = settings_with(checkout, SECRET_KEY=KEY, PUBLIC_URL=address)

    assert told["SESSION_COOKIE_SECURE"] is secure
    assert bool(told["SECURE_HSTS_SECONDS"]) is secure


@pytest.mark.parametrize("unclear", ["onn", "on # two people", "maybe"])
def test_what_is_neither_on_nor_off_is_refused(checkout, unclear):
    outcome = python("-c", TELL, folder=checkout, FOUR_EYES=unclear)

    assert outcome.returncode != 0
    assert f"FOUR_EYES is on or off, not “{unclear}”." in outcome.stderr


def test_what_is_set_but_empty_is_as_if_it_were_not(checkout):
    told = settings_with(checkout, SECRET_KEY="", DEBUG="", FOUR_EYES="", DATABASE_URL="")

    assert (told["DEBUG"], told["FOUR_EYES"], told["engine"]) == (True, True, "sqlite3")


@pytest.mark.parametrize("address", ["db.sqlite3", "mysql://desk@127.0.0.1/factcheck"])
def test_a_database_that_it_does_not_run_on_is_refused_in_words(checkout, address):
    outcome = python("-c", TELL, folder=checkout, DATABASE_URL=address)

    assert outcome.returncode != 0
    assert "DATABASE_URL names no database that factcheck runs on." in outcome.stderr


def test_the_environment_wins_over_the_env_file(checkout):
    (checkout / ".env").write_text("PUBLIC_URL=https://file.example\nFOUR_EYES=off\n")

    told = settings_with(checkout, PUBLIC_URL="https://set.example")

    assert (told["PUBLIC_URL"], told["FOUR_EYES"]) == ("https://set.example", False)


def test_the_kept_key_is_long_random_and_its_owners_alone(tmp_path):
    first, second = (kept_secret_key(tmp_path / name) for name in ("a", "b"))

    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600
    assert len(first) >= 50
    assert first != second
    assert kept_secret_key(tmp_path / "a") == first


def test_where_no_key_can_be_kept_the_process_has_one_all_the_same(tmp_path):
    key = kept_secret_key(tmp_path / "no such folder" / "key")

    assert len(key) >= 50


@pytest.mark.slow
def test_a_production_environment_passes_djangos_deployment_check():
    run_python(
        "manage.py",
        "check",
        "--deploy",
        "--fail-level=WARNING",
        folder=ROOT,
        SECRET_KEY=KEY,
        PUBLIC_URL="https://facts.example",
        ALLOWED_HOSTS="facts.example",
        DATABASE_URL=f"sqlite:///{ROOT}/db.sqlite3",
    )


def test_every_setting_from_outside_is_in_the_example():
    read = re.findall(r'env\.\w+\(\s*"(\w+)"', (ROOT / "factcheck" / "settings.py").read_text())
    shown = re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)

    assert sorted(set(read)) == sorted(shown)


@pytest.mark.parametrize("name", ["django.request", "django.security.csrf", "factcheck"])
def test_each_warning_is_written_once(name):
    logger, handlers = logging.getLogger(name), []
    while logger is not None:
        handlers += [each for each in logger.handlers if type(each) is logging.StreamHandler]
        logger = logger.parent if logger.propagate else None

    assert len(handlers) == 1
