"""manage.py import_claimreview: keeps other desks' checks, from whatever they or others export."""

import sys
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from accounts.models import User
from factcheck.records.refusals import NotAllowed
from publishing.intake import OUTCOMES, REFUSED, take_in
from publishing.reviews import read
from publishing.reviews.addresses import absolute


class Command(BaseCommand):
    """Says of every refused item where it stood and why; may be run again after any end."""

    help = (
        "Import other desks' ClaimReviews: JSON-LD, JSON lines, a schema.org DataFeed, recorded "
        "claims:search answers, or a saved HTML page. Run twice it changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="the file, or - for standard input")
        parser.add_argument(
            "--page", default="", metavar="URL", help="where it was saved from, for relative links"
        )
        parser.add_argument("--by", metavar="NAME", help="who imports, by login (default: nobody)")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["page"] and not absolute(options["page"]):
            raise CommandError(f"--page {options['page']} is no web address.")
        by, counts = _person(options["by"]), Counter[str]()
        file, size = _opened(options["file"])
        with file, tqdm(total=size, unit="B", unit_scale=True, disable=None, leave=False) as bar:
            found = read(file, page=options["page"], progress=bar.update)
            try:
                for each in take_in(found, by=by):
                    counts[each.outcome] += 1
                    if each.outcome == REFUSED:
                        bar.clear()
                        self.stdout.write(f"{each.place or 'all of it'}: {each.reason}")
            except NotAllowed as refusal:
                raise CommandError(refusal.message) from refusal
            except OSError as error:
                raise CommandError(f"{options['file']}: {error.strerror}.") from error
        self.stdout.write(", ".join(f"{counts[outcome]:,} {outcome}" for outcome in OUTCOMES) + ".")


def _person(name: str | None) -> User | None:
    if name is None:
        return None
    person = User.objects.filter(username=name).first()
    if person is None:
        raise CommandError(f"Nobody here is called {name}.")
    return person


def _opened(name: str) -> tuple[BinaryIO, int | None]:
    """The file and its size in bytes, which of standard input nobody knows."""
    if name == "-":
        return sys.stdin.buffer, None
    try:
        path = Path(name)
        return path.open("rb"), path.stat().st_size
    except OSError as error:
        raise CommandError(f"{name} cannot be read: {error.strerror}.") from error
