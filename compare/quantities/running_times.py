"""Lexemes -> Found, for how long something took: a best of 2:18:47, in 26:24, 1h 52m."""

from __future__ import annotations

import re
from decimal import Decimal

from compare.quantities.found import Found
from compare.quantities.lexemes import Line
from compare.quantities.lexicon import Lexicon
from compare.quantities.modifiers import modifier_before
from compare.quantities.units import unit_after

TAKEN = re.compile(r"(\d{1,2}(?::[0-5]\d){1,2}(?:[.,]\d{1,3})?)")
LETTERED = re.compile(r"(\d{1,3})h ?([0-5]?\d)(m(?:ins?)?)?(?: ?([0-5]?\d)s)?(?![^\W_])")
RUN_UNITS = {"minute": 60, "hour": 3600}
"""Units behind 2:15 -> seconds in one of what stands before the colon."""
MOST_HOURS = 5
"""Up to here the first of two numbers may be hours: 2:04 for a marathon."""


def running_time(line: Line, i: int, floor: int, words: Lexicon) -> Found | None:
    """In 26:24, a time of 1:45.23, in 2:04:11: minutes and seconds behind a word that no time of day stands behind."""
    m = TAKEN.fullmatch(line[i].text)
    if m is None:
        return None
    before = modifier_before(line, i, words, floor)
    at = before.edge - 1
    best_of = line[at].low in words.words["of"] and line[at - 1].low in words.words["times_run"]  # a best of 2:18:47
    unit = unit_after(line, i + 1)
    size = RUN_UNITS.get(unit.name, 0) if unit else 0
    if not (size or best_of or line[at].low in words.words["timed"]):
        return None
    written = m[1].replace(",", ".")
    parts = [Decimal(part) for part in written.split(":")]
    if not size and len(parts) == 2 and "." not in written and parts[0] <= MOST_HOURS:
        return None  # a marathon in 2:04
    last = size // 60 if size and len(parts) == 2 else 1  # 2:15 hours
    value = sum((part * 60**n for n, part in enumerate(reversed(parts))), Decimal(0)) * last
    grain = Decimal(last).scaleb(-len(written.partition(".")[2]))
    end = unit.end if unit and size else i + 1
    return Found(before.edge, end, "duration", value, value, before.modifier, grain, unit="second")


def hours_and_minutes(line: Line, i: int, floor: int, words: Lexicon) -> Found | None:
    """1h 52m, 2h05, 1h 20m 30s: hours, minutes and seconds by one letter each; a lone 52m is a length."""
    if line[i + 1].low != "h" or not line[i + 1].glued or line[i].glued:
        return None
    m = LETTERED.match(line.text, line[i].start)
    if m is None or not (m[3] or len(m[2]) == 2):
        return None
    last = 1 if m[4] else 60
    value = Decimal((int(m[1]) * 60 + int(m[2])) * (60 // last) + int(m[4] or 0))
    before = modifier_before(line, i, words, floor)
    end = next(k for k in range(i, i + 8) if line[k].start >= m.end() or not line[k].text)
    return Found(before.edge, end, "duration", value, value, before.modifier, Decimal(1), unit="second" if m[4] else "minute")
