"""manage.py seed: the demo newsroom, told into this database."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.models import Article, Claim, Verdict
from factcheck.records.refusals import Refused
from seeds.demo import tell_demo
from sources.models import Source


class Command(BaseCommand):
    """Tells the demo once; a second time it refuses and changes nothing."""

    help = "Tell the demo newsroom into this database, with the verbs that editors use."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            tell_demo()
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(
            f"The desk has {Article.objects.count()} articles, {Source.objects.count()} sources, "
            f"{Claim.objects.count()} claims and {Verdict.objects.count()} verdicts.\n"
            "Nobody of the demo can log in yet: manage.py demo_logins sets their passwords."
        )
