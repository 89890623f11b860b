"""manage.py rebuild_periods: makes what lists read anew, from the ledger and the documents."""

from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from claims.record.rebuilding import rebuild_periods


class Command(BaseCommand):
    """All or nothing: readers see the old rows until the new ones are there."""

    help = "Rebuild the read model of the public record from its ledger and documents."

    def handle(self, *args: Any, **options: Any) -> None:
        total = 0
        with tqdm(unit=" periods", disable=None, leave=False) as bar:
            for written in rebuild_periods():
                total += written
                bar.update(written)
        self.stdout.write(f"Periods written: {total}.")
