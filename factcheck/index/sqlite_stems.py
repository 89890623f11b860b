"""Stems as FTS5 keeps them: it folds fewer letters than Python does, and stems byte by byte."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing

from factcheck.index.sqlite_schema import TOKENIZER
from factcheck.index.stems import stem, stem_by_bytes

# What the tokenizer makes of a letter: another one, nothing, or a space where it ends a word.
_folded: dict[int, str] = {}


def stems_of(words: Iterable[str]) -> list[str]:
    """The stems of these words in small letters, in their order."""
    text = " ".join(words)
    if text.isascii():
        return [_stem(word) for word in text.split()]
    if news := {letter for letter in set(text) if ord(letter) not in _folded}:
        _folded.update(_asked(news))
    return [_stem(word) for word in text.translate(_folded).split()]


def _stem(word: str) -> str:
    return stem(word) if word.isascii() and word.isalpha() else stem_by_bytes(word)


def _asked(letters: set[str]) -> dict[int, str]:
    """The letters as the tokenizer folds them, each between two figures."""
    with closing(sqlite3.connect(":memory:")) as database:
        tokenizer = TOKENIZER.removeprefix("porter ")
        database.execute(f'CREATE VIRTUAL TABLE asked USING fts5(text, tokenize = "{tokenizer}")')
        database.execute("CREATE VIRTUAL TABLE told USING fts5vocab('asked', 'instance')")
        text = " ".join(f"0{letter}0" for letter in letters)
        database.execute("INSERT INTO asked (text) VALUES (?)", [text])
        told = database.execute("SELECT term FROM told ORDER BY offset").fetchall()
    terms = iter(term for (term,) in told)
    found = {}
    for letter in letters:
        term = next(terms)
        is_separator = term == "0" and next(terms) == "0"
        found[ord(letter)] = " " if is_separator else term[1:-1]
    return found
