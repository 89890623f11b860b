"""manage.py rebuild_index: makes what searches read anew, or says whether that is needed."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from factcheck.index.kinds import Kind, kinds
from factcheck.index.upkeep import differing, missing, named, rebuild, rows_of


class Command(BaseCommand):
    """Kind by kind, each in one transaction: searches find the old rows until then."""

    help = "Rebuild the full-text index from the tables that it follows, or compare the two."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="change nothing; fail where they disagree"
        )
        parser.add_argument("--database", default="default", help="an alias of the settings")

    def handle(self, *args: Any, **options: Any) -> None:
        using = options["database"]
        if options["check"]:
            self._compare(using)
            return
        for kind in kinds():
            self._rebuild(kind, using)
        self.stdout.write(f"{len(kinds())} indexes were made anew.")

    def _rebuild(self, kind: Kind, using: str) -> None:
        total = rows_of(kind, using)
        with tqdm(total=total, desc=kind.name, unit=" rows", disable=None, leave=False) as bar:
            for seen in rebuild(kind, using):
                bar.update(seen)

    def _compare(self, using: str) -> None:
        if absent := missing(using):
            raise CommandError(f"{named(absent)} missing. Run “manage.py rebuild_index”.")
        wrong = {kind.name: count for kind in kinds() if (count := differing(kind, using))}
        if wrong:
            rows = ", ".join(f"{count} of {name}" for name, count in wrong.items())
            raise CommandError(f"Rows differ: {rows}. Run “manage.py rebuild_index”.")
        self.stdout.write("The index holds what its tables say.")
