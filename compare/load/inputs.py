"""The values that pass inside `load`: Source, what was opened; Inputs, what was read; Unreadable, why not; Place, one row."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from compare.errors import InputError
from compare.model import Version


class Unreadable(InputError):
    """One input that cannot be read: it is skipped with this one line, and reading goes on with the rest."""

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))  # names of files and columns may have several lines


@dataclass(frozen=True, slots=True)
class Source:
    """One input, opened: its name as given ("stdin" for `-`), its bytes and their digest, taken once for all versions in it.

    `opened` is the thread's processor time when that was; it stays the same when a part of the input is read as one of its own.
    """

    name: str
    data: bytes
    opened: float = field(default_factory=lambda: time.thread_time(), compare=False, repr=False)
    sha256: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", hashlib.sha256(self.data).hexdigest())

    @property
    def ending(self) -> str:
        """The name's ending in lower case, with its dot; "" if it has none.

        >>> Source("drafts/Fire.HTML", b"").ending, Source("drafts.d/fire", b"").ending
        ('.html', '')
        """
        base = self.name.replace("\\", "/").rsplit("/", 1)[-1]
        stem, dot, ending = base.rpartition(".")
        return f".{ending.lower()}" if dot and stem else ""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What was read: versions in input order, and one line for each input, or part of one, that had to be skipped."""

    versions: tuple[Version, ...]
    problems: tuple[str, ...] = ()
    story_id: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A row of a table, or a line of JSON: what stands there, or why that cannot be read."""

    number: int
    """From 1; rows that cannot be read count, blank lines do not."""
    name: str
    """What to call it behind the name of its file: "line 12", "row 7", "rows 3 to 40"."""
    values: Mapping[str, object]
    problem: str | None = None
    size: int = 0
    """About how many bytes it takes."""
    warnings: tuple[str, ...] = ()
    """What a reader should know about how its text was decoded."""
