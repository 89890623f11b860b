"""Finding the sentences that are worth checking, and putting the best first."""

from collections.abc import Sequence
from typing import Final

from claims.quantities import Quantity
from claims.suggestions.figures import figures_of
from claims.suggestions.memory import Memory
from claims.suggestions.naming import Mention, mentions
from claims.suggestions.quotations import Quotation, quotations
from claims.suggestions.sentences import Sentence, paragraphs, sentences
from claims.suggestions.signs import signs
from claims.suggestions.speaking import Said, Speech
from claims.suggestions.suggestion import ASSERTS, DENIES, Suggestion
from claims.suggestions.tokens import Tokens
from claims.suggestions.voices import shared_in_quotations

# A figure alone makes a sentence worth checking; who says it, or a mere wording, adds to it.
_FIGURE, _SAID, _DENIED, _ENOUGH = 4, 2, 3, 2
# A sentence within a longer quotation says who speaks only by its neighbours.
_SHARED = 1
_MOST_FIGURES_NAMED: Final = 3
_NEAR: Final = 40
_MOST_VOICES: Final = 8
_HEADING: Final = 5


def suggest(text: str) -> list[Suggestion]:
    """
    The sentences of a text that are worth checking, best first, then in the order of the text.

    Never raises for any text; takes time in proportion to its length.
    """
    lines = paragraphs(text)
    quoted = [quotations(text, *line) for line in lines]
    found = sentences(text)
    own = _who_speaks(text, found, quoted)
    shared = shared_in_quotations(text, found, quoted, own)
    suggestions = [
        suggestion
        for sentence, voices, spoken in zip(found, shared, own, strict=True)
        if (suggestion := _suggestion(text, sentence, voices, own=bool(spoken))) is not None
    ]
    return sorted(suggestions, key=lambda each: (-each.score, each.start))


def _who_speaks(
    text: str, found: Sequence[Sentence], quoted: Sequence[Sequence[Quotation]]
) -> list[list[Said]]:
    """For each sentence who speaks in its own words, read as one reads: from the top."""
    memory = Memory()
    voices = []
    for sentence in found:
        tokens = Tokens(text, sentence.start, sentence.end, quoted[sentence.paragraph])
        named = [_remembered(memory, tokens, each) for each in mentions(tokens)]
        speech = Speech(tokens, named, memory, sentence.paragraph)
        about = speech.subject_after(0, len(tokens))
        if about is not None:
            memory.subject(about, sentence.paragraph)
        voices.append(list(speech.voices()))
    return voices


def _remembered(memory: Memory, tokens: Tokens, mention: Mention) -> Mention:
    """The mention by its full name, its office kept in mind: “Belarusian President X”."""
    whole = tokens.words(mention.first, mention.last)
    office = whole.removesuffix(mention.names[0]).strip() if len(mention.names) == 1 else ""
    return memory.known(mention, office)


def _suggestion(
    text: str, sentence: Sentence, said: Sequence[Said], *, own: bool
) -> Suggestion | None:
    quote = text[sentence.start : sentence.end]
    figures = figures_of(quote)
    if not figures and (quote.endswith("?") or _is_heading(quote)):
        return None
    first = _governing(said, sentence.start + figures[0].start) if figures else 0
    voices = [each.voice for each in [*said[first:], *said[:first]]]
    voices = list({voice.words: voice for voice in reversed(voices)}.values())[::-1][:_MOST_VOICES]
    reasons, score = [], 0
    if figures:
        reasons.append(_named(quote, figures))
        score += _FIGURE
    for voice in voices:
        reasons.append(_of_voice(voice.words, voice.stance))
        score += _SHARED if not own else _DENIED if voice.stance == DENIES else _SAID
    for sign in signs(quote):
        reasons.append(sign.reason)
        score += sign.weight
    if score < _ENOUGH:
        return None
    return Suggestion(sentence.start, sentence.end, quote, figures, voices, reasons, score)


def _is_heading(quote: str) -> bool:
    """A few words without a full stop: a heading, which repeats what the text says."""
    return quote[-1].isalnum() and len(quote.split(maxsplit=_HEADING)) <= _HEADING


def _governing(said: Sequence[Said], figure: int) -> int:
    """Whose figure it is: the last to speak before it, else the first after it."""
    before = [index for index, each in enumerate(said) if each.at < figure]
    return before[-1] if before else 0


def _named(quote: str, figures: Sequence[Quantity]) -> str:
    shown = ", ".join(_with_unit(quote, figure) for figure in figures[:_MOST_FIGURES_NAMED])
    return f"Has a figure: {shown}" if len(figures) == 1 else f"Has figures: {shown}"


def _with_unit(quote: str, figure: Quantity) -> str:
    """The figure and what it counts, in the sentence's words."""
    if figure.unit_end is None or not figure.end <= figure.unit_end <= figure.end + _NEAR:
        return figure.text
    return " ".join(quote[figure.start : figure.unit_end].split())


def _of_voice(who: str, stance: str) -> str:
    if stance == ASSERTS:
        return f"Said by {who}"
    return f"Denied by {who}" if stance == DENIES else f"Doubted by {who}"
