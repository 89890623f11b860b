"""
Decoding: a page's bytes as text, as browsers read them.

https://html.spec.whatwg.org/#determining-the-character-encoding and
https://encoding.spec.whatwg.org/#names-and-labels
"""

import codecs
import re

# So far into a page its own word for its encoding is looked for.
LOOKED_AT = 1024
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_META = re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([a-z0-9_:.\-]+)", re.IGNORECASE)
# Encodings that pages are in, by Python's names; and what some labels mean on the web.
_ENCODINGS = frozenset(
    ["utf-8", "utf-16", "utf-16-be", "utf-16-le", "gb18030", "iso2022_jp", "euc_jp"]
    + ["koi8-r", "koi8-u", "cp866", "cp874", "cp932", "cp949", "big5hkscs", "mac-roman"]
    + ["mac-cyrillic", *(f"cp125{number}" for number in range(9))]
    + [f"iso8859-{number}" for number in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)]
)
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
# A page that could be searched for its encoding is not in these.
_NOT_IN_META = {"utf-16", "utf-16-le", "utf-16-be"}
FALLBACK = "cp1252"


def decoded(raw: bytes, charset: str = "") -> str:
    """
    The page's text; `charset` is what its HTTP header says.

    The byte order mark decides, then the header, then the page's own word, then whether it is
    UTF-8; else it is Windows-1252. Bytes that belong nowhere become U+FFFD.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    encoding = _known(charset) or _own_word(raw)
    if encoding:
        return raw.decode(encoding, "replace")
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode(FALLBACK, "replace")


def _own_word(raw: bytes) -> str:
    found = _META.search(_COMMENT.sub(b"", raw[:LOOKED_AT]))
    encoding = _known(found[1].decode("ascii")) if found else ""
    return "utf-8" if encoding in _NOT_IN_META else encoding


def _known(label: str) -> str:
    """Python's name of the encoding that the label means; empty for one that no page is in."""
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return ""
    encoding = _MEANT.get(name, name)
    return encoding if encoding in _ENCODINGS else ""
