"""Found: a figure by its lexemes, as the rules build it up, before it becomes a Quantity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from compare.model import Modifier, Number, Quantity, QuantityKind
from compare.quantities.lexemes import Line


@dataclass(frozen=True, slots=True)
class Found:
    """A figure at lexemes start to end."""

    start: int
    end: int
    kind: QuantityKind
    lower: Number | None = None
    upper: Number | None = None
    modifier: Modifier = "="
    grain: Number | None = None
    direction: Literal["up", "down"] | None = None
    unit: str | None = None
    per: str | None = None
    counted: str | None = None
    date: str | None = None
    bare: bool = False
    """A number with neither unit nor noun behind it."""


def quantity(f: Found, line: Line, text: str, offset: int) -> Quantity:
    """The value that later stages see; a bound is open at one end."""
    start, end = line[f.start].start, line[f.end - 1].end
    lower, upper = f.lower, f.upper
    if lower == upper and f.modifier in (">", ">="):
        upper = None
    elif lower == upper and f.modifier in ("<", "<="):
        lower = None
    return Quantity(
        kind=f.kind, start=offset + start, end=offset + end, text=text[start:end], lower=lower, upper=upper, modifier=f.modifier,
        grain=f.grain, direction=f.direction, unit=f.unit, per=f.per, counted=f.counted, date=f.date,
    )  # fmt: skip
