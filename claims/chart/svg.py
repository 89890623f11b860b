"""SVG elements as text, escaped."""

from xml.sax.saxutils import escape, quoteattr

from claims.chart.people import clean


def element(name: str, /, *children: str, **attributes: object) -> str:
    """
    An element around children that are markup already.

    Attributes are escaped, numbers are rounded to a tenth; `class_` is class, `_` is a hyphen.
    """
    written = "".join(
        f" {_name(key)}={quoteattr(_value(value))}"
        for key, value in attributes.items()
        if value is not None and value != ""
    )
    return f"<{name}{written}>{''.join(children)}</{name}>" if children else f"<{name}{written}/>"


def text(words: str) -> str:
    """Words as markup."""
    return escape(clean(words))


def spaced(words: str) -> str:
    """Words as markup, with the space they begin or end with: a part of a line."""
    return escape(words)


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-") if key != "viewBox" else key


def _value(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
