"""Quantity -> Span: its number, how far rounding may have moved it, and the same in another unit.

Currencies are never converted, but a pound has a hundred pence. A name that stands for several sizes, such as the gallon, is
taken for each of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from compare.model import Number, Quantity
from compare.quantities.homes import may_be
from compare.quantities.units import convert, rows, units

ROUNDED = Fraction(1, 20)
"""The most that rounding may change a value written with zeros at its end: 200 may be 198, not 215."""
WRITTEN = Fraction(1, 10)
"""The most that rounding may change any value: 3% may be 2.7%, 1 km is not 1.4 km."""
MONTH, MONTHS_VARY = "month", Fraction(1, 20)
"""How far a month of 28 to 31 days lies from the mean: a month and a half is six weeks."""
LOOSE_FRACTION = Fraction(1, 100)
"""How far a share in words reaches: a third may be 33% or 34%."""

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
    vague: bool = False
    """Whether it is a bare word such as dozens or hundreds."""

    @property
    def point(self) -> bool:
        return self.value is not None and self.modifier == "="


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
    return Span(lower, upper, value, reach(q, value, scale), q.modifier, unit, q.kind == "vague")


def reach(q: Quantity, value: Fraction | None, scale: Fraction) -> Fraction:
    """How far rounding may have moved the number."""
    if value is None:
        return Fraction(0)
    if q.kind == "fraction":
        return LOOSE_FRACTION * scale if q.grain is None else Fraction(q.grain) * scale / 2
    grain = Fraction(q.grain) if q.grain is not None else Fraction(0)
    if q.kind in ("percent", "percentage_point") or dimension(q.unit) == "temperature":
        grain = min(grain, Fraction(1))  # a share of 50% is not 48%, nor a day of 40 degrees one of 38
    if grain and value % grain:
        return Fraction(0)  # 52 to 48 as one number: its grain is that of the two
    most = abs(value) * (ROUNDED if grain >= 10 else WRITTEN)
    return min(grain / 2, most)


def dimension(unit: str | None) -> str | None:
    """What a unit measures: length, mass; None for a currency and where there is no unit."""
    return units()[unit].dimension if unit in units() and unit is not None else None


def meanings(one: Span, other: Span) -> list[tuple[Span, Span]]:
    """Both spans in one unit, once for every size that their units have somewhere; empty where they measure different things."""
    if one.unit == other.unit:
        return [(one, other)]
    brought = [in_unit_of(x, y) for x in sizes(one) for y in sizes(other)]
    return [pair for pair in brought if pair]


def sizes(s: Span) -> list[Span]:
    """The span, and the same number of the units that go by its unit's name elsewhere: an American gallon, a British one."""
    return [s, *(scaled(s, ratio, s.unit) for ratio in ratios(s.unit)[1:])]


def ratios(unit: str | None) -> list[Fraction]:
    """The sizes that a unit's name stands for, over its first size."""
    others = local_factors().get(unit or "", ())
    return [Fraction(1), *(factor / units()[unit].factor for factor in others if unit)]


def conversions(value: Number, unit: str, other: str) -> list[Fraction]:
    """The value in another unit of its dimension, for every size of both units; empty where there is no way between the two.

    >>> [f"{float(litres):.1f}" for litres in conversions(Fraction(10), "gallon", "litre")]
    ['37.9', '45.5']
    """
    found = convert(value, unit, other) if unit in units() and other in units() else None
    return [] if found is None else [found * ours / theirs for ours in ratios(unit) for theirs in ratios(other)]


@cache
def local_factors() -> Mapping[str, tuple[Fraction, ...]]:
    """Unit -> its other factors, for names that stand for several sizes."""
    out: dict[str, tuple[Fraction, ...]] = {}
    for name, size, _ in rows("units_local.tsv"):
        out[name] = (*out.get(name, ()), Fraction(size))
    return out


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
    if b in may_be(a):
        return scaled(one, Fraction(1), b), other  # 30 million pesos, 30 million Mexican pesos
    if a in may_be(b):
        return one, scaled(other, Fraction(1), a)
    if dimension(a) is None or dimension(a) != dimension(b):
        return None
    chosen = min(a, b, key=lambda name: (units()[name].factor, name))  # the same whichever comes first
    return to_unit(one, chosen), to_unit(other, chosen)


def scaled(s: Span, factor: Fraction, unit: str | None) -> Span:
    """The span in another unit that is a plain multiple."""
    lower, upper, value = (None if x is None else x * factor for x in (s.lower, s.upper, s.value))
    return Span(lower, upper, value, s.reach * factor, s.modifier, unit, s.vague)


def to_unit(s: Span, unit: str) -> Span:
    """The span in another unit of its dimension."""
    if s.unit == unit or s.unit is None:
        return s
    lower, upper, value = (None if x is None else convert_exactly(x, s.unit, unit) for x in (s.lower, s.upper, s.value))
    wide = convert_exactly(s.reach, s.unit, unit) - convert_exactly(Fraction(0), s.unit, unit)
    if s.unit == MONTH and value is not None:
        wide += abs(value) * MONTHS_VARY
    return Span(lower, upper, value, wide, s.modifier, unit, s.vague)


def convert_exactly(value: Fraction, unit: str, other: str) -> Fraction:
    """The value in the other unit of the same dimension."""
    out = convert(value, unit, other)
    if out is None:
        raise ValueError(f"{unit} and {other} measure different things")
    return out
