"""A CSV table -> Inputs: a version a row, columns under any of their usual names. A formula is a text like others."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from compare.load.decoding import decode
from compare.load.fields import as_text, by_field
from compare.load.inputs import Inputs, Source, Unreadable
from compare.load.rows import Value, readable, refuse_several
from compare.load.text import no_text
from compare.settings import Settings

SEPARATORS = ",;\t|"


def read_table(source: Source, settings: Settings) -> Inputs:
    """The versions of one story. Raises InputError for several stories, Unreadable for a table without a column of text."""
    decoded = decode(source.data, settings.encoding)
    if not decoded.text.strip():
        raise no_text(source)
    problems: list[str] = []
    rows = tuple(rows_of(decoded.text, source))
    keys = [key for row in rows if isinstance(row.value, dict) and (key := as_text(by_field(row.value).get("story_id")))]
    versions = readable(rows, source, decoded.warnings, problems)
    refuse_several(source, (), keys)
    if not versions:
        raise Unreadable(problems[0] if problems else f"{source.name}: a table without rows; give a row for each version")
    return Inputs(tuple(versions), tuple(problems), story_id=keys[0] if keys else None)


def rows_of(text: str, source: Source) -> Iterator[Value]:
    """The rows as mappings from column to cell. Raises Unreadable if no column holds a text, or it is no CSV."""
    first = text.lstrip("\n").partition("\n")[0]
    separator = max(SEPARATORS, key=first.count)
    limit = csv.field_size_limit(max(len(text), 131_072))  # the limit is the process's: put back below
    try:
        table = csv.DictReader(text.splitlines(keepends=True), delimiter=separator)
        names = [name for name in table.fieldnames or () if name]
        if "text" not in by_field(dict.fromkeys(names, "x")):
            raise Unreadable(f"{source.name}: no column of text; the columns are {', '.join(names)[:200]}: name one of them text")
        for row in table:
            yield Value({name: cell for name, cell in row.items() if name}, f"{source.name} line {table.line_num}")
    except csv.Error as e:
        raise Unreadable(f"{source.name}: not a CSV table ({e}); save it again, or give the versions as .jsonl") from None
    finally:
        csv.field_size_limit(limit)
