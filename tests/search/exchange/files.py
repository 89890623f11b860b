"""What the commands write and read, and a newsroom to write about."""

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.scopes import Role
from claims.models import Article, Claim, Question
from factcheck.records.change import Change
from sources.models import Source
from tests import newsroom
from tests.newsroom import the


def exported(path: Path, *what: str, **options: Any) -> bytes:
    """What `export` writes."""
    call_command("export", what=list(what), output=str(path), **options)
    return path.read_bytes()


def imported(path: Path, content: bytes | str | list[Any], **options: Any) -> list[str]:
    """What `import` prints, of a file with this content; a list becomes JSON lines."""
    if isinstance(content, list):
        content = "".join(json.dumps(line) + "\n" for line in content)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    out = io.StringIO()
    options = {"by": the(Role.ANNOTATOR).username} | options
    try:
        call_command("import", str(path), stdout=out, **options)
    except CommandError as error:
        out.write(f"{error}\n")
    return out.getvalue().splitlines()


def make_newsroom() -> None:
    """Records of every kind that import takes, in the ways in which they hang together."""
    county = newsroom.make_source("=County", country="DE", aliases=["The county", "@county"])
    office = newsroom.make_source("Roads office", speaks_for=county, description="-5 staff")
    Source.objects.get(pk=county.pk).edit(by=the(Role.ANNOTATOR), description="“Quoted”, indeed")
    costs = newsroom.make_question("What does the bridge cost?", place="Millford")
    newsroom.make_question("What does its deck cost?", part_of=costs)
    article = newsroom.make_article(
        "-3.5 degrees", url="https://paper.example/1", publisher=office, language="en-GB"
    )
    newsroom.make_article("+1", published_at=date(2024, 10, 24), text_is_public=True)
    first = newsroom.make_claim(
        article=article,
        question=costs,
        note="@desk:\tlook\r\nagain",
        due_at=timezone.now(),
        attributions=[{"source": office, "via": county, "at": date(2024, 10, 1)}],
    )
    newsroom.make_claim(
        "Some 1,300 lorries cross the bridge each day; another 300 take the ferry",
        repeats=first,
        attributions=[{"source": county, "stance": "denies"}, {"source": office}],
        quantities=[{"text": "some 1,300 lorries"}, {"text": "-5 euros", "state": "rejected"}],
    )
    newsroom.make_closed_claim(article=article, quote="3.1 million euros")
    newsroom.revise(article, "The county will", "As expected, the county will")


def empty() -> None:
    """Take away everything that import takes."""
    Claim.objects.update(repeats=None)
    for model in (Claim, Article, Question, Source, Change):
        if model is Article:
            model.objects.update(publisher=None)
        if model is Source:
            model.objects.update(speaks_for=None)
        if model is Question:
            model.objects.update(part_of=None)
        model.objects.all().delete()
