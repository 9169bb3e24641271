"""Pieces of text placed on a page -> Line*, in the order in which a person reads them: columns one after the other.

Method: the recursive X-Y cut (Nagy & Seth 1984), cutting at the space between columns; what stands across it parts the page
into bands. Lengths are in points; the page's origin is its lower left corner.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

GAP = 1.0
"""Space within a line, in heights of its letters, from which it is two pieces: more than a justified line has between words."""
FEWEST_IN_COLUMN = 3
CROSSING = 0.2
"""Most pieces, as a share of all, that may stand across the space between two columns: headlines, captions, rules."""
EDGE = 0.12
"""Share of the width at either side in which no column ends: margins with numbers of lines or paragraphs."""
DEEPEST = 6
"""Cuts within cuts: a newspaper's page has up to six columns."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters that stand beside each other, and the box around them."""

    left: float
    right: float
    bottom: float
    top: float
    text: str

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 0.1)

    def beside(self, other: Piece) -> bool:
        """Whether the two stand on one line."""
        return min(self.top, other.top) - max(self.bottom, other.bottom) > 0.5 * min(self.height, other.height)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a column; `column` numbers the columns of the whole document as they are read, `right_edge` is the column's."""

    piece: Piece
    page: int
    column: int
    left_edge: float
    right_edge: float
    pitch: float
    """Distance from the top of the line before in this column; infinite for the first."""
    usual_pitch: float

    @property
    def text(self) -> str:
        return self.piece.text


def lines_of_page(pieces: Sequence[Piece], page: int, first_column: int) -> Iterator[Line]:
    """The page's lines in reading order."""
    for number, column in enumerate(columns(list(pieces), 0), start=first_column):
        rows = merged(column)
        left, right = min(r.left for r in rows), max(r.right for r in rows)
        pitches = [above.top - below.top for above, below in pairwise(rows)]
        usual = median(pitches) if pitches else rows[0].height
        for row, pitch in zip(rows, (float("inf"), *pitches), strict=True):
            yield Line(row, page, number, left, right, pitch, usual)


def columns(pieces: list[Piece], depth: int) -> Iterator[list[Piece]]:
    """The pieces column by column, from above, from the left."""
    cut = gutter(pieces) if depth < DEEPEST else None
    if cut is None:
        if pieces:
            yield pieces
        return
    across = sorted((p for p in pieces if p.left < cut < p.right), key=lambda p: -p.top)
    rest = sorted((p for p in pieces if not p.left < cut < p.right), key=lambda p: -p.top)
    at = 0
    for wide in (*across, None):
        band = []
        while at < len(rest) and (wide is None or rest[at].top > wide.top):
            band.append(rest[at])
            at += 1
        yield from columns([p for p in band if p.right <= cut], depth + 1)
        yield from columns([p for p in band if p.left >= cut], depth + 1)
        if wide is not None:
            yield [wide]


def gutter(pieces: Sequence[Piece]) -> float | None:
    """The middle of the widest space between two columns; None for pieces that stand in one."""
    if len(pieces) < 2 * FEWEST_IN_COLUMN:
        return None
    left, right = min(p.left for p in pieces), max(p.right for p in pieces)
    inner_left, inner_right = left + EDGE * (right - left), right - EDGE * (right - left)
    most, least_width = CROSSING * len(pieces), 0.6 * median(p.height for p in pieces)
    edges = sorted([(p.left, 1) for p in pieces] + [(p.right, -1) for p in pieces])
    best: tuple[float, float] | None = None
    depth = 0
    for (at, step), (following, _) in pairwise(edges):
        depth += step
        middle = (at + following) / 2
        if depth <= most and following - at >= least_width and inner_left < middle < inner_right and parts(pieces, middle):
            best = max(best or (0.0, 0.0), (following - at, middle))
    return best[1] if best else None


def parts(pieces: Sequence[Piece], cut: float) -> bool:
    """Whether the pieces left and right of a cut are columns beside each other."""
    sides = [p for p in pieces if p.right <= cut], [p for p in pieces if p.left >= cut]
    if min(map(len, sides)) < FEWEST_IN_COLUMN:
        return False
    tops, bottoms = [max(p.top for p in side) for side in sides], [min(p.bottom for p in side) for side in sides]
    shared = min(tops) - max(bottoms)
    return shared > 0.4 * min(top - bottom for top, bottom in zip(tops, bottoms, strict=True))


def merged(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of one column with those on one line joined, from above."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (-p.top, p.left)):
        row = next((r for r in reversed(rows[-3:]) if r[0].beside(piece)), None)
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
    return sorted((joined(sorted(row, key=lambda p: p.left)) for row in rows), key=lambda p: -p.top)


def joined(row: Sequence[Piece]) -> Piece:
    """One piece of those on a line."""
    return Piece(min(p.left for p in row), max(p.right for p in row), min(p.bottom for p in row), max(p.top for p in row),
                 " ".join(" ".join(p.text for p in row).split()))  # fmt: skip
