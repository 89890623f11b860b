"""Anchor: the exact words of an article that a claim stands on."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from claims.anchoring import AnchoringError, context, locate

CONTEXT = 32

# What says where the words are; the rest follows from it.
ANCHOR_INPUT = frozenset({"quote", "start", "end", "prefix", "suffix"})


class Anchored(models.Model):
    """
    A span of one article revision: `text[start:end] == quote`, offsets in code points.

    `prefix` and `suffix` are up to 32 characters of the text on either side.
    """

    quote = models.TextField(help_text="The article's own words, exactly as they stand there.")
    prefix = models.CharField(max_length=CONTEXT, blank=True, editable=False)
    suffix = models.CharField(max_length=CONTEXT, blank=True, editable=False)
    start = models.PositiveIntegerField(editable=False)
    end = models.PositiveIntegerField(editable=False)

    class Meta:
        abstract = True

    def anchor_values(
        self,
        revision: Any,
        quote: str = "",
        *,
        start: int | None = None,
        end: int | None = None,
        prefix: str = "",
        suffix: str = "",
    ) -> dict[str, Any]:
        """The fields that put the anchor on these words. Raises ValidationError on `quote`."""
        if not quote and start is not None and end is not None:
            quote = revision.text[start:end]
        try:
            span = locate(revision.text, quote, prefix=prefix, suffix=suffix, start=start, end=end)
        except AnchoringError as error:
            raise ValidationError({"quote": str(error)}) from error
        return {"revision": revision} | place_in(revision.text, span.start, span.end)

    def anchor_to(self, revision: Any, quote: str, **hints: Any) -> None:
        """Stand on these words, without saving. Raises ValidationError on `quote`."""
        for name, value in self.anchor_values(revision, quote, **hints).items():
            setattr(self, name, value)


def place_in(text: str, start: int, end: int | None) -> dict[str, Any]:
    """The words at this span, with what stands around them."""
    before, after = context(text, start, end or start, CONTEXT)
    return {
        "quote": text[start:end],
        "start": start,
        "end": end,
        "prefix": before,
        "suffix": after,
    }
