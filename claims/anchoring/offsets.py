"""Offsets: Python counts code points, JavaScript UTF-16 units."""

from claims.anchoring.errors import AnchoringError


def utf16_to_code_points(text: str, offset: int) -> int:
    """
    The code-point offset of a UTF-16 one (JavaScript's, Hypothesis').

    Raises AnchoringError for an offset outside the text or between the halves of one character.
    """
    if text.isascii():
        units = len(text)
        code_points = offset
    else:
        encoded = text.encode("utf-16-le")
        units = len(encoded) // 2
        try:
            code_points = len(encoded[: max(offset, 0) * 2].decode("utf-16-le"))
        except UnicodeDecodeError:
            message = f"UTF-16 offset {offset} falls between the two halves of one character."
            raise AnchoringError(message) from None
    _refuse_outside(offset, units, "UTF-16 units")
    return code_points


def code_points_to_utf16(text: str, offset: int) -> int:
    """The UTF-16 offset of a code-point one. Raises AnchoringError for one outside the text."""
    _refuse_outside(offset, len(text), "characters")
    return len(text[:offset].encode("utf-16-le")) // 2


def _refuse_outside(offset: int, length: int, unit: str) -> None:
    if not 0 <= offset <= length:
        raise AnchoringError(f"Offset {offset} lies outside the text, which has {length} {unit}.")
