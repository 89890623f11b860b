"""
Statements and drafts that nobody wrote, for want of some that may be published.

Sentences of the seeds' articles in which most words are made up and follow Zipf's law, so that a
few stand in very many statements and most in next to none (their number grows with the root of the
text's: Heaps' law). Everything follows from the seed.
"""

import re
from collections.abc import Iterator
from random import Random
from typing import Any, Final

from claims.suggestions.sentences import sentences
from factcheck.index.words import STOP_WORDS, telling_words
from seeds.bridge.articles import IN_THE_GAZETTE
from seeds.troops.article import TEXT

SEED: Final = 9
QUERIES: Final = 400
DRAFT: Final = 20_000
# The share of a sentence's own words that made-up ones take the place of.
REPLACED: Final = 0.8
# What says less is no statement.
FEWEST: Final = 8
_WORD: Final = re.compile(r"[^\W\d_]+")
_CONSONANTS, _VOWELS = "bcdfghjklmnprstvz", "aeiou"


def statements(count: int) -> list[str]:
    """So many statements."""
    chance = Random(SEED)
    words = _words(int(150 * count**0.5), chance)
    shares = [1 / rank for rank in range(10, len(words) + 10)]
    prose = [_shortened(each) for each in _prose()]
    taken = chance.choices(words, shares, k=count * 16)
    return [_said(chance.choice(prose), taken, chance) for _ in range(count)]


def queries(said: list[str]) -> list[dict[str, Any]]:
    """Half of a statement's words in another order, one of them with two letters swapped."""
    chance = Random(SEED)
    asked = chance.sample(range(len(said)), min(QUERIES, len(said)))
    return [{"text": _garbled(said[each].split(), chance), "relevant": [each]} for each in asked]


def draft(said: list[str], share: float) -> str:
    """A text of 20,000 characters; of so many of its sentences the statement is on record."""
    chance = Random(SEED)
    others = statements(1_000)
    text = ""
    while len(text) < DRAFT:
        text += chance.choice(said if chance.random() < share else others) + " "
    return text[:DRAFT]


def _prose() -> Iterator[str]:
    for text in (TEXT, IN_THE_GAZETTE):
        for each in sentences(text):
            sentence = text[each.start : each.end]
            if len(telling_words(sentence)) >= FEWEST:
                yield sentence


def _shortened(sentence: str) -> str:
    """A statement is shorter than what it is taken from."""
    return " ".join(sentence.split()[:18]).rstrip(".,;:?") + "."


def _said(sentence: str, taken: list[str], chance: Random) -> str:
    def other(word: re.Match[str]) -> str:
        stays = word[0].lower() in STOP_WORDS or chance.random() > REPLACED
        return word[0] if stays else taken.pop()

    return _WORD.sub(other, sentence)


def _words(count: int, chance: Random) -> list[str]:
    """Made-up words, the most frequent among the shorter ones."""
    made: dict[str, None] = {}
    while len(made) < count:
        syllables = chance.choice((2, 3) if len(made) < 5_000 else (3, 4))
        letters = (chance.choice(_CONSONANTS) + chance.choice(_VOWELS) for _ in range(syllables))
        made["".join(letters) + "n"] = None
    return list(made)


def _garbled(words: list[str], chance: Random) -> str:
    telling = [word for word in words if word.lower() not in STOP_WORDS]
    kept = chance.sample(telling, max(3, len(telling) // 2))
    word = kept[0]
    kept[0] = word[:2] + word[3] + word[2] + word[4:] if len(word) > 4 else word
    return " ".join(kept)
