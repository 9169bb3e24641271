"""Quantity, the words behind it -> Distance: how long before its own day of publication a text says that something was.

"Last year" is a date, "two years ago" a duration and a word; told from one day they are not the same time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from compare.figures.concepts import concepts
from compare.model import Quantity
from compare.tokens import tokenize

SHARED = {"year": 4, "month": 7, "week": 10, "day": 10}
"""Characters of two ISO 8601 dates that are the same where two texts count a unit from one day."""


@dataclass(frozen=True, slots=True)
class Distance:
    """A time told from the day of publication."""

    unit: str
    """year, month, week or day."""
    count: Decimal
    """How many of them lie between; below zero for a time to come."""


def distance_of(quantity: Quantity, behind: Sequence[str]) -> Distance | None:
    """The distance that a date or duration tells; `behind` are the words behind it. None for a time that is told otherwise.

    >>> distance_of(Quantity(kind="date", text="last year", date="XXXX"), [])
    Distance(unit='year', count=Decimal('1'))
    >>> two = Quantity(kind="duration", text="two years", lower=Decimal(2), upper=Decimal(2), unit="year")
    >>> distance_of(two, ["ago"]), distance_of(two, ["later"])
    (Distance(unit='year', count=Decimal('2')), None)
    """
    if quantity.kind == "duration":
        told = quantity.lower if quantity.lower == quantity.upper and quantity.modifier == "=" else None
        ago = behind[:1] == ["ago"] and quantity.unit in concepts("spans").values()
        return Distance(quantity.unit or "", told) if ago and isinstance(told, Decimal) else None
    words = [t.norm for t in tokenize(quantity.text)] if quantity.kind == "date" else []
    back = [concepts("back")[w] for w in words if w in concepts("back")]
    units = [concepts("spans")[w] for w in words if w in concepts("spans")]
    whole = len(back) == len(units) == 1 and all(w in concepts("back") or w in concepts("spans") for w in words)
    return Distance(units[0], Decimal(back[0])) if whole else None


def other_distance(a: Distance | None, b: Distance | None) -> bool:
    """Do two distances in one unit differ?"""
    return a is not None and b is not None and a.unit == b.unit and a.count != b.count


def from_one_day(distance: Distance, *published: str | None) -> bool:
    """Do texts that came out then count the unit from one day? Of years, texts without a date are taken to.

    >>> year, day = Distance("year", Decimal(1)), Distance("day", Decimal(1))
    >>> from_one_day(year, "2031-01-02", "2030-12-30"), from_one_day(year, None, None), from_one_day(day, None, None)
    (False, True, False)
    """
    if None in published:
        return distance.unit == "year"
    return len({(day or "")[: SHARED[distance.unit]] for day in published}) == 1
