"""Two quantities about the same thing -> Outcome, the same whichever comes first.

A figure stands for an interval. A point reaches half of the place of its last written digit to either side, a bound is open
at one end, "about" reaches a tenth, "almost" and "just over" reach to one side only. Small whole numbers are exact: nobody
rounds 19 people to 20.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from compare.model import Outcome, Quantity
from compare.quantities.units import convert, units

EXACT_UP_TO = 20
"""Whole numbers to here are counted, not rounded (chosen by hand; nobody writes 20 for 19)."""
ROUGHLY = Fraction(1, 10)
"""How far "about" reaches to either side, as a share of the value: about 250 may be 243, not 400."""
NEARLY = Fraction(15, 100)
"""How far "almost" and "just over" reach: almost half a million may be 430,000."""
ROUNDED = Fraction(1, 10)
"""The most that rounding may change a value written with zeros at its end: 100 is not 140."""
WRITTEN = Fraction(1, 5)
"""The most that rounding may change any value: 1 km is not 1.4 km."""
LOOSE_FRACTION = Fraction(1, 100)
"""How far a share in words reaches: a third may be 33% or 34%."""

BOUNDS = frozenset({"<", "<=", ">", ">="})
PARTS = {
    "cent": frozenset({"USD", "EUR", "AUD", "CAD", "NZD", "HKD", "SGD", "ZAR"}), "penny": frozenset({"GBP"}),
    "paisa": frozenset({"INR"}), "sen": frozenset({"MYR"}), "kopeck": frozenset({"RUB"}),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """A quantity as numbers: what it says, and from where to where it may lie. None is an open end."""

    lower: Fraction | None
    upper: Fraction | None
    value: Fraction | None
    """The number written; None for a range."""
    reach: Fraction
    """Half of the place of the last digit written, within reason."""
    modifier: str
    unit: str | None

    @property
    def point(self) -> bool:
        return self.value is not None and self.modifier == "="


def relate_quantities(a: Quantity, b: Quantity) -> Outcome:
    """How two quantities that are taken to be about the same thing relate; symmetric.

    >>> from compare.quantities.extract import extract_quantities as read
    >>> str(relate_quantities(read("more than 100 people")[0], read("112 people")[0]))
    'more_precise'
    """
    if a.kind == b.kind == "date" and a.text.casefold() == b.text.casefold():
        return Outcome.EQUAL  # "Monday" in both, whatever day each was published
    if a.kind in ("date", "time") or b.kind in ("date", "time"):
        return relate_dates(a.date, b.date) if a.date and b.date and a.kind == b.kind else Outcome.INCOMPARABLE_UNIT
    if a.kind == "score" or b.kind == "score":
        return relate_scores(a, b)
    if ("ordinal" in (a.kind, b.kind)) != (a.kind == b.kind == "ordinal"):
        return Outcome.INCOMPARABLE_UNIT
    if per(a) != per(b):
        return Outcome.INCOMPARABLE_UNIT
    one, other = span(a), span(b)
    if one is None or other is None:
        return Outcome.INCOMPARABLE_UNIT
    converted = one.unit != other.unit
    if converted:
        brought = in_unit_of(one, other)
        if brought is None:
            return Outcome.INCOMPARABLE_UNIT
        one, other = brought
    return relate_spans(one, other, converted=converted, exact=a.kind in ("age", "ordinal") and b.kind == a.kind)


def per(q: Quantity) -> str | None:
    """What the quantity is measured per."""
    return q.per


def span(q: Quantity) -> Span | None:
    """The quantity as numbers; shares as percent, so that half meets 50%."""
    lower, upper = (None if x is None else Fraction(x) for x in (q.lower, q.upper))
    if lower is None and upper is None:
        return None
    unit, scale = q.unit, Fraction(1)
    if q.kind == "fraction":
        unit, scale = "percent", Fraction(100)
    elif q.kind == "age":
        unit = (unit or "year").removesuffix(" of age")
    lower, upper = (None if x is None else x * scale for x in (lower, upper))
    value = lower if lower == upper else upper if lower is None else lower if upper is None else None
    return Span(lower, upper, value, reach(q, value, scale), q.modifier, unit)


def reach(q: Quantity, value: Fraction | None, scale: Fraction) -> Fraction:
    """How far rounding may have moved the number."""
    if value is None:
        return Fraction(0)
    if q.kind == "fraction":
        return LOOSE_FRACTION * scale if q.grain is None else Fraction(q.grain) * scale / 2
    grain = Fraction(q.grain) if q.grain is not None else Fraction(0)
    most = abs(value) * (ROUNDED if grain >= 10 else WRITTEN)
    return min(grain / 2, most)


def in_unit_of(one: Span, other: Span) -> tuple[Span, Span] | None:
    """Both spans in one unit; None where the units measure different things."""
    a, b = one.unit, other.unit
    if a is None or b is None:
        return None
    if b in PARTS and a in PARTS[b]:
        back = in_unit_of(other, one)
        return (back[1], back[0]) if back else None
    if a in PARTS and b in PARTS[a]:
        return scaled(one, Fraction(1, 100), b), other
    if a not in units() or b not in units() or units()[a].dimension != units()[b].dimension:
        return None
    chosen = min(a, b, key=lambda name: (units()[name].factor, name))  # the same whichever comes first
    return to_unit(one, chosen), to_unit(other, chosen)


def scaled(s: Span, factor: Fraction, unit: str) -> Span:
    """The span in another unit that is a plain multiple."""
    lower, upper, value = (None if x is None else x * factor for x in (s.lower, s.upper, s.value))
    return Span(lower, upper, value, s.reach * factor, s.modifier, unit)


def to_unit(s: Span, unit: str) -> Span:
    """The span in another unit of its dimension."""
    if s.unit == unit or s.unit is None:
        return s
    lower, upper, value = (None if x is None else convert_exactly(x, s.unit, unit) for x in (s.lower, s.upper, s.value))
    wide = convert_exactly(s.reach, s.unit, unit) - convert_exactly(Fraction(0), s.unit, unit)
    return Span(lower, upper, value, wide, s.modifier, unit)


def convert_exactly(value: Fraction, unit: str, other: str) -> Fraction:
    """The value in the other unit of the same dimension."""
    out = convert(value, unit, other)
    if out is None:
        raise ValueError(f"{unit} and {other} measure different things")
    return out


# ---- numbers ------------------------------------------------------------------------------------------------------


def relate_spans(a: Span, b: Span, *, converted: bool, exact: bool) -> Outcome:
    """The outcome for two spans in the same unit."""
    if a.value is not None and b.value is not None:
        if a.point and b.point:
            return relate_points(a, b, converted=converted, exact=exact)
        if same(a, b, converted=converted):
            return same_value(a, b, converted=converted)
    elif (a.lower, a.upper, a.modifier) == (b.lower, b.upper, b.modifier):
        return Outcome.EQUAL_CONVERTED if converted else Outcome.EQUAL
    return relate_intervals(a, b, converted=converted)


def same(a: Span, b: Span, *, converted: bool) -> bool:
    """Whether both write the same number; after a conversion, as far as their digits tell."""
    assert a.value is not None
    assert b.value is not None
    return a.value == b.value or (converted and abs(a.value - b.value) <= max(a.reach, b.reach))


def relate_points(a: Span, b: Span, *, converted: bool, exact: bool) -> Outcome:
    """Equal, equal but for rounding, or contradictory."""
    assert a.value is not None
    assert b.value is not None
    if a.value == b.value:
        return Outcome.EQUAL_CONVERTED if converted else Outcome.EQUAL
    small = max(abs(a.value), abs(b.value)) <= EXACT_UP_TO and a.value.denominator == b.value.denominator == 1
    if not converted and (exact or small):
        return Outcome.CONTRADICTORY
    allowed = a.reach + b.reach if converted else max(a.reach, b.reach)
    return Outcome.CONSISTENT_ROUNDED if abs(a.value - b.value) <= allowed else Outcome.CONTRADICTORY


def same_value(a: Span, b: Span, *, converted: bool) -> Outcome:
    """The outcome where only the words around the same number differ."""
    pair = {a.modifier, b.modifier}
    if len(pair) == 1:
        if a.value != b.value:
            return Outcome.CONSISTENT_ROUNDED
        return Outcome.EQUAL_CONVERTED if converted else Outcome.EQUAL
    above, below = pair & {">", ">=", "~>"}, pair & {"<", "<=", "~<"}
    if above and below:
        return Outcome.CONSISTENT_OVERLAP if pair == {">=", "<="} else Outcome.CONTRADICTORY
    if "=" in pair and pair & {">", "<"}:
        return Outcome.BOUNDARY_CONFLICT
    return Outcome.MODIFIER_ONLY


def relate_intervals(a: Span, b: Span, *, converted: bool) -> Outcome:
    """The outcome by where the two may lie."""
    (a_low, a_high), (b_low, b_high) = interval(a, converted=converted), interval(b, converted=converted)
    if apart(a_low, b_high) or apart(b_low, a_high):
        return Outcome.CONTRADICTORY
    if a.modifier in BOUNDS and b.modifier in BOUNDS:
        return Outcome.CONSISTENT_OVERLAP
    if inside(a_low, a_high, b_low, b_high) or inside(b_low, b_high, a_low, a_high):
        return Outcome.MORE_PRECISE
    return Outcome.CONSISTENT_OVERLAP


def interval(s: Span, *, converted: bool) -> tuple[Fraction | None, Fraction | None]:
    """From where to where the quantity may lie."""
    if s.value is None or s.modifier in BOUNDS:
        return s.lower, s.upper
    size = abs(s.value)
    if s.modifier == "~":
        wide = max(size * ROUGHLY, s.reach)
        return s.value - wide, s.value + wide
    if s.modifier == "~<":
        return s.value - size * NEARLY, s.value
    if s.modifier == "~>":
        return s.value, s.value + size * NEARLY
    return (s.value - s.reach, s.value + s.reach) if converted else (s.value, s.value)


def apart(low: Fraction | None, high: Fraction | None) -> bool:
    """Whether a lower end lies above an upper end."""
    return low is not None and high is not None and low > high


def inside(low: Fraction | None, high: Fraction | None, outer_low: Fraction | None, outer_high: Fraction | None) -> bool:
    """Whether the first interval lies within the second."""
    below = outer_low is None or (low is not None and low >= outer_low)
    above = outer_high is None or (high is not None and high <= outer_high)
    return below and above


# ---- results and dates --------------------------------------------------------------------------------------------


def relate_scores(a: Quantity, b: Quantity) -> Outcome:
    """Results agree whichever side is named first."""
    if a.kind != b.kind:
        return Outcome.INCOMPARABLE_UNIT
    one, other = (sorted(re.findall(r"\d{1,4}", q.text)) for q in (a, b))
    return Outcome.EQUAL if one == other else Outcome.CONTRADICTORY


def relate_dates(a: str, b: str) -> Outcome:
    """By how far both say it: the same, the one more precisely, or something else."""
    if a == b:
        return Outcome.EQUAL
    if a.startswith("T") and b.startswith("T"):
        return Outcome.CONTRADICTORY
    if not plain(a) or not plain(b):
        return relate_odd_dates(a, b)
    if any(x != y and "X" not in (x, y) for x, y in zip(a, b, strict=False)):
        return Outcome.CONTRADICTORY
    known_a, known_b = (sum(c.isdigit() for c in x) for x in (a, b))
    if known_a != known_b and (len(a) != len(b) or covers(a, b) or covers(b, a)):
        return Outcome.MORE_PRECISE
    return Outcome.CONSISTENT_OVERLAP


def covers(a: str, b: str) -> bool:
    """Whether every digit of `a` stands in `b` too."""
    return all(x == "X" or x == y for x, y in zip(a, b, strict=False))


def plain(value: str) -> bool:
    """Whether a value is year, month and day, as far as it goes."""
    return re.fullmatch(r"[\dX]{4}(-[\dX]{2}(-[\dX]{2})?)?", value) is not None


def relate_odd_dates(a: str, b: str) -> Outcome:
    """Weekdays, weeks, periods: contradictory only where that is sure."""
    days = tuple(re.fullmatch(r"XXXX-WXX-(\d)", x) for x in (a, b))
    if days[0] and days[1]:
        return Outcome.CONTRADICTORY
    periods = ["/" in x for x in (a, b)]
    if any(periods) and not all(periods):
        whole, day = (a, b) if periods[0] else (b, a)
        start, _, end = whole.partition("/")
        if plain(day) and plain(start) and plain(end) and len(day) == len(start) and "X" not in day + start + end:
            return Outcome.MORE_PRECISE if start <= day <= end else Outcome.CONTRADICTORY
    if a[:4] != b[:4] and a[:4].isdigit() and b[:4].isdigit():
        return Outcome.CONTRADICTORY
    return Outcome.CONSISTENT_OVERLAP
