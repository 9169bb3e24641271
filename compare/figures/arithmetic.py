"""Two different numbers -> the sum that makes both right, if the passages hold one.

"Seven adults and three children" are ten people; if 37 of 42 came, five did not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from compare.figures.mentions import Mention
from compare.messages import Message, message

MOST_NUMBERS = 8
"""Sums are sought among this many numbers of a sentence at most: in a longer list every total can be made up."""
ADDING = ("count", "money", "measure", "share")


def explain_by_parts(a: Mention, b: Mention, passages: Mapping[int, Sequence[Mention]]) -> Message | None:
    """The sum or the whole that makes both numbers right, as a sentence; None where there is none."""
    for whole, part in ((a, b), (b, a)):
        if said := sum_of_parts(value_of(whole), part, passages[part.number]):
            return said
    return rest_of_whole(a, b, passages)


def sum_of_parts(target: Decimal | None, mention: Mention, passage: Sequence[Mention]) -> Message | None:
    """The sum of a mention's value and others of its sentence that gives the target, as a sentence."""
    own = value_of(mention)
    if target is None or own is None or mention.family not in ADDING:
        return None
    others = [m for m in passage if m.number != mention.number and m.family == mention.family and value_of(m)][:MOST_NUMBERS]
    for size in (1, 2, 3):
        for chosen in combinations(others, size):
            values = [v for m in chosen if (v := value_of(m)) is not None]
            if own + sum(values) == target:
                parts = message("row.terms", row=(own, *values))
                return message("figure.sum", parts=parts, whole=target)
    return None


def rest_of_whole(a: Mention, b: Mention, passages: Mapping[int, Sequence[Mention]]) -> Message | None:
    """The difference that makes both numbers parts of a whole which both sentences name; None where they name none."""
    x, y = value_of(a), value_of(b)
    if x is None or y is None or a.family not in ADDING:
        return None
    if x + y in {value_of(m) for m in passages[a.number]} & {value_of(m) for m in passages[b.number]}:
        return message("figure.rest", whole=x + y, part=x, rest=y)
    return None


def value_of(mention: Mention) -> Decimal | None:
    """A point's value; None for a range, a date, a fraction or an open end that says no number."""
    q = mention.quantity
    value = q.lower if q.lower is not None else q.upper
    if q.lower is not None and q.upper is not None and q.lower != q.upper:
        return None
    return value if isinstance(value, Decimal) else None
