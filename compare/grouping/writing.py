"""Rows with what was found of them -> a table (.jsonl, .csv, .parquet), a row at a time, whole or not at all."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import BinaryIO, TypeAlias

from compare.errors import RenderError
from compare.load.parquet_rows import check_pyarrow
from compare.render.write import write_streamed

ENDINGS = (".jsonl", ".csv", ".parquet")
ROWS = 1000
"""Rows of a Parquet table that are packed together."""

Cells: TypeAlias = Mapping[str, object]


def write_rows(path: Path, rows: Iterable[Cells], columns: Mapping[str, type]) -> None:
    """Writes the rows; `columns` has what each holds (int, float or str), which .jsonl does not ask for.

    Raises RenderError naming the path where it cannot be written; what stood there before is then still there.
    """

    def fill(file: BinaryIO) -> None:
        if path.suffix.lower() == ".jsonl":
            for row in rows:
                file.write(json.dumps(dict(row), ensure_ascii=False, default=str).encode("utf-8", "replace") + b"\n")
        elif path.suffix.lower() == ".csv":
            write_csv(file, rows, tuple(columns))
        else:
            write_parquet(file, rows, columns)

    write_streamed(path, fill)


def check_ending(path: Path) -> None:
    """Raises RenderError for a name that ends in no format, or where pyarrow is needed and missing."""
    if path.suffix.lower() not in ENDINGS:
        raise RenderError(f"{path}: expected a name that ends in {', '.join(ENDINGS)}")
    if path.suffix.lower() == ".parquet":
        check_pyarrow(f"{path}: writing Parquet", RenderError)


def write_csv(file: BinaryIO, rows: Iterable[Cells], columns: Sequence[str]) -> None:
    """Writes a CSV table in UTF-8."""
    text = io.TextIOWrapper(file, encoding="utf-8", errors="replace", newline="")
    table = csv.writer(text, lineterminator="\n")
    table.writerow(columns)
    for row in rows:
        table.writerow([as_cell(row.get(name)) for name in columns])
    text.detach()


def write_parquet(file: BinaryIO, rows: Iterable[Cells], columns: Mapping[str, type]) -> None:
    """Writes a Parquet table, some rows at a time."""
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    kinds = {int: pyarrow.int64(), float: pyarrow.float64(), str: pyarrow.string()}
    schema = pyarrow.schema([(name, kinds[kind]) for name, kind in columns.items()])
    left = iter(rows)
    with ParquetWriter(file, schema) as table:
        while part := list(islice(left, ROWS)):
            made = [{n: as_cell(row.get(n)) if kind is str else row.get(n) for n, kind in columns.items()} for row in part]
            table.write_table(pyarrow.Table.from_pylist(made, schema=schema))


def as_cell(value: object) -> str | None:
    """A value as a cell holds it: text as it is, lists and objects as JSON.

    >>> as_cell("Fire"), as_cell(["Ann Bell", "Jo Poe"]), as_cell(None)
    ('Fire', '["Ann Bell", "Jo Poe"]', None)
    """
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, default=str)
