"""Figures in words: what is measured, and why two readings relate as they do, with the arithmetic."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

import regex

from compare.figures.distance import other_distance
from compare.figures.mentions import WHEN, Mention
from compare.messages import Message, message
from compare.model import Outcome, Quantity
from compare.quantities.relate_spans import conversions

MOST_SURFACES = 2
"""Readings that stand for what is measured where the text has no noun for it."""
UP_TO_NUMBER = regex.compile(r"^[^\d]{0,80}+[\d.,\s]{0,40}+-?")
DIGITS = 3
"""Digits of a converted value that are shown."""


def reason_for(a: Mention, b: Mention, outcome: Outcome, labels: Sequence[str]) -> Message:
    """Why two readings have an outcome, in a sentence; `labels` are those of the documents."""
    if a.family != b.family and other_distance(a.distance, b.distance):
        return message("figure.not_same_time", a=quoted(a), b=quoted(b))
    if quoted(a) == quoted(b):
        return message("figure.same_words", a=quoted(a))
    overlap = outcome is Outcome.CONSISTENT_OVERLAP and a.family in WHEN  # Monday and today
    key = "figure.same_time" if overlap else f"figure.{outcome}"
    why = message(key, pair=two(a, b), a=quoted(a), b=quoted(b), finer=labels[finer(a, b).document])
    conversion = converted(a.quantity, b.quantity)
    return message("figure.why_converted", why=why, conversion=conversion) if conversion else why


def two(a: Mention, b: Mention) -> Message:
    """Two readings as what a sentence is about."""
    return message("figure.two", a=quoted(a), b=quoted(b))


def finer(a: Mention, b: Mention) -> Mention:
    """The reading that leaves less open; the first where both leave as much."""
    return min(a, b, key=openness)


def openness(mention: Mention) -> tuple[float, bool]:
    """How much a reading leaves open: a year more than a day, a bound more than a range, and that more than a number."""
    q = mention.quantity
    if mention.family in WHEN:
        return -float(len(q.date or "")), q.modifier != "="
    wide = math.inf if q.lower is None or q.upper is None else float(q.upper) - float(q.lower)
    return wide, q.modifier != "="


def doubt_about(a: Mention, b: Mention, outcome: Outcome, labels: Sequence[str]) -> Message:
    """Why two readings that differ are something to check, and no conflict."""
    if outcome is not Outcome.CONTRADICTORY:
        return reason_for(a, b, outcome, labels)
    if quoted(a) == quoted(b):
        return message("figure.rise_or_fall", a=quoted(a))
    return message("figure.unsure", pair=two(a, b))


def converted(a: Quantity, b: Quantity) -> Message | None:
    """The first value in the second's unit, in its own words; None where the units are the same or do not convert."""
    if a.unit is None or b.unit is None or a.unit == b.unit or a.lower is None or a.lower != a.upper:
        return None
    values = conversions(a.lower, a.unit, b.unit)
    if not values:
        return None
    goal = b.lower if b.lower is not None else b.upper or 0
    value = min(values, key=lambda x: abs(x - Fraction(goal)))  # a British gallon, where that is meant
    rounded = float(f"{float(value):.{DIGITS}g}")
    return message("figure.converted", value=a.text.strip(), number=rounded, unit=unit_words(b))


FRACTIONS = frozenset({"half", "quarter", "quarters"})
"""Last words of "a year and a half", which are no unit."""


def unit_words(q: Quantity) -> str:
    """The unit in a quantity's own words: what stands behind the digits, else its last words, as many as the unit's name has."""
    behind = UP_TO_NUMBER.sub("", q.text).strip()
    last = behind or " ".join(q.text.split()[-len((q.unit or "").split()) :])
    return f"{q.unit}s" if last.casefold() in FRACTIONS else last


def quoted(mention: Mention) -> Message:
    """A reading's own words, in quotation marks."""
    ago = mention.distance and mention.family == "duration"
    return message("figure.ago" if ago else "wording.quoted", words=" ".join(mention.quantity.text.split()))


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
