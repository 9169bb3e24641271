"""A file, table or folder -> its stories, one after the other; whatever cannot be read is an Unread with its place.

A line of JSON that holds a whole story is yielded at once. Rows of single versions are grouped first (`grouping_rows`), since
those of one story need not stand together. Nothing here holds more than one story or row in memory.
"""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from compare.batch.grouping_rows import GroupedRows
from compare.batch.story import CannotGoOn, Story, Unread
from compare.errors import InputError
from compare.load.decoding import decode
from compare.load.fields import as_text, by_field, kind_of
from compare.load.inputs import Source, Unreadable
from compare.load.rows import Value
from compare.load.table import ROWS_AT_ONCE, SEPARATORS, check_columns, plain_cell
from compare.settings import Settings

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

SAMPLE = 1_000_000
"""Bytes of a table from which its encoding is told."""
NO_KEY = "no {what} that says which story a row belongs to; name one with --story-key, or find stories with storycompare group"


@dataclass(slots=True)
class Reading:
    """How the stories of one input are read, and how far that has come."""

    path: Path
    settings: Settings
    key: str | None
    """Column or field with the story's key; None takes one of the usual names."""
    scratch: Path
    """A file for rows until all are seen, to be grouped."""
    total: int | None = None
    """Stories in the input; None as long as nobody can tell."""
    found: int = 0

    def next_number(self) -> int:
        """The number of what is found next."""
        self.found += 1
        return self.found

    def unread(self, where: str, reason: str) -> Unread:
        """A place that holds no story; the reason need not name the place again."""
        return Unread(number=self.next_number(), where=where, reason=reason.removeprefix(f"{where}: "))

    def key_of(self, row: Mapping[str, object]) -> str | None:
        """The story that a row belongs to; None where it does not say."""
        return as_text(row.get(self.key) if self.key else by_field(row).get("story_id"))


def read_stories(reading: Reading) -> Iterator[Story | Unread]:
    """The stories, numbered from 1 in an order that depends on the input alone.

    Raises InputError for an input that is none of .jsonl, .csv, .parquet and a folder, or a table without a story key;
    CannotGoOn where there is no room for the rows on their way.
    """
    if reading.path.is_dir():
        yield from folders(reading)
        return
    reader = READERS.get(reading.path.suffix.lower())
    if reader is None:
        expected = "stories are read from .jsonl, .csv or .parquet, or from a folder that has a folder for each story"
        raise InputError(f"{reading.path}: {expected}")
    try:
        with closing(GroupedRows(reading.scratch)) as grouped:
            yield from reader(reading, grouped)
            if grouped.count:
                reading.total = reading.found + grouped.count
            for story in grouped.stories():
                yield replace(story, number=reading.next_number())
    except sqlite3.Error as e:
        raise CannotGoOn(f"{reading.scratch}: cannot be written ({e}); make room, then carry on with --resume") from None


def folders(reading: Reading) -> Iterator[Story | Unread]:
    """A story for each folder, and for each .json file; their files in the order of their names. Hidden ones are passed over."""
    for entry in sorted(reading.path.iterdir(), key=lambda p: p.name):
        if entry.name.startswith("."):
            continue
        where = f"{reading.path.name}/{entry.name}"
        if not entry.is_dir() and entry.suffix.lower() not in (".json", ".jsonl"):
            yield reading.unread(where, "neither a folder nor .json: a story has a folder with its versions, or a file of JSON")
            continue
        inside = sorted(p for p in entry.iterdir() if p.is_file() and p.name[0] != ".") if entry.is_dir() else [entry]
        name = entry.name if entry.is_dir() else entry.stem
        size = sum(p.stat().st_size for p in inside)
        yield Story(number=reading.next_number(), where=where, story_id=name, files=tuple(map(str, inside)), size=size)


def json_lines(reading: Reading, grouped: GroupedRows) -> Iterator[Story | Unread]:
    """The stories and broken lines of a file of JSON lines; lines that hold a single version go to the grouped rows."""
    most = reading.settings.max_bytes
    with reading.path.open("rb") as file:
        for number in count(1):
            line = file.readline(most + 1)
            if not line:
                return
            where = f"{reading.path.name} line {number}"
            if len(line) > most:
                while line and not line.endswith(b"\n"):
                    line = file.readline(most)
                yield reading.unread(where, f"more than {most:,} bytes in one line; cut the story down, or raise max_bytes")
            elif line.strip():
                yield from one_line(line, where, reading, grouped)


