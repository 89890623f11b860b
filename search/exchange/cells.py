"""Cells: values as a spreadsheet shows them, and no formula among them."""

import re
from typing import Any

import orjson

# What a spreadsheet takes for a formula when a cell begins with it, the full-width signs of East
# Asian keyboards too (https://owasp.org/www-community/attacks/CSV_Injection). A cell that begins
# with apostrophes before one gets another, so that taking one away gives back exactly what was.
_LIVE = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_DEFUSED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")
# A number does nothing, so it stays one: -5 is less than 3 in a spreadsheet too.
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?\Z")


def cell_of(value: Any) -> str:
    """A value as a cell's text: nothing is empty, lists are JSON, and no text is a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return orjson.dumps(value).decode()
    return defused(str(value))


def defused(text: str) -> str:
    """The text with an apostrophe before it, where a spreadsheet would run it as a formula."""
    return f"'{text}" if _LIVE.match(text) and not _NUMBER.match(text) else text


def text_of(cell: str) -> str:
    """What `defused` was given."""
    return cell[1:] if _DEFUSED.match(cell) else cell
