"""manage.py withhold: takes a version's document from readers, as a court or ruling demands."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.models import User
from claims.models.published_version import FactCheckVersion
from claims.record.withholding import withhold
from factcheck.records.refusals import Refused


class Command(BaseCommand):
    """Cannot be taken back: the body is gone."""

    help = (
        "Withhold one version of a fact check: its body is deleted for good, its digest stays, and "
        "readers get the reason (451)."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("fact_check", help="the fact check's id")
        parser.add_argument("version", type=int, help="the number of the version")
        parser.add_argument("--by", required=True, metavar="NAME", help="the administrator's login")
        parser.add_argument("--reason", required=True, help="for readers: whose order, and when")

    def handle(self, *args: Any, **options: Any) -> None:
        version = FactCheckVersion.objects.filter(
            fact_check=options["fact_check"], version=options["version"]
        ).first()
        if version is None:
            raise CommandError(f"{options['fact_check']} has no version {options['version']}.")
        by = User.objects.filter(username=options["by"]).first()
        if by is None:
            raise CommandError(f"Nobody here is called {options['by']}.")
        try:
            rows = withhold(version, by=by, reason=options["reason"])
        except Refused as refusal:
            raise CommandError(refusal.message) from refusal
        for row in rows:
            self.stdout.write(f"Withheld {row.digest}, as row {row.sequence} of the ledger says.")
