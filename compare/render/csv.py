"""Comparison -> three CSV files: findings, alignment, figures."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from compare.model import Comparison
from compare.tables import Cell, table

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that begins so for a formula (OWASP, "CSV injection")."""


def render_csv(comparison: Comparison) -> Iterator[tuple[str, bytes]]:
    """(part of the name, bytes in UTF-8) of each file; the findings have no part.

    Text that a spreadsheet would run as a formula gets an apostrophe in front, as a typist would write it.
    """
    for part, name in (("", "findings"), ("alignment", "alignment"), ("figures", "figures")):
        columns, records = table(comparison, name)
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([guarded(record[column]) for column in columns] for record in records)
        yield part, out.getvalue().encode()


def guarded(cell: Cell) -> Cell:
    """The cell, as text where a spreadsheet would take it for a formula.

    >>> guarded("=1+1"), guarded("a=1"), guarded(-2)
    ("'=1+1", 'a=1', -2)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
