"""Likeness: names and questions that are the same but for the way they are written, as one key."""

import re
import unicodedata
from typing import Any, ClassVar

from django.db import models

from factcheck.index.keys import KEY_LENGTH, key_of_text
from factcheck.index.words import folded

# Letters that no norm takes apart, as those who have none of them on their keyboard write them.
PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "ß": "ss"})
PLAIN |= str.maketrans({"æ": "ae", "œ": "oe"})
# Apostrophes that count as letters.
APOSTROPHES = re.compile("[\u02b9-\u02c1\u02c8]")
# Of signs only those that say something stay: “C++”, “€”.
SILENT = {"P", "Z", "C"}


def likeness(text: str) -> str:
    """
    The key of a text without case, spacing, diacritics and punctuation: 128 bits of its SHA-256.

    What is nothing but punctuation keeps it.
    """
    plain = folded(APOSTROPHES.sub("", text)).translate(PLAIN)
    said = "".join(each for each in plain if not _is_silent(each))
    return key_of_text(said or " ".join(plain.split()))


def _is_silent(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in SILENT or category == "Sk"


class Alike(models.Model):
    """
    A row that is found by what it is called, however that is written.

    `likeness` is the key of what `named_by` names.

    A column, because no database can compute it. Empty in what an earlier version stores while it
    still runs beside this one; such a row gets its key with its next edit.
    """

    likeness = models.CharField(max_length=KEY_LENGTH, null=True, editable=False)

    named_by: ClassVar[str] = "name"

    class Meta:
        abstract = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Of named values: a fixture's row goes through no verb, and by hand has no key."""
        super().__init__(*args, **kwargs)
        if kwargs and not args:
            self.likeness = likeness(getattr(self, self.named_by))

    def _write(self, values: dict[str, Any], **how: Any) -> bool:
        """With the key, which follows the name."""
        name = values.get(self.named_by, getattr(self, self.named_by))
        return super()._write(values | {"likeness": likeness(name)}, **how)  # type: ignore[misc]

    def _is_news(self, difference: Any) -> bool:
        return difference.field != "likeness" and super()._is_news(difference)  # type: ignore[misc]
