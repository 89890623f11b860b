"""Names in two wordings: whether the same ones stand in the same order."""

import re
from itertools import zip_longest

from claims.anchoring.differences.passage import WORD, Passage

_POSSESSIVE = re.compile(r"['’]s?\Z")
# Words that begin a sentence with a capital and name nobody.
_SMALL_WORDS = (
    "a about after all also although among an and another any are as at be because before both but "
    "by can could did do does during each either even every few first for from had has have he her "
    "here his how however i if in instead into is it its last later like many may maybe meanwhile "
    "more most mr mrs ms dr much my next no nor not now of on once one only or other our out over "
    "please she should since so some soon still such than that the their then there these they "
    "this those though through to today under until up use was we were what when where whether "
    "which while who whose why will with within would yes yet you your "
    "а без більше более больше в вже во вот все всі где далее де для до его если есть еще ещё же "
    "за зараз и из или им их й к как когда коли кто ми мы на над не но ну о об один он она они от "
    "по под после потом при про с сейчас со так также там те теперь то тогда только тот ту ты у "
    "уже хотя це цей ця чтобы что эта эти это этот я як який якщо і із її їх є за під після та там "
    "також тепер тоді тому ту тільки хоча чи що вони він вона воно від з"
)
_NOT_NAMES = frozenset(_SMALL_WORDS.split())
_INFLECTED = re.compile("[а-яёіїєґ]", re.IGNORECASE)
_LONGEST_ENDING = 3


def names_differ(old: Passage, old_text: str, new: Passage, new_text: str) -> bool:
    """
    Whether capitalised words differ, or stand in another order ("A told B", "B told A").

    The texts are the passages' own, their figures and dates blanked out. A word counts as no name
    where the other wording has it in small letters, and at the beginning of a sentence where its
    own article has it in small letters elsewhere.
    """
    old_names = _names(old, old_text, new.words_in_small_letters)
    new_names = _names(new, new_text, old.words_in_small_letters)
    pairs = zip_longest(old_names, new_names, fillvalue="")
    return not all(_same_name(before, after) for before, after in pairs)


def _names(passage: Passage, text: str, small: set[str]) -> list[str]:
    names: dict[str, None] = {}
    openings = passage.opening_words()
    for match in WORD.finditer(text):
        word = _POSSESSIVE.sub("", match[0])
        lowered = word.lower()
        if word == lowered or lowered in _NOT_NAMES or lowered in small:
            continue
        if match[0] in openings and passage.knows_in_small_letters(lowered):
            continue
        names[lowered] = None
    return list(names)


def _same_name(before: str, after: str) -> bool:
    if before == after:
        return True
    if not (_INFLECTED.search(before) and _INFLECTED.search(after)):
        return False
    stem = max(3, min(len(before), len(after)) - 2)
    longest = max(len(before), len(after))
    return before[:stem] == after[:stem] and longest - stem <= _LONGEST_ENDING + 1
