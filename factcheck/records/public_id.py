"""Public ids: the only names of a row that leave the database."""

import hashlib
import secrets

from django.core.validators import RegexValidator
from django.db import models

# Crockford's base32 in lower case: no i, l, o or u, so an id survives being read aloud.
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 10

validate_public_id = RegexValidator(
    rf"\A[{ALPHABET}]{{{LENGTH}}}\Z",
    f"An id is {LENGTH} characters of 0-9 and a-z without i, l, o and u.",
)


def new_public_id() -> str:
    """Ten random characters (50 bits) of Crockford's base32."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def public_id_from(key: str) -> str:
    """The id that always belongs to `key`: for parts of a row, and for a story told again."""
    number = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big")
    return "".join(ALPHABET[(number >> (5 * place)) & 31] for place in range(LENGTH))


def is_public_id(text: str) -> bool:
    """Whether the text could be the id of a row."""
    return len(text) == LENGTH and set(text) <= set(ALPHABET)


class PublicIdField(models.CharField):
    """A unique id of ten characters, random unless given."""

    def __init__(self, **kwargs: object) -> None:
        kwargs.setdefault("max_length", LENGTH)
        kwargs.setdefault("unique", True)
        kwargs.setdefault("default", new_public_id)
        kwargs.setdefault("editable", False)
        kwargs.setdefault("verbose_name", "id")
        kwargs.setdefault("validators", [validate_public_id])
        super().__init__(**kwargs)  # type: ignore[arg-type]
