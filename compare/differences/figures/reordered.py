"""Alignment, figures -> Difference*: the one figure that differs between two sentences which say the same in another order.

"Pay will rise by 6.5%, the union said" and "The union said pay would go up by 5.6%" are joined by no place in the sentence. Where
nearly every word and every other figure is on both sides, the two that are left must be one; they are told as to be checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from compare.differences.changes import Change, merged
from compare.differences.claims.reordered import LEAST_SHARED, LEAST_WORDS, Left, beside, in_place, is_reordered, left_over
from compare.differences.figures.values import DOWNWARD, FIXED, POWERS_OF_TEN, UPWARD, ratio
from compare.differences.slot_words import change
from compare.differences.words import Collation, Side, collations
from compare.figures.stems import stem
from compare.messages import message
from compare.model import Compared, Difference, FindingKind, Outcome, Quantity, Severity, Verdict
from compare.quantities import relate_quantities

DIFFERENT = frozenset({Outcome.CONTRADICTORY, Outcome.BOUNDARY_CONFLICT, Outcome.INCOMPARABLE_UNIT})
NEVER_NEWS = FIXED | {"ratio", "fraction"}
"""Kinds whose values do not move as a story goes on; the others may, where one version is of a later day."""
Place = tuple[str, int, int]


def reordered_figure_differences(compared: Compared) -> Iterable[Difference]:
    """A difference for each figure that alone differs between sentences of another order and is no conflict yet."""
    told = told_as_figures(compared)
    return merged((c for link in collations(compared) for c in changes_of(link, told)), compared)


def told_as_figures(compared: Compared) -> frozenset[frozenset[Place]]:
    """Pairs of readings that are told as a conflict, or as a difference that has its reason."""
    out = set[frozenset[Place]]()
    for figure in compared.figures:
        if figure.verdict is Verdict.CONFLICT or figure.cause:
            places = [(r.version, r.sentence, r.quantity.start) for r in figure.readings]
            out |= {frozenset({x, y}) for x in places for y in places if x[0] < y[0]}
    return frozenset(out)


def changes_of(link: Collation, told: frozenset[frozenset[Place]]) -> Iterator[Change]:
    """What one link of two single sentences shows."""
    if not is_reordered(link) or not (pair := figures_left(link)):
        return
    mine, theirs = pair
    left = left_over(link.a, link.b)
    here, there = (side.span(side.indices[0], q.start, q.end) for side, q in ((link.a, mine), (link.b, theirs)))
    if left.matched < LEAST_WORDS or words_left(left, here, there) < LEAST_SHARED or may_be_news(link, mine):
        return
    places = {(side.version, side.indices[0], q.start) for side, q in ((link.a, mine), (link.b, theirs))}
    same_thing = bool(mine.unit or head(mine)) and head(mine) == head(theirs)
    if frozenset(places) in told or in_place(link, left, here, there) or not (same_thing or beside(link, here, there)):
        return
    reason = message("reason.other_order")
    yield change(link, kind_of(mine, theirs), here, there, reason, 0.6, Verdict.CHECK, Severity.MEDIUM)


def figures_left(link: Collation) -> tuple[Quantity, Quantity] | None:
    """The one figure of each side that the other has in no form, if they are of one kind and differ."""
    ours, others = quantities(link.a), quantities(link.b)
    mine = [q for q in ours if not any(agree(q, other) for other in others)]
    theirs = [q for q in others if not any(agree(q, own) for own in ours)]
    if len(mine) != 1 or len(theirs) != 1 or len(ours) != len(others):
        return None
    one, other = mine[0], theirs[0]
    alike = (one.kind, one.unit, one.per) == (other.kind, other.unit, other.per)
    if (one.lower, one.upper, one.date, one.modifier) == (other.lower, other.upper, other.date, other.modifier):
        return None  # rose by 11%, fell by 11%: the verb differs
    return (one, other) if alike and relate_quantities(one, other) in DIFFERENT else None


def quantities(side: Side) -> tuple[Quantity, ...]:
    return side.sentences[0].quantities


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two figures may be the same."""
    return one.kind == other.kind and relate_quantities(one, other) not in DIFFERENT


def words_left(left: Left, here: tuple[int, int], there: tuple[int, int]) -> float:
    """Share of the words of weight that both sides have, those of the two figures left out."""
    inside = sum(here[0] <= i < here[1] for i in left.a), sum(there[0] <= i < there[1] for i in left.b)
    return left.share(max(inside))


def may_be_news(link: Collation, quantity: Quantity) -> bool:
    """Whether the versions are of different days, and the figure of a kind that may have moved between them."""
    days = {side.document.document.version.published for side in (link.a, link.b)}
    return len(days) > 1 and quantity.kind not in NEVER_NEWS


def head(quantity: Quantity) -> str:
    """The stem of what is counted."""
    return stem((quantity.counted or "").casefold().split()[-1]) if quantity.counted else ""


def kind_of(one: Quantity, other: Quantity) -> FindingKind:
    """What the difference is called, as for figures in one place."""
    if one.kind in ("date", "time"):
        return FindingKind.DATE_CONFLICT
    if one.kind == "ordinal":
        return FindingKind.ORDINAL_CONFLICT
    if any(x.modifier in UPWARD and y.modifier in DOWNWARD for x, y in ((one, other), (other, one))):
        return FindingKind.BOUND_CONFLICT
    return FindingKind.MAGNITUDE_CONFLICT if ratio(one, other) in POWERS_OF_TEN else FindingKind.NUMBER_CONFLICT
