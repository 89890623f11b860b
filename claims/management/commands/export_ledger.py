"""manage.py export_ledger: the whole public record as JSON lines."""

import sys
from argparse import ArgumentParser, FileType
from typing import Any

import orjson
from django.core.management.base import BaseCommand
from django.db.models import OuterRef, Subquery
from tqdm import tqdm

from claims.models.fact_check import Document, FactCheckVersion
from claims.record.ledger import COLUMNS, public_row

BATCH = 2000


class Command(BaseCommand):
    """One line a row, in the ledger's order: what `changes/` serves, and the document."""

    help = "Write the ledger with its documents as JSON lines, to a file or to standard output."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "file", nargs="?", type=FileType("wb"), default=sys.stdout.buffer, help="where to"
        )
        parser.add_argument(
            "--after", type=int, default=0, metavar="N", help="only the rows behind number N"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        body = Document.objects.filter(digest=OuterRef("digest")).values("body")
        rows = FactCheckVersion.objects.after(options["after"])
        lines = rows.annotate(body=Subquery(body)).values(*COLUMNS, "row_hash", "body")
        for row in tqdm(
            lines.iterator(BATCH), total=rows.count(), unit=" rows", disable=None, leave=False
        ):
            line = public_row(row) | {"row_hash": row["row_hash"]}
            document = None if row["body"] is None else orjson.Fragment(bytes(row["body"]))
            options["file"].write(orjson.dumps(line | {"document": document}) + b"\n")
        options["file"].flush()
