"""A table (.csv, .parquet) -> Inputs: a version a row, columns under any of their usual names. A formula is plain text."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice

from compare.load.csv_rows import csv_places
from compare.load.deadline import Deadline, deadline_of
from compare.load.decoding import decode
from compare.load.fields import as_text, by_field, known_columns
from compare.load.inputs import Inputs, Place, Source, Unreadable
from compare.load.lines import Lines
from compare.load.parquet_rows import parquet_places
from compare.load.rows import MOST_ROWS, Value, readable, refuse_many, refuse_several
from compare.load.text import no_text
from compare.settings import Settings

TIMES_UNPACKED = 5
"""By how much the unpacked rows may pass the limit of a file's size: news texts pack to a third or a quarter, and twice as much
would bring a single cell near a gigabyte of memory."""


def read_table(source: Source, settings: Settings) -> Inputs:
    """The versions of one story. Raises InputError for several stories, Unreadable for a table without a column of text."""
    deadline = deadline_of(source, settings)
    decoded = decode(source.data, settings.encoding, deadline=deadline)
    if not decoded.text.strip():
        raise no_text(source)
    lines = Lines(io.StringIO(decoded.text, newline=""), len(decoded.text))
    places = in_time(csv_places(lines, source.name, known_columns), deadline)
    return one_story(places, source, decoded.warnings)


def read_parquet(source: Source, settings: Settings) -> Inputs:
    """The same of a Parquet file. Raises Unreadable where pyarrow is missing, too."""
    places = parquet_places(io.BytesIO(source.data), source.name, known_columns, TIMES_UNPACKED * settings.max_bytes)
    return one_story(in_time(unpacked(places, source, settings), deadline_of(source, settings)), source, ())


def one_story(places: Iterator[Place], source: Source, warnings: tuple[str, ...]) -> Inputs:
    """The versions in the rows. Raises InputError if they are of several stories, Unreadable if there are none."""
    problems: list[str] = []
    rows = tuple(value_of(place, source) for place in islice(places, MOST_ROWS + 1))
    keys = [key for row in rows if isinstance(row.value, dict) and (key := as_text(by_field(row.value).get("story_id")))]
    refuse_several(source, (), keys)
    refuse_many(source, len(rows))
    versions = readable(rows, source, warnings, problems)
    if not versions:
        raise Unreadable(problems[0] if problems else f"{source.name}: a table without rows; give a row for each version")
    return Inputs(tuple(versions), tuple(problems), story_id=keys[0] if keys else None)


def value_of(place: Place, source: Source) -> Value:
    """A row as a value; an Unreadable for one that cannot be read."""
    where = f"{source.name} {place.name}"
    return Value(dict(place.values) if place.problem is None else Unreadable(f"{where}: {place.problem}"), where)


def in_time(places: Iterator[Place], deadline: Deadline) -> Iterator[Place]:
    """The same rows. Raises Unreadable at the deadline."""
    for place in places:
        deadline.check(place.name)
        yield place


def unpacked(places: Iterator[Place], source: Source, settings: Settings) -> Iterator[Place]:
    """The same rows. Raises Unreadable if together they come to far more than the file."""
    size, most = 0, TIMES_UNPACKED * settings.max_bytes
    for place in places:
        size += place.size
        if size > most:
            instead = "take out the story's rows, or raise max_bytes"
            raise Unreadable(f"{source.name}: a Parquet table that unpacks to more than {most:,} bytes; {instead}")
        yield place
