"""What the made-up newspapers of made-up towns say: sentences put together by number."""

from random import Random
from typing import NamedTuple


def _words(text: str) -> list[str]:
    return text.split()


FIRST = _words("""
Al Bar Bel Bor Bran Cal Car Col Dar Del Dor Dun El Fal Fen Gar Gil Hal Har Hol Il Jar Kel Kil Lan
Lor Mal Mar Mel Mor Nar Nel Nor Or Pal Pel Quar Ral Rin Ros Sal Sel Sor Tal Tam Tel Tor Ul Val Var
Vel Wal Wen Wil Yar Yel Zan Zel
""")
MIDDLE = _words("a an are e el en er i il in ir o ol on or u ul un ur y")
LAST = _words("""
beck berg bourne brook bury combe dale den don fell field ford gate ham haven hurst keld kirk land
leigh low mere minster mouth ness rigg shaw sted stow thorpe toft ton wade wath well wick with wold
worth yard
""")
TOWNS = len(FIRST) * len(MIDDLE) * len(LAST)
# Prime to TOWNS, so that towns that follow one another have names far apart.
STRIDE = 7919

OFFICES = [
    ("Roads office of {}", "government"),
    ("Schools office of {}", "government"),
    ("Audit office of {}", "government"),
    ("Residents’ association of {}", "organisation"),
    ("Chamber of trade of {}", "organisation"),
    ("Hospital of {}", "organisation"),
    ("Town council of {}", "government"),
    ("Budget of {}", "document"),
    ("{} Gazette", "media"),
    ("{} Courier", "media"),
]
MEDIA = (8, 9)
MOST_QUOTED = ("Office for National Figures", "government")

SUBJECTS = (
    """
bridge|school roof|town hall|water main|bus depot|ferry landing|public library|swimming pool|clinic
fire station|market hall|coast road|sewage works|youth centre|tram line|museum|nursery|cycle path
flood wall|railway station
""".replace("\n", "|")
    .strip("|")
    .split("|")
)


class Wording(NamedTuple):
    """How one kind of claim is worded, its figure first; `unit` is what the figure counts."""

    figure: str
    words: str
    unit: str


WORDINGS = [
    Wording("money", "euros went into the {subject} of {town} last year", "EUR"),
    Wording("share", "percent of the budget of {town} is spent on the {subject}", "percent"),
    Wording("count", "households in {town} are too far from the {subject}", "households"),
    Wording("count", "jobs in {town} depend on the {subject}", "jobs"),
    Wording("money", "euros are still missing for the {subject} of {town}", "EUR"),
    Wording("none", "No permit was ever asked for the {subject} of {town}", ""),
    Wording("count", "lorries a day pass the {subject} of {town}", "lorries"),
    Wording("none", "The council of {town} never voted on the {subject}", ""),
]
HEDGES = ["", "", "", "About ", "More than ", "At least "]

SAYS = [
    "The {office} says so in its report:",
    "At the meeting on Monday the {office} put it like this:",
    "In a letter to the paper the {office} writes:",
    "Asked about it, the {office} repeats:",
    "Nobody contradicted the {office} when it said:",
]
FILLER = [
    "The council will return to the matter after the summer.",
    "Those who live nearby have waited for an answer since spring.",
    "The minutes of the meeting are kept at the town hall.",
    "A second estimate has been ordered and is due in autumn.",
]
SUMMARIES = {
    "true": "The figures of the {office} bear it out.",
    "mostly-true": "It is right but for rounding; the {office} counts a little less.",
    "mixed": "One half agrees with the {office}, the other has no basis.",
    "mostly-false": "The {office} counts far less, whichever year is taken.",
    "false": "The {office} has no such figure, and its accounts say otherwise.",
    "missing-context": "It is right, but the {office} counts more than the {subject} there.",
    "disputed": "The {office} and the town contradict each other, and neither shows its papers.",
    "unproven": "Neither the {office} nor anybody else keeps the figures that would show it.",
}
RATIONALES = [
    "We asked the {office} for its accounts of the {subject}.",
    "The **annual report** of {town} gives the same sum in two places, once without tax.",
    "An earlier figure, which is still repeated, included the approach roads.",
    "We compared the minutes of three meetings with the invoices that the {office} has published.",
    "The paper took its number from a draft, which was withdrawn before the vote.",
    "What counts as finished differs: the {office} goes by the date of the last invoice.",
    "Two tables in the report use different years, and neither says so.",
    "We looked at the contract itself; it can be read at the town hall of {town}.",
]
CORRECTION = "An earlier version of this check took a figure from the wrong year."


def town(number: int) -> str:
    """The name of a town; after TOWNS of them names come again, with a number."""
    place = number * STRIDE % TOWNS
    place, last = divmod(place, len(LAST))
    first, middle = divmod(place, len(MIDDLE))
    again = f" {number // TOWNS + 1}" if number >= TOWNS else ""
    return f"{FIRST[first]}{MIDDLE[middle]}{LAST[last]}{again}"


def figure(kind: str, chance: Random) -> str:
    """A figure in words, with or without a hedge; empty for a kind that has none."""
    hedge = chance.choice(HEDGES)
    if kind == "money":
        return f"{hedge}{chance.randint(1, 40)}.{chance.randint(1, 9)} million"
    if kind == "share":
        return f"{hedge}{chance.randint(2, 60)}"
    return f"{hedge}{chance.randint(2, 180) * 50:,}" if kind == "count" else ""


def rationale(chance: Random, **names: str) -> str:
    """Two paragraphs of Markdown on how the desk got there."""
    first, second, third = chance.sample(RATIONALES, 3)
    return f"{first} {second}\n\n{third}".format(**names)
