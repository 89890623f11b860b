"""
Measures the quantity reader on the public sets and the clock. Run: python benchmarks/quantities.py

The sets lie in ../shared/data/quantities/ beside the checkout (Recognizers-Text specs, MIT;
Duckling's English corpus, BSD). Their conventions differ from ours; how each is mapped stands at
its function.
"""

import json
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from claims.quantities import Quantity, read_quantities  # noqa: E402
from claims.quantities.same_unit import measure_named  # noqa: E402

DATA = ROOT.parent / "shared" / "data" / "quantities"
Bounds = tuple[Decimal | None, Decimal | None]
_BELOW_NOTHING = {"<", "<="}


class Score:
    """Counts of what was found, rightly found and expected; and of the sentences missed."""

    def __init__(self) -> None:
        self.right = self.found = self.expected = 0
        self.missed: list[str] = []

    def add(self, found: list[Any], expected: list[Any], sentence: str) -> None:
        rest = list(found)
        for one in expected:
            match = next((other for other in rest if close(one, other)), None)
            if match is not None:
                rest.remove(match)
                self.right += 1
        self.found += len(found)
        self.expected += len(expected)
        if rest or len(found) - len(rest) < len(expected):
            self.missed.append(f"{sentence}\n      read {found}, expected {expected}")

    @property
    def precision(self) -> float:
        return 100 * self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return 100 * self.right / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        total = self.found + self.expected
        return 200 * self.right / total if total else 0.0


def close(one: Any, other: Any) -> bool:
    """Equal to one part in a thousand, so that 0.333 meets 0.3333; pairs end by end."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(close, one, other))
    if one is None or other is None:
        return one is other
    return bool(abs(one - other) <= abs(one) / 1000)


def cases(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads((DATA / name).read_text(encoding="utf-8-sig"))
    return loaded


def bounds(quantity: Quantity) -> Bounds:
    """Low and high; the floor of zero that we give to counts is no bound to others."""
    low = None if quantity.comparator in _BELOW_NOTHING and quantity.low == 0 else quantity.low
    return (low, quantity.high)


def parsed_interval(value: str) -> Bounds:
    low, high = value.strip("[]()").split(",")
    return (Decimal(low) if low else None, Decimal(high) if high else None)


def number_ranges() -> Score:
    """
    Recognizers' NumberRange writes [X, Y) where we close the upper end: only the ends are
    compared.

    It holds ranges and bounds only, so plain numbers and approximations that we read are left
    aside.
    """
    score = Score()
    for case in cases("recognizers/NumberRangeModel.json"):
        spans = [(r["Start"], r["End"]) for r in case["Results"]]
        expected = [parsed_interval(r["Resolution"]["value"]) for r in case["Results"]]
        found = [bounds(q) for q in read_quantities(case["Input"]) if _is_interval(q, spans)]
        score.add(found, expected, case["Input"])
    return score


def _is_interval(quantity: Quantity, spans: list[tuple[int, int]]) -> bool:
    """
    Bounds and ranges always count; a plain number only where the set sees an interval ("equals
    20").
    """
    if quantity.comparator not in {"=", "~", "order", "vague"}:
        return True
    return any(start <= quantity.start <= end for start, end in spans)


def duckling(kinds: set[str]) -> Score:
    """Duckling's above, under and between: one expression each, scored on its two ends in its unit.

    Its small units are ours converted: "0.002 kg" is 2 grams there.
    """
    score = Score()
    for case in cases("duckling/english.json"):
        if case["kind"] not in kinds:
            continue
        found = [_in_unit(q, case["unit"]) for q in read_quantities(case["text"])]
        expected = (_decimal(case["low"]), _decimal(case["high"]))
        score.add(found, [expected], case["text"])
    return score


def _in_unit(quantity: Quantity, unit: str | None) -> Bounds:
    """
    The ends in the set's unit, by value where the set has no approximation ("about $10" is 10).
    """
    low, high = bounds(quantity)
    if quantity.comparator in {"~", "="} and quantity.value is not None:
        low = high = quantity.value
    target = measure_named(unit.lower()) if unit else None
    source = measure_named(quantity.unit) if quantity.unit else None
    if (
        target
        and source
        and target.factor
        and source.factor
        and target.dimension == source.dimension
    ):
        factor = source.factor / target.factor
        low, high = (end if end is None else end * factor for end in (low, high))
    return low, high


def _decimal(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def recognizers(name: str, accept: Callable[[Quantity], bool]) -> Score:
    """Recognizers' other sets: by value alone, among the kind of figure that the set is about."""
    score = Score()
    for case in cases(f"recognizers/{name}Model.json"):
        values = [r.get("Resolution", {}).get("value") for r in case.get("Results", [])]
        expected = [Decimal(v.rstrip("%")) for v in values if v and v != "null"]
        found = [
            q.value for q in read_quantities(case["Input"]) if accept(q) and q.value is not None
        ]
        score.add(found, expected, case["Input"])
    return score


def report(name: str, score: Score, *, verbose: bool) -> None:
    figures = f"{score.precision:6.1f} {score.recall:6.1f} {score.f1:6.1f}"
    print(f"{name:42} {figures}   ({score.expected} expected)")
    if verbose:
        for line in score.missed:
            print("    ", line)


def seconds_per_thousand() -> float:
    """Seconds for a thousand sentences of the visible sets, best of three, on one core."""
    sentences = [
        case["Input"]
        for name in ("Currency", "Dimension")
        for case in cases(f"recognizers/{name}Model.json")
    ]
    sentences = (sentences * (1000 // len(sentences) + 1))[:1000]
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for sentence in sentences:
            read_quantities(sentence)
        best = min(best, time.process_time() - start)
    return best


BY_DECISION = """
Missed by decision:
  one of the X, no one, this one          pronouns, not counts
  from X to Y after a verb of change      two figures with roles, not one range
  [X, Y)                                  our ranges are closed at both ends
  a number of, many, some                 name no figure
  a kilometre, an hour                    an article is not a number
  5 dollars 50, 2 km and 1 metre          two figures
  1.3e6, 2^3, 1 over 3                    not newspaper English
  ranks, years, times, labels, versions   not quantities
"""


def main() -> None:
    if not DATA.is_dir():
        sys.exit(f"The public sets are not at {DATA}.")
    verbose = "-v" in sys.argv
    print(f"{'set':42} {'prec.':>6} {'recall':>6} {'F1':>6}")
    report("Recognizers NumberRange, ends", number_ranges(), verbose=verbose)
    for kind in ("above", "under", "between", "simple"):
        report(f"Duckling {kind}, ends", duckling({kind}), verbose=verbose)
    report("Recognizers Number, values", recognizers("Number", lambda q: True), verbose=verbose)
    report(
        "Recognizers Currency, values",
        recognizers("Currency", lambda q: q.kind == "money"),
        verbose=verbose,
    )
    report(
        "Recognizers Dimension, values",
        recognizers("Dimension", lambda q: q.kind == "measure"),
        verbose=verbose,
    )
    report(
        "Recognizers Age, values", recognizers("Age", lambda q: q.kind == "age"), verbose=verbose
    )
    report(
        "Recognizers Percent, values",
        recognizers("Percent", lambda q: q.unit == "percent"),
        verbose=verbose,
    )
    print(f"\n{seconds_per_thousand():.2f} s per 1,000 sentences")
    print(BY_DECISION)


if __name__ == "__main__":
    main()
