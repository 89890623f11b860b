"""manage.py import: sources, questions, articles and claims out of JSON lines or CSV."""

import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from tqdm import tqdm

from accounts.models import User
from search.exchange import reading
from search.exchange.importing import import_lines
from search.exchange.inputs import without_nothing
from search.exchange.reading import Line, Unreadable
from search.exchange.taking import OUTCOMES, REFUSED, TAKERS, Taker
from search.exchange.writing import JSON_LINES, SPREADSHEET

KINDS = {taker.kind.name: taker for taker in TAKERS.values()}


class Command(BaseCommand):
    """Each line for itself, whole or not at all; importing a file twice changes nothing."""

    help = (
        "Take in sources, questions, articles and claims as `export` writes them, by the same "
        "rules as everybody who edits them. Prints every refused line with the reason."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="the file, or - for standard input")
        parser.add_argument("--format", choices=[JSON_LINES, SPREADSHEET], default=JSON_LINES)
        parser.add_argument(
            "--what",
            choices=KINDS,
            metavar="KIND",
            help=f"what the lines are, one of {', '.join(KINDS)}; JSON lines may say so "
            "themselves, in “record”",
        )
        parser.add_argument("--by", required=True, metavar="NAME", help="whose work it is, a login")
        parser.add_argument(
            "--dry-run", action="store_true", help="try everything, report, and keep nothing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        by = User.objects.filter(username=options["by"]).first()
        if by is None:
            raise CommandError(f"Nobody here is called {options['by']}.")
        if options["format"] == SPREADSHEET and not options["what"]:
            raise CommandError(f"Say what its rows are: --what, one of {', '.join(KINDS)}.")
        taker = KINDS.get(options["what"])
        with _opened(options["file"]) as file:
            try:
                if options["dry_run"]:
                    with transaction.atomic():
                        counts = self._import(file, taker, by, options)
                        transaction.set_rollback(True)
                else:
                    counts = self._import(file, taker, by, options)
            except Unreadable as error:
                raise CommandError(f"{options['file']}: {error}") from error
        self._report(counts, is_rehearsal=options["dry_run"])

    def _import(
        self, file: BinaryIO, taker: Taker | None, by: User, options: dict[str, Any]
    ) -> Counter[str]:
        lines = _lines(file, taker, options["format"])
        bar = tqdm(lines, unit=" lines", disable=None, leave=False)
        counts: Counter[str] = Counter()
        for outcome in import_lines(bar, by=by, record=taker.kind.record if taker else ""):
            counts[outcome.state] += 1
            if outcome.reason:
                self.stdout.write(f"Line {outcome.number} refused. {outcome.reason}")
        return counts

    def _report(self, counts: Counter[str], *, is_rehearsal: bool) -> None:
        told = ", ".join(f"{state} {counts[state]:,}" for state in OUTCOMES)
        self.stdout.write(f"{told.capitalize()}.")
        if is_rehearsal:
            self.stdout.write("This was a dry run: nothing is kept.")
        if counts[REFUSED]:
            raise CommandError(f"Lines refused: {counts[REFUSED]:,}.")


def _lines(file: BinaryIO, taker: Taker | None, written_as: str) -> Iterator[Line]:
    if taker is None or written_as == JSON_LINES:
        yield from reading.json_lines(file)
        return
    for line in reading.spreadsheet(file, taker.line().fields, taker.lists):
        yield Line(line.number, without_nothing(taker.line, line.values), line.problem)


@contextmanager
def _opened(file: str) -> Iterator[BinaryIO]:
    if file == "-":
        yield sys.stdin.buffer
        return
    with ExitStack() as stack:
        try:
            opened = stack.enter_context(Path(file).open("rb"))
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        yield opened
