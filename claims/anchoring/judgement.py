"""
Which of several places is the quote's, and which is good enough.

The limits lie between what was measured on pairs of article versions. Edited sentences keep 0.64
and more of their words, deleted ones find up to 0.48 elsewhere. Around kept phrases 0.44 and more
of the context stands, around the same words in other places up to 0.37.
"""

from claims.anchoring.anchors import Reason
from claims.anchoring.candidates import Candidate
from claims.anchoring.quotes import Quote

# Below the first a quote is rejected, below the second an editor must say that it is still one.
_LEAST_QUOTE = 0.5
_SURE_QUOTE = 0.65
# The same for the words around a short quote; if it was itself reworded they must be sure.
_LEAST_CONTEXT = 0.33
_SURE_CONTEXT = 0.5
# Up to this many characters a quote needs its context; from the second on it speaks for itself.
_SHORT = 32
_LONG = 64
# Places whose scores are nearer than this are alike.
_TOO_CLOSE = 0.03
_ALIGNED_BONUS = 0.01


def is_acceptable(quote: Quote, candidate: Candidate) -> bool:
    """Whether this place may be shown to an editor as the quote's."""
    if candidate.quote_similarity < _LEAST_QUOTE:
        return False
    if _is_short(quote):
        needed = _LEAST_CONTEXT if candidate.verbatim else _SURE_CONTEXT
        return candidate.context_similarity >= needed
    return candidate.verbatim or score(quote, candidate) >= _LEAST_QUOTE


def doubts(quote: Quote, candidate: Candidate) -> list[Reason]:
    """Why an acceptable place still needs an editor's eyes."""
    reasons = []
    if candidate.quote_similarity < _SURE_QUOTE:
        reasons.append(Reason.WORDING)
    if _is_short(quote) and not is_sure_of_context(candidate):
        reasons.append(Reason.SURROUNDINGS)
    return reasons


def is_sure_of_context(candidate: Candidate) -> bool:
    """Whether enough of the surroundings stands for a short quote."""
    return candidate.context_similarity >= _SURE_CONTEXT


def score(quote: Quote, candidate: Candidate) -> float:
    """Both similarities in one, the context's share falling from a half to none by length."""
    share = min(1.0, max(0.5, len(quote.text) / _LONG))
    weighed = share * candidate.quote_similarity + (1 - share) * candidate.context_similarity
    return weighed + (_ALIGNED_BONUS if candidate.aligned else 0)


def choose(
    quote: Quote, accepted: list[Candidate], near: int | None
) -> tuple[Candidate, list[Candidate]]:
    """The best of the acceptable places, and the others that are as good; `near` breaks ties."""
    # Words that stand with all their surroundings beat any score.
    undisturbed = [one for one in accepted if one.verbatim and one.context_similarity == 1]
    eligible = undisturbed or accepted
    best = max(eligible, key=lambda candidate: score(quote, candidate))
    if undisturbed and best.aligned:
        return best, []
    least = score(quote, best) - _TOO_CLOSE
    alike = [one for one in eligible if not one.overlaps(best) and score(quote, one) > least]
    if alike and near is not None:
        best, *alike = sorted([best, *alike], key=lambda one: abs(one.span.start - near))
        if best.verbatim and best.span.start == near:
            return best, []
    return best, alike


def _is_short(quote: Quote) -> bool:
    return len(quote.text) < _SHORT
