"""Articles as the API shows them."""

from typing import Any

from django.db.models import OuterRef, Subquery

from claims.models import ArticleRevision
from factcheck.rest.rows import joined, reference
from sources.api.rows import BRIEF

_latest = ArticleRevision.objects.filter(article=OuterRef("pk")).order_by("-number")

# Selected by name, so that one statement brings each article with its latest text.
WITH_LATEST_TEXT = {
    "revision_number": Subquery(_latest.values("number")[:1]),
    "latest_text": Subquery(_latest.values("text")[:1]),
}

COLUMNS = (
    "pk",
    "public_id",
    "headline",
    "url",
    *joined("publisher", BRIEF),
    "publisher__public_since",
    "language",
    "published_at",
    "text_is_public",
    "revision_number",
    "latest_text",
    "version",
    "created_at",
)


def article_rows(rows: list[dict[str, Any]], *, desk: bool) -> list[dict[str, Any]]:
    """The rows of COLUMNS as the API shows them. Readers get a text only if it may be public."""
    return [_article_row(row, desk=desk) for row in rows]


def _article_row(row: dict[str, Any], *, desk: bool) -> dict[str, Any]:
    publisher_is_seen = desk or row["publisher__public_since"] is not None
    return {
        "id": row["public_id"],
        "headline": row["headline"],
        "url": row["url"],
        "publisher": reference(row, "publisher", BRIEF) if publisher_is_seen else None,
        "language": row["language"],
        "published_at": row["published_at"],
        "text_is_public": row["text_is_public"],
        "revision": row["revision_number"],
        "text": row["latest_text"] if desk or row["text_is_public"] else None,
        "version": row["version"],
        "created_at": row["created_at"],
    }
