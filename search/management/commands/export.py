"""manage.py export: sources, articles, claims and findings as JSON lines, CSV or ClaimReview."""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from publishing.formats.claimreview import Desk
from search.exchange.kinds import FACT_CHECKS, KINDS, TAKEN, Kind, rows_of
from search.exchange.writing import (
    CLAIM_REVIEW,
    FORMATS,
    JSON_LINES,
    SPREADSHEET,
    claim_reviews,
    json_lines,
    spreadsheet,
)


class Command(BaseCommand):
    """Streams: a million claims take no more memory than a thousand."""

    help = "Write what the desk has to a file or to standard output; `import` reads it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--what",
            nargs="+",
            choices=KINDS,
            default=[],
            metavar="KIND",
            help=f"of these: {', '.join(KINDS)}; everything that import takes unless given "
            "(CSV: exactly one; claimreview: factchecks)",
        )
        parser.add_argument("--format", choices=FORMATS, default=JSON_LINES)
        parser.add_argument("--output", metavar="FILE", help="standard output unless given")

    def handle(self, *args: Any, **options: Any) -> None:
        written = _written(options["format"], _kinds(options["format"], options["what"]))
        if options["output"] is None:
            _print(written)
            return
        try:
            with Path(options["output"]).open("wb") as file:
                file.writelines(written)
        except OSError as error:
            raise CommandError(f"{options['output']}: {error.strerror}.") from error


def _print(written: Iterator[bytes]) -> None:
    """To standard output, until whoever reads it there has enough (`export | head`)."""
    try:
        sys.stdout.buffer.writelines(written)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # So that Python, when it ends, does not complain of the same once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _kinds(written_as: str, names: list[str]) -> list[Kind]:
    """What to write, in the order in which import wants it."""
    chosen = [kind for name, kind in KINDS.items() if name in names]
    if written_as == CLAIM_REVIEW:
        if chosen not in ([], [FACT_CHECKS]):
            raise CommandError("ClaimReview is a format of fact checks: --what factchecks.")
        return [FACT_CHECKS]
    if written_as == SPREADSHEET and len(chosen) != 1:
        raise CommandError(f"A spreadsheet has one kind: --what, one of {', '.join(KINDS)}.")
    return chosen or list(TAKEN)


def _written(written_as: str, kinds: list[Kind]) -> Iterator[bytes]:
    if written_as == CLAIM_REVIEW:
        desk = _desk()
        return claim_reviews(_watched(FACT_CHECKS), desk)
    write = spreadsheet if written_as == SPREADSHEET else json_lines
    return (line for kind in kinds for line in write(kind, _watched(kind)))


def _watched(kind: Kind) -> Iterable[dict[str, Any]]:
    """The rows, with a bar on the terminal that says how far it is."""
    total = kind.every().count()
    return tqdm(rows_of(kind), total=total, unit=f" {kind.name}", disable=None, leave=False)


def _desk() -> Desk:
    if not settings.PUBLIC_URL:
        raise CommandError(
            "ClaimReview names each check by its whole address. Set PUBLIC_URL to where readers "
            "find this service, as in https://facts.example."
        )
    return Desk(settings.DESK_NAME, settings.PUBLIC_URL, settings.DATA_LICENCE)
