"""Two different numbers -> the sum that makes both right, if the passages hold one.

"Seven adults and three children" are ten people; if 37 of 42 came, five did not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from compare.figures.mentions import Mention

MOST_NUMBERS = 8
"""Sums are sought among this many numbers of a sentence at most: in a longer list every total can be made up."""
ADDING = ("count", "money", "measure", "share")


def explain_by_parts(a: Mention, b: Mention, passages: Mapping[int, Sequence[Mention]]) -> str:
    """The sum or difference in one mention's sentence that gives the other's value, as a sentence; "" where there is none."""
    for whole, part in ((a, b), (b, a)):
        if sum_ := sum_of_parts(value_of(whole), part, passages[part.number]):
            return sum_
    return ""


def sum_of_parts(target: Decimal | None, mention: Mention, passage: Sequence[Mention]) -> str:
    """The sum or difference of a mention's value and others of its sentence that gives the target."""
    own = value_of(mention)
    if target is None or own is None or mention.family not in ADDING:
        return ""
    others = [m for m in passage if m.number != mention.number and m.family == mention.family and value_of(m)][:MOST_NUMBERS]
    for size in (1, 2, 3):
        for chosen in combinations(others, size):
            values = [v for m in chosen if (v := value_of(m)) is not None]
            if own + sum(values) == target:
                return f"{' + '.join(shown(v) for v in (own, *values))} = {shown(target)}: a sum of parts."
    for other in others:
        value = value_of(other)
        if value is not None and abs(value - own) == target and min(value, own) > 0:
            high, low = max(value, own), min(value, own)
            return f"{shown(high)} - {shown(low)} = {shown(target)}: the rest of a whole."
    return ""


def value_of(mention: Mention) -> Decimal | None:
    """A point's value; None for a range, a date, a fraction or an open end that says no number."""
    q = mention.quantity
    value = q.lower if q.lower is not None else q.upper
    if q.lower is not None and q.upper is not None and q.lower != q.upper:
        return None
    return value if isinstance(value, Decimal) else None


def shown(value: Decimal) -> str:
    """A number as a reader writes it.

    >>> shown(Decimal("18000")), shown(Decimal("2.50"))
    ('18,000', '2.5')
    """
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
