"""
The words that carry a figure's size in Russian and Ukrainian, for comparing two wordings.

The quantity reader reads English. This reads no values: it only tells "три тысячи" from "три
миллиона" and from "семь тысяч", whatever the case.
"""

import re

_ANY = re.compile("[а-яёіїє]", re.IGNORECASE)
_SCALES = (
    r"(?P<hundreds>сот(?:ня|ни|ню|ен|нях|ні))|(?P<thousand>т[ыи]сяч\w*|т[ыи]с)|"
    r"(?P<million>миллион\w*|мільйон\w*|млн)|(?P<billion>миллиард\w*|мільярд\w*|млрд)|"
    r"(?P<trillion>триллион\w*|трильйон\w*|трлн)|(?P<tens>десят(?:к\w+|ок))|(?P<dozen>дюжин\w*)|"
    r"(?P<half>половин\w*)|(?P<third>трет[иья]\w*)|(?P<quarter>четверт\w*|чверт\w*)"
)
_SPELLED = (
    r"(?P<teen>\w[\w'’]{1,7}на(?:дцат|дцят)[ьиою]+)|"
    r"(?P<ten>(?:два|три)д?(?:цат|цят)[ьиою]+|сорока?|[\w'’]{3,6}десят\w*|дев['’]?яност[оа])|"
    r"(?P<hundred>ст[оа]|дв[еі]ст[иі]|(?:три|четыре|чотири)ста|[\w'’]{3,7}сот)|"
    r"(?P<exactly_ten>десят(?:ь|и|ью|ьох))|"
    r"(?P<unit>один|одн(?:а|о|у|им|ой|ого|ому|ій|ієї)|дв(?:а|е|і|ух|ум|умя|ох|ом|ома)|"
    r"тр(?:и|[её]х|[её]м|емя|ьох|ьом|ьома)|четыр(?:е|[её]х|[её]м)|чотир(?:и|ьох|ьом)|"
    r"п['’]?ят(?:ь|и|ью|ьох)|шест(?:ь|и|ью)|шість|сем(?:ь|и|ью)|сім|вос(?:емь|ьми)|вісім|"
    r"дев['’]?ят(?:ь|и|ью|ьох))"
)
# "до" is "up to" before a number and "as far as" before a town.
_NUMBER = re.sub(r"\?P<\w+>", "?:", rf"\d|(?:{_SCALES}|{_SPELLED})\b")
_BOUND = (
    r"(?:(?P<more>более|больше|свыше|понад|більше)|(?P<less>менее|меньше|менше|до)|"
    r"(?P<least>не менее|не менше|минимум|мінімум)|(?P<most>не более|не більше|максимум)|"
    rf"(?P<about>около|примерно|близько|приблизно)|(?P<nearly>почти|майже))(?= (?:{_NUMBER}))"
)
_FIGURE = re.compile(rf"\b(?:{_BOUND}|{_SCALES}|{_SPELLED})\b", re.IGNORECASE)
_BOUNDS = frozenset(["more", "less", "least", "most", "about", "nearly"])
_NAMED_BY_OPENING = frozenset(["teen", "ten", "hundred", "unit"])


def read_figure_words(text: str) -> list[tuple[int, str]]:
    """
    Figure words with their offsets, the same for every case of one word.

    A bound ("более") stands at the number it precedes, which a quote may begin with.
    """
    if not _ANY.search(text):
        return []
    return [
        (match.end() + 1 if match.lastgroup in _BOUNDS else match.start(), _name(match))
        for match in _FIGURE.finditer(text)
    ]


def _name(match: re.Match[str]) -> str:
    kind = str(match.lastgroup)
    # Two letters tell one to nine apart in every case; ten is a kind of its own.
    return kind + match[0][:2].lower() if kind in _NAMED_BY_OPENING else kind
