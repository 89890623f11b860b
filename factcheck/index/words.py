"""Words: how a search is read, and what of a text is worth looking for."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise
from typing import Final, NamedTuple

# Parts of a search beyond this are not looked for; a longer word is found nowhere.
MOST_PARTS, LONGEST_WORD = 32, 100

# Scripts that set no space between words: Thai to Khmer, kana, Han, Hangul.
UNSEGMENTED: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
# Of such a text the beginning that is ranked by.
MOST_PAIRED: Final = 2_000
# Whatever is neither letter, number nor mark; for databases whose own classes follow a locale.
SEPARATORS: Final = (
    "\u0001-/:-@[-`{-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7"
    "\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u3000-\u3004\u3008-\u3020"
)

# What stands above or below letters; folding takes it off.
MARKS: Final = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)

_UNSEGMENTED: Final = re.compile(f"[{UNSEGMENTED}]")
_RUN: Final = re.compile(f"[{UNSEGMENTED}]+|[^{UNSEGMENTED}]+")
_MARKED: Final = re.compile(f"[{MARKS}]")
_QUOTED: Final = re.compile(r"[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]|([^\s\"“”„«»]+)")
_ADDRESS: Final = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S+", re.IGNORECASE)
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORD: Final = re.compile(r"[^\W_]+")
# The same on both databases, or they would rank differently.
STOP_WORDS: Final = frozenset(
    re.findall(
        r"\w+",
        """
        a about above after again against all also am an and any are as at be because been before
        being below between both but by can could did do does doing down during each few for from
        further had has have having he her here hers herself him himself his how i if in into is it
        its itself just me more most my myself no nor not now of off on once only or other our ours
        ourselves out over own s same she should so some such t than that the their theirs them
        themselves then there these they this those through to too under until up very was we were
        what when where which while who whom why will with would you your yours yourself yourselves
        via rt amp says said say
        """,
    )
)


class Part(NamedTuple):
    """
    One thing that has to be in a row: its words in this order.

    The last of them may be only the `beginning` of a word. A part `within` words stands in a
    script without spaces, where nobody knows what a word is.
    """

    words: tuple[str, ...]
    beginning: bool = False
    within: bool = False

    @property
    def text(self) -> str:
        return " ".join(self.words)


def read(search: str) -> list[Part]:
    """What a search asks for: words, phrases in quotation marks, and a last word half typed."""
    search = unicodedata.normalize("NFC", search.replace("\x00", " "))
    parts = []
    for match in _QUOTED.finditer(search):
        quoted, loose = match.groups()
        finished = quoted is not None or match.end() < len(search)
        parts += _parts(quoted if loose is None else loose, beginning=not finished)
        if len(parts) >= MOST_PARTS:
            break
    telling = [part for part in parts if part.text.lower() not in STOP_WORDS or part.beginning]
    return (telling or parts)[:MOST_PARTS]


def read_all(searches: Iterable[str]) -> list[list[Part]]:
    """What each of these searches asks for, without those that hold no word."""
    return [parts for parts in map(read, searches) if parts]


def _parts(text: str, *, beginning: bool) -> list[Part]:
    if _UNSEGMENTED.search(text):
        return [Part((run.lower(),), within=True) for run in text.split()]
    words = tuple(word for word in runs(text) if folded(word).strip())
    return [Part(words, beginning)] if words else []


def runs(text: str) -> list[str]:
    """The text’s runs of letters, numbers and marks."""
    if text.isascii():
        return _WORD.findall(text)
    spaced = "".join(c if unicodedata.category(c)[0] in "LNM" else " " for c in text)
    return spaced.split()


def telling_words(text: str) -> list[str]:
    """
    The words of a text that say what it is about, in small letters, in order and each once.

    Without addresses and stop words; #CamelCase is two words.
    """
    composed = unicodedata.normalize("NFC", text)
    if "." in composed or ":" in composed:
        composed = _ADDRESS.sub(" ", composed)
    words = words_in(_CAMEL.sub(" ", composed))
    return [
        word
        for word in dict.fromkeys(words)
        if word not in STOP_WORDS and len(word) <= LONGEST_WORD
    ]


def words_in(text: str) -> list[str]:
    """
    Every word of a text, in small letters, as often as it stands there.

    Where a script sets no spaces, every two neighbours are a word, as they are in a ranked index.
    """
    words = runs(unicodedata.normalize("NFC", text).lower())
    if not _UNSEGMENTED.search(text):
        return words
    return [pair for word in words for run in _RUN.findall(word) for pair in _pairs(run)]


def _pairs(run: str) -> list[str]:
    if len(run) == 1 or not _UNSEGMENTED.match(run):
        return [run]
    return [one + other for one, other in pairwise(run)]


def folded(text: str) -> str:
    """Small letters without diacritics."""
    if text.isascii():
        return text.lower()
    return _MARKED.sub("", unicodedata.normalize("NFKD", text)).lower()
