"""How long reading one input may take: a Deadline that readers look at between the parts of the input."""

from __future__ import annotations

import time
from dataclasses import dataclass

from compare.load.inputs import Source, Unreadable
from compare.settings import Settings


@dataclass(frozen=True, slots=True)
class Deadline:
    """The processor time that reading an input has, of this thread: readers of other inputs may run beside it."""

    name: str
    seconds: int
    opened: float

    def check(self, reached: str) -> None:
        """Raises Unreadable once the time is over; `reached` names the part that reading came to."""
        if time.thread_time() - self.opened > self.seconds:
            found = f"{reached} was not reached within {self.seconds} s"
            raise Unreadable(f"{self.name}: {found}; cut the file down to the story, or raise max_seconds")


def deadline_of(source: Source, settings: Settings) -> Deadline:
    """The deadline of an input, counted from when it was opened, through all readers that take part in it."""
    return Deadline(source.name, settings.max_seconds, source.opened)
