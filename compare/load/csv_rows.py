"""Lines of a CSV table -> a Place for each row; a row that cannot be read says why, and the next one is read."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from itertools import chain

from compare.load.fields import Choose, check_columns
from compare.load.inputs import Place, Unreadable
from compare.load.lines import Lines, span

SEPARATORS = ",;\t|"
QUOTE = '"'


def csv_places(lines: Lines[str], name: str, choose: Choose) -> Iterator[Place]:
    """The rows, but for blank ones. Raises Unreadable for a table without a column of text, and what `choose` raises."""
    try:
        first = next((line for line in lines if line.strip("\ufeff\r\n")), "").lstrip("\ufeff")
        separator = max(SEPARATORS, key=first.count)
        table = csv.reader(chain([first], lines), delimiter=separator, quotechar=QUOTE)  # both go on behind what lines raises
        names = next_row(table, lines) or []
    except Unreadable as e:
        raise Unreadable(f"{name}: not a CSV table (first row: {e})") from None
    check_columns([n for n in names if n], name)
    wanted = frozenset(choose(names))
    columns = [(at, n) for at, n in enumerate(names) if n in wanted]
    number = 0
    while True:
        began, problem = lines.begin(), None
        values: dict[str, object] = {}
        try:
            if (row := next_row(table, lines)) is None:
                return
            if not row:
                continue
            refuse_more(row, names, separator)
            values = {n: row[at] for at, n in columns if at < len(row)}
        except Unreadable as e:
            problem = str(e)
        number += 1
        where = span("line", lines.number if problem is None else began, lines.number)
        yield Place(number, where, values, problem=problem, size=lines.taken)


def next_row(table: Iterator[list[str]], lines: Lines[str]) -> list[str] | None:
    """The cells of the next row, [] for a blank line, None at the end. Raises Unreadable."""
    limit = csv.field_size_limit(lines.most + 1)  # the limit is the process's: put back at once
    try:
        row = next(table, None)
    except csv.Error as e:
        raise Unreadable(f"not a row of CSV ({e}); mend the row or take it out") from None
    finally:
        csv.field_size_limit(limit)
    if row and lines.ended:  # Python's reader gives the rest of the table as one cell
        raise Unreadable("not a row of CSV (a quotation mark is opened and never closed); mend the row or take it out")
    return row


def refuse_more(row: Sequence[str], names: Sequence[str], separator: str) -> None:
    """Raises Unreadable for a row with more in it than the table has columns: a text would end at a comma in it, unnoticed."""
    if any(cell.strip() for cell in row[len(names) :]):
        found = f"{len(row)} cells, and the table has {len(names)} columns"
        raise Unreadable(f"{found}; put quotation marks around a cell with {separator!r} in it")
