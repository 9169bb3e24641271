"""Two quantities about the same thing -> Outcome, the same whichever comes first.

A figure stands for an interval. A point reaches half of the place of its last written digit to either side, a bound is open
at one end, "about" reaches a tenth, "almost" and "just over" reach to one side only. Small whole numbers are exact: nobody
rounds 19 hours to 20, or 48 dead to 50. A rise is not a fall.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from compare.model import Number, Outcome, Quantity
from compare.quantities.relate_dates import relate_dates, relate_times
from compare.quantities.units import convert, units

EXACT_UP_TO = 20
"""Whole numbers to here are exact (chosen by hand; nobody writes 20 for 19)."""
COUNTED_UP_TO = 99
"""Whole numbers of people and things to here are counted, not rounded: 48 dead are not 50, but 98 may be told as 100."""
ROUGHLY = Fraction(1, 10)
"""How far "about" reaches to either side, as a share of the value: about 250 may be 243, not 400."""
NEARLY = Fraction(15, 100)
"""How far "almost" and "just over" reach: almost half a million may be 430,000."""
SLIGHTLY = Fraction(1, 5)
"""How far "about" reaches at a small whole number, up to one: about 5 may be 6."""
ROUNDED = Fraction(1, 20)
"""The most that rounding may change a value written with zeros at its end: 200 may be 198, not 215."""
WRITTEN = Fraction(1, 10)
"""The most that rounding may change any value: 3% may be 2.7%, 1 km is not 1.4 km."""
MONTH, MONTHS_VARY = "month", Fraction(1, 20)
"""How far a month of 28 to 31 days lies from the mean: a month and a half is six weeks."""
EDGE = Fraction(4, 5)
"""Vague counts that share no more than this edge are apart: dozens may be 120 at most, hundreds are 100 at least."""
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

    @property
    def vague(self) -> bool:
        return self.value is None and self.modifier == "~"


def relate_quantities(a: Quantity, b: Quantity) -> Outcome:
    """How two quantities that are taken to be about the same thing relate; symmetric.

    >>> from compare.quantities.extract import extract_quantities as read
    >>> str(relate_quantities(read("more than 100 people")[0], read("112 people")[0]))
    'more_precise'
    """
    if a.kind in ("date", "time") or b.kind in ("date", "time"):
        if a.kind != b.kind or a.date is None or b.date is None:
            return Outcome.INCOMPARABLE_UNIT
        return relate_dates(a, b) if a.kind == "date" else relate_times(a, b)
    if a.kind == "score" or b.kind == "score":
        return relate_scores(a, b)
    if ("ordinal" in (a.kind, b.kind)) != (a.kind == b.kind == "ordinal"):
        return Outcome.INCOMPARABLE_UNIT
    one, other = span(a), span(b)
    if one is None or other is None or a.per != b.per:
        return Outcome.INCOMPARABLE_UNIT
    converted = one.unit != other.unit
    if converted:
        brought = in_unit_of(one, other)
        if brought is None:
            return Outcome.INCOMPARABLE_UNIT
        one, other = brought
    if {a.direction, b.direction} == {"up", "down"}:
        return Outcome.CONTRADICTORY
    return relate_spans(one, other, converted=converted, exact=all_exact(a, b))


def all_exact(a: Quantity, b: Quantity) -> bool:
    """Whether nobody rounds figures such as these."""
    if a.kind == b.kind and a.kind in ("age", "ordinal"):
        return True
    most = COUNTED_UP_TO if a.kind == b.kind == "count" else EXACT_UP_TO
    return a.unit == b.unit and all(is_whole(q.lower, most) for q in (a, b))


def is_whole(value: Number | None, most: int) -> bool:
    """Whether a number is whole, and no greater than the most."""
    return value is not None and abs(Fraction(value)) <= most and Fraction(value).denominator == 1


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
    if q.kind in ("percent", "percentage_point") or dimension(q.unit) == "temperature":
        grain = min(grain, Fraction(1))  # a share of 50% is not 48%, nor a day of 40 degrees one of 38
    most = abs(value) * (ROUNDED if grain >= 10 else WRITTEN)
    return min(grain / 2, most)


def dimension(unit: str | None) -> str | None:
    """What a unit measures: length, mass; None for a currency and where there is no unit."""
    return units()[unit].dimension if unit in units() and unit is not None else None


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
    if dimension(a) is None or dimension(a) != dimension(b):
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
    if s.unit == MONTH and value is not None:
        wide += abs(value) * MONTHS_VARY
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
    allowed = Fraction(0) if exact else max(a.reach, b.reach)
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
    one, other = interval(a, converted=converted), interval(b, converted=converted)
    if one.below(other) or other.below(one) or (a.vague and b.vague and (one.barely_meets(other) or other.barely_meets(one))):
        return Outcome.CONTRADICTORY
    if a.modifier in BOUNDS and b.modifier in BOUNDS:
        return Outcome.CONSISTENT_OVERLAP
    return Outcome.MORE_PRECISE if one.within(other) or other.within(one) else Outcome.CONSISTENT_OVERLAP


@dataclass(frozen=True, slots=True)
class Interval:
    """From where to where a quantity may lie; None is an open end."""

    low: Fraction | None
    high: Fraction | None
    strict: bool = False
    """Whether the ends themselves are excluded."""

    def below(self, other: Interval) -> bool:
        """Whether all of it lies below the other."""
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.strict or other.strict))

    def within(self, other: Interval) -> bool:
        """Whether it lies within the other."""
        above = other.low is None or (self.low is not None and self.low >= other.low)
        return above and (other.high is None or (self.high is not None and self.high <= other.high))

    def barely_meets(self, other: Interval) -> bool:
        """Whether it ends where the other, the larger one, only begins."""
        return self.high is not None and other.low is not None and self.high * EDGE <= other.low


def interval(s: Span, *, converted: bool) -> Interval:
    """From where to where the quantity may lie."""
    if s.value is None or s.modifier in BOUNDS:
        return Interval(s.lower, s.upper, s.modifier in ("<", ">"))
    size = abs(s.value)
    if s.modifier == "~":
        one_off = min(Fraction(1), size * SLIGHTLY) if s.value.denominator == 1 else Fraction(0)
        wide = max(size * ROUGHLY, s.reach, one_off)
        return Interval(s.value - wide, s.value + wide)
    if s.modifier == "~<":
        return Interval(s.value - size * NEARLY, s.value)
    if s.modifier == "~>":
        return Interval(s.value, s.value + size * NEARLY)
    return Interval(s.value - s.reach, s.value + s.reach) if converted else Interval(s.value, s.value)


# ---- results ------------------------------------------------------------------------------------------------------


def relate_scores(a: Quantity, b: Quantity) -> Outcome:
    """Results agree whichever side is named first."""
    if a.kind != b.kind:
        return Outcome.INCOMPARABLE_UNIT
    one, other = (sorted(re.findall(r"\d{1,4}", q.text)) for q in (a, b))
    return Outcome.EQUAL if one == other else Outcome.CONTRADICTORY
