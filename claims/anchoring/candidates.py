"""The places in a new text that a quote may have gone to."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from claims.anchoring.alignment import Alignment
from claims.anchoring.fitting import fit
from claims.anchoring.quotes import CONTEXT_WORDS, Quote
from claims.anchoring.similarity import context_similarity, quote_similarity
from claims.anchoring.spans import Span
from claims.anchoring.tokens import Tokens

# Of a word that stands everywhere, only the nearest places are weighed.
_MOST_PLACES = 200
_TELLING_WORDS = 12
_SEEDS = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place a quote may have gone to: its tokens, its span, and how alike it is."""

    first: int
    last: int
    span: Span
    quote_similarity: float
    context_similarity: float
    aligned: bool = False
    verbatim: bool = False

    def overlaps(self, other: "Candidate") -> bool:
        return self.span.start < other.span.end and other.span.start < self.span.end


def aligned_verbatim(quote: Quote, new: Tokens, alignment: Alignment) -> Candidate | None:
    """The place the diff maps the quote to, if its words stand there unchanged."""
    first = alignment.new_of[quote.first]
    last = first + quote.last - quote.first
    if first < 0 or new.words[first:last] != quote.words:
        return None
    start = new.starts[first] + quote.start - quote.source.starts[quote.first]
    span = Span(start, start + len(quote.text))
    if new.text[span.start : span.end] != quote.text:
        return None
    context = context_similarity(quote, new, first, last)
    return Candidate(first, last, span, 1.0, context, aligned=True, verbatim=True)


def aligned_reworded(quote: Quote, new: Tokens, alignment: Alignment) -> Candidate | None:
    """The best fit between the neighbours that the diff finds again."""
    return _fitted(quote, new, *alignment.window(quote.before, quote.after), aligned=True)


def verbatim_places(quote: Quote, new: Tokens, near: int) -> list[Span]:
    """Every place where exactly the quote stands; the nearest if there are many."""
    starts = []
    start = new.text.find(quote.text)
    while start >= 0:
        starts.append(start)
        start = new.text.find(quote.text, start + 1)
    if len(starts) > _MOST_PLACES:
        starts = sorted(starts, key=lambda start: abs(start - near))[:_MOST_PLACES]
    return [Span(start, start + len(quote.text)) for start in starts]


def verbatim(quote: Quote, new: Tokens, place: Span) -> Candidate:
    """One of the `verbatim_places`."""
    first, last = new.within(*place)
    context = context_similarity(quote, new, first, last)
    return Candidate(first, last, place, 1.0, context, verbatim=True)


def seeded(quote: Quote, new: Tokens) -> Iterator[Candidate]:
    """The best fits where most of the quote's rarer words lie together, for moved and reworded."""
    rarest = sorted(
        (len(new.places[word]), token, word)
        for token, word in enumerate(quote.words)
        if word in new.places
    )
    votes: Counter[int] = Counter()
    for count, token, word in rarest[:_TELLING_WORDS]:
        for place in new.places[word] if count <= _MOST_PLACES else ():
            # Two overlapping rows of boxes, so that no neighbourhood is cut in half.
            for box in ((place - token) // 16 * 2, (place - token + 8) // 16 * 2 + 1):
                votes[box] += len(word)
    for box, _ in votes.most_common(_SEEDS):
        start = box // 2 * 16 - 8 * (box % 2) - CONTEXT_WORDS
        end = start + 16 + 2 * CONTEXT_WORDS + 2 * len(quote.words)
        candidate = _fitted(quote, new, max(0, start), min(len(new), end))
        if candidate:
            yield candidate


def occupant(quote: Quote, new: Tokens, place: Span, alignment: Alignment) -> Quote | None:
    """The same words elsewhere in the old text, where the diff says it is they that stand here."""
    first = alignment.old_of[new.within(*place)[0]]
    last = first + quote.last - quote.first
    if first < 0 or first == quote.first or quote.source.words[first:last] != quote.words:
        return None
    return Quote.of_tokens(quote.source, first, last)


def _fitted(
    quote: Quote, new: Tokens, start: int, end: int, *, aligned: bool = False
) -> Candidate | None:
    # Away from its old neighbours the quote goes alone: they may be near, but in another order.
    found = fit(quote if aligned else quote.alone(), new, start, end)
    if not found:
        return None
    span = new.span(*found)
    return Candidate(
        *found,
        span,
        quote_similarity(quote.words, new.words[slice(*found)]),
        context_similarity(quote, new, *found),
        aligned=aligned,
        verbatim=new.text[span.start : span.end] == quote.text,
    )
