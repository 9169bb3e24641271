"""Two quantities about the same thing -> Outcome, the same whichever comes first.

A figure stands for an interval. A point reaches half of the place of its last written digit to either side, a bound is open
at one end, "about" reaches a tenth, "almost" and "just over" reach to one side only. Small whole numbers are exact: nobody
rounds 19 hours to 20, or 48 dead to 50. A rise is not a fall.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache

from compare.model import Number, Outcome, Quantity
from compare.quantities.homes import may_be
from compare.quantities.lexicon import LANGUAGES, lexicon
from compare.quantities.relate_dates import relate_dates, relate_times
from compare.quantities.relate_spans import Span, meanings, scaled, span

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
A_YEAR = {"day": Fraction(365), "week": Fraction(52), "month": Fraction(12), "year": Fraction(1)}
"""How often a length of time comes in a year."""
UNEVEN_YEAR = Fraction(1, 100)
"""How far 52 weeks and 365 days lie from a year of whole months."""
CENT = Decimal("0.01")
POINT = "percentage point"
EDGE = Fraction(4, 5)
"""Vague counts that share no more than this edge are apart: dozens may be 120 at most, hundreds are 100 at least."""
BOUNDS = frozenset({"<", "<=", ">", ">="})
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
    a, b = in_points(a, b), in_points(b, a)
    one, other = span(a), span(b)
    if one is None or other is None:
        return Outcome.INCOMPARABLE_UNIT
    if a.per != b.per:
        return relate_rates(a, b)
    pairs = meanings(one, other)
    if not pairs:
        return Outcome.INCOMPARABLE_UNIT
    if {a.direction, b.direction} == {"up", "down"}:
        return Outcome.CONTRADICTORY
    one_currency = a.unit in may_be(b.unit) or b.unit in may_be(a.unit)  # pesos, Mexican pesos
    converted, exact = one.unit != other.unit and not one_currency, all_exact(a, b)
    outcomes = [relate_spans(unsigned(x, b), unsigned(y, a), converted=converted, exact=exact) for x, y in pairs]
    return min(outcomes, key=lambda outcome: outcome.gravity)


@cache
def point_words() -> frozenset[str]:
    """The words for points, in any language."""
    return frozenset().union(*(lexicon(code).words["points"] for code in LANGUAGES))


def in_points(q: Quantity, other: Quantity) -> Quantity:
    """Eight points as percentage points, where the other version says that they are."""
    short = other.kind == "percentage_point" and q.kind == "count" and q.unit is None
    return replace(q, kind="percentage_point", unit=POINT) if short and (q.counted or "").lower() in point_words() else q


def unsigned(s: Span, other: Quantity) -> Span:
    """5% for -5%, where the other says that it fell by so much."""
    return scaled(s, Fraction(-1), s.unit) if other.direction == "down" and s.point and s.value and s.value < 0 else s


def all_exact(a: Quantity, b: Quantity) -> bool:
    """Whether nobody rounds figures such as these."""
    if a.kind == b.kind and a.kind in ("age", "ordinal"):
        return True
    if half_cut_off(a, b):
        return True
    most = COUNTED_UP_TO if a.kind == b.kind == "count" else EXACT_UP_TO
    return a.unit == b.unit and all(is_whole(q.lower, most) for q in (a, b))


def half_cut_off(a: Quantity, b: Quantity) -> bool:
    """Whether a price told to the cent lies just half above the other: 12.50 euros may be told as 13, never as 12."""
    if a.kind != "money" or a.unit != b.unit or a.lower is None or b.lower is None or a.lower != a.upper or b.lower != b.upper:
        return False
    low, high = sorted((a, b), key=lambda q: (Fraction(q.lower or 0), Fraction(q.grain or 1)))
    apart = Fraction(high.lower or 0) - Fraction(low.lower or 0)
    return high.grain == CENT and low.grain is not None and low.grain >= 1 and apart == Fraction(low.grain) / 2


def is_whole(value: Number | None, most: int) -> bool:
    """Whether a number is whole, and no greater than the most."""
    return value is not None and abs(Fraction(value)) <= most and Fraction(value).denominator == 1


def relate_rates(a: Quantity, b: Quantity) -> Outcome:
    """Equal where the same comes to a month as to a year, 1,300 a month and 15,600 a year; else not to be compared."""
    one, other = span(a), span(b)
    if not (one and other and a.unit == b.unit and a.per in A_YEAR and b.per in A_YEAR and one.value and other.value):
        return Outcome.INCOMPARABLE_UNIT
    x, y = one.value * A_YEAR[a.per], other.value * A_YEAR[b.per]
    wide = max(one.reach * A_YEAR[a.per], other.reach * A_YEAR[b.per], x * UNEVEN_YEAR)
    return Outcome.EQUAL_CONVERTED if abs(x - y) <= wide else Outcome.INCOMPARABLE_UNIT


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
    allowed = Fraction(0) if exact else a.reach + b.reach if converted else max(a.reach, b.reach)  # both may be rounded then
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
