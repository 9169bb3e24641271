"""Pieces of text placed on a page -> Line*, in the order in which a person reads them: columns one after the other.

Method: the recursive X-Y cut (Nagy & Seth 1984), cutting at the space between columns; what stands across it parts the page
into bands. Lengths are in points; the page's origin is its lower left corner.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

GAP = 1.0
"""Space within a line, in heights of its letters, from which it is two pieces: more than a justified line has between words."""
FEWEST_IN_COLUMN = 3
NARROWEST = 4.0
"""Width of a column, in heights of its letters: words that a justified line sets far apart stand one above the other, too."""
NEAR = 12
"""Pieces after one, from above, among which its neighbours in other columns are looked for."""
MOST_PLACES = 40
"""Places between neighbours that are tried as the space between two columns, the most frequent first."""
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
    usual_height: float
    """Of the letters in this column."""

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
        height = median(row.height for row in rows)
        for row, pitch in zip(rows, (float("inf"), *pitches), strict=True):
            yield Line(row, page, number, left, right, pitch, usual, height)


def columns(pieces: list[Piece], depth: int) -> Iterator[list[Piece]]:
    """The pieces column by column, from above, from the left."""
    cut = gutter(pieces) if depth < DEEPEST else None
    if cut is None:
        if pieces:
            yield pieces
        return
    for band in bands(pieces, cut):
        if parts(band, cut):
            yield from columns([p for p in band if p.right <= cut], depth + 1)
            yield from columns([p for p in band if p.left >= cut], depth + 1)
        else:
            yield from columns(band, depth + 1)


def bands(pieces: Sequence[Piece], cut: float) -> Iterator[list[Piece]]:
    """The pieces from above, in bands that have columns left and right of the cut, and bands that have not."""
    ordered = sorted(pieces, key=lambda p: (-p.top, p.left))
    across: list[Piece] = []
    for crosses, group in groupby(ordered, key=lambda p: p.left < cut < p.right):
        run = list(group)
        if crosses or not parts(run, cut):
            across += run
            continue
        if across:
            yield across
        across = []
        yield run
    if across:
        yield across


def gutter(pieces: Sequence[Piece]) -> float | None:
    """The place between two columns that parts most pieces; None for pieces that stand in one."""
    if len(pieces) < 2 * FEWEST_IN_COLUMN:
        return None
    ordered = sorted(pieces, key=lambda p: (-p.top, p.left))
    least = 0.6 * median(p.height for p in pieces)
    places: Counter[int] = Counter()
    for number, piece in enumerate(ordered):
        for other in ordered[number + 1 : number + NEAR]:
            first, second = (piece, other) if piece.left < other.left else (other, piece)
            if second.left - first.right >= least and piece.top - other.top < piece.height:
                places[round((first.right + second.left) / 2)] += 1
    parted = {cut: sum(len(band) for band in bands(pieces, cut) if parts(band, cut))
              for cut, _ in sorted(places.items(), key=lambda item: (-item[1], item[0]))[:MOST_PLACES]}  # fmt: skip
    best = max(parted, key=lambda cut: (parted[cut], places[cut], -cut), default=None)
    return best if best is not None and parted[best] else None


def parts(pieces: Sequence[Piece], cut: float) -> bool:
    """Whether the pieces left and right of a cut are columns beside each other, and none stands across it."""
    sides = [p for p in pieces if p.right <= cut], [p for p in pieces if p.left >= cut]
    if min(map(len, sides)) < FEWEST_IN_COLUMN or sum(map(len, sides)) < len(pieces):
        return False
    if any(max(p.right for p in side) - min(p.left for p in side) < NARROWEST * side[0].height for side in sides):
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
