"""Suggestions as the API shows them: those that are left to do, with the sources we know."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from claims.models import Article, Dismissal
from claims.models.dismissal import digest_of
from claims.suggestions import Suggestion, suggest
from sources.api.rows import sources_called

MOST = 200
# Whoever works through an article asks after each mark, and the text stays the same.
_suggested = lru_cache(maxsize=16)(suggest)


def suggestions_in(article: Article) -> dict[str, Any]:
    """What is worth checking in the article's latest revision, in six queries."""
    revision = article.latest_revision
    left = _left_to_do(article, revision, _suggested(revision.text))
    shown = left[:MOST]
    names = {name for each in shown for voice in each.voices for name in voice.names}
    sources = sources_called(names)
    return {
        "revision": revision.number,
        "results": [_row(each, sources) for each in shown],
        "truncated": len(left) > len(shown),
    }


def _left_to_do(
    article: Article, revision: Any, suggestions: Sequence[Suggestion]
) -> list[Suggestion]:
    """Those on words that no claim stands on, and that nobody has dismissed."""
    # A published claim stays on an older revision; its anchor knows where its words are now.
    moved = revision.anchors.filter(start__isnull=False).values_list("start", "end")
    marked = _Spans([*revision.claims.values_list("start", "end"), *moved])
    dismissed = set(Dismissal.objects.filter(article=article).values_list("digest", flat=True))
    return [
        each
        for each in suggestions
        if not marked.meet(each.start, each.end) and digest_of(each.quote) not in dismissed
    ]


class _Spans:
    """Spans that may overlap, merged, to ask whether another one meets any of them."""

    def __init__(self, spans: Any) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(spans):
            if self.ends and start <= self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.starts.append(start)
                self.ends.append(end)

    def meet(self, start: int, end: int) -> bool:
        before = bisect_left(self.starts, end) - 1
        return before >= 0 and self.ends[before] > start


def _row(suggestion: Suggestion, sources: Mapping[str, Any]) -> dict[str, Any]:
    attributions = [
        {"name": name, "stance": voice.stance, "source": sources.get(name.lower())}
        for voice in suggestion.voices
        for name in voice.names
    ]
    return {
        "start": suggestion.start,
        "end": suggestion.end,
        "quote": suggestion.quote,
        "figures": [figure.as_figure() for figure in suggestion.figures],
        "speaker": suggestion.speaker,
        "stance": suggestion.stance,
        "source": attributions[0]["source"] if attributions else None,
        "attributions": attributions,
        "reasons": list(suggestion.reasons),
    }
