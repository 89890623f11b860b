"""What an annotation says, gathered before anything of it is written."""

from dataclasses import dataclass, field
from typing import Any

from claims.models import Article, Rating


@dataclass
class Assessment:
    """
    The words it is about, as Claim.mark takes them, and what it says of them.

    `rating` is null where no body classifies with a step of our scale. `beside` is what has no
    place of its own here; `said_at` tells where in the annotation a field was said.
    """

    article: Article
    place: dict[str, Any]
    rating: Rating | None = None
    texts: dict[str, str] = field(default_factory=dict)
    evidence: list[dict[str, Any]] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    said_at: dict[str, str] = field(default_factory=dict)

    @property
    def note(self) -> str:
        """
        What the desk is told beside claim and verdict.

        Without a rating there is no verdict, and what would be in it comes here: nothing is lost.
        """
        lines = list(self.beside)
        if self.rating is None:
            lines += [self.texts[name] for name in ("summary", "rationale") if name in self.texts]
            lines += [piece["url"] for piece in self.evidence]
        return "\n\n".join(lines)

    @property
    def statement(self) -> str:
        return self.texts.get("statement", "")

    def finding(self) -> dict[str, Any]:
        """The verdict's fields, as Verdict.draft takes them."""
        return {
            "rating": self.rating,
            "summary": self.texts.get("summary", ""),
            "rationale": self.texts.get("rationale", ""),
            "evidence": self.evidence,
        }
