"""What stands below the picture: what brackets mean, what was not compared, and why."""

from collections.abc import Sequence

from claims.chart.figures import counted, in_its_words
from claims.chart.measuring import Line, Run
from claims.chart.people import clean, isolated, listed, who_says
from claims.chart.relations import is_vague
from claims.disagreement import Disagreement, Position

IN_BRACKETS = "In brackets: a unit that the words themselves leave out"
_SHOWN = 4


def notes_on(found: Disagreement) -> list[Line]:
    """Every note that the figures need, a line for each."""
    brackets = [(Run(f"{IN_BRACKETS}."),)] if _has_implied_unit(found) else []
    return [*brackets, *not_compared(found)]


def _has_implied_unit(found: Disagreement) -> bool:
    beside = (each for related in found.related for each in related.positions)
    return any(each.quantity.unit_implied for each in (*found.positions, *beside))


def not_compared(found: Disagreement) -> list[Line]:
    """What stands beside the figures without being compared, and why; a line for each reason."""
    notes: list[Line] = [(Run(clean(reason)),) for reason in _reasons(found)[:_SHOWN]]
    notes += [
        (*_listed_figures(related.positions), Run(f". {clean(related.reason)}"))
        for related in found.related
        if related.positions
    ]
    if found.without_figure:
        said = [_statement(each) for each in found.without_figure]
        gives = "it gives" if len(said) == 1 else "they give"
        why = f", since {gives} no figure." if found.positions else "."
        begin = "Not compared: " if found.positions else ""
        notes.append((Run(f"{begin}{listed(said)}{why}"),))
    return notes


def _reasons(found: Disagreement) -> list[str]:
    """Why figures in the picture are not compared with one another, vague ones aside."""
    apart = (pair for pair in found.pairs if pair.relation.relation == "incomparable")
    return list(dict.fromkeys(pair.relation.reason for pair in apart if not is_vague(pair)))


def _listed_figures(positions: Sequence[Position]) -> list[Run]:
    runs = [Run("Not compared: ")]
    for number, each in enumerate(positions[:_SHOWN]):
        figure = Run(isolated(in_its_words(each.quantity)), bold=True)
        runs += [*([Run("; ")] if number else []), figure, Run(f" ({who_says(each)})")]
    if len(positions) > _SHOWN:
        runs.append(Run(f" and {counted(len(positions) - _SHOWN)} more"))
    return runs


def _statement(position: Position) -> str:
    statement = clean(position.claim.statement).removesuffix(".")
    return f"“{isolated(statement)}” ({who_says(position)})"
