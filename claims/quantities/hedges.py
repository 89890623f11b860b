"""The words around a number that turn it into a bound or an approximation, as one table."""

from dataclasses import dataclass
from typing import Final

from claims.quantities.quantity import (
    ABOUT,
    ABOVE,
    AT_LEAST,
    AT_MOST,
    BELOW,
    EXACT,
    Comparator,
)


@dataclass(frozen=True, slots=True)
class Hedge:
    """
    What a wording says of its number: a bound, an approximation or a mean.

    `side` narrows "~", "<" and ">" to a small distance on one side of the number.
    """

    comparator: Comparator
    side: str = ""  # "below" or "above": near the number, on that side of it
    emphatic: bool = False
    claimed_max: bool = False
    mean: bool = False


_TABLE: Final = (
    (
        Hedge(EXACT),
        """
        exactly | precisely | plus or minus | equal to | equals | equals to | equaling |
        equaling to | equalling
        """,
    ),
    (
        Hedge(EXACT, mean=True),
        """
        an average of | average of | averaging | averaged | averages | on average | an average |
        a mean of | a median of | median of
        """,
    ),
    (
        Hedge(ABOUT),
        """
        about | around | roughly | approximately | approx | approx. | some | circa | ca | c | ~ |
        ≈ | an estimated | estimated | estimated at | in the region of | in the order of |
        on the order of | of the order of | somewhere around | somewhere in the region of |
        something like | more or less | just about | near | near to | or so | give or take |
        believed to be | in the vicinity of | probably | possibly | perhaps | maybe |
        an approximate | a reported
        """,
    ),
    (
        Hedge(ABOUT, side="below"),
        """
        nearly | almost | close to | closer to | approaching | nearing | virtually | practically |
        not quite | verging on | very nearly | very close to
        """,
    ),
    (
        Hedge(BELOW, side="below"),
        """
        just under | just below | just shy of | just short of | slightly less than |
        slightly fewer than | slightly under | slightly below | a little under |
        a little less than | a little below | a bit less than | a bit under | shy of |
        a shade under | marginally below | marginally less than | marginally under |
        a fraction under | little less than | fractionally below
        """,
    ),
    (
        Hedge(ABOVE, side="above"),
        """
        just over | just above | just more than | slightly more than | slightly over |
        slightly above | a little over | a little more than | a little above | a bit more than |
        a bit over | a shade over | marginally above | marginally more than | marginally over |
        little more than | barely over | barely more than | a fraction over | just past
        """,
    ),
    (
        Hedge(ABOVE),
        """
        more than | over | over - | above | in excess of | upwards of | upward of | exceeding |
        exceeded | exceeds | exceed | topping | topped | tops | top | north of | greater than |
        higher than | larger than | bigger than | older than | longer than | taller than |
        heavier than | faster than | surpassing | surpassed | surpass | surpasses | > | beyond |
        anything over | past | better than | wider than | deeper than | stronger than |
        further than | farther than | hotter than | larger then | more then
        """,
    ),
    (
        Hedge(ABOVE, emphatic=True),
        """
        well over | well above | well more than | far more than | much more than | way over |
        way more than | far above | far in excess of | well in excess of |
        considerably more than | significantly more than | many more than | far over |
        far higher than | much higher than | substantially more than | far exceeding |
        far exceeded | far exceeds | well past | well beyond | considerably over |
        comfortably over | comfortably above | easily more than | comfortably more than |
        significantly higher than | far greater than | vastly more than | well north of |
        much greater than
        """,
    ),
    (
        Hedge(AT_LEAST),
        """
        at least | no fewer than | no less than | not less than | not fewer than | a minimum of |
        minimum of | a minimum | minimum | as few as | as little as | as low as | at the least |
        at the very least | at a minimum | ≥ | > = | greater than or equal to |
        more than or equal to | bigger or equal than | bigger than or equal to |
        larger than or equal to | larger or equal than | higher or equal than |
        higher than or equal to | equal to or more than | equal to or greater than |
        at least or equal to | greater or equal than | more or equal than |
        or more than or equal to | starting at | starting from | not below | no lower than |
        no smaller than | a floor of | no younger than
        """,
    ),
    (
        Hedge(BELOW),
        """
        fewer than | less than | under | below | lower than | smaller than | younger than |
        shorter than | sub - | under - | cheaper than | lighter than | slower than | < |
        south of | short of | less then | beneath
        """,
    ),
    (
        Hedge(BELOW, emphatic=True),
        """
        well under | well below | far fewer than | far less than | far below | much less than |
        much lower than | way below | way under | far lower than | far under | well short of |
        far short of | nowhere near | not even | far from | nowhere close to | not nearly |
        not anywhere near | significantly less than | significantly lower than |
        considerably less than | considerably fewer than | substantially less than |
        significantly fewer than | much fewer than | barely even | not close to | nothing like |
        not remotely
        """,
    ),
    (
        Hedge(AT_MOST),
        """
        at most | at the most | at the very most | no more than | not more than | a maximum of |
        maximum of | a maximum | maximum | capped at | limited to | not exceeding |
        not to exceed | no greater than | no higher than | no larger than | no bigger than |
        no longer than | no older than | never more than | ≤ | < = | less than or equal to |
        fewer than or equal to | smaller or equal than | smaller than or equal to |
        lower or equal than | lower than or equal to | equal to or less than |
        less or equal than | a cap of | a ceiling of | not above | not over |
        equal to or fewer than
        """,
    ),
    (
        Hedge(AT_MOST, claimed_max=True),
        """
        up to | as many as | as much as | as high as | as large as | as big as | anything up to |
        anywhere up to | upto | as long as | as far as
        """,
    ),
)

