"""Two mentions -> Outcome: how their values relate, anywhere and in one slot of nearly the same sentence."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from compare.figures.concepts import concepts
from compare.figures.distance import other_distance
from compare.figures.mentions import WHEN, Mention
from compare.model import Number, Outcome, Quantity
from compare.quantities import relate_quantities
from compare.quantities.relate_spans import conversions
from compare.tokens import tokenize

SAME_NUMBER = frozenset({Outcome.EQUAL, Outcome.EQUAL_CONVERTED, Outcome.CONSISTENT_ROUNDED, Outcome.MODIFIER_ONLY,
                         Outcome.BOUNDARY_CONFLICT})  # fmt: skip
DIFFERENT = frozenset({Outcome.CONTRADICTORY, Outcome.INCOMPARABLE_UNIT})
ROUNDED_IN_SLOT = 1.05
"""Ratio up to which an editor rounds: 3,512 to 3,500, not 110 to 100."""
SMALL_CHANGE, PRICE_ROUNDED = 100, 1.02
"""A price below the first that is given with its cents is rounded by no more than the second: 9.99 is 10, but 12.50 is not 12."""
ROUGHLY = 1.1
"""Ratio up to which two rough numbers may be one."""
NEAR_BOUND = 1.02
"""Ratio up to which two bounds from one side say the same; beyond it they are two tallies, though both may hold."""
HUNDREDTH = Decimal("0.01")
UPWARD, DOWNWARD = frozenset({">", ">="}), frozenset({"<", "<="})


def outcome_of(a: Mention, b: Mention) -> Outcome:
    """How two values relate. The same words for a day are the same day: "today" stays when a text is published again."""
    if a.family in WHEN and a.value.text.casefold() == b.value.text.casefold():
        return Outcome.EQUAL
    if a.family != b.family and other_distance(a.distance, b.distance):
        return Outcome.CONTRADICTORY
    outcome = remembered_outcome(paced(a, b), paced(b, a))
    if outcome is Outcome.CONSISTENT_OVERLAP and other_distance(a.distance, b.distance):
        return Outcome.CONTRADICTORY
    if outcome is Outcome.CONSISTENT_OVERLAP and other_bound(a.value, b.value):
        return Outcome.CONTRADICTORY
    if outcome is Outcome.CONSISTENT_OVERLAP and are_rough_apart(a.value, b.value):
        return Outcome.CONTRADICTORY
    if touch(a.value, b.value) or (outcome is Outcome.CONSISTENT_ROUNDED and are_prices_apart(a.value, b.value)):
        return Outcome.CONTRADICTORY
    if a.family in WHEN and outcome is Outcome.EQUAL and "X" in (a.value.date or "") and not same_day_words(a.value, b.value):
        return Outcome.CONSISTENT_OVERLAP
    return outcome


def paced(mention: Mention, other: Mention) -> Quantity:
    """The value by the period that a word beside it names, where the other is told by such a period, too."""
    known = other.paces | ({other.value.per} & set(concepts("paces").values()))
    if mention.value.per is not None or len(mention.paces) != 1 or not known:
        return mention.value
    return replace(mention.value, per=min(mention.paces))


def as_age(mention: Mention) -> Quantity:
    """The value as an age, where it counts nothing: patients "under 10", whom another version calls "younger than ten"."""
    bare = mention.family == "count" and not mention.value.counted
    return replace(mention.value, kind="age") if bare else mention.value


def same_day_words(a: Quantity, b: Quantity) -> bool:
    """Of dates that were not made out: written with digits, or the one in words of the other; "Monday" is not "next Monday"."""
    ours, theirs = ({t.norm.removesuffix("'s") for t in tokenize(q.text)} for q in (a, b))
    if (ours ^ theirs) & concepts("turns").keys():
        return False
    return ours <= theirs or theirs <= ours or any(c.isdigit() for c in a.text + b.text)


def outcome_in_slot(a: Mention, b: Mention) -> Outcome:
    """The outcome where an editor changed the one into the other: what could be reconciled elsewhere is then a change.

    Rates by the year or not, scores the other way round, bounds of other numbers, ranges with other ends, a number in two units,
    and numbers rounded by more than a twentieth do not say the same.
    """
    outcome = remembered_outcome(as_age(a), as_age(b)) if {a.family, b.family} == {"age", "count"} else outcome_of(a, b)
    if outcome not in DIFFERENT and other_pace(a, b):
        return Outcome.INCOMPARABLE_UNIT
    if a.value.unit != b.value.unit and a.family == b.family == "measure" and number_of(a.value) == number_of(b.value):
        return Outcome.CONTRADICTORY
    if outcome is Outcome.CONSISTENT_ROUNDED and a.value.unit == b.value.unit and ratio(a.value, b.value) > ROUNDED_IN_SLOT:
        return Outcome.CONTRADICTORY
    if a.family == b.family == "score" and outcome in (Outcome.EQUAL, Outcome.EQUAL_CONVERTED):
        same = [t.norm for t in tokenize(a.value.text)] == [t.norm for t in tokenize(b.value.text)]
        return outcome if same else Outcome.CONTRADICTORY
    if outcome in (Outcome.CONSISTENT_OVERLAP, Outcome.MORE_PRECISE) and (
        meet_in_a_point(a.value, b.value) or same_side(a.value, b.value) or (is_range(a.value) and is_range(b.value))
    ):
        return Outcome.CONTRADICTORY
    return outcome


def other_pace(a: Mention, b: Mention) -> bool:
    """Is only one of two that agree told by the year, or by the share, and no word beside the other names the same period?"""
    one, other = a.value.per, b.value.per
    return one != other and None in (one, other) and (one or other) not in (a.paces if one is None else b.paces)


def number_of(q: Quantity) -> tuple[Number | None, Number | None]:
    return q.lower, q.upper


def is_range(q: Quantity) -> bool:
    return q.modifier == "=" and q.lower is not None and q.upper is not None and q.lower != q.upper


def touch(a: Quantity, b: Quantity) -> bool:
    """Does one range end where the other begins: six to seven, seven to eight?"""
    return is_range(a) and is_range(b) and a.unit == b.unit and (a.upper == b.lower or b.upper == a.lower)


def are_prices_apart(a: Quantity, b: Quantity) -> bool:
    """Is one of two small prices given to the cent, and the other so far off that nobody would round the one to it?"""
    if a.kind != "money" or a.unit != b.unit or max(float(q.lower or q.upper or 0) for q in (a, b)) >= SMALL_CHANGE:
        return False
    return (is_fine(a) or is_fine(b)) and ratio(a, b) > PRICE_ROUNDED


def is_fine(q: Quantity) -> bool:
    """Is it written to hundredths, as a price is to the cent?

    >>> read = lambda value: Quantity(kind="money", lower=Decimal(value), upper=Decimal(value), grain=Decimal("0.01"))
    >>> is_fine(read("12.50")), is_fine(Quantity(kind="percent", lower=Decimal("1.6"), upper=Decimal("1.6")))
    (True, False)
    """
    return q.grain is not None and q.grain <= HUNDREDTH


def are_rough_apart(a: Quantity, b: Quantity) -> bool:
    """Are two points both rough, and further apart than either is rounded: about 61%, some 51%?

    >>> rough = lambda n, grain: Quantity(kind="count", lower=Decimal(n), upper=Decimal(n), modifier="~", grain=Decimal(grain))
    >>> are_rough_apart(rough(61, 1), rough(51, 1)), are_rough_apart(rough(5000, 1000), rough(6000, 1000))
    (True, False)
    """
    x, y = a.lower, b.lower
    if {a.modifier, b.modifier} != {"~"} or a.unit != b.unit or not isinstance(x, Decimal) or not isinstance(y, Decimal):
        return False
    return abs(x - y) > max(a.grain or 0, b.grain or 0) and ratio(a, b) > ROUGHLY


def same_side(a: Quantity, b: Quantity) -> bool:
    """Are both bounds from the same side, at different numbers: over 50, over 60?"""
    return any({a.modifier, b.modifier} <= side for side in (UPWARD, DOWNWARD)) and number_of(a) != number_of(b)


def other_bound(a: Quantity, b: Quantity) -> bool:
    """Are both bounds from the same side, with ends that are not nearly the same: more than 640 dead, above 680?"""
    if not same_side(a, b):
        return False
    ends = [float((q.lower if q.modifier in UPWARD else q.upper) or 0) for q in (a, b)]
    return min(ends) > 0 and max(ends) / min(ends) > NEAR_BOUND


def meet_in_a_point(a: Quantity, b: Quantity) -> bool:
    """Do two bounds leave no more than one value to both: at least 40, at most 40?"""
    return any(x.lower is not None and x.upper is None and y.lower is None and y.upper is not None and x.lower >= y.upper
               for x, y in ((a, b), (b, a)))  # fmt: skip


@lru_cache(maxsize=50_000)
def remembered_outcome(a: Quantity, b: Quantity) -> Outcome:
    """How two quantities relate; near-copies ask the same again and again.

    A rate that is told once by the year or the share, and once without, is one where the values fit: "22 cents a share".
    """
    outcome = relate_quantities(a, b)
    if outcome is Outcome.INCOMPARABLE_UNIT and a.per != b.per and None in (a.per, b.per):
        same = relate_quantities(replace(a, per=None), replace(b, per=None))
        return outcome if same in DIFFERENT else same
    return outcome


def ratio(a: Quantity, b: Quantity) -> float:
    """Of the greater value to the smaller, in one unit where they convert: seven hours are far from 12 weeks; 1 for dates."""
    x, y = (q.lower or q.upper or Decimal(0) for q in (a, b))
    if a.unit and b.unit and a.unit != b.unit:
        x = next(iter(conversions(x, a.unit, b.unit)), x)
    return float(max(x, y)) / float(min(x, y)) if min(x, y) > 0 else 1.0


def tell_one_number(a: Quantity, b: Quantity, outcome: Outcome) -> bool:
    """Do two values tell one number, be it rounded: 63 and 60, and 63 and "more than 60" as well?"""
    return outcome in SAME_NUMBER or (outcome is Outcome.MORE_PRECISE and (rounds_to(a, b) or rounds_to(b, a)))


def rounds_to(point: Quantity, bound: Quantity) -> bool:
    """Is the bound what the point is when it is cut down, or filled up, to the bound's last digit?

    >>> point = Quantity(kind="count", lower=Decimal(63), upper=Decimal(63))
    >>> bound = lambda n, grain: Quantity(kind="count", lower=Decimal(n), modifier=">", grain=Decimal(grain))
    >>> rounds_to(point, bound(60, 10)), rounds_to(point, bound(50, 10))
    (True, False)
    """
    end = {">": bound.lower, "<": bound.upper}.get(bound.modifier)
    value = point.lower if point.lower == point.upper and point.unit == bound.unit else None
    if not isinstance(value, Decimal) or not isinstance(end, Decimal) or bound.grain is None:
        return False
    return 0 <= (value - end if bound.modifier == ">" else end - value) < bound.grain


def are_kin(a: Quantity, b: Quantity) -> bool:
    """Do two quantities of other kinds or units measure the same: a bare word and a count, two units with a way between them?"""
    if {a.kind, b.kind} == {"count", "vague"}:
        return True
    return bool(a.kind == b.kind and a.unit and b.unit and a.unit != b.unit and conversions(Decimal(1), a.unit, b.unit))
