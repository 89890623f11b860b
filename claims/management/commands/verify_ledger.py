"""manage.py verify_ledger: is the public record as it was written?"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from claims.record.ledger import head
from claims.record.verification import rows_to_see, verify


class Command(BaseCommand):
    """Prints every problem; exits with an error if there is any."""

    help = (
        "Verify the public record: chain, digests, one standing verdict for every standing fact "
        "check, and the periods that lists read."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        problems = 0
        with tqdm(total=rows_to_see(), unit=" rows", disable=None, leave=False) as bar:
            for problem in verify(bar.update):
                problems += 1
                self.stdout.write(problem)
        if problems:
            raise CommandError(f"The record has {problems} problem{'s' if problems > 1 else ''}.")
        last = head()
        self.stdout.write(f"The record is whole: {last.sequence} rows, head {last.row_hash}.")
