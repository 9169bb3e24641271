"""What a report is busy with, on a line of the terminal that comes after two seconds and goes when the work is done."""

from __future__ import annotations

import threading
import time
from types import TracebackType
from typing import TextIO

PATIENCE = 2.0
"""Seconds before anything is said: most reports are done by then."""
EVERY = 0.5
"""Seconds between two lines."""


class Waiting:
    """A line such as "comparing, 4 s"; nothing where it is quiet, or where no terminal would show it."""

    def __init__(self, stream: TextIO, *, quiet: bool, patience: float = PATIENCE) -> None:
        self.stream = stream
        self.silent = quiet or not stream.isatty()
        self.patience = patience
        self.stage = "reading"
        self.began = time.monotonic()
        self.width = 0
        self.done = threading.Event()
        self.thread = threading.Thread(target=self.tell, daemon=True)

    def tell(self) -> None:
        """Writes the line over and over, until the work is done."""
        pause = self.patience
        while not self.done.wait(pause):
            text = f"{self.stage}, {time.monotonic() - self.began:.0f} s"
            self.stream.write(f"\r{text.ljust(self.width)}")
            self.stream.flush()
            self.width = max(self.width, len(text))
            pause = EVERY

    def __enter__(self) -> Waiting:
        if not self.silent:
            self.thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.done.set()
        if not self.silent:
            self.thread.join()
        if self.width:
            self.stream.write(f"\r{' ' * self.width}\r")
            self.stream.flush()
