"""The collation as a report shows it: tables of rows, and drawings of what stands elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from compare.render.legible import Direction
from compare.render.redline import Run
from compare.render.views.findings import Reference


@dataclass(frozen=True, slots=True)
class Cell:
    """What one version, or several with the same words, has in a row."""

    letters: str
    note: str
    """Said before the text: the same as another, reworded, moved."""
    runs: tuple[Run, ...]
    present: bool
    language: str | None
    direction: Direction


@dataclass(frozen=True, slots=True)
class AlignmentRow:
    """A row of the collation, or a run of rows that are the same in every version."""

    number: str
    anchor: str | None
    findings: tuple[Reference, ...]
    cells: tuple[Cell, ...]
    """One for each column; or, for a row of one version only, its single cell."""
    alone: str
    """"Only in B" for a row that one version has; empty otherwise."""
    unchanged: str
    """What to say of a collapsed run; empty for a row shown in full."""
    text: tuple[str, ...] = ()
    """The sentences of a collapsed run, for where they can be unfolded."""
    absent: str = ""
    """Letters of versions without this row, where they have no column."""


@dataclass(frozen=True, slots=True)
class AlignmentTable:
    """Twenty-odd rows: long tables lay out slowly, and these give bookmarks."""

    title: str
    rows: tuple[AlignmentRow, ...]


@dataclass(frozen=True, slots=True)
class AlignmentPart:
    columns: tuple[str, ...]
    """Heads of the columns after the row's number."""
    variants: bool
    """Whether the base stands beside all variants, for want of room for a column each."""
    tables: tuple[AlignmentTable, ...]
    left_out: str
    """Why there are no tables; empty where there are."""


@dataclass(frozen=True, slots=True)
class OrderPicture:
    """Which passages of the base stand where in a version, as two paths for a drawing."""

    who: str
    base: str
    kept: str
    """Bands of what follows each other in both."""
    moved: str
    """The longest moves."""
    told: str
    """The same in words."""
    more: str
    """How many moves are not drawn; empty for none."""
