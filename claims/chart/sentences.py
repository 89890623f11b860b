"""What a question's disagreement comes to, in the sentences above its picture."""

from itertools import combinations

from claims.chart.figures import counted, in_its_words, ratio_of
from claims.chart.people import denying, isolated, listed
from claims.chart.relations import Camps, Relations, camps
from claims.disagreement import Disagreement, Position

# So many denials are told in a sentence; more are left to the rows.
_MOST_DENIED = 2
_ALL = {1: "From one source", 2: "Both from one source"}


def headline(found: Disagreement) -> list[str]:
    """How many figures there are, what they mean together, how many stand behind them."""
    if not found.positions:
        return [_no_figure(found)]
    relations = Relations(found)
    parted = camps(found, relations)
    everywhere = [
        name
        for name in denying(found.positions[0])
        if all(name in denying(each) for each in found.positions)
    ]
    return [
        *_figures(found, parted, relations),
        *_bystanders(parted, everywhere),
        _voices(found, parted, everywhere),
    ]


def _no_figure(found: Disagreement) -> str:
    claims = len(found.without_figure)
    if not claims:
        return "No claim answers this question yet."
    answer = "claim answers" if claims == 1 else "claims answer"
    return f"{counted(claims, capital=True)} {answer} this question, without a figure."


def _figures(found: Disagreement, parted: Camps, relations: Relations) -> list[str]:
    if parted.quarrelling:
        distinct = max(len(relations.distinct(parted.quarrelling)), 2)
        distance = _distance(found, distinct)
        said = _conflict(parted.quarrelling, distinct, relations)
        return [said, distance] if distance else [said]
    compared = [*parted.fitting, *parted.apart]
    if compared:
        return [_harmony(compared, parted, relations)]
    vague = len(parted.vague)
    if vague == 1:
        return ["One figure, too vague to compare."]
    return [f"{counted(vague, capital=True)} figures, all too vague to compare."]


def _conflict(quarrelling: list[Position], distinct: int, relations: Relations) -> str:
    if distinct == 2:
        return "Two figures that cannot both be true."
    pairs = combinations(quarrelling, 2)
    if all(relations.between(a, b) in {"disjoint", "same"} for a, b in pairs):
        return f"{counted(distinct, capital=True)} figures, no two of which can both be true."
    return f"{counted(distinct, capital=True)} figures that cannot all be true."


def _distance(found: Disagreement, distinct: int) -> str:
    ratio = ratio_of(found.spread) if found.spread else ""
    where = "apart" if distinct == 2 else "between the ends"
    return f"{ratio[0].upper()}{ratio[1:]} {where}." if ratio else ""


def _harmony(compared: list[Position], parted: Camps, relations: Relations) -> str:
    distinct = len(relations.distinct(compared))
    count = counted(distinct, capital=True)
    if len(compared) == 1:
        return "Only one figure is given." if not parted.vague else "One clear figure."
    if distinct == 1:
        which = "both" if len(compared) == 2 else "all"
        return f"{counted(len(compared), capital=True)} claims, {which} with the same figure."
    if parted.apart:
        return f"{count} figures; not all of them can be compared, and none contradicts another."
    return f"{count} figures that can {'both' if distinct == 2 else 'all'} be true."


def _bystanders(parted: Camps, everywhere: list[str]) -> list[str]:
    """Who takes no part in the quarrel, and why."""
    sentences = []
    if parted.quarrelling and parted.fitting:
        words = _named(parted.fitting)
        if len(parted.fitting) == 1 and (names := _others(parted.fitting[0], everywhere)):
            words += f", denied by {listed(names)},"
        sentences.append(f"{words} {_verb(parted.fitting, 'contradict')} none of them.")
    if parted.quarrelling and parted.apart:
        be = "is" if len(parted.apart) == 1 else "are"
        sentences.append(f"{_named(parted.apart)} {be} not comparable with all of them.")
    if parted.vague and len(parted.vague) < parted.size:
        be = "is" if len(parted.vague) == 1 else "are"
        sentences.append(f"{_named(parted.vague)} {be} too vague to compare.")
    return sentences


def _voices(found: Disagreement, parted: Camps, everywhere: list[str]) -> str:
    """How many stand behind the figures, and who denies which."""
    sources = found.independent_sources
    if sources == 1:
        said = _ALL.get(len(found.positions), "All from one source")
    elif sources:
        said = f"{counted(sources, capital=True)} independent sources"
    else:
        said = "No source is named"
    denials = [f"denied by {listed(everywhere)}"] if everywhere else []
    told = parted.fitting if parted.quarrelling and len(parted.fitting) == 1 else []
    denied: dict[str, list[str]] = {}
    for each in found.positions:
        if each not in told and (names := _others(each, everywhere)):
            denied.setdefault(isolated(in_its_words(each.quantity)), []).extend(names)
    if len(denied) <= _MOST_DENIED:
        denials += [f"“{figure}” denied by {listed(names)}" for figure, names in denied.items()]
    return f"{'; '.join([said, *denials])}."


def _others(position: Position, everywhere: list[str]) -> list[str]:
    return [name for name in denying(position) if name not in everywhere]


def _named(positions: list[Position]) -> str:
    if len(positions) > 1:
        return f"{counted(len(positions), capital=True)} more"
    figure = in_its_words(positions[0].quantity)
    return f"“{isolated(figure[:1].upper() + figure[1:])}”"


def _verb(positions: list[Position], verb: str) -> str:
    return f"{verb}s" if len(positions) == 1 else verb
