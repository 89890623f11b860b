"""What a suggestion is: a sentence, its figures, who says it, and why it is worth checking."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from claims.quantities import Quantity

Stance = Literal["asserts", "denies", "doubts"]

ASSERTS: Final[Stance] = "asserts"
DENIES: Final[Stance] = "denies"
DOUBTS: Final[Stance] = "doubts"


@dataclass(frozen=True, slots=True)
class Voice:
    """
    Who stands where on a sentence.

    `words` are the article's own for them ("Ukrainian and South Korean intelligence"), `names`
    what each of them may be known by ("Ukrainian intelligence", "South Korean intelligence").
    """

    words: str
    names: tuple[str, ...]
    stance: Stance = ASSERTS


@dataclass(frozen=True, slots=True)
class Suggestion:
    """
    A sentence worth checking; `text[start:end] == quote`, in code points.

    Figures' offsets are code points of the quote. `speaker` and `stance` are those of the voice
    that the figure, or the sentence, belongs to: the first of `voices`. No voice: the article's
    own words. `score` orders suggestions and means nothing else.
    """

    start: int
    end: int
    quote: str
    figures: Sequence[Quantity]
    voices: Sequence[Voice]
    reasons: Sequence[str]
    score: int

    @property
    def speaker(self) -> str | None:
        return self.voices[0].words if self.voices else None

    @property
    def stance(self) -> Stance:
        return self.voices[0].stance if self.voices else ASSERTS
