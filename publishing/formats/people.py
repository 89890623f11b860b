"""Who says what, in a document's attributions."""

from collections.abc import Mapping
from typing import Any

ASSERTS = "asserts"


def claimant_of(document: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The attribution of the claimant: the first that asserts the claim."""
    return next((each for each in document["attributions"] if each["stance"] == ASSERTS), None)
