"""Typography set aside: curly quotes, hyphens and runs of white space, with the way back."""

import re
from bisect import bisect_right

_RUN = re.compile(r"\s\s+")
_SPACE = re.compile(r"\s")
_PLAIN_FORMS = {
    "'": "\u2018\u2019\u201a\u201b\u02bc\u2032",
    '"': "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb",
    "-": "\u2010\u2011",
}


def fold(text: str) -> str:
    """A text with straight quotation marks and hyphens, and one blank for each white space run."""
    return _RUN.sub(" ", _flatten(text))


class FoldedText:
    """A text to search without regard to typography, and the way back to its offsets."""

    def __init__(self, text: str) -> None:
        flat = _flatten(text)
        self.folded = _RUN.sub(" ", flat)
        # Folded offset just after each shortened run, and what was dropped up to there.
        self._after: list[int] = []
        self._dropped: list[int] = [0]
        for run in _RUN.finditer(flat):
            self._after.append(run.start() - self._dropped[-1] + 1)
            self._dropped.append(self._dropped[-1] + len(run[0]) - 1)

    def unfold(self, offset: int) -> int:
        """The offset in the text of an offset in `folded`."""
        return offset + self._dropped[bisect_right(self._after, offset)]


def _flatten(text: str) -> str:
    return _SPACE.sub(" ", straighten(text))


def straighten(text: str) -> str:
    """A text of the same length with straight quotation marks and plain hyphens."""
    if text.isascii():
        return text
    # Many times faster than str.translate, whose table is looked up for every character.
    for plain, forms in _PLAIN_FORMS.items():
        for form in forms:
            text = text.replace(form, plain)
    return text
