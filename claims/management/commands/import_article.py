"""manage.py import_article: a text or a web page becomes an article, ready for its claims."""

import shlex
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
from claims.models.kept_once import existing_in
from claims.webpages.fetching import fetch_page
from claims.webpages.page import Page, read_page


class Command(BaseCommand):
    """Adds an article, or nothing at all and a sentence that says why not."""

    help = (
        "Add an article from a UTF-8 text file (- reads standard input), from a saved web page, or "
        "from a page of a host in FETCH_ALLOWED_HOSTS. Prints what the page says of itself; the "
        "options say otherwise."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", help="the text file, or - for standard input")
        parser.add_argument("--html", metavar="FILE", help="a saved web page, or - for one")
        parser.add_argument("--fetch", metavar="URL", help="the address of a page to fetch")
        parser.add_argument("--headline", default="", help="instead of the text's first line")
        parser.add_argument("--language", help="as in en, uk, pt-BR (en, unless a page says)")
        parser.add_argument("--url", help="where readers find it; each address is kept once")
        parser.add_argument(
            "--publisher", default="", help="slug, name or alias of a source; added when unknown"
        )
        parser.add_argument("--published", metavar="DATE", help="the date it gives: 2024-10-24")

    def handle(self, *args: Any, **options: Any) -> None:
        ways = [options[way] for way in ("file", "html", "fetch") if options[way]]
        if len(ways) != 1:
            raise CommandError("Name one: a text file, --html FILE or --fetch URL.")
        published_on = _date_of(options["published"])
        url = options["url"]
        try:
            page = _page_of(options)
            url = url or (page.url if page else None)
            draft = page.draft if page else read_article_text(_bytes_of(options["file"]))
            if options["headline"].strip():
                draft = draft._replace(headline=options["headline"].strip())
            publisher = options["publisher"] or (page.publisher if page else "")
            publisher_is_new = publisher_called(publisher) is None
            article = take_in(
                draft,
                by=None,
                publisher=publisher,
                language=options["language"] or (page.language if page else "") or "en",
                url=url,
                published_at=published_on or (page.published_at if page else None),
            )
        except ValidationError as error:
            kept = _kept_at(error)
            raise CommandError(kept or _in_one_sentence(error, ways[0])) from error
        self._report(article, draft, _told(page, options), publisher_is_new)
        if page and page.reviews:
            saved = options["html"] if options["html"] not in (None, "-") else "FILE"
            self.stdout.write(
                f"ClaimReview in the page: {len(page.reviews)}. To import that too, of the saved "
                f"page: manage.py import_claimreview {shlex.quote(saved)}"
                + (f" --page {shlex.quote(url)}" if url else "")
            )

    def _report(
        self, article: Article, draft: ArticleDraft, told: dict[str, str], publisher_is_new: bool
    ) -> None:
        """Say what was taken for granted, so that it can be put right."""
        publisher = str(article.publisher or "none given") + told["publisher"]
        if article.publisher and publisher_is_new:
            publisher += f", not known before: added as a media outlet ({article.publisher.slug})"
        lines, letters = len(draft.text.strip().split("\n")), len(draft.text)
        self.stdout.write(
            f"Added: {article.headline}{told['headline']}\n"
            f"  text       {lines:,} lines, {letters:,} characters; readers see quotes only\n"
            f"  language   {article.language}{told['language']}\n"
            f"  publisher  {publisher}\n"
            f"  published  {article.published_at or 'no date given'}{told['published_at']}\n"
            f"  URL        {article.url or 'none given'}{told['url']}\n"
            f"Mark its claims at {_admin_address(article)}"
        )


def _page_of(options: dict[str, Any]) -> Page | None:
    """The page that was named, read; None for a text."""
    if options["fetch"]:
        return read_page(**fetch_page(options["fetch"])._asdict())
    return read_page(_bytes_of(options["html"])) if options["html"] else None


def _told(page: Page | None, options: dict[str, Any]) -> dict[str, str]:
    """Where each value stands in the page, for those that no option gives."""
    option = {"published_at": "published"}
    told = dict.fromkeys(("headline", "language", "publisher", "published_at", "url"), "")
    if not options["headline"].strip():
        told["headline"] = " (the first line)"
    for name, place in (page.where if page else {}).items():
        if not options[option.get(name, name)]:
            told[name] = f" ({place})"
    if page and not options["language"] and not page.language:
        told["language"] = " (assumed: the page does not say)"
    return told


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


def _kept_at(error: ValidationError) -> str:
    """Where a text goes whose article is here already; empty where something else is wrong."""
    existing = existing_in(error, field="url")
    if existing is None:
        return ""
    page = reverse("admin:claims_article_revise", args=[existing])
    return (
        f"--url: {error.message_dict['url'][0]} If its text has changed, "
        f"keep the new version of the text at {settings.PUBLIC_URL}{page}"
    )


def _in_one_sentence(error: ValidationError, file: str) -> str:
    """The first problem, with the option that it is about."""
    field, messages = next(iter(error.message_dict.items()))
    name = "standard input" if file == "-" else file
    place = {"text": name, "__all__": "This article"}.get(field, f"--{field}")
    return f"{place}: {messages[0]}"
