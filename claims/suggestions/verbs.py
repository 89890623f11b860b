"""Which words of a sentence speak, and how they take a stand."""

from typing import Final

from claims.suggestions.suggestion import ASSERTS, DENIES, DOUBTS, Stance
from claims.suggestions.tokens import Tokens
from claims.suggestions.vocabulary import (
    ALSO_NOUNS,
    ASSERTING,
    BETWEEN,
    CALLING,
    CONFIRMING,
    DENYING,
    DETERMINERS,
    DOUBTING,
    LIES,
    NEGATIONS,
    PREPOSITIONS,
    WITH,
    WITHIN,
)

# How far on a verb's object is looked for; this bounds the time.
_REACH: Final = 80


def stance_of(tokens: Tokens, index: int) -> Stance | None:
    """How the verb here takes a stand; None where it does not speak."""
    word = tokens.low(index)
    if word in ALSO_NOUNS and _is_noun(tokens, index):
        return None
    negated = _is_negated(tokens, index)
    if negated:
        return DOUBTS if word in CONFIRMING else None
    if word in DENYING:
        return DENIES
    if word in DOUBTING:
        return DOUBTS
    if word in CALLING:
        return DENIES if _calls_it_a_lie(tokens, index) else None
    if word in WITH:
        follows = {tokens.low(at) for at in range(index + 1, index + 1 + WITHIN)}
        if WITH[word] not in follows:
            return None
        return DENIES if WITH[word] == "out" else ASSERTS
    if word in ASSERTING:
        return DENIES if _calls_it_a_lie(tokens, index) else ASSERTS
    return None


def _is_noun(tokens: Tokens, index: int) -> bool:
    """ "The claims", "Putin’s reported regret", "latest claim"."""
    before = tokens.at(index - 1)
    if before.possessive or before.low in DETERMINERS - {"all", "both"}:
        return True
    return before.low in PREPOSITIONS or before.low.endswith(("est", "ous", "ive"))


def _is_negated(tokens: Tokens, index: int) -> bool:
    for at in range(index - 1, max(-1, index - 5), -1):
        word = tokens.low(at)
        if word in NEGATIONS or word.endswith(("n't", "n’t")):
            return True
        if word not in BETWEEN and word not in {"be", "to", "able", "unable"}:
            return False
        if word == "unable":
            return True
    return False


def _calls_it_a_lie(tokens: Tokens, index: int) -> bool:
    """Whether what follows, up to another clause, is called false or said not to be."""
    for at in range(index + 1, min(len(tokens), index + _REACH)):
        word = tokens.low(at)
        if word in LIES:
            return True
        if word == "no" and tokens.low(at + 1) == "such":
            return True
        if word in {"but", "while", "although", ";"} and not tokens.at(at).quoted:
            return False
    return False
