"""What every test can ask for: people of the newsroom, and clients that act for them."""

import gc
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings as project
from django.db import connection
from django.test import Client, TransactionTestCase
from hypothesis import HealthCheck, settings

from accounts.models import User
from accounts.scopes import Role
from tests.desk.chromium import chromium
from tests.desk.editor import Editor
from tests.emptying import emptied
from tests.newsroom import ApiClient, client_of, make_person, the
from tests.selection import asks_a_database, expression_for

# One browser for all: a second one in the same process would find the first one's loop running.
__all__ = ["chromium"]

# How long an example takes says how busy the machine is, and nothing about the product. The same
# examples each time, so that a run fails for what was changed; "pytest --hypothesis-profile=new"
# tries others.
settings.register_profile("new", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", settings.get_profile("new"), derandomize=True)
settings.load_profile("same")


def pytest_configure(config: pytest.Config) -> None:
    """Test the product, not whoever's environment the suite runs in."""
    config.option.markexpr = expression_for(
        config.option.markexpr, config.getini("addopts"), config.args
    )
    project.FOUR_EYES = True
    project.THROTTLING = False
    project.WEBHOOKS_ALLOW_LOOPBACK = False
    project.PUBLIC_URL = project.DATA_LICENCE = ""
    project.CLAIMS_SEARCH_IMPORTED = False
    project.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    project.STORAGES = project.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    project.WHITENOISE_USE_FINDERS = project.WHITENOISE_AUTOREFRESH = True
    TransactionTestCase._fixture_teardown = emptied  # type: ignore[method-assign]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--asking-a-database",
        action="store_true",
        help="leave out what asks no database, and so says the same on each of them",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.option.asking_a_database:
        others = [item for item in items if not asks_a_database(item)]
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if asks_a_database(item)]


def pytest_collection_finish() -> None:
    """What was collected stays to the end: nobody need look through it for garbage, nor often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """SQLite in a file, as in production: in memory, threads would not queue for the write lock."""
    database = project.DATABASES["default"]
    # A live server's threads would keep theirs, and PostgreSQL drops no database in use.
    database["CONN_MAX_AGE"] = 0
    if database["ENGINE"] == "django.db.backends.sqlite3":
        folder = tmp_path_factory.mktemp("database")
        database["TEST"]["NAME"] = str(folder / "test.sqlite3")
    else:
        # What a power cut would lose is nobody's work.
        options = database.setdefault("OPTIONS", {})
        options["options"] = f"{options.get('options', '')} -c synchronous_commit=off".strip()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """
    PostgreSQL drops no database that somebody uses, and a killed worker's session or a browser's
    last request may still do so when the last test is over.
    """
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


@pytest.fixture
def annotator(db: None) -> User:
    return the(Role.ANNOTATOR)


@pytest.fixture
def reviewer(db: None) -> User:
    return the(Role.REVIEWER)


@pytest.fixture
def second_reviewer(db: None) -> User:
    return make_person(Role.REVIEWER, username="second_reviewer", first_name="Second")


@pytest.fixture
def administrator(db: None) -> User:
    return the(Role.ADMINISTRATOR)


@pytest.fixture
def outsider(db: None) -> User:
    """Somebody with an account and no role."""
    return make_person(None, username="outsider")


@pytest.fixture
def api() -> ApiClient:
    """A program without a token: a reader."""
    return ApiClient()


@pytest.fixture
def as_annotator(annotator: User) -> ApiClient:
    """A program with the annotator's token, all scopes."""
    return client_of(annotator)


@pytest.fixture
def as_reviewer(reviewer: User) -> ApiClient:
    return client_of(reviewer)


@pytest.fixture
def as_administrator(administrator: User) -> ApiClient:
    return client_of(administrator)


@pytest.fixture
def annotator_at_desk(annotator: User, client: Client) -> Client:
    """A browser in which the annotator has logged in."""
    client.force_login(annotator)
    return client


@pytest.fixture
def ann(annotator: User) -> Editor:
    """The annotator at the desk."""
    return Editor(annotator)


@pytest.fixture
def rey(reviewer: User) -> Editor:
    """The reviewer at the desk."""
    return Editor(reviewer)


@pytest.fixture
def ada(administrator: User) -> Editor:
    """The administrator at the desk."""
    return Editor(administrator)
