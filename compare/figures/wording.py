"""Figures in words: what is measured, and why two readings relate as they do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from compare.figures.mentions import Mention
from compare.model import Outcome

WHY = {
    Outcome.EQUAL: "{a} and {b} are the same value.",
    Outcome.EQUAL_CONVERTED: "{a} is {b} in another unit.",
    Outcome.CONSISTENT_ROUNDED: "{a} and {b} are the same value, rounded.",
    Outcome.MODIFIER_ONLY: "{a} and {b} differ only in how exactly they are put.",
    Outcome.MORE_PRECISE: "{a} and {b} fit: the one is more precise.",
    Outcome.CONSISTENT_OVERLAP: "{a} and {b} overlap: both can be right.",
    Outcome.BOUNDARY_CONFLICT: "{a} and {b} exclude each other only at the limit itself.",
    Outcome.INCOMPARABLE_UNIT: "{a} and {b} are given in units that cannot be compared.",
    Outcome.CONTRADICTORY: "{a} and {b} cannot both be right about the same thing.",
}
KIND_NAMES = {"count": "number", "percentage_point": "percentage points", "vague": "number"}


def reason_for(a: Mention, b: Mention, outcome: Outcome) -> str:
    """Why two readings have an outcome, in a sentence."""
    return WHY[outcome].format(a=quoted(a), b=quoted(b))


def quoted(mention: Mention) -> str:
    return f"“{' '.join(mention.quantity.text.split())}”"


def referent_of(told: Sequence[Mention]) -> str:
    """What is measured: the noun that most readings count, else the kind of quantity."""
    nouns = Counter(m.quantity.counted for m in told if m.quantity.counted)
    if nouns:
        return min(nouns, key=lambda noun: (-nouns[noun], len(noun), noun))
    kind = Counter(m.quantity.kind for m in told).most_common(1)[0][0]
    return KIND_NAMES.get(kind, kind)
