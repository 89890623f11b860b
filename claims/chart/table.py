"""The same as the picture, as a table and in words: for those who do not look at pictures."""

from claims.chart.beside import notes_on
from claims.chart.figures import in_its_words, ratio_of
from claims.chart.people import clean, who_else, who_says
from claims.chart.relations import Relations
from claims.chart.sentences import headline
from claims.disagreement import Disagreement, Position
from claims.quantities.quantity import VAGUE
from claims.quantities.wording import figure_in_words

HEAD = ("Figure", "Taken as", "Said by", "Denied or doubted by", "Cannot be true with", "Verdict")

Row = tuple[str, ...]


def table_of(found: Disagreement) -> list[Row]:
    """
    The head of the table and a row for each position, then each figure that is not compared.

    Nothing is shortened here.
    """
    relations = Relations(found)
    rows = [_row(each, _contradicted(each, found, relations)) for each in found.positions]
    beside = [
        _row(each, f"not compared: {clean(related.reason)}")
        for related in found.related
        for each in related.positions
    ]
    without = [_without_figure(each) for each in found.without_figure]
    return [HEAD, *rows, *beside, *without]


def described(found: Disagreement) -> str:
    """The whole picture in words."""
    relations = Relations(found)
    sentences = headline(found)
    for each in found.positions:
        said = ". ".join([who_says(each, shown=None), *who_else(each, shown=None)])
        said = f"{in_its_words(each.quantity)}: {said}."
        against = _contradicted(each, found, relations)
        sentences.append(said if against == "none" else f"{said} Cannot be true with {against}.")
        if each.verdict:
            sentences.append(f"Verdict: {clean(each.verdict.rating.name)}.")
    sentences += ["".join(run.words for run in note) for note in notes_on(found)]
    return " ".join(sentences)


def _row(position: Position, contradicted: str) -> Row:
    quantity, verdict = position.quantity, position.verdict
    return (
        in_its_words(quantity),
        "too vague to compare" if quantity.comparator == VAGUE else figure_in_words(quantity),
        who_says(position, shown=None),
        "; ".join(who_else(position, shown=None)) or "nobody",
        contradicted,
        clean(verdict.rating.name) if verdict else "none",
    )


def _contradicted(position: Position, found: Disagreement, relations: Relations) -> str:
    """The figures that cannot be true with this one, each with the ratio."""
    against: dict[str, None] = {}
    for other in found.positions:
        if other is position or relations.between(position, other) != "disjoint":
            continue
        ratio = ratio_of(relations.pair(position, other))
        words = in_its_words(other.quantity)
        against[f"{words} ({ratio})" if ratio else words] = None
    return ", ".join(against) or "none"


def _without_figure(position: Position) -> Row:
    return (
        "no figure",
        clean(position.claim.statement),
        who_says(position, shown=None),
        "; ".join(who_else(position, shown=None)) or "nobody",
        "not compared: it gives no figure",
        clean(position.verdict.rating.name) if position.verdict else "none",
    )
