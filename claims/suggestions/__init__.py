"""
Sentences of an article that are worth checking, best first, with who seems to say them.

Pure Python without a model: every suggestion follows from words that stand in the text, and its
reasons name them. English in full; in other languages sentences with figures are found.
"""

from claims.suggestions.finding import suggest
from claims.suggestions.suggestion import ASSERTS, DENIES, DOUBTS, Stance, Suggestion, Voice

__all__ = ["ASSERTS", "DENIES", "DOUBTS", "Stance", "Suggestion", "Voice", "suggest"]
