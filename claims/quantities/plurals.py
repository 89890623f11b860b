"""Singular and plural of English nouns, by the look of the word."""

from typing import Final

from claims.quantities.tokens import WORD, Token
from claims.quantities.vocabulary import word_set

IRREGULAR_PLURALS: Final = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "servicemen": "serviceman",
    "servicewomen": "servicewoman",
    "policemen": "policeman",
    "fishermen": "fisherman",
    "gunmen": "gunman",
    "lawmen": "lawman",
    "firemen": "fireman",
    "businessmen": "businessman",
    "businesswomen": "businesswoman",
    "congressmen": "congressman",
    "frenchmen": "frenchman",
    "englishmen": "englishman",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "geese": "goose",
    "oxen": "ox",
    "wolves": "wolf",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "leaves": "leaf",
    "halves": "half",
    "shelves": "shelf",
    "thieves": "thief",
    "loaves": "loaf",
    "media": "medium",
    "data": "datum",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "bacteria": "bacterium",
    "alumni": "alumnus",
    "fungi": "fungus",
    "crises": "crisis",
    "analyses": "analysis",
    "bases": "base",
    "theses": "thesis",
    "buses": "bus",
    "viruses": "virus",
    "campuses": "campus",
    "gases": "gas",
    "bonuses": "bonus",
    "statuses": "status",
    "movies": "movie",
    "cookies": "cookie",
    "calories": "calorie",
    "rookies": "rookie",
    "zombies": "zombie",
    "selfies": "selfie",
    "shoes": "shoe",
    "canoes": "canoe",
    "mps": "mp",
}
# The same in singular and plural, so a number before them counts them.
UNCHANGING: Final = word_set("""
    aircraft spacecraft hovercraft fish sheep deer series species personnel staff police cattle
    offspring salmon cod shrimp bison moose livestock headquarters rohingya cavalry infantry
    folk crew clergy electorate poultry horsepower
""")
# Of the words that end in "is", those that are plurals: "1,200 Israelis".
_PLURALS_IN_IS: Final = word_set("""
    afghanis azerbaijanis azeris bahrainis bangladeshis bengalis emiratis gujaratis houthis iraqis
    israelis kashmiris kazakhstanis kiwis kuwaitis maoris nazis nepalis omanis pakistanis punjabis
    qataris saudis somalis swazis yazidis yemenis
    alibis bikinis khakis rabbis safaris skis taxis tsunamis yetis
""")
_NOT_PLURAL_ENDINGS: Final = ("ss", "us", "is", "ous", "'s", "less")

_NOT_PLURALS: Final = word_set("""
    has was is does its his hers this us as always perhaps besides towards afterwards across
    overseas yes alas thus plus minus versus gas bias lens canvas christmas texas kansas paris
    hamas honduras cyprus wales james charles thomas says news politics economics mathematics
    athletics mr mrs ms sometimes nowadays indoors outdoors upstairs downstairs likes includes
    remains means reuters sachs barclays walmart's arkansas illinois athens brussels naples los
    las des les laos vegas ours theirs yours else's whereas rose besides's unless
""")
STOPS: Final = word_set("""
    a an the and or but nor yet so if than then that which who whom whose what when where why
    how of in on at by for from to with without within into onto over under above below after
    before during since until till through throughout across against among amongst between
    behind beyond near off out up down about around along per via despite toward towards as
    while because although though unless whether like upon amid amidst ago later earlier apiece
    each every both either i you he she it we they me him her us them my your his its our their
    this these those is are was were be been being am has have had having do does did done will
    would can could shall should may might must cannot not no never also again away back here
    there now still already just only too very even ever once soon today yesterday tomorrow
    tonight said say says saying told tells tell added adds asked called wrote reported came
    come comes went go goes gone got get gets took take takes made make makes gave give gives
    rose rise rises risen fell fall falls fallen grew grow grows grown lost lose loses won win
    wins left leave leaves kept keep keeps held hold holds led lead leads met meet meets paid
    pay pays saw see sees seen set sent send sends sold sell sells stood stand stands spent
    spend cost costs became become becomes began begin begins fled flee flees died die dies
    killed arrived compared including included according following based expected needed
    required used joined attended gathered voted signed agreed remained turned percent per-cent
    cent % monday tuesday wednesday thursday friday saturday sunday
""")


def looks_plural(token: Token) -> bool:
    """Whether a word has the look of a noun in the plural. "troops" does, "across" does not."""
    if token.kind != WORD:
        return False
    word = token.lower
    if word in IRREGULAR_PLURALS or word in UNCHANGING:
        return True
    if len(word) < 3 or not word.endswith("s") or word in _NOT_PLURALS or word in STOPS:
        return token.text[:-1].isupper() and token.text.endswith("s") and len(word) > 2
    return word in _PLURALS_IN_IS or not word.endswith(_NOT_PLURAL_ENDINGS)


def singular(noun: str) -> str:
    """
    The noun in the singular and in lower case, by rule: "Rohingya refugees" needs its last word
    only.
    """
    word = noun.lower()
    if word in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[word]
    if word in _PLURALS_IN_IS:
        return word[:-1]
    if (
        word in UNCHANGING
        or word in _NOT_PLURALS
        or len(word) < 4
        or word.endswith(("ss", "us", "is"))
    ):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes", "zzes", "oes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word
