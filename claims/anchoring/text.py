"""The form in which a text is kept: NFC, line feeds, nothing that a database refuses."""

import re
import unicodedata

from claims.anchoring.errors import AnchoringError

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_BYTE_ORDER_MARK = "\ufeff"


def normalise(text: str) -> str:
    """
    The one form in which texts are stored and offsets counted: NFC, line ends LF, no BOM.

    Idempotent. Raises AnchoringError (a ValueError) for a NUL or a lone surrogate.
    """
    unstorable = _UNSTORABLE.search(text)
    if unstorable:
        # PostgreSQL stores no NUL, and a lone surrogate has no UTF-8 form.
        raise AnchoringError(
            f"The text has a character that cannot be stored, U+{ord(unstorable[0]):04X}, "
            f"at offset {unstorable.start()}. Paste the text again without it."
        )
    # Everywhere, not only in front: texts are pasted together, and inside a text it is invisible.
    # Before NFC, so that what it kept apart is composed in the same pass.
    text = text.replace(_BYTE_ORDER_MARK, "").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)
