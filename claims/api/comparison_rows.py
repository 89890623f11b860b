"""A question's disagreement as the API shows it."""

from typing import Any

from claims.disagreement import Disagreement, Pair, Position, Related
from claims.models import Attribution, Question
from claims.quantities.quantity import plain
from claims.record.shapes import figure
from sources.shapes import named


def comparison(found: Disagreement) -> dict[str, Any]:
    """The answer of `questions/{id}/comparison/`."""
    spread = found.spread
    return {
        "question": _question(found.question),
        "unit": found.question.unit or None,
        "positions": [_position(each) for each in found.positions],
        "without_figure": [_position(each) for each in found.without_figure],
        "denials": [_attribution(each) for each in found.denials],
        "groups": [[each.claim.public_id for each in group] for group in found.groups],
        "pairs": [_pair(each) for each in found.pairs],
        "spread": _pair(spread) if spread else None,
        "independent_sources": found.independent_sources,
        "related": [_related(each) for each in found.related],
    }


def _question(question: Question) -> dict[str, Any]:
    return {"id": question.public_id, "slug": question.slug, "text": question.text}


def _position(position: Position) -> dict[str, Any]:
    claim, quantity, verdict = position.claim, position.quantity, position.verdict
    return {
        "claim": {
            "id": claim.public_id,
            "statement": claim.statement,
            "quote": claim.quote,
            "verification_status": claim.verification_status,
            "article": {"id": claim.article.public_id, "headline": claim.article.headline},
        },
        "attributions": [_attribution(each) for each in position.attributions],
        "quantity": quantity and figure(vars(quantity)),
        "verdict": verdict
        and {
            "id": verdict.public_id,
            "rating": {"slug": verdict.rating.slug, "name": verdict.rating.name},
            "summary": verdict.summary,
        },
    }


def _attribution(each: Attribution) -> dict[str, Any]:
    return {
        "source": named(vars(each.source)),
        "stance": each.stance,
        "via": named(vars(each.via)) if each.via else None,
        "at": each.at,
    }


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "a": pair.a.claim.public_id,
        "b": pair.b.claim.public_id,
        **relation_row(pair.relation),
    }


def relation_row(relation: Any) -> dict[str, Any]:
    """How two figures relate."""
    return {
        "relation": relation.relation,
        "ratio": plain(relation.ratio),
        "ratio_is_bound": relation.ratio_is_bound,
        "reason": relation.reason,
    }


def _related(related: Related) -> dict[str, Any]:
    return {
        "question": _question(related.question),
        "positions": [_position(each) for each in related.positions],
        "reason": related.reason,
    }
