"""The form in which a text is kept: NFC, line feeds, nothing that a database refuses."""

import re
import unicodedata

from claims.anchoring.errors import AnchoringError

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
# A byte order mark is invisible inside a text, a soft hyphen everywhere but at a line's end.
_INVISIBLE = re.compile("[\ufeff\u00ad]")


def normalise(text: str) -> str:
    """
    The one form in which texts are stored and offsets counted.

    NFC, line ends LF, without byte order marks and soft hyphens.

    Idempotent. Raises AnchoringError (a ValueError) for a NUL or a lone surrogate.
    """
    unstorable = _UNSTORABLE.search(text)
    if unstorable:
        # PostgreSQL stores no NUL, and a lone surrogate has no UTF-8 form.
        raise AnchoringError(
            f"The text has a character that cannot be stored, U+{ord(unstorable[0]):04X}, "
            f"at offset {unstorable.start()}. Paste the text again without it."
        )
    # Everywhere, not only in front: texts are pasted together.
    # Before NFC, so that what they kept apart is composed in the same pass.
    text = _INVISIBLE.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)
