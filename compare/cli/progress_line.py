"""How far a batch has come, on one line of a terminal that is written over; elsewhere a line now and then."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from compare.batch.run import Tally

EVERY, EVERY_IN_A_LOG = 0.2, 30.0
"""Seconds between two lines: as often as an eye follows; seldom where each line stays."""


class ProgressLine:
    """Shows a tally with rate and time left; nothing where it is quiet."""

    def __init__(self, stream: TextIO, *, quiet: bool) -> None:
        self.stream = stream
        self.quiet = quiet
        self.terminal = stream.isatty()
        self.began = self.last = time.monotonic()
        self.width = 0

    def show(self, tally: Tally) -> None:
        """Shows the tally, if the last one is long enough ago."""
        now = time.monotonic()
        if self.quiet or now - self.last < (EVERY if self.terminal else EVERY_IN_A_LOG):
            return
        self.last = now
        text = told(tally, now - self.began)
        with suppress(OSError):  # a full disk under a log ends no batch
            self.stream.write(f"\r{text.ljust(self.width)}" if self.terminal else f"{text}\n")
            self.stream.flush()
        self.width = len(text) if self.terminal else 0

    def end(self) -> None:
        """Leaves the line free for what follows."""
        if self.width:
            self.stream.write(f"\r{' ' * self.width}\r")
            self.stream.flush()


def told(tally: Tally, seconds: float) -> str:
    """A tally in words, after so many seconds.

    >>> from compare.batch.run import Tally
    >>> told(Tally(total=2000, done=600, now=500, skipped=3), 10.0)
    '600 of 2,000 stories, 50.0 a second, 28 s left, 3 skipped'
    >>> told(Tally(total=None, done=1, now=0, skipped=0), 1.0)
    '1 stories'
    """
    parts = [f"{tally.done:,} of {tally.total:,} stories" if tally.total is not None else f"{tally.done:,} stories"]
    if tally.now and seconds > 0:
        rate = tally.now / seconds
        parts.append(f"{rate:.1f} a second")
        if tally.total is not None:
            parts.append(f"{duration((tally.total - tally.done) / rate)} left")
    if tally.skipped:
        parts.append(f"{tally.skipped:,} skipped")
    return ", ".join(parts)


def duration(seconds: float) -> str:
    """A time as one reads it at a glance.

    >>> duration(45), duration(150), duration(9000)
    ('45 s', '2.5 min', '2.5 h')
    """
    if seconds < 100:
        return f"{max(0, seconds):.0f} s"
    return f"{seconds / 60:.1f} min" if seconds < 6000 else f"{seconds / 3600:.1f} h"
