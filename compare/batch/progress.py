"""Result* -> a file that survives a kill: what is finished, for the tables at the end and for `--resume`.

SQLite, because its writes are whole or not there, whatever happens to the process, the disk's space or (but for the last
moments) the power. The results of a bundle are one transaction. The file is locked while a run has it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from compare.batch.story import CannotGoOn, Result
from compare.errors import InputError, SettingsError

NAME = "progress.sqlite"
TABLES = """
CREATE TABLE IF NOT EXISTS begun (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE IF NOT EXISTS results (number INTEGER PRIMARY KEY, record BLOB, seconds REAL, skipped INTEGER, again INTEGER);
"""


@dataclass(frozen=True, slots=True)
class Begun:
    """What a batch was begun with; a resumed one must be the same, or its tables would mix two."""

    input: str
    """Digest of the input."""
    settings: str
    """All that changes a table or report, as JSON."""
    made: datetime
    """When it was begun; a resumed batch keeps the time of the first."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many stories have a result, how many of them were skipped, and how many of those a resumed run tries again."""

    all: int
    skipped: int
    again: int


class Progress:
    """The file of finished stories in the folder of a batch. Its methods raise CannotGoOn where the disk does not."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        with self.told():
            self.connection = sqlite3.connect(self.path, timeout=0.5, isolation_level=None, check_same_thread=False)
            self.connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            self.connection.execute("PRAGMA journal_mode = WAL")
            self.connection.execute("PRAGMA synchronous = NORMAL")
            self.connection.execute("PRAGMA journal_size_limit = 16000000")
            self.connection.executescript(TABLES)

    def begin(self, wanted: Begun, *, resume: bool) -> Begun:
        """What the batch was begun with, now or then. Raises SettingsError or InputError where that does not go together.

        A batch that was refused before any story had a result left nothing to carry on: it begins anew, with whatever is wanted.
        """
        with self.told():
            there = dict(self.connection.execute("SELECT name, value FROM begun")) if self.count().all else {}
            if not there:
                values = {"input": wanted.input, "settings": wanted.settings, "made": wanted.made.isoformat()}
                self.connection.execute("BEGIN")
                self.connection.executemany("INSERT OR REPLACE INTO begun VALUES (?, ?)", sorted(values.items()))
                self.connection.execute("COMMIT")
                return wanted
        begun = Begun(there["input"], there["settings"], datetime.fromisoformat(there["made"]))
        folder = self.path.parent
        if not resume:
            raise SettingsError(f"{folder}: holds a batch already; carry on with --resume, or name another folder")
        if begun.input != wanted.input:
            raise InputError(f"{folder}: was begun with another input; give that one, or another folder")
        if begun.settings != wanted.settings:
            names = ", ".join(differing(begun.settings, wanted.settings))
            raise SettingsError(f"{folder}: was begun with other settings ({names}); give those, or another folder")
        return begun

    def has(self, number: int) -> bool:
        """Whether a story is finished: compared, or skipped for good."""
        with self.told():
            sql = "SELECT 1 FROM results WHERE number = ? AND NOT again"
            return self.connection.execute(sql, (number,)).fetchone() is not None

    def keep(self, results: Sequence[Result]) -> None:
        """Writes results, all or none."""
        rows = [(r.number, r.record, r.seconds, r.skipped, r.again) for r in results]
        with self.told():
            self.connection.execute("BEGIN")
            try:
                self.connection.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?, ?)", rows)
                self.connection.execute("COMMIT")
            except sqlite3.Error:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def results(self) -> Iterator[Result]:
        """All results in the order of the input, one at a time."""
        with self.told():
            sql = "SELECT number, record, seconds, skipped, again FROM results ORDER BY number"
            for number, record, seconds, skipped, again in self.connection.execute(sql):
                yield Result(number, record, seconds, bool(skipped), bool(again))

    def count(self) -> Counted:
        """How many stories have a result."""
        sql = "SELECT count(*), coalesce(sum(skipped), 0), coalesce(sum(again), 0) FROM results"
        with self.told():
            return Counted(*self.connection.execute(sql).fetchone())

    def close(self) -> None:
        self.connection.close()

    @contextmanager
    def told(self) -> Iterator[None]:
        """Inside, what SQLite cannot do is told in one line."""
        try:
            yield
        except sqlite3.OperationalError as e:
            if "locked" in str(e):
                raise CannotGoOn(f"{self.path}: another run has it; wait for it, or end it") from None
            raise CannotGoOn(f"{self.path}: cannot be written ({e}); make room, then carry on with --resume") from None
        except sqlite3.DatabaseError as e:
            raise CannotGoOn(f"{self.path}: damaged ({e}); remove it and begin anew") from None


def differing(a: str, b: str) -> list[str]:
    """The names of the settings that differ between two, as a user knows them.

    >>> differing('{"base": null, "formats": ["pdf"]}', '{"base": "Wire", "formats": ["pdf"]}')
    ['base']
    """
    old, new = json.loads(a), json.loads(b)
    return [name for name in sorted({*old, *new}) if old.get(name) != new.get(name)]
