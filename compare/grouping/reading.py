"""A table of articles -> Row*, one at a time: its rows, and the article in each.

Columns go by any of the names that `compare.load` knows. A row that holds no article keeps its place, with what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from compare.load.fields import by_field, version_from_fields
from compare.load.inputs import Place, Source, Unreadable
from compare.load.streams import read_places
from compare.model import Version
from compare.settings import Settings


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table as it stands there, and the article in it or why there is none."""

    number: int
    values: Mapping[str, object]
    version: Version | None
    problem: str | None


def read_rows(path: Path, settings: Settings) -> Iterator[Row]:
    """The rows of a table, in order, numbered from 1. Raises InputError for what is no table of articles."""
    source = Source(str(path), b"")
    for place in read_places(path, settings):
        try:
            yield Row(place.number, place.values, article_in(place, source, settings), None)
        except Unreadable as e:
            yield Row(place.number, place.values, None, str(e))


def article_in(place: Place, source: Source, settings: Settings) -> Version:
    """The article in a row. Raises Unreadable where there is none, or no single one."""
    where = f"{source.name} {place.name}"
    if place.problem is not None:
        raise Unreadable(f"{where}: {place.problem}")
    if isinstance(by_field(place.values).get("versions"), list):
        raise Unreadable(f"{where}: a story with its versions, which needs no grouping; give it to batch")
    version = version_from_fields(place.values, source, where)
    length = len(version.text or "") + sum(map(len, version.sentences or ()))
    if length > settings.max_characters:
        limit = f"above the limit of {settings.max_characters:,}; cut it down, or raise max_characters"
        raise Unreadable(f"{where}: {length:,} characters, {limit}")
    return replace(version, warnings=(*place.warnings, *version.warnings))
