"""A table (.csv, .parquet) -> Inputs: a version a row, columns under any of their usual names. A formula is plain text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING

from compare.load.deadline import Deadline, deadline_of
from compare.load.decoding import decode
from compare.load.fields import as_text, by_field
from compare.load.inputs import Inputs, Source, Unreadable
from compare.load.rows import MOST_ROWS, Value, readable, refuse_many, refuse_several
from compare.load.text import no_text
from compare.settings import Settings

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

SEPARATORS = ",;\t|"
ROWS_AT_ONCE = 64
"""Rows of a Parquet file that are unpacked together: a file of a few bytes can hold the same text a million times."""
TIMES_UNPACKED = 5
"""By how much the unpacked rows may pass the limit of a file's size: news texts pack to a third or a quarter, and twice as much
would bring a single cell near a gigabyte of memory."""


def read_table(source: Source, settings: Settings) -> Inputs:
    """The versions of one story. Raises InputError for several stories, Unreadable for a table without a column of text."""
    deadline = deadline_of(source, settings)
    decoded = decode(source.data, settings.encoding, deadline=deadline)
    if not decoded.text.strip():
        raise no_text(source)
    return one_story(rows_of(decoded.text, source, deadline), source, decoded.warnings)


def read_parquet(source: Source, settings: Settings) -> Inputs:
    """The same of a Parquet file. Raises Unreadable where pyarrow is missing, too."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile  # a quarter of a second
    except ImportError:
        needed = "reading one needs pyarrow: pip install 'storycompare[tables]', or give the versions as .jsonl"
        raise Unreadable(f"{source.name}: a Parquet table; {needed}") from None
    try:
        return one_story(parquet_rows(ParquetFile(io.BytesIO(source.data)), source, settings), source, ())
    except (ArrowException, OSError, ValueError, KeyError, OverflowError, MemoryError, NotImplementedError):
        raise Unreadable(f"{source.name}: a damaged Parquet table; write it again, or give the versions as .jsonl") from None


def one_story(values: Iterator[Value], source: Source, warnings: tuple[str, ...]) -> Inputs:
    """The versions in the rows. Raises InputError if they are of several stories, Unreadable if there are none."""
    problems: list[str] = []
    rows = tuple(islice(values, MOST_ROWS + 1))
    keys = [key for row in rows if isinstance(row.value, dict) and (key := as_text(by_field(row.value).get("story_id")))]
    refuse_several(source, (), keys)
    refuse_many(source, len(rows))
    versions = readable(rows, source, warnings, problems)
    if not versions:
        raise Unreadable(problems[0] if problems else f"{source.name}: a table without rows; give a row for each version")
    return Inputs(tuple(versions), tuple(problems), story_id=keys[0] if keys else None)


def rows_of(text: str, source: Source, deadline: Deadline) -> Iterator[Value]:
    """The rows as mappings from those columns that we know to cells. Raises Unreadable if none holds a text, or it is no CSV."""
    first = text.lstrip("\n").partition("\n")[0]
    separator = max(SEPARATORS, key=first.count)
    limit = csv.field_size_limit(max(len(text), 131_072))  # the limit is the process's: put back below
    try:
        table = csv.reader(io.StringIO(text.lstrip("\n"), newline=""), delimiter=separator)
        names = next(table, [])
        check_columns([name for name in names if name], source)
        wanted = [(at, name) for at, name in enumerate(names) if by_field({name: "x"})]
        for row in table:
            deadline.check(f"line {table.line_num}")
            if row:
                yield Value({name: row[at] for at, name in wanted if at < len(row)}, f"{source.name} line {table.line_num}")
    except csv.Error as e:
        raise Unreadable(f"{source.name}: not a CSV table ({e}); save it again, or give the versions as .jsonl") from None
    finally:
        csv.field_size_limit(limit)


def parquet_rows(table: ParquetFile, source: Source, settings: Settings) -> Iterator[Value]:
    """The rows of a Parquet file, as those of CSV; only columns that we know are read."""
    names = [str(name) for name in table.schema_arrow.names]
    check_columns(names, source)
    wanted = [name for name in dict.fromkeys(names) if by_field({name: "x"})]
    deadline = deadline_of(source, settings)
    number = unpacked = 0
    for batch in table.iter_batches(ROWS_AT_ONCE, columns=wanted):
        unpacked += batch.nbytes
        if unpacked > TIMES_UNPACKED * settings.max_bytes:
            found = f"unpacks to more than {TIMES_UNPACKED * settings.max_bytes:,} bytes"
            raise Unreadable(f"{source.name}: a Parquet table that {found}; take out the story's rows, or raise max_bytes")
        for row in batch.to_pylist():
            number += 1
            deadline.check(f"row {number}")
            yield Value({name: plain_cell(cell) for name, cell in row.items()}, f"{source.name} row {number}")


def check_columns(names: Sequence[str], source: Source) -> None:
    """Raises Unreadable if no column holds a text."""
    if by_field(dict.fromkeys(names, "x")).keys().isdisjoint(("text", "sentences")):
        found = ", ".join(names)[:200] or "none"
        raise Unreadable(f"{source.name}: no column of text; the columns are {found}: name one of them text")


def plain_cell(cell: object) -> object:
    """A cell as JSON would have it: dates as text, and nothing where pandas writes "not a number"."""
    if isinstance(cell, float) and cell != cell:
        return None
    return cell.isoformat() if isinstance(cell, (date, datetime)) else cell
