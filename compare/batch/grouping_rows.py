"""Rows of many stories in any order -> the rows of one story after the other, through a file, so that memory does not grow."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from compare.batch.story import Story, Unread
from compare.load.rows import MOST_ROWS, Value

TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE stories (id INTEGER PRIMARY KEY, key TEXT UNIQUE, rows INTEGER);
CREATE TABLE rows (
    story INTEGER, number INTEGER, place TEXT, value TEXT, warnings TEXT, PRIMARY KEY (story, number)
) WITHOUT ROWID;
"""
"""A file of the moment: nothing in it is worth a journal, for a killed run reads its input again."""


class GroupedRows:
    """Rows by their story, in the order in which the stories first appeared; `count` of them. The file is removed on `close`."""

    def __init__(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        self.path = path
        self.number = self.count = 0
        self.connection: sqlite3.Connection | None = None

    def add(self, key: str, row: Value) -> None:
        """Keeps a row of the story with this key."""
        if self.connection is None:  # most inputs hold whole stories, and need no file
            self.connection = sqlite3.connect(self.path)
            self.connection.executescript(TABLES)
        sql = "INSERT INTO stories (key, rows) VALUES (?, 1) ON CONFLICT (key) DO UPDATE SET rows = rows + 1 RETURNING id, rows"
        story, rows = self.connection.execute(sql, (key,)).fetchone()
        self.number += 1
        self.count += rows == 1
        if rows <= MOST_ROWS:
            value, warnings = json.dumps(row.value, ensure_ascii=False, default=str), json.dumps(row.warnings)
            kept = (story, self.number, row.where, value, warnings)
            self.connection.execute("INSERT INTO rows VALUES (?, ?, ?, ?, ?)", kept)

    def stories(self) -> Iterator[Story | Unread]:
        """The stories of all rows kept, not numbered yet."""
        if self.connection is None:
            return
        self.connection.commit()
        sql = "SELECT id, key, stories.rows, place, value, warnings FROM stories JOIN rows ON story = id ORDER BY id, number"
        for (_, key, total), found in groupby(self.connection.execute(sql), key=lambda row: row[:3]):
            rows = [row[3:] for row in found]
            where = f"{rows[0][0]} and {len(rows) - 1} more" if len(rows) > 1 else rows[0][0]
            if total > MOST_ROWS:
                reason = f"{total:,} rows, and a story has a few versions; is the key right?"
                yield Unread(number=0, where=where, reason=reason, story_id=key)
                continue
            yield Story(
                number=0,
                where=where,
                story_id=key,
                rows=tuple(Value(json.loads(value), place, tuple(json.loads(warnings))) for place, value, warnings in rows),
                size=sum(len(value) for _, value, _ in rows),
            )

    def close(self) -> None:
        if self.connection is not None:
            self.connection.close()
        self.path.unlink(missing_ok=True)
