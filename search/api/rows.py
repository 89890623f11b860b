"""What was found, as the API shows it."""

from collections.abc import Iterable
from typing import Any

from claims.api.comparison_rows import relation_row
from search.checked import Checked
from search.drafts import Span
from search.elsewhere import Elsewhere
from search.figures import FigurePair
from search.matching import Match, Matches

PLACES = 3


def matches_row(matches: Matches, elsewhere: Iterable[Elsewhere]) -> dict[str, Any]:
    return {
        "results": [match_row(each) for each in matches.found],
        "margin": None if matches.margin is None else round(matches.margin, PLACES),
        "repaired": matches.repaired,
        "imported": [elsewhere_row(each) for each in elsewhere],
    }


def span_row(span: Span) -> dict[str, Any]:
    return {
        "start": span.start,
        "end": span.end,
        "quote": span.quote,
        "matches": [match_row(each) for each in span.matches],
        "figures": [figure_row(each) for each in span.figures],
        "imported": [elsewhere_row(each) for each in span.elsewhere],
    }


def elsewhere_row(found: Elsewhere) -> dict[str, Any]:
    """Another desk's check; what it does not say is null."""
    review, rating = found.review, found.review.rating
    return {
        "review": {
            "id": review.public_id,
            "url": review.url,
            "claim": review.claim,
            "title": review.title or None,
            "label": review.label or None,
            "rating": rating and {"slug": rating.slug, "name": rating.name},
            "publisher": {"name": review.organisation, "site": review.site},
            "claimant": review.claimant or None,
            "reviewed_on": review.reviewed_on,
            "language": review.language or None,
        },
        "score": round(found.score, PLACES),
        "share": round(found.share, PLACES),
        "words": found.words,
    }


def match_row(match: Match) -> dict[str, Any]:
    return {
        "factcheck": check_row(match.check),
        "score": round(match.score, PLACES),
        "share": round(match.share, PLACES),
        "reasons": {
            "words": list(match.words),
            "figures": [figure_row(each) for each in match.figures],
            "same_claimant": [
                {name: source[name] for name in ("id", "name", "slug")}
                for source in match.claimants
            ],
            "same_question": match.same_question,
        },
    }


def check_row(check: Checked) -> dict[str, Any]:
    document = check.document
    rating, question = document["verdict"]["rating"], check.question
    return {
        "id": check.id,
        "path": document["path"],
        "statement": check.statement,
        "quote": check.quote,
        "rating": {"slug": rating["slug"], "name": rating["name"]},
        "summary": document["verdict"]["summary"],
        "published_at": document["published_at"],
        "language": document["language"],
        "question": question and {name: question[name] for name in ("id", "slug", "text")},
    }


def figure_row(pair: FigurePair) -> dict[str, Any]:
    return {
        "ours": pair.ours.as_figure(),
        "theirs": pair.theirs.as_figure(),
        "factcheck": pair.check.id,
        **relation_row(pair.relation),
    }
