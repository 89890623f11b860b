"""What somebody typed, for when the form they typed it into is gone."""

import re
from typing import Any

_MACHINERY = re.compile(
    r"(\A_|csrfmiddlewaretoken|version|-(TOTAL|INITIAL|MIN_NUM|MAX_NUM)_FORMS|-ORDER|-id\Z|-kept\Z)"
)
_ROW = re.compile(r"\A(?P<list>[a-z]+)-(?P<number>\d+)-(?P<field>\w+)\Z")


def typed_values(posted: Any) -> list[tuple[str, str]]:
    """Every value of a form that carries words, with its field's name in words."""
    return [
        (_in_words(key), value)
        for key, values in posted.lists()
        if not _MACHINERY.search(key)
        for value in values
        # Numbers alone are the keys of what was chosen, which says nothing here.
        if value.strip() and not value.isdigit()
    ]


def _in_words(key: str) -> str:
    row = _ROW.match(key)
    if row:
        number = int(row["number"]) + 1
        return f"{row['list'].capitalize()} {number}: {_plain(row['field'])}"
    return _plain(key).capitalize()


def _plain(name: str) -> str:
    return name.replace("-", " ").replace("_", " ")
