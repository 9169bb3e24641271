"""What workers get in tests: stories, and what is asked of them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from compare.batch.story import Story, Task
from compare.load.rows import Value
from compare.render import Format
from compare.settings import Settings
from tests.batch.invented_batches import story

MADE = datetime(2024, 3, 5, tzinfo=UTC)


def task(folder: Path | None = None, *formats: Format, seconds: int = 600) -> Task:
    return Task(settings=Settings(), formats=formats, folder=str(folder or ""), made=MADE, seconds=seconds)


def numbered(number: int, size: int = 500) -> Story:
    """A story with two versions, told to be of so many bytes."""
    versions = story(number)["versions"]
    assert isinstance(versions, list)
    rows = tuple(Value(v, f"line {number}, version {n}") for n, v in enumerate(versions, start=1))
    return Story(number=number, where=f"line {number}", story_id=f"fire-{number}", rows=rows, size=size)
