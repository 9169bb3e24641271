"""The values that pass inside `batch`: Story, one to compare; Unread, a place that holds none; Task, what is asked; Result."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from compare.errors import CompareError
from compare.load.rows import Value
from compare.render import Format
from compare.settings import Settings


class CannotGoOn(CompareError):
    """What ends a batch, though not for good: a full disk, a lost cluster. `--resume` carries on once it is mended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One story as it stands in the input: rows that hold its versions, or files to read them from."""

    number: int
    """From 1, by its place in the input: the story's name everywhere in a batch, for ids may repeat or be missing."""
    where: str
    """Its place, for messages: "stories.jsonl line 12"."""
    story_id: str | None = None
    title: str | None = None
    rows: tuple[Value, ...] = ()
    files: tuple[str, ...] = ()
    size: int = 0
    """About how many bytes its versions have; stories are handed out in batches of about one size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A place in the input where a story should be and none can be read."""

    number: int
    where: str
    reason: str
    story_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is done with every story."""

    settings: Settings
    formats: tuple[Format, ...]
    """Report files to write for each story; none leaves the tables."""
    folder: str
    """Where those files go."""
    made: datetime
    """The time that the reports give: one for the whole batch, also after it was resumed."""
    seconds: int
    """After which a story is given up."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one story."""

    number: int
    record: bytes
    """Its rows in all tables, packed (`records.packed`)."""
    seconds: float
    """That the comparison took, reports included."""
    skipped: bool = False
    again: bool = False
    """Skipped for what may have been chance, such as a worker that died: a resumed run tries it again."""
