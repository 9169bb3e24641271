"""A table of any size (.jsonl, .csv, .parquet) -> Place*, one at a time: the texts of a pile never stand in memory together.

Whatever cannot be read is a Place that says why, and never the end of the table.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from compare.errors import InputError
from compare.load.csv_rows import QUOTE, csv_places
from compare.load.decoding import as_found, decode, repair
from compare.load.fields import Choose, all_columns, kind_of
from compare.load.inputs import Place, Unreadable
from compare.load.json_lines import line_value
from compare.load.lines import Lines
from compare.load.parquet_rows import parquet_places
from compare.messages import message
from compare.settings import Settings

JSON_LINES = (".jsonl", ".ndjson")
CSV = (".csv", ".tsv")
ENDINGS = (*JSON_LINES, *CSV, ".parquet")
SAMPLE = 1_000_000
"""Bytes of a CSV table from which its encoding is told."""
BEGIN = 4096
"""Bytes that tell whether the characters of JSON lines are wide; the rest of the encoding is told line by line."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the bytes of a file are read, and what a reader should know about it."""

    name: str
    warnings: tuple[str, ...] = ()

    @property
    def wide(self) -> bool:
        """Whether a byte that looks like a line's end may be half a character."""
        return self.name.startswith(("utf-16", "utf-32"))


def read_places(path: Path, settings: Settings, choose: Choose = all_columns) -> Iterator[Place]:
    """The rows of a table, or lines of JSON, in order; `choose` names those columns of a table that are wanted, or refuses it.

    A row may have `settings.max_bytes`. Raises InputError for a file that cannot be opened, is no table or has no column of text.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise InputError(f"{path}: expected a table that ends in {', '.join(ENDINGS)}; save it as one of them")
    try:
        with path.open("rb") as file:
            if ending in JSON_LINES:
                yield from json_places(file, settings)
            elif ending in CSV:
                yield from text_places(file, path, settings, choose)
            else:
                yield from parquet_places(file, str(path), choose, settings.max_bytes)
    except OSError as e:
        raise InputError(f"{path}: cannot be read ({e.strerror or e}); check the path") from None


def encoding_of(file: BinaryIO, settings: Settings, sample: int) -> Encoding:
    """The encoding that the user names, else the one that some first bytes have. The file is then at its beginning again."""
    if settings.encoding is not None:
        return Encoding(codecs.lookup(settings.encoding).name)
    head = file.read(sample)
    file.seek(0)
    _, name, warnings = as_found(head[: head.rfind(b"\n") + 1] or head, None)
    return Encoding(name, warnings)


def text_places(file: BinaryIO, path: Path, settings: Settings, choose: Choose) -> Iterator[Place]:
    """The rows of a CSV table."""
    encoding = encoding_of(file, settings, SAMPLE)
    with io.TextIOWrapper(file, encoding.name, errors="replace", newline="") as text:
        for place in csv_places(Lines(text, settings.max_bytes, QUOTE), str(path), choose):
            warnings = list(encoding.warnings)
            values = dict(place.values)
            for name, cell in place.values.items():
                values[name], mended = repair(str(cell), None)
                warnings += (message("warning.of_field", field=name, warning=warning) for warning in mended)
            yield replace(place, values=values, warnings=tuple(warnings))


def json_places(file: BinaryIO, settings: Settings) -> Iterator[Place]:
    """The objects of JSON lines, but for blank ones. Lines are decoded one by one, for such a file may be made of several."""
    encoding = encoding_of(file, settings, BEGIN)
    if encoding.wide:
        with io.TextIOWrapper(file, encoding.name, errors="replace", newline="\n") as text:
            yield from objects(Lines(text, settings.max_bytes), settings)
    else:
        yield from objects(Lines(file, settings.max_bytes), settings)


def objects(lines: Lines[bytes] | Lines[str], settings: Settings) -> Iterator[Place]:
    """The object of each line."""
    number = 0
    while True:
        lines.begin()
        problem: str | None = None
        warnings: tuple[str, ...] = ()
        values: Mapping[str, object] = {}
        try:
            line = next(lines, None)
            if line is None:
                return
            if not line.strip():
                continue
            decoded = decode(line, settings.encoding) if isinstance(line, bytes) else decode(line.encode(), "utf-8")
            warnings = decoded.warnings
            values = as_object(line_value(decoded.text))
        except Unreadable as e:
            problem = str(e)
        number += 1
        yield Place(number, f"line {lines.number}", values, problem=problem, size=lines.taken, warnings=warnings)


def as_object(value: object) -> Mapping[str, object]:
    """The value of a line, if it is one with fields. Raises Unreadable."""
    if not isinstance(value, Mapping):
        raise Unreadable(f"expected an object with the fields of a version or a story, found {kind_of(value)}")
    return value
