"""The fixtures: loadable as Django loads them, alone and over one another."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import IntegrityError, transaction

from accounts.models import User
from accounts.scopes import Role
from claims.models import Rating, Verdict
from seeds.fixtures import FIXTURES, fixture

pytestmark = pytest.mark.django_db

FOLDER = settings.BASE_DIR / "fixtures"


def kept(name: str) -> str:
    return (FOLDER / f"{name}.json").read_text(encoding="utf-8")


def every_row() -> list[dict]:
    """All rows of this database with their integer keys, but for the demo users' passwords."""
    out = io.StringIO()
    call_command("dumpdata", stdout=out)
    rows = json.loads(out.getvalue())
    for row in rows:
        if row["model"] == "accounts.user":
            del row["fields"]["password"]
    return rows


@pytest.mark.parametrize("label", ["demo", "fixtures/demo.json", "demo.json"])
def test_the_demo_loads_alone_in_an_empty_database(label, monkeypatch):
    monkeypatch.chdir(settings.BASE_DIR)

    call_command("loaddata", label, verbosity=0)

    assert fixture("demo") == kept("demo")


def test_ratings_and_roles_load_alone():
    call_command("loaddata", "ratings", "roles", verbosity=0)

    assert (Rating.objects.count(), Group.objects.count()) == (8, 3)


def test_loading_all_of_them_in_any_order_is_the_same_as_the_demo():
    call_command("loaddata", "ratings", "demo", "roles", verbosity=0)

    assert fixture("demo") == kept("demo")


@pytest.mark.slow
def test_loading_again_changes_no_row_but_the_demo_users_passwords(settings):
    settings.DEBUG = True
    call_command("loaddata", "demo", verbosity=0)
    call_command("demo_logins", stdout=io.StringIO())
    before = every_row()

    call_command("loaddata", "demo", "ratings", "roles", verbosity=0)

    assert every_row() == before
    assert not User.objects.get(username=Role.REVIEWER).has_usable_password()


def test_work_goes_on_in_a_loaded_demo():
    call_command("loaddata", "demo", verbosity=0)
    waiting = Verdict.objects.filter(state="submitted").order_by("pk").first()

    waiting.publish(by=User.objects.get(username=Role.REVIEWER))

    assert waiting.claim.verification_status == waiting.rating.slug


# The ledger's numbers are public, and its head is the one row of its table.
NUMBERED = {"claims.factcheckversion", "claims.ledgerhead"}


@pytest.mark.parametrize("name", FIXTURES)
def test_no_integer_key_leaves_the_database(name):
    assert {row["model"] for row in json.loads(kept(name)) if "pk" in row} <= NUMBERED


@pytest.mark.slow
def test_loading_is_refused_whole_over_a_ledger_that_has_other_rows():
    call_command("loaddata", "demo", verbosity=0)
    waiting = Verdict.objects.filter(state="submitted").order_by("pk").first()
    waiting.publish(by=User.objects.get(username=Role.REVIEWER))
    before = every_row()

    with pytest.raises(IntegrityError, match="ledger has other rows"), transaction.atomic():
        call_command("loaddata", "demo", verbosity=0)

    assert every_row() == before


def test_fixtures_are_readable_where_they_are_not_english():
    assert "“dirty bomb”" in kept("demo")
    assert "\\u" not in kept("demo")


def test_no_password_and_no_token_is_in_a_fixture():
    rows = json.loads(kept("demo"))

    assert {row["fields"]["password"] for row in rows if row["model"] == "accounts.user"} == {
        "!locked-until-demo_logins"
    }
    assert not any(row["model"] == "accounts.token" for row in rows)


def test_every_fixture_of_the_folder_is_one_that_we_build():
    assert {path.stem for path in Path(FOLDER).iterdir()} == set(FIXTURES)


@pytest.mark.slow
def test_build_fixtures_writes_them_and_leaves_the_database_in_use_alone(tmp_path):
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{tmp_path}/in-use.sqlite3"}

    ran = subprocess.run(
        [sys.executable, "manage.py", "build_fixtures", "--folder", tmp_path / "built"],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
    )

    assert ran.returncode == 0, ran.stderr
    assert {path.stem: path.read_text("utf-8") for path in (tmp_path / "built").iterdir()} == {
        name: kept(name) for name in FIXTURES
    }
    # Opened perhaps, but without a table.
    in_use = tmp_path / "in-use.sqlite3"
    assert not in_use.exists() or b"CREATE TABLE" not in in_use.read_bytes()
