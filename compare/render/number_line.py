"""The readings of a figure -> a small number line, where three or more differ: places along a line, drawn by the template."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from compare.model import Figure, Number
from compare.render.legible import legible
from compare.render.material import Material
from compare.render.views import LineMark, NumberLine

FEWEST = 3
"""Values that differ; two are read faster than a drawing."""
MOST_MARKS = 12
"""Beyond, letters would stand on each other."""
WIDTH = 400.0
"""Units along the line; the ends keep room for half a label."""
EDGE = 30.0
CLOSE = 26.0
"""Units between two labels below which one of them stands higher."""
LEVELS = 3


class Spread(NamedTuple):
    """The ends of a reading's range; equal for a point."""

    lower: Number
    upper: Number


def number_line(figure: Figure, material: Material) -> NumberLine | None:
    """The figure's readings along a line; None for few values, several units, dates, or a spread that no line shows."""
    places: dict[Spread, list[str]] = {}
    written: dict[Spread, str] = {}
    units = set()
    for reading in figure.readings:
        q = reading.quantity
        lower, upper = (q.lower if q.lower is not None else q.upper), (q.upper if q.upper is not None else q.lower)
        if lower is None or upper is None or q.kind in ("date", "time", "score", "ordinal"):
            return None
        units.add((q.unit, q.per, q.kind == "percent"))
        places.setdefault(Spread(lower, upper), []).append(reading.version)
        written.setdefault(Spread(lower, upper), legible(q.text))
    if len(units) > 1 or not FEWEST <= len(places) <= MOST_MARKS:
        return None
    order = sorted(places)
    low, high = float(min(p.lower for p in order)), float(max(p.upper for p in order))
    ends = [EDGE + (WIDTH - 2 * EDGE) * (float(x) - low) / (high - low) for p in order for x in p]
    letters = [material.letters(places[p]) for p in order]
    told = "; ".join(f"{who}: {written[p]}" for who, p in zip(letters, order, strict=True))
    return NumberLine(marks(ends, letters), written[order[0]], written[max(order, key=lambda p: p.upper)], told)


def marks(ends: Sequence[float], letters: Sequence[str]) -> tuple[LineMark, ...]:
    """The marks from left to right; a label too close to the one before it stands a level higher."""
    out: list[LineMark] = []
    for i, who in enumerate(letters):
        start, end = round(ends[2 * i], 1), round(ends[2 * i + 1], 1)
        near = bool(out) and (start + end) / 2 - (out[-1].start + out[-1].end) / 2 < CLOSE
        out.append(LineMark(start, end, who, (out[-1].level + 1) % LEVELS if near else 0))
    return tuple(out)
