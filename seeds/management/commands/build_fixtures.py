"""manage.py build_fixtures: writes fixtures/ anew, from a demo told into an empty database."""

from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connection

from seeds.demo import tell_demo
from seeds.fixtures import FIXTURES, fixture

MODEL = '\n "model": '


class Command(BaseCommand):
    """Leaves the project's own database alone."""

    help = "Write the fixtures anew from a fresh seed. The database in use is not touched."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--folder",
            type=Path,
            default=settings.BASE_DIR / "fixtures",
            help="where to write them (default: fixtures/)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with _empty_database():
            tell_demo()
            texts = {name: fixture(name) for name in FIXTURES}
        options["folder"].mkdir(exist_ok=True)
        for name, text in texts.items():
            path = options["folder"] / f"{name}.json"
            path.write_text(text, encoding="utf-8")
            self.stdout.write(f"{path}: {text.count(MODEL)} rows")


@contextmanager
def _empty_database() -> Iterator[None]:
    """A database with every table and no row, in place of the one in use."""
    in_use = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(in_use, verbosity=0)
