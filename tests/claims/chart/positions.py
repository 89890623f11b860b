"""Disagreements made of figures' words alone, without a database: what the picture's tests draw."""

from itertools import combinations

from claims.comparison import compare, groups
from claims.disagreement import Disagreement, Pair, Position, Related
from claims.models import Attribution, Claim, Question, Rating, Verdict
from claims.quantities import read_quantities
from sources.models import Source

QUESTION = "How many troops are in the valley?"


def figure(words, unit="troops"):
    """The one figure in these words; with the question's unit where they have none."""
    (quantity,) = read_quantities(words)
    return quantity if quantity.unit else quantity.with_unit(unit)


def source(name):
    return Source(pk=sum(ord(letter) * 31**at for at, letter in enumerate(name)), name=name)


def attribution(name, stance="asserts", via=None):
    return Attribution(source=source(name), stance=stance, via=source(via) if via else None)


def position(words, *said_by, denied_by=(), rating=None, unit="troops"):
    """A position; `words` None for a claim without a figure, or a figure already read."""
    quantity = figure(words, unit) if isinstance(words, str) else words
    attributions = [
        each if isinstance(each, Attribution) else attribution(each) for each in said_by
    ]
    attributions += [attribution(name, "denies") for name in denied_by]
    verdict = rating and Verdict(
        rating=Rating(slug=rating, name=rating.replace("-", " ").capitalize())
    )
    claim = Claim(statement=f"There are {words}." if words else "Nobody is there.")
    return Position(claim, quantity, verdict, attributions)


def disagreement(*positions, text=QUESTION, unit="troops", related=(), without=(), sources=None):
    """What disagreement_on() makes of these positions, in this order."""
    indexes = groups([each.quantity for each in positions])
    pairs = [Pair(a, b, compare(a.quantity, b.quantity)) for a, b in combinations(positions, 2)]
    disjoint = [pair for pair in pairs if pair.relation.relation == "disjoint"]
    asserting = {each.source_id for one in positions for each in one.by("asserts")}
    return Disagreement(
        question=Question(public_id="abcdefghjk", text=text, unit=unit),
        positions=list(positions),
        without_figure=list(without),
        groups=[[positions[index] for index in group] for group in indexes],
        pairs=pairs,
        spread=max(
            disjoint,
            key=lambda pair: (pair.relation.ratio or 0, pair.relation.ratio_is_bound),
            default=None,
        ),
        independent_sources=len(asserting) if sources is None else sources,
        related=list(related),
    )


def narrower(text, *positions):
    reason = f"“{text}” asks about a part of it, so its figures are not compared with these."
    return Related(Question(text=text, unit="troops"), list(positions), reason)


def troops():
    """The story that explains it all."""
    analyst, outlet = "Glib Voloskyi", "The War Zone"
    return disagreement(
        position(
            "10,000 North Korean troops",
            attribution("Ukrainian intelligence", via=analyst),
            attribution("South Korean intelligence", via=analyst),
            rating="disputed",
        ),
        position(
            "nowhere near 3,000",
            attribution("Russian military sources", via="BBC"),
            rating="unproven",
        ),
        position("3,000", "US intelligence", rating="disputed"),
        position(
            "thousands of North Korean troops",
            *("Ukraine", "United States", "South Korea"),
            denied_by=("Russia", "North Korea"),
            rating="disputed",
        ),
        text="How many North Korean troops are in Russia?",
        related=[
            narrower(
                "How many North Korean troops will arrive in Kursk?",
                position("some 2,600 troops", attribution("Kyrylo Budanov", via=outlet)),
            )
        ],
        sources=4,
    )
