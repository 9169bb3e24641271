"""Figures in words: what is measured, and why two readings relate as they do, with the arithmetic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import regex

from compare.figures.mentions import Mention
from compare.model import Outcome, Quantity
from compare.quantities.units import convert

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
MOST_SURFACES = 2
"""Readings that stand for what is measured where the text has no noun for it."""
UP_TO_NUMBER = regex.compile(r"^[^\d]{0,80}+[\d.,\s]{0,40}+-?")
DIGITS = 3
"""Digits of a converted value that are shown."""


def reason_for(a: Mention, b: Mention, outcome: Outcome) -> str:
    """Why two readings have an outcome, in a sentence."""
    if quoted(a) == quoted(b):
        return f"The versions put it in the same words, {quoted(a)}."
    why = WHY[outcome].format(a=quoted(a), b=quoted(b))
    return f"{why} {converted(a.quantity, b.quantity)}".rstrip()


def doubt_about(a: Mention, b: Mention, outcome: Outcome) -> str:
    """Why two readings that differ are something to check, and no conflict."""
    if outcome is not Outcome.CONTRADICTORY:
        return reason_for(a, b, outcome)
    return f"{quoted(a)} and {quoted(b)} differ; whether the same thing is meant is not sure."


def converted(a: Quantity, b: Quantity) -> str:
    """The first value in the second's unit, in its own words; "" where the units are the same or do not convert."""
    if a.unit is None or b.unit is None or a.unit == b.unit or a.lower is None or a.lower != a.upper:
        return ""
    value = convert(a.lower, a.unit, b.unit)
    if value is None:
        return ""
    rounded = float(f"{float(value):.{DIGITS}g}")
    return f"{a.text.strip()} is {rounded:,g} {UP_TO_NUMBER.sub('', b.text).strip() or b.unit}."


def quoted(mention: Mention) -> str:
    return f"“{' '.join(mention.quantity.text.split())}”"


def referent_of(told: Sequence[Mention]) -> str:
    """What is measured, in words of the text: the noun that most readings count, else the first two readings that differ."""
    nouns = Counter(m.quantity.counted for m in told if m.quantity.counted)
    if nouns:
        return min(nouns, key=lambda noun: (-nouns[noun], len(noun), noun))
    states = {m.state for m in told if m.family == "count"}
    if len(states) == 1 and (state := states.pop()):
        return state  # "killed 4 and injured 31" counts nothing but the dead and the hurt
    surfaces = list({m.value.text: " ".join(m.quantity.text.split()) for m in told}.values())
    return " / ".join(surfaces[:MOST_SURFACES])
