"""
Names by which newspapers say whose people or things a count counts: nations, regions, alliances.

Adjectives as they stand before a noun ("North Korean troops", "UN peacekeepers"). Names in one row
say the same; any two others do not, even where the one is a part of the other: a figure for French
soldiers answers nothing about European ones.
"""

from typing import Final

# A row is one name and its others. The initials are matched in capitals only, names by their words.
_INITIALS: Final = """
American: US U.S. USA
British: UK U.K.
Emirati: UAE U.A.E.
North_Korean: DPRK
South_Korean: ROK
Chinese: PRC
EU: E.U.
UN: U.N.
NATO: Nato
"""
_NAMES: Final = """
Afghan Albanian Algerian American Andorran Angolan Argentine=Argentinian=Argentinean Armenian
Australian=Aussie Austrian Azerbaijani=Azeri Bahamian Bahraini Bangladeshi Barbadian Belarusian
Belgian Belizean Beninese Bhutanese Bolivian Bosnian Botswanan Brazilian British Bruneian Bulgarian
Burkinabe=Burkinabé Burmese=Myanmar Burundian Cambodian Cameroonian Canadian Cape_Verdean
Central_African Chadian Chilean Chinese Colombian Comorian Congolese Costa_Rican Croatian=Croat
Cuban Cypriot Czech Danish Djiboutian Dominican Dutch=Netherlands East_Timorese=Timorese Ecuadorean
=Ecuadorian Egyptian Emirati Equatorial_Guinean Eritrean Estonian Ethiopian Fijian Finnish French
Gabonese Gambian Georgian German Ghanaian Greek Grenadian Guatemalan Guinean Guyanese Haitian
Honduran Hungarian Icelandic Indian Indonesian Iranian Iraqi Irish Israeli Italian Ivorian Jamaican
Japanese Jordanian Kazakh=Kazakhstani Kenyan Kosovar Kuwaiti Kyrgyz Lao=Laotian Latvian Lebanese
Liberian Libyan Lithuanian Luxembourgish Macedonian=North_Macedonian Malagasy Malawian Malaysian
Maldivian Malian Maltese Mauritanian Mauritian Mexican Moldovan Mongolian Montenegrin Moroccan
Mozambican Namibian Nepalese=Nepali New_Zealand Nicaraguan Nigerian Nigerien North_Korean Norwegian
Omani Pakistani Palestinian=Gazan Panamanian Papua_New_Guinean Paraguayan Peruvian
Philippine=Filipino Polish Portuguese Qatari Romanian Russian Rwandan Salvadoran=Salvadorean
=El_Salvadoran Samoan Saudi=Saudi_Arabian Senegalese Serbian=Serb Sierra_Leonean Singaporean Slovak
Slovenian=Slovene Somali South_African South_Korean South_Sudanese Soviet Spanish Sri_Lankan
Sudanese Surinamese Swazi Swedish Swiss Syrian Taiwanese Tajik Tanzanian Thai Tibetan Togolese
Trinidadian Tunisian Turkish Turkmen Ugandan Ukrainian Uruguayan Uzbek Venezuelan Vietnamese Yemeni
Yugoslav Zambian Zimbabwean
English Scottish Welsh Northern_Irish Chechen Crimean Kurdish Rohingya Uyghur=Uighur Catalan
European African Asian Arab Western Nordic Scandinavian Baltic Latin_American Central_American
South_American North_American Middle_Eastern Southeast_Asian South_Asian
EU=European_Union UN=United_Nations NATO African_Union
"""


def _names() -> dict[tuple[str, ...], str]:
    """Each name as its words in small letters, and the name that its row goes by."""
    named: dict[tuple[str, ...], str] = {}
    for row in _NAMES.replace("\n=", "=").split():
        first, *others = row.split("=")
        for name in (first, *others):
            named[tuple(name.lower().split("_"))] = first
    return named


def _initials() -> dict[str, str]:
    rows = (line.split(": ") for line in _INITIALS.strip().splitlines())
    return {initials: name for name, all_of in rows for initials in all_of.split()}


BY_NAME: Final = _names()
BY_INITIALS: Final = _initials()
# Whose by where one stands: written small, each apart from the others and from every name.
BY_RELATION: Final = frozenset({"foreign", "domestic", "local", "allied", "coalition"})
LONGEST_NAME: Final = max(map(len, BY_NAME))
