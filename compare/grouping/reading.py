"""A table of articles (.jsonl, .csv, .parquet) -> Row*, one at a time: the texts of a large pile never stand in memory together.

Columns go by any of the names that `compare.load` knows. A row that holds no article keeps its place, with what is wrong with it.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from compare.errors import InputError
from compare.load.decoding import decode
from compare.load.fields import by_field, kind_of, version_from_fields
from compare.load.inputs import Source, Unreadable
from compare.load.json_lines import reason
from compare.load.table import ROWS_AT_ONCE, SEPARATORS, plain_cell
from compare.model import Version
from compare.settings import Settings

ENDINGS = (".jsonl", ".csv", ".parquet")
SAMPLE = 1 << 18
"""Bytes from which the encoding of a CSV table is told."""
LONGEST_CELL = 1 << 24
"""Characters of a cell of a CSV table; Python's own limit is shorter than a long article."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table as it stands there, and the article in it or why there is none."""

    number: int
    values: Mapping[str, object]
    version: Version | None
    problem: str | None


def read_rows(path: Path, settings: Settings) -> Iterator[Row]:
    """The rows of a table, in order, numbered from 1. Raises InputError for what is no table of articles."""
    if path.suffix.lower() not in ENDINGS:
        raise InputError(f"{path}: a table of articles ends in {', '.join(ENDINGS)}; save it as one of them")
    source = Source(str(path), b"")
    try:
        with path.open("rb") as file:
            for number, (place, found) in enumerate(values_in(path, file, settings), start=1):
                yield row_of(number, found, source, f"{path} {place}", settings)
    except OSError as e:
        raise InputError(f"{path}: cannot be read ({e.strerror or e}); check the path") from None


def row_of(number: int, found: object, source: Source, where: str, settings: Settings) -> Row:
    """The row with its article, if it holds one."""
    if isinstance(found, Unreadable):
        return Row(number, {}, None, f"{where}: {found}")
    if not isinstance(found, Mapping):
        return Row(number, {}, None, f"{where}: expected an object that holds an article, found {kind_of(found)}")
    try:
        if isinstance(by_field(found).get("versions"), list):
            raise Unreadable(f"{where}: a story with its versions, which needs no grouping; give it to batch")
        version = version_from_fields(found, source, where)
        length = len(version.text or "") + sum(map(len, version.sentences or ()))
        if length > settings.max_characters:
            limit = f"above the limit of {settings.max_characters:,}; cut it down, or raise max_characters"
            raise Unreadable(f"{where}: {length:,} characters, {limit}")
    except Unreadable as e:
        return Row(number, found, None, str(e))
    return Row(number, found, version, None)


def values_in(path: Path, file: BinaryIO, settings: Settings) -> Iterator[tuple[str, object]]:
    """What stands in each row, with the name of its place; an Unreadable in place of what cannot be read."""
    ending = path.suffix.lower()
    if ending == ".jsonl":
        return lines(file, settings)
    return cells(path, file, settings) if ending == ".csv" else parquet(path, file)


def lines(file: BinaryIO, settings: Settings) -> Iterator[tuple[str, object]]:
    """The values of JSON lines."""
    number = 0
    while line := file.readline(settings.max_bytes + 1):
        number += 1
        if len(line) > settings.max_bytes:
            while line and not line.endswith(b"\n"):
                line = file.readline(settings.max_bytes)
            yield f"line {number}", Unreadable(f"more than {settings.max_bytes:,} bytes; cut it down, or raise max_bytes")
        elif line.strip():
            yield f"line {number}", json_value(line, settings)


def json_value(line: bytes, settings: Settings) -> object:
    """The value of a line; an Unreadable for what is no JSON."""
    try:
        value: object = json.loads(decode(line, settings.encoding).text)
    except (ValueError, RecursionError) as e:
        return Unreadable(f"not JSON ({reason(e)}); mend the line or take it out")
    return value


def cells(path: Path, file: BinaryIO, settings: Settings) -> Iterator[tuple[str, object]]:
    """The rows of a CSV table. Raises InputError where no column holds a text."""
    encoding = decode(file.read(SAMPLE), settings.encoding).encoding
    file.seek(0)
    text = io.TextIOWrapper(file, encoding="utf-8-sig" if encoding == "utf-8" else encoding, errors="replace", newline="")
    first = text.readline(LONGEST_CELL)
    text.seek(0)
    limit = csv.field_size_limit(LONGEST_CELL)  # the limit is the process's: put back below
    try:
        table = csv.reader(text, delimiter=max(SEPARATORS, key=first.count))
        names = next(table, [])
        check_columns(path, names)
        for row in table:
            if row:
                yield f"line {table.line_num}", dict(zip(names, row, strict=False))
    except csv.Error as e:
        raise InputError(f"{path}: not a CSV table ({e}); save it again, or give the articles as .jsonl") from None
    finally:
        csv.field_size_limit(limit)
        text.detach()


def parquet(path: Path, file: BinaryIO) -> Iterator[tuple[str, object]]:
    """The rows of a Parquet table. Raises InputError where no column holds a text, or pyarrow is missing."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile  # a quarter of a second
    except ImportError:
        raise InputError(f"{path}: reading Parquet needs pyarrow: pip install 'storycompare[tables]'") from None
    try:
        table = ParquetFile(file)
        check_columns(path, table.schema_arrow.names)
        number = 0
        for batch in table.iter_batches(ROWS_AT_ONCE):
            for row in batch.to_pylist():
                number += 1
                yield f"row {number}", {name: plain_cell(cell) for name, cell in row.items()}
    except (ArrowException, ValueError, KeyError, OverflowError, NotImplementedError):
        raise InputError(f"{path}: a damaged Parquet table; write it again, or give the articles as .jsonl") from None


def check_columns(path: Path, names: Iterable[str]) -> None:
    """Raises InputError if no column holds a text."""
    if by_field(dict.fromkeys(names, "x")).keys().isdisjoint(("text", "sentences")):
        raise InputError(f"{path}: no column of text; the columns are {', '.join(names)[:200] or 'none'}: name one of them text")
