"""Alignment -> Difference*: how often something was, told in one word: "twice" and "three times".

"Once" and "twice" are no quantities, so that no figure holds them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from compare.differences.changes import Change, merged
from compare.differences.figures.numerals import number_of
from compare.differences.slot_words import change
from compare.differences.words import Collation, Side, collations
from compare.messages import message
from compare.model import Compared, Difference, FindingKind

TIMES: Mapping[str, str] = MappingProxyType({"once": "1", "twice": "2", "thrice": "3"})
COMPARES = frozenset({"as", "the", "more", "that"})
"""Words behind "twice" with which it tells how much, not how often."""
NO_COUNT_AFTER = frozenset({"at", "for"})
"""Words in front of "once" with which it tells when."""


def repeat_differences(compared: Compared) -> Iterable[Difference]:
    """A difference for each place where versions tell how often, and not as often."""
    return merged((c for link in collations(compared) if link.close for c in changes_of(link)), compared)


def changes_of(link: Collation) -> Iterator[Change]:
    """What one link shows."""
    for slot in link.slots:
        if slot.replaced and slot.sure:
            mine, theirs = how_often(link.a, slot.a), how_often(link.b, slot.b)
            words = {link.a.norms[slot.a[0]], link.b.norms[slot.b[0]]}
            if mine and theirs and mine != theirs and words & TIMES.keys():
                yield change(link, FindingKind.NUMBER_CONFLICT, slot.a, slot.b, message("reason.how_often"), 0.8)


def how_often(side: Side, span: tuple[int, int]) -> str | None:
    """The number of times that a whole span tells: "twice", "three times"; None where it tells anything else."""
    words = side.norms[slice(*span)]
    before, behind = side.norms[max(0, span[0] - 1) : span[0]], side.norms[span[1] : span[1] + 1]
    if not NO_COUNT_AFTER.isdisjoint(before) or not COMPARES.isdisjoint(behind):
        return None
    if len(words) == 1:
        return TIMES.get(words[0])
    return number_of(side, span[0]) if len(words) == 2 and words[1] in ("time", "times") else None