def one_line(line: bytes, where: str, reading: Reading, grouped: GroupedRows) -> Iterator[Story | Unread]:
    """The story or the failure of a line; nothing for a version, which goes to the grouped rows."""
    try:
        value = json.loads(decode(line, reading.settings.encoding).text)
    except (ValueError, RecursionError) as e:
        why = "nested too deeply" if isinstance(e, RecursionError) else str(e)
        yield reading.unread(where, f"not JSON ({why}); mend the line or take it out")
        return
    if not isinstance(value, Mapping):
        yield reading.unread(where, f"expected an object that holds a story or a version, found {kind_of(value)}")
        return
    members = value.get("versions")
    if isinstance(members, list):
        yield Story(
            number=reading.next_number(),
            where=where,
            story_id=reading.key_of(value),
            title=as_text(by_field(value).get("title")),
            rows=tuple(Value(v, f"{where}, version {n}") for n, v in enumerate(members, start=1)),
            size=len(line),
        )
    elif (key := reading.key_of(value)) is None:
        yield reading.unread(where, NO_KEY.format(what="field"))
    else:
        grouped.add(key, Value(value, where))


def csv_rows(reading: Reading, grouped: GroupedRows) -> Iterator[Unread]:
    """Reads the rows of a CSV table into the grouped rows; yields those that cannot be read."""
    name = reading.path.name
    with reading.path.open("rb") as sample:
        head = sample.read(SAMPLE)
    encoding = reading.settings.encoding or decode(head[: head.rfind(b"\n") + 1] or head).encoding
    before = csv.field_size_limit(reading.settings.max_bytes)
    try:
        with reading.path.open(encoding="utf-8-sig" if encoding == "utf-8" else encoding, errors="replace", newline="") as file:
            separator = max(SEPARATORS, key=file.readline().count)
            file.seek(0)
            table = csv.reader(file, delimiter=separator)
            names = next(table, [])
            check_table(names, reading)
            while True:
                try:
                    row = next(table)
                except StopIteration:
                    return
                except csv.Error as e:
                    yield reading.unread(f"{name} line {table.line_num}", f"not a row of CSV ({e}); mend the row or take it out")
                    continue
                if row:
                    yield from keep_row(dict(zip(names, row, strict=False)), f"{name} line {table.line_num}", reading, grouped)
    finally:
        csv.field_size_limit(before)


def parquet_rows(reading: Reading, grouped: GroupedRows) -> Iterator[Unread]:
    """Reads a Parquet table into the grouped rows, some rows at a time; a damaged group of rows is yielded, and passed over."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise InputError(f"{reading.path}: Parquet needs pyarrow; try pip install 'storycompare[batch]'") from None
    try:
        table: ParquetFile = ParquetFile(reading.path)
    except (ArrowException, OSError) as e:
        raise InputError(f"{reading.path}: not a Parquet table ({str(e).splitlines()[0][:120]})") from None
    names = [str(name) for name in table.schema_arrow.names]
    check_table(names, reading)
    wanted = [name for name in dict.fromkeys(names) if name == reading.key or by_field({name: "x"})]
    number = 0
    for group in range(table.num_row_groups):
        first = number + 1
        try:
            for batch in table.iter_batches(ROWS_AT_ONCE, columns=wanted, row_groups=[group]):
                for row in batch.to_pylist():
                    number += 1
                    value = {k: plain_cell(cell) for k, cell in row.items()}
                    yield from keep_row(value, f"{reading.path.name} row {number}", reading, grouped)
        except (ArrowException, OSError) as e:
            last = first - 1 + table.metadata.row_group(group).num_rows
            where = f"{reading.path.name} rows {number + 1} to {last}"
            number = last
            yield reading.unread(where, f"damaged ({str(e).splitlines()[0][:120]}); write the table again")


def check_table(names: list[str], reading: Reading) -> None:
    """Raises InputError for a table without a column of text or of story keys."""
    try:
        check_columns([name for name in names if name], Source(reading.path.name, b""))
    except Unreadable as e:
        raise InputError(str(e)) from None
    if (reading.key not in names) if reading.key else ("story_id" not in by_field(dict.fromkeys(names, "x"))):
        found = f"no column {reading.key!r}" if reading.key else NO_KEY.format(what="column")
        raise InputError(f"{reading.path}: {found}; the columns are {', '.join(names)[:200]}")


def keep_row(row: Mapping[str, object], where: str, reading: Reading, grouped: GroupedRows) -> Iterator[Unread]:
    """Puts a row to its story; yields it where it belongs to none."""
    if (key := reading.key_of(row)) is None:
        yield reading.unread(where, "no story key in this row; fill it in or take the row out")
    else:
        grouped.add(key, Value({k: v for k, v in row.items() if k}, where))


Reader = Callable[[Reading, GroupedRows], Iterator[Story | Unread]]
READERS: dict[str, Reader] = {
    ".jsonl": json_lines,
    ".ndjson": json_lines,
    ".csv": csv_rows,
    ".tsv": csv_rows,
    ".parquet": parquet_rows,
}
