"""A file, table or folder -> its stories, one after the other; whatever cannot be read is an Unread with its place.

A line of JSON that holds a whole story is yielded at once. Rows of single versions are grouped first (`grouping_rows`), since
those of one story need not stand together. Nothing here holds more than one story or row in memory.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from compare.batch.grouping_rows import GroupedRows
from compare.batch.story import CannotGoOn, Story, Unread
from compare.errors import InputError
from compare.load.fields import as_text, by_field, known_columns
from compare.load.inputs import Place
from compare.load.rows import Value
from compare.load.streams import ENDINGS, read_places
from compare.settings import Settings

NO_KEY = "says which story a row belongs to; name one with --story-key, or find stories with storycompare group"


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
        """A place that holds no story."""
        return Unread(number=self.next_number(), where=where, reason=reason)

    def key_of(self, row: Mapping[str, object], fields: Mapping[str, object]) -> str | None:
        """The story that a row belongs to, by its own names or by those of our fields; None where it does not say."""
        return as_text(row.get(self.key) if self.key else fields.get("story_id"))

    def columns(self, names: Sequence[str]) -> Sequence[str]:
        """The columns of a table that a comparison reads. Raises InputError for a table without story keys."""
        if (self.key not in names) if self.key else ("story_id" not in by_field(dict.fromkeys(names, "x"))):
            found = f"no column {self.key!r}" if self.key else f"no column that {NO_KEY}"
            raise InputError(f"{self.path}: {found}; the columns are {', '.join(names)[:200]}")
        known = known_columns(names)
        return [name for name in names if name == self.key or name in known]


def read_stories(reading: Reading) -> Iterator[Story | Unread]:
    """The stories, numbered from 1 in an order that depends on the input alone.

    Raises InputError for an input that is none of .jsonl, .csv, .parquet and a folder, or a table without a story key;
    CannotGoOn where there is no room for the rows on their way.
    """
    if reading.path.is_dir():
        yield from folders(reading)
        return
    if reading.path.suffix.lower() not in ENDINGS:
        expected = "stories are read from .jsonl, .csv or .parquet, or from a folder that has a folder for each story"
        raise InputError(f"{reading.path}: {expected}")
    try:
        with closing(GroupedRows(reading.scratch)) as grouped:
            yield from in_table(reading, grouped)
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
        try:
            folder = entry.is_dir()
            inside = files_of(entry)
            size = sum(p.stat().st_size for p in inside)
        except OSError as e:
            yield reading.unread(where, f"cannot be read ({e.strerror}); mend that, or take it out")
            continue
        if not folder and entry.suffix.lower() not in (".json", ".jsonl"):
            yield reading.unread(where, "neither a folder nor .json: a story has a folder with its versions, or a file of JSON")
            continue
        name = entry.name if folder else entry.stem
        yield Story(number=reading.next_number(), where=where, story_id=name, files=tuple(map(str, inside)), size=size)


def files_of(entry: Path) -> list[Path]:
    """The files that hold a story, in the order of their names: those in its folder but for hidden ones, or else the one itself.

    Raises OSError for a folder that may not be read.
    """
    return sorted(p for p in entry.iterdir() if p.is_file() and not p.name.startswith(".")) if entry.is_dir() else [entry]


def in_table(reading: Reading, grouped: GroupedRows) -> Iterator[Story | Unread]:
    """The places that hold a whole story, or nothing that can be read; a single version goes to the grouped rows."""
    for place in read_places(reading.path, reading.settings, reading.columns):
        where = f"{reading.path.name} {place.name}"
        fields = by_field(place.values)
        members = fields.get("versions", place.values.get("versions"))  # the second may be an empty list
        if place.problem is not None:
            yield reading.unread(where, place.problem)
        elif isinstance(members, list):
            yield whole_story(members, place, fields, where, reading)
        elif (key := reading.key_of(place.values, fields)) is None:
            yield reading.unread(where, f"no story key in it, which {NO_KEY}")
        else:
            grouped.add(key, Value(place.values, where, place.warnings))


def whole_story(
    members: Sequence[object], place: Place, fields: Mapping[str, object], where: str, reading: Reading
) -> Story:
    """The story of a line that holds all its versions."""
    return Story(
        number=reading.next_number(),
        where=where,
        story_id=reading.key_of(place.values, fields),
        title=as_text(fields.get("title")),
        rows=tuple(Value(v, f"{where}, version {n}", place.warnings) for n, v in enumerate(members, start=1)),
        size=place.size,
    )
