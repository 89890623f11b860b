"""manage.py load_benchmark: a newsroom with as many published claims as asked for, to measure."""

import time
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from factcheck.records.refusals import Refused
from seeds.benchmark.loading import load, tidy


class Command(BaseCommand):
    """All or nothing, in one transaction, into a database without a newsroom."""

    help = "Fill an empty database with a made-up newsroom of so many published claims."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--claims", type=int, required=True, help="how many are published")
        parser.add_argument("--seed", type=int, default=1, help="another seed, another newsroom")
        parser.add_argument("--yes", action="store_true", help="do it with DEBUG off, too")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG and not options["yes"]:
            raise CommandError(
                "This is no database to try things with (DEBUG is off). With --yes it is filled "
                "all the same."
            )
        if options["claims"] < 1:
            raise CommandError("--claims: at least 1.")
        began = time.monotonic()
        try:
            self._load(options["claims"], options["seed"])
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        tidy()
        self.stdout.write(
            f"{options['claims']:,} claims are published, after "
            f"{time.monotonic() - began:,.0f} seconds."
        )

    def _load(self, claims: int, seed: int) -> None:
        """Show what is being done, and how much of it has been."""
        for doing, steps in groupby(load(claims, seed), key=itemgetter(0)):
            total = claims if doing == "claims" else None
            with tqdm(desc=doing, total=total, unit="", unit_scale=True, disable=None) as bar:
                for _, done in steps:
                    bar.update(done)
