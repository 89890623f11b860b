"""manage.py export_ledger: the whole public record as JSON lines."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
from django.core.management.base import BaseCommand, CommandError
from django.db.models import OuterRef, Subquery
from tqdm import tqdm

from claims.models.published_version import Document, FactCheckVersion
from claims.record.ledger import COLUMNS, public_row

BATCH = 2000


class Command(BaseCommand):
    """One line a row, in the ledger's order: what `changes/` serves, and the document."""

    help = "Write the ledger with its documents as JSON lines, to a file or to standard output."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", help="where to; standard output unless given")
        parser.add_argument(
            "--after", type=int, default=0, metavar="N", help="only the rows behind number N"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        written = lines(options["after"])
        if options["file"] is None:
            sys.stdout.buffer.writelines(written)
            sys.stdout.buffer.flush()
            return
        try:
            with Path(options["file"]).open("wb") as file:
                file.writelines(written)
        except OSError as error:
            raise CommandError(f"{options['file']}: {error.strerror}.") from error


def lines(after: int) -> Iterator[bytes]:
    """The rows behind this number, each with its document as it was stored."""
    body = Document.objects.filter(digest=OuterRef("digest")).values("body")
    rows = FactCheckVersion.objects.after(after)
    columns = rows.annotate(body=Subquery(body)).values(*COLUMNS, "row_hash", "body")
    for row in tqdm(
        columns.iterator(BATCH), total=rows.count(), unit=" rows", disable=None, leave=False
    ):
        line = public_row(row) | {"row_hash": row["row_hash"]}
        document = None if row["body"] is None else orjson.Fragment(bytes(row["body"]))
        yield orjson.dumps(line | {"document": document}) + b"\n"
