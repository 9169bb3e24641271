"""What is asked of workers in tests."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from compare.batch.story import Task
from compare.render import Format
from compare.settings import Settings

MADE = datetime(2024, 3, 5, tzinfo=UTC)


def task(folder: Path | None = None, *formats: Format, seconds: int = 600) -> Task:
    return Task(settings=Settings(), formats=formats, folder=str(folder or ""), made=MADE, seconds=seconds)
