"""manage.py import_article: a text file becomes an article, ready for its claims to be marked."""

import sys
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from claims.intake import ArticleDraft, publisher_called, read_article_text, take_in
from claims.models import Article


class Command(BaseCommand):
    """Adds an article, or nothing at all and a sentence that says why not."""

    help = "Add an article from a UTF-8 text file; - reads standard input."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="the text file, or - for standard input")
        parser.add_argument("--headline", default="", help="instead of the text's first line")
        parser.add_argument("--language", default="en", help="as in en, uk, pt-BR (default: en)")
        parser.add_argument("--url", help="where readers find it; each address is kept once")
        parser.add_argument(
            "--publisher", default="", help="slug, name or alias of a source; added when unknown"
        )
        parser.add_argument("--published", metavar="DATE", help="the date it gives: 2024-10-24")

    def handle(self, *args: Any, **options: Any) -> None:
        published_on = _date_of(options["published"])
        try:
            draft = read_article_text(_bytes_of(options["file"]), options["headline"])
            publisher_is_new = publisher_called(options["publisher"]) is None
            article = take_in(
                draft,
                by=None,
                publisher=options["publisher"],
                language=options["language"],
                url=options["url"],
                published_at=published_on,
            )
        except ValidationError as error:
            kept = _kept_at(options["url"], error)
            raise CommandError(kept or _in_one_sentence(error, options["file"])) from error
        self._report(article, draft, options, publisher_is_new)

    def _report(
        self, article: Article, draft: ArticleDraft, options: dict[str, Any], publisher_is_new: bool
    ) -> None:
        """Say what was taken for granted, so that it can be put right."""
        publisher = str(article.publisher or "none given")
        if article.publisher and publisher_is_new:
            publisher += f", not known before: added as a media outlet ({article.publisher.slug})"
        headline = "" if options["headline"] else " (the first line)"
        lines, letters = len(draft.text.strip().split("\n")), len(draft.text)
        self.stdout.write(
            f"Added: {article.headline}{headline}\n"
            f"  text       {lines:,} lines, {letters:,} characters; readers see quotes only\n"
            f"  language   {article.language}\n"
            f"  publisher  {publisher}\n"
            f"  published  {article.published_at or 'no date given'}\n"
            f"  URL        {article.url or 'none given'}\n"
            f"Mark its claims at {_admin_address(article)}"
        )


def _admin_address(article: Article) -> str:
    page = reverse("admin:claims_article_change", args=[article.public_id])
    return f"{settings.PUBLIC_URL}{page}"


def _bytes_of(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from error


def _date_of(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise CommandError(f"--published {text} is no date; write it as 2024-10-24.") from error


def _kept_at(url: str | None, error: ValidationError) -> str:
    """Where a text goes whose article is here already; empty where something else is wrong."""
    problems = error.update_error_dict({}).get("url", ())
    article = Article.objects.filter(url=url).first()
    if article is None or not any(problem.code == "unique" for problem in problems):
        return ""
    page = reverse("admin:claims_article_revise", args=[article.public_id])
    return (
        f"--url: There is an article with this URL already: “{article}”. If its text has changed, "
        f"keep the new version of the text at {settings.PUBLIC_URL}{page}"
    )


def _in_one_sentence(error: ValidationError, file: str) -> str:
    """The first problem, with the option that it is about."""
    field, messages = next(iter(error.message_dict.items()))
    name = "standard input" if file == "-" else file
    place = {"text": name, "__all__": "This article"}.get(field, f"--{field}")
    return f"{place}: {messages[0]}"
