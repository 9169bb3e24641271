"""Figures -> the same, where a bare number tells how warm it is: temperatures of 30 to 35, minus 20 in the wind."""

from __future__ import annotations

from dataclasses import replace

from compare.quantities.found import Found
from compare.quantities.lexemes import Line
from compare.quantities.lexicon import Lexicon

REACH = 8
"""Lexemes to either side in which a word speaks of the weather."""


def in_degrees(f: Found, line: Line, words: Lexicon) -> Found:
    """The figure in degrees where it is a temperature without a unit; any other as it is."""
    if f.kind == "age":
        of_life = f.modifier != "~" or f.lower == f.upper or line[f.start - 1].low in words.words["possessives"]
        return f if of_life or not speaks_of_warmth(line, f, words) else replace(f, kind="measure", unit="degree")  # the mid-30s
    if f.kind != "count" or f.unit or f.per or f.lower is None:
        return f
    head = (f.counted or "").lower().rpartition(" ")[2]
    below_zero = not head and f.lower < 0 and speaks_of_warmth(line, f, words)
    return replace(f, kind="measure", unit="degree") if below_zero or head in words.words["temperatures"] else f


def speaks_of_warmth(line: Line, f: Found, words: Lexicon) -> bool:
    """Whether a word near the figure speaks of the weather."""
    near = {line[k].low for k in range(f.start - REACH, f.end + REACH)}
    return not near.isdisjoint(words.words["temperatures"] | words.words["weather"])
