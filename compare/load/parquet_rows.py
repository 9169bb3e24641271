"""A Parquet table -> a Place for each row; damaged rows are one Place that says so, and the next ones are read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from compare.errors import CompareError
from compare.load.fields import Choose, check_columns, plain_cell
from compare.load.inputs import Place, Unreadable
from compare.load.lines import span

if TYPE_CHECKING:
    from pyarrow import RecordBatch

ROWS_AT_ONCE = 64
"""Rows that are unpacked together: a file of a few bytes can hold the same text a million times."""
BUFFER = 1 << 20
"""Bytes of a column that are read together. Else that is all of a group of rows, which may be the whole table: one of 190 MB then
took 220 MB of memory, and takes 35."""


def parquet_places(file: BinaryIO, name: str, choose: Choose, most: int) -> Iterator[Place]:
    """The rows, none of more than `most` bytes. Raises Unreadable for what is no Parquet table, for one without a column of text
    and where pyarrow is missing; and what `choose` raises."""
    check_pyarrow(f"{name}: a Parquet table; reading one", Unreadable)
    from pyarrow.parquet import ParquetFile

    damaged = damage()
    try:
        table = ParquetFile(file, buffer_size=BUFFER, pre_buffer=False)
        names = [str(n) for n in table.schema_arrow.names]
        sizes = [table.metadata.row_group(group).num_rows for group in range(table.num_row_groups)]
    except damaged as e:
        instead = "write it again, or give its rows as .jsonl"
        raise Unreadable(f"{name}: a damaged Parquet table, or none ({brief(e)}); {instead}") from None
    check_columns(names, name)
    wanted = frozenset(choose(names))
    columns = [n for n in dict.fromkeys(names) if n in wanted]
    number = 0
    for group, size in enumerate(sizes):
        last = number + size
        try:
            for part in table.iter_batches(ROWS_AT_ONCE, row_groups=[group], columns=columns):
                yield from places_in(part, number, most)
                number += part.num_rows
        except damaged as e:
            problem = f"damaged ({brief(e)}); write the table again"
            yield Place(number + 1, span("row", number + 1, last), {}, problem=problem)
            number = max(number, last)


def places_in(part: RecordBatch, before: int, most: int) -> Iterator[Place]:
    """The rows of a part that begins behind row `before`: all together if that goes well, else one by one."""
    try:
        rows = part.to_pylist() if part.nbytes <= most else []
    except damage():
        rows = []
    for at in range(part.num_rows):
        where, size, problem = before + at + 1, part.nbytes // part.num_rows, None
        values: dict[str, object] = rows[at] if rows else {}
        if not rows:
            one = part.slice(at, 1)
            size = one.nbytes
            try:
                if size > most:
                    raise Unreadable(f"more than {most:,} bytes in one row; cut it down, or raise max_bytes")
                values = one.to_pylist()[0]
            except Unreadable as e:
                problem = str(e)
            except damage() as e:
                problem = f"damaged ({brief(e)}); mend the row or take it out"
        yield Place(where, f"row {where}", {n: plain_cell(cell) for n, cell in values.items()}, problem=problem, size=size)


def check_pyarrow(use: str, error: type[CompareError]) -> None:
    """Raises the error where pyarrow is missing; `use` says what needs it."""
    try:
        import pyarrow.parquet  # noqa: F401  a quarter of a second
    except ImportError:
        raise error(f"{use} needs pyarrow: pip install pyarrow") from None


def damage() -> tuple[type[Exception], ...]:
    """What pyarrow raises for a table that is damaged, or holds values that Python has none for, such as the year 20,000."""
    from pyarrow import ArrowException

    return (ArrowException, OSError, ValueError, KeyError, OverflowError, MemoryError, NotImplementedError)


def brief(error: Exception) -> str:
    """The first line of an error's message."""
    return next(iter(str(error).splitlines()), "")[:120] or type(error).__name__
