"""Hypothesis strategies: any figure that the newsroom can store, and names as people write them."""

from decimal import Decimal

from hypothesis import strategies as st

from claims.quantities.hedges import Hedge
from claims.quantities.intervals import interval
from claims.quantities.quantity import Quantity
from tests.claims.chart.positions import attribution, disagreement, position

NUMBERS = st.one_of(
    st.integers(-(10**19), 10**19).map(Decimal),
    st.decimals(-10_000, 10_000, places=3),
    st.sampled_from([Decimal(0), Decimal("0.0000000001"), Decimal(10) ** 19, Decimal(3000)]),
)
NAMES = st.one_of(
    st.text(min_size=1, max_size=200),
    st.sampled_from(
        [
            "US intelligence",
            "<script>alert('&')</script>",
            "محمد بن سلمان",
            "משרד הביטחון",
            "ประชาชน",
            "国防部",
            "W" * 200,
            "]]> -- &amp;",
        ]
    ),
)


@st.composite
def figures(draw):
    """A figure of any wording, with the interval that its wording entails."""
    comparator = draw(st.sampled_from(["=", "~", "<", "<=", ">", ">=", "range", "order", "vague"]))
    unit = {"unit": "troops", "unit_text": "troops", "comparator": comparator}
    unit["statistic"] = draw(st.sampled_from([None, None, None, "mean"]))
    if comparator == "vague":
        return Quantity("several", 0, 7, None, Decimal(2), None, **unit)
    value = draw(NUMBERS)
    if comparator in {"range", "order"}:
        low, high = sorted([value, draw(NUMBERS)])
        return Quantity("a range", 0, 7, None, low, high, **unit)
    hedge = Hedge(comparator, emphatic=draw(st.booleans()))
    bounds = interval(value, hedge, "count")
    return Quantity(
        text=f"{comparator} {value}",
        start=0,
        end=1,
        value=value,
        low=bounds.low,
        high=bounds.high,
        low_open=bounds.low_open,
        high_open=bounds.high_open,
        unit_implied=draw(st.booleans()),
        **unit,
    )


@st.composite
def answers(draw):
    """What a position is made of: a figure, who stands where on it, the rating of its verdict."""
    names = draw(st.lists(NAMES, max_size=5, unique=True))
    stances = [draw(st.sampled_from(["asserts", "denies", "doubts"])) for _ in names]
    via = draw(st.none() | NAMES)
    rating = draw(st.sampled_from([None, "true", "missing-context", "our-own"]))
    return draw(figures()), list(zip(names, stances, strict=True)), via, rating


def questions(most=7):
    """What `found_on` makes any disagreement of, also one without a figure."""
    return st.tuples(NAMES, st.lists(answers(), max_size=most))


def found_on(question):
    """The disagreement on a question as drawn."""
    text, drawn = question
    positions = [
        position(figure, *(attribution(name, stance, via) for name, stance in said), rating=rating)
        for figure, said, via, rating in drawn
    ]
    return disagreement(*positions, text=text)
