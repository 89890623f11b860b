"""
Where the words of a hedge mean something else: "over five weeks", "went up to 4.8%", "twice as
many as".
"""

from typing import Final

from claims.quantities.cores import Core
from claims.quantities.tokens import Tokens
from claims.quantities.vocabulary import word_set

_MOVED_UP: Final = word_set("""
    back rose rise rises rising raised raise raises raising went go goes going pushed push
    pushing bring brings brought bringing take takes taking took moved move moving climbed climb
    climbing crept came come coming jumped it them him rates tally toll prices costs stepped
    pulled picked sped ratcheted scaled catch add adding added adds inched edged bumped moves
""")
_TALKED: Final = word_set("""
    worried concerned talk talks talked talking complained complaints information questions
    question asked know knew knows think concerns learned story stories warning warned told lied
    lies hear heard what how everything say nothing something anything concern worry book truth
    lying thinking out bring brought forgot
""")
_GAVE: Final = word_set("buy buys buying bought pay paid pays hand handed give gave win won claw")
_MULTIPLES: Final = word_set("twice times half double thrice triple third quarter fold")

_LASTED: Final = word_set("""
    for last lasted lasting took take taking takes after is was are were been be just well
    little spent spend spanning spanned served serving waited a within old aged lived wait
    waiting
""")

_THIS: Final = word_set("the this these those over in for during of its his her their our")
_BEFORE_THE_BEST: Final = word_set("the a its his her their world's country's on of")
_DISTANCES: Final = word_set("""
    mile miles km kilometres kilometers metres meters feet degrees just
""")


def misread(tokens: Tokens, wording: tuple[str, ...], first: int, core: Core) -> bool:
    """Whether these words, which start at `first` and stand before this core, are no hedge here."""
    before = tokens.word(first - 1)
    match wording:
        case ("over",) | ("under",) | ("above",) | ("below",):
            return _is_during(tokens, first, core, wording[0])
        case ("up", "to") | ("as", "high", "as"):
            returned = before == "back" and tokens.word(first - 2) in _GAVE
            return before in _MOVED_UP and not returned
        case ("about",):
            return before in _TALKED
        case ("as", "many" | "much" | "high" | "large" | "big" | "long" | "far", "as"):
            return before in _MULTIPLES
        case ("past",) | ("just", "past"):
            return before in _THIS or (core.unit is not None and core.unit.kind == "duration")
        case ("north" | "south", "of"):
            return before in _DISTANCES or (core.currency is None and core.unit is None)
        case ("top",) | ("tops",):
            # "Top 100 universities", where a sentence begins, are the best of them.
            adjective = tokens.starts_sentence(first) or before in _BEFORE_THE_BEST
            return adjective or not (core.currency or (core.value is not None and core.value > 20))
        case ("c",) | ("ca",) | ("near",) | ("near", "to"):
            if tokens.at(first).text in {"C", "CA"}:  # "Los Angeles, CA 90012"
                return True
            return core.value is None or (
                wording[0] == "c" and (not core.digits or core.currency is not None)
            )
        case ("far", "from") | ("not", "close", "to"):
            return core.unit is not None and core.unit.kind in {"measure", "duration"}
        case ("short", "of") | ("past",) | ("better", "than") | ("beneath",):
            return before in {"the", "in"}
        case ("perhaps",) | ("maybe",) | ("probably",) | ("possibly",) | ("a", "reported"):
            return core.value is None
        case _:
            return False


def _is_during(tokens: Tokens, first: int, core: Core, word: str) -> bool:
    """ "over five weeks" tells how long something took; "for over five weeks" sets a bound."""
    if word != "over" or core.unit is None or core.unit.kind != "duration":
        return False
    if core.unit.name in {"night", "weekend"}:
        return True
    after = tokens.word(core.unit.last + 1)
    if (
        after in {"ago", "old", "later", "long", "earlier", "late", "of", "after", "before"}
        or core.unit.first == core.end + 1
    ):
        return False
    return tokens.word(first - 1) not in _LASTED and not tokens.starts_sentence(first)
