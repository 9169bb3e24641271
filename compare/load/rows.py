"""Rows of a JSON file or a table -> Version*: those that hold a version; why another does not is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from compare.errors import InputError
from compare.load.fields import kind_of, version_from_fields
from compare.load.inputs import Source, Unreadable
from compare.model import Version

MOST_ROWS = 10_000
"""Rows that are looked at for the versions of one story: a small file can hold millions of them."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a file, or an Unreadable in its stead, and what to call its place in a message."""

    value: object
    where: str
    warnings: tuple[str, ...] = ()
    """What a reader should know about how it was decoded."""


def readable(rows: Sequence[Value], source: Source, warnings: tuple[str, ...], problems: list[str]) -> list[Version]:
    """The versions among the rows; why a row is none goes to the problems."""
    out = []
    for row in rows:
        try:
            if isinstance(row.value, Unreadable):
                raise row.value
            if not isinstance(row.value, Mapping):
                raise Unreadable(f"{row.where}: expected an object that holds a version, found {kind_of(row.value)}")
            version = version_from_fields(row.value, source, row.where)
        except Unreadable as e:
            problems.append(str(e))
        else:
            out.append(replace(version, warnings=(*warnings, *row.warnings, *version.warnings)))
    return out


def refuse_several(source: Source, stories: Sequence[Mapping[str, object]], keys: Sequence[str]) -> None:
    """Raises InputError if the file holds more than one story."""
    count = len(stories) if len(stories) > 1 else len(set(keys))
    if count > 1:
        raise InputError(f"{source.name}: {count} stories, and report compares the versions of one; use batch for many")


def refuse_many(source: Source, rows: int) -> None:
    """Raises Unreadable if there are more rows than a story has versions."""
    if rows > MOST_ROWS:
        raise Unreadable(f"{source.name}: more than {MOST_ROWS:,} rows, and a story has a few versions; take out its rows")
