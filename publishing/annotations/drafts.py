"""A claim that readers do not see yet, told as its document would tell it."""

from typing import Any

from claims.models import Claim
from claims.record.canonical import instant
from claims.record.document import Edition, document_of, selectors_of

NOT_YET = "unpublished"


def draft_document(claim: Claim) -> dict[str, Any]:
    """
    The claim with the verdict that is being written, in a document's shape; without one the
    verdict is null.
    """
    verdict = claim.verdicts.in_work().first()
    edited_at = claim.created_at if verdict is None else verdict.edited_at
    edition = Edition(0, NOT_YET, "", claim.created_at, edited_at)
    if verdict is not None:
        return document_of(claim, verdict, edition)
    return {
        "id": claim.public_id,
        "first_published_at": instant(claim.created_at),
        "published_at": instant(edited_at),
        "language": claim.article.language,
        "claim": {"statement": claim.statement, "selectors": selectors_of(claim)},
        "article": {
            "id": claim.article.public_id,
            "url": claim.article.url,
            "revision": claim.revision.number,
        },
        "verdict": None,
        "evidence": [],
    }


def version_of(claim: Claim) -> str:
    """What changes whenever the claim or the verdict in work does: what If-Match compares."""
    versions = claim.verdicts.in_work().values_list("version", flat=True)
    return ".".join(map(str, [claim.version, *versions]))
