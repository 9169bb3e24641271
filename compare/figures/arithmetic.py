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
    """The sum or the whole that makes both numbers right, as a sentence; "" where there is none."""
    for whole, part in ((a, b), (b, a)):
        if said := sum_of_parts(value_of(whole), part, passages[part.number]):
            return said
    return rest_of_whole(a, b, passages)


def sum_of_parts(target: Decimal | None, mention: Mention, passage: Sequence[Mention]) -> str:
    """The sum of a mention's value and others of its sentence that gives the target, as a sentence."""
    own = value_of(mention)
    if target is None or own is None or mention.family not in ADDING:
        return ""
    others = [m for m in passage if m.number != mention.number and m.family == mention.family and value_of(m)][:MOST_NUMBERS]
    for size in (1, 2, 3):
        for chosen in combinations(others, size):
            values = [v for m in chosen if (v := value_of(m)) is not None]
            if own + sum(values) == target:
                return f"{' + '.join(shown(v) for v in (own, *values))} = {shown(target)}: a sum of parts."
    return ""


def rest_of_whole(a: Mention, b: Mention, passages: Mapping[int, Sequence[Mention]]) -> str:
    """The difference that makes both numbers parts of a whole which both sentences name; "" where they name none."""
    x, y = value_of(a), value_of(b)
    if x is None or y is None or a.family not in ADDING:
        return ""
    if x + y in {value_of(m) for m in passages[a.number]} & {value_of(m) for m in passages[b.number]}:
        return f"{shown(x + y)} - {shown(x)} = {shown(y)}: the rest of a whole."
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