_AFTER_TABLE: Final = (
    (
        Hedge(AT_LEAST),
        """
        or more | or greater | or above | or over | or higher | or older | and over | and above |
        and older | and more | and up | and upwards | at least | at the least | at a minimum | + |
        plus | - plus | or better | minimum | or longer | or larger | and counting |
        or more than | or greater than | or later | or equal | upwards | or bigger
        """,
    ),
    (
        Hedge(AT_MOST),
        """
        or less | or fewer | or below | or under | or lower | or younger | and under | and below |
        and younger | at most | at the most | max | maximum | tops | or less than | or shorter |
        or smaller
        """,
    ),
    (
        Hedge(ABOUT),
        """
        or so | or thereabouts | give or take | - odd | odd | - ish | ish | more or less |
        - something
        """,
    ),
    (
        Hedge(EXACT, mean=True),
        """
        on average
        """,
    ),
)


def _wordings(text: str) -> tuple[tuple[str, ...], ...]:
    """Wordings parted by bars, each as its words."""
    return tuple(tuple(wording.split()) for wording in text.split("|"))


# Small words that may stand between a hedge and its number without changing what it says.
FILLERS: Final = _wordings("""
    another | a further | an additional | an extra | a record | a total of | a staggering |
    a whopping | a combined | a massive | a huge | additional | the | just | only |
    a reported | an | a | record | an astonishing | a mere
""")


def _by_edge(
    table: tuple[tuple[Hedge, str], ...], edge: int
) -> dict[str, list[tuple[tuple[str, ...], Hedge]]]:
    """The wordings by their word next to the number, longest first."""
    entries: dict[str, list[tuple[tuple[str, ...], Hedge]]] = {}
    for hedge, wordings in table:
        for words in _wordings(wordings):
            entries.setdefault(words[edge], []).append((words, hedge))
    for wordings_here in entries.values():
        wordings_here.sort(key=lambda entry: -len(entry[0]))
    return entries


BEFORE: Final = _by_edge(_TABLE, -1)
AFTER: Final = _by_edge(_AFTER_TABLE, 0)
