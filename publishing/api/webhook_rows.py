"""Subscriptions and their deliveries as the API shows them."""

from typing import Any

from claims.record import ledger
from factcheck.rest.rows import joined, reference
from publishing.models import Delivery

RATING, SOURCE = ("slug", "name"), ("name", "slug")

COLUMNS = (
    "pk",
    "public_id",
    "name",
    "url",
    "kinds",
    *joined("rating", RATING),
    *joined("source", SOURCE),
    "site",
    "cursor",
    "disabled_at",
    "disabled_reason",
    "failures",
    "next_attempt_at",
    "test_requested_at",
    "version",
    "created_at",
)

DELIVERY_COLUMNS = (
    "pk",
    "public_id",
    "sequence",
    "event",
    "message",
    "attempt",
    "at",
    "request_headers",
    "request_digest",
    "status",
    "response_headers",
    "response_start",
    "milliseconds",
    "error",
    "next_attempt_at",
)
DELIVERY_ORDERINGS = {"at": ("at", "public_id")}


def webhook_rows(rows: list[dict[str, Any]], *, desk: bool) -> list[dict[str, Any]]:
    """The rows of COLUMNS as the API shows them, in one query more."""
    head = ledger.head().sequence
    return [_webhook_row(row, head) for row in rows]


def _webhook_row(row: dict[str, Any], head: int) -> dict[str, Any]:
    return {
        "id": row["public_id"],
        "name": row["name"],
        "url": row["url"],
        "kinds": row["kinds"],
        "rating": reference(row, "rating", RATING),
        "source": reference(row, "source", SOURCE),
        "site": row["site"] or None,
        # Only the answer to its creation has it.
        "secret": None,
        "enabled": row["disabled_at"] is None,
        "disabled_at": row["disabled_at"],
        "disabled_reason": row["disabled_reason"] or None,
        "cursor": row["cursor"],
        "behind": head - row["cursor"],
        "failures": row["failures"],
        "next_attempt_at": row["next_attempt_at"],
        "test_requested_at": row["test_requested_at"],
        "version": row["version"],
        "created_at": row["created_at"],
    }


def delivery_rows(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of DELIVERY_COLUMNS as the API shows them."""
    return [_delivery_row(row) for row in rows]


def _delivery_row(row: dict[str, Any]) -> dict[str, Any]:
    answered = row["status"] is not None
    return {
        "id": row["public_id"],
        "event": row["event"],
        "sequence": row["sequence"],
        "message": row["message"],
        "attempt": row["attempt"],
        "at": row["at"],
        "delivered": Delivery(status=row["status"]).was_taken,
        "request": {"headers": row["request_headers"], "digest": row["request_digest"]},
        "response": {
            "status": row["status"],
            "headers": row["response_headers"],
            "start": row["response_start"],
        }
        if answered
        else None,
        "milliseconds": row["milliseconds"],
        "error": row["error"] or None,
        "next_attempt_at": row["next_attempt_at"],
    }
