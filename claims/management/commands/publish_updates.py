"""manage.py publish_updates: brings published checks up to date with what they name."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from claims.models import Article, Claim, Question, Rating
from claims.record.renewal import naming, renew_all
from sources.models import Source

NAMED: dict[str, Any] = {
    "source": Source,
    "article": Article,
    "question": Question,
    "rating": Rating,
}


class Command(BaseCommand):
    """After a source was renamed or a headline mended: a version of the kind `updated` each."""

    help = (
        "Publish a new version of every fact check whose document still carries old names. Checks "
        "that say so already stay as they are."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        for name in NAMED:
            parser.add_argument(f"--{name}", metavar="ID", help=f"only those that name this {name}")
        parser.add_argument(
            "--notice", default="", help="for readers: what changed and why; then it is news"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        what = {name: _row(name, options[name]) for name in NAMED if options[name]}
        claims = naming(Claim.objects.all(), **what)
        renewed = renew_all(claims, by=None, notice=options["notice"])
        bar = tqdm(renewed, total=claims.count(), unit=" checks", disable=None, leave=False)
        self.stdout.write(f"Fact checks updated: {sum(bar)}.")


def _row(name: str, given: str) -> Any:
    """The row by its id, else by its slug."""
    rows = NAMED[name].objects
    found = rows.filter(public_id=given).first()
    if found is None and name != "article":
        found = rows.filter(slug=given).first()
    if found is None:
        raise CommandError(f"There is no {name} {given}.")
    return found
