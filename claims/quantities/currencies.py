"""Currencies as newspapers write them: signs, codes and names, each mapped to its ISO 4217 code."""

from decimal import Decimal
from typing import Final

from claims.quantities.vocabulary import word_set

# The signs that stand before the number. A bare dollar is the outlet's own; see read_quantities.
DOLLAR: Final = "$"
SIGNS: Final = {
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₪": "ILS",
    "₦": "NGN",
    "₺": "TRY",
    "₫": "VND",
    "฿": "THB",
    "₱": "PHP",
    "₴": "UAH",
    "₿": "BTC",
    "₡": "CRC",
    "₾": "GEL",
    "₭": "LAK",
    "₸": "KZT",
    "元": "CNY",
}
# Letters glued to the dollar sign, or to another sign.
DOLLARS: Final = {
    "us": "USD",
    "u.s": "USD",
    "u.s.": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "can": "CAD",
    "cdn": "CAD",
    "nz": "NZD",
    "hk": "HKD",
    "s": "SGD",
    "sg": "SGD",
    "nt": "TWD",
    "r": "BRL",
    "mex": "MXN",
    "j": "JMD",
    "tt": "TTD",
    "z": "ZWL",
    "fj": "FJD",
}
# Letters before the digits: "Rs 500", "RM23.50", "R500".
PREFIXES: Final = {
    "rs": "INR",
    "rs.": "INR",
    "re": "INR",
    "rm": "MYR",
    "kes": "KES",
    "ksh": "KES",
    "rp": "IDR",
    "kr": "SEK",
}
GLUED_PREFIXES: Final = {"R": "ZAR", "N": "NGN"}

CODES: Final = word_set("""
    USD EUR GBP JPY CNY INR RUB AUD CAD NZD CHF SEK NOK DKK PLN CZK HUF RON BGN UAH ILS EGP SAR
    AED QAR KWD BHD OMR JOD LBP IQD IRR PKR BDT LKR NPR MMK THB VND IDR MYR SGD PHP KRW TWD HKD
    MNT KZT UZS GEL AMD AZN BYN MDL RSD MKD ISK BRL MXN ARS CLP PEN UYU BOB PYG VES CRC GTQ DOP
    JMD ZAR NGN KES GHS UGX TZS ETB MAD DZD TND LYD SDG XOF XAF ZMW BTC RMB
""")
_ALIASES: Final = {"RMB": "CNY"}
# Of those, the ones that are also words, names, firms and offices: "300 MAD FANS", "12 AMD chips".
WORDS_TOO: Final = word_set("""
    AMD BOB CAD CHF CRC GEL MAD NPR PEN PHP RON SAR SEK
""")

_NATIONAL_DOLLARS: Final = {
    "us": "USD",
    "u.s.": "USD",
    "american": "USD",
    "australian": "AUD",
    "canadian": "CAD",
    "singapore": "SGD",
    "taiwan": "TWD",
    "jamaican": "JMD",
}
_NAMES: Final = {
    "USD": "dollar dollars buck bucks",
    "EUR": "euro euros",
    "INR": "rupee rupees",
    "JPY": "yen",
    "CNY": "yuan renminbi rmb",
    "RUB": "rouble roubles ruble rubles",
    "ILS": "shekel shekels",
    "ZAR": "rand",
    "NGN": "naira",
    "KRW": "won",
    "MYR": "ringgit ringgits",
    "THB": "baht",
    "TRY": "lira liras",
    "UAH": "hryvnia hryvnias",
    "PLN": "zloty zlotys",
    "BRL": "reais",
    "IDR": "rupiah",
    "BDT": "taka",
    "GHS": "cedi cedis",
    "HUF": "forint forints",
    "VND": "dong",
    "MNT": "tugrik tugriks",
    "BTC": "bitcoin bitcoins",
    "SEK": "kronor",
    "DKK": "kroner",
}
_PHRASES: Final = {
    ("pounds", "sterling"): "GBP",
    ("hong", "kong", "dollars"): "HKD",
    ("new", "zealand", "dollars"): "NZD",
    ("swiss", "francs"): "CHF",
    ("swiss", "franc"): "CHF",
    ("philippine", "pesos"): "PHP",
    ("mexican", "pesos"): "MXN",
    ("argentine", "pesos"): "ARS",
    ("colombian", "pesos"): "COP",
    ("chilean", "pesos"): "CLP",
    ("egyptian", "pounds"): "EGP",
    ("syrian", "pounds"): "SYP",
    ("lebanese", "pounds"): "LBP",
    ("pakistani", "rupees"): "PKR",
    ("indian", "rupees"): "INR",
    ("sri", "lankan", "rupees"): "LKR",
    ("swedish", "kronor"): "SEK",
    ("swedish", "krona"): "SEK",
    ("danish", "kroner"): "DKK",
    ("norwegian", "kroner"): "NOK",
    ("kuwaiti", "dinars"): "KWD",
    ("iraqi", "dinars"): "IQD",
    ("saudi", "riyals"): "SAR",
    ("qatari", "riyals"): "QAR",
    ("uae", "dirhams"): "AED",
    ("turkish", "lira"): "TRY",
    ("chinese", "yuan"): "CNY",
    ("japanese", "yen"): "JPY",
    ("russian", "roubles"): "RUB",
    ("russian", "rubles"): "RUB",
    ("malaysian", "ringgit"): "MYR",
    ("kenyan", "shillings"): "KES",
}
# Hundredths: they keep their own name, because "5 cents" does not say of which currency.
COINS: Final = {
    "cent": "cent",
    "cents": "cent",
    "¢": "cent",
    "penny": "penny",
    "pennies": "penny",
    "pence": "penny",
    "sen": "sen",
    "paise": "paisa",
    "paisa": "paisa",
    "kopecks": "kopeck",
}
COIN_VALUES: Final = {
    "penny": ("GBP", Decimal("0.01")),
    "sen": ("MYR", Decimal("0.01")),
    "paisa": ("INR", Decimal("0.01")),
}


def code_of(letters: str) -> str | None:
    """The ISO code that these capital letters are, or None."""
    return _ALIASES.get(letters, letters) if letters in CODES else None


def _by_form() -> dict[tuple[str, ...], str]:
    forms: dict[tuple[str, ...], str] = dict(_PHRASES)
    for code, names in _NAMES.items():
        for name in names.split():
            forms[(name,)] = code
    for nation, code in _NATIONAL_DOLLARS.items():
        forms[(nation, "dollar")] = forms[(nation, "dollars")] = code
    return forms


BY_FORM: Final = _by_form()
LONGEST_FORM: Final = max(map(len, BY_FORM))
