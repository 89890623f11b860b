"""
Signatures of Standard Webhooks (https://www.standardwebhooks.com), and the secrets behind them.

A secret follows from SECRET_KEY and the seed that its subscription keeps: it can be used to sign
at any time, and a copy of the database alone is worth nothing.
"""

import base64
import secrets
from datetime import UTC, datetime

from django.utils.crypto import salted_hmac
from standardwebhooks import Webhook

SEED_LENGTH = 32


def new_seed() -> str:
    """128 random bits, hexadecimal."""
    return secrets.token_hex(SEED_LENGTH // 2)


def secret_of(seed: str) -> str:
    """The secret that belongs to a seed under this SECRET_KEY: `whsec_` and 256 bits in base64."""
    key = salted_hmac("publishing.webhook", seed, algorithm="sha256").digest()
    return f"whsec_{base64.b64encode(key).decode()}"


def signed(body: bytes, *, message: str, secret: str, at: datetime) -> dict[str, str]:
    """The three headers with which a receiver verifies this body, sent at this moment."""
    # The package takes the clock's digits for UTC whatever the zone.
    now = at.astimezone(UTC)
    return {
        "webhook-id": message,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": Webhook(secret).sign(message, now, body.decode()),
    }
