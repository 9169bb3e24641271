"""Settings -> Limits: how much time, memory and paper a PDF may take, looked at before each of its pages.

WeasyPrint says on its logger `weasyprint.progress` (its manual, "Logging") when it begins a page or another step, in the thread
that works. There it can be stopped, in any thread and without signals. Between two looks lies a page at most, or a step as
long as the material that went into it, which render/length.py and split/ bound.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

from compare.errors import RenderError
from compare.settings import Settings

ABOVE, STEPS = "weasyprint", "weasyprint.progress"
MEGABYTE = 1_000_000
AFTER = {"Step 6": "the drawing", "Step 7": "the end"}
"""What begins when all pages are laid out, by how the messages begin."""
STATUS = Path("/proc/self/statm")
"""Where Linux says what a process holds, in pages of memory: all, and what is in memory now (proc_pid_statm(5))."""
LESS = "try -f html, or a lower --max-pages"


class TooManyPages(Exception):
    """The pages go beyond the wanted number."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a PDF may take from now on: processor time of this thread, and memory of the process beyond what it held."""

    seconds: int
    megabytes: int
    began: float
    held: int
    """Bytes that the process held when the work began. Other threads' work counts too: nobody can tell whose memory it is."""

    def check(self, reached: str) -> None:
        """Raises RenderError once the time is over or the memory used up; `reached` names what would have come next."""
        if time.thread_time() - self.began > self.seconds:
            found = f"{reached} was not reached within {self.seconds:,} s"
            raise RenderError(f"PDF: {found}; {LESS}, or raise max_render_seconds")
        if memory() - self.held > self.megabytes * MEGABYTE:
            found = f"more than {self.megabytes:,} MB of memory in use before {reached}"
            raise RenderError(f"PDF: {found}; {LESS}, or raise max_render_megabytes")


LIMITS: ContextVar[Limits | None] = ContextVar("LIMITS", default=None)
"""The limits of the rendering at hand; None outside one."""
LAST_PAGE: ContextVar[int | None] = ContextVar("LAST_PAGE", default=None)
"""The last page that may be laid out; None for no bound."""


@contextmanager
def within_limits(settings: Settings) -> Iterator[None]:
    """Inside, a PDF raises RenderError where it goes beyond the settings' limits of time and memory."""
    listen()
    token = LIMITS.set(Limits(settings.max_render_seconds, settings.max_render_megabytes, time.thread_time(), memory()))
    try:
        yield
    finally:
        LIMITS.reset(token)


@contextmanager
def at_most_pages(number: int | None) -> Iterator[None]:
    """Inside, laying out raises TooManyPages when it comes to a page after this one, before the work on that is done."""
    token = LAST_PAGE.set(number)
    try:
        yield
    finally:
        LAST_PAGE.reset(token)


class Look(logging.Filter):
    """Looks at the limits whenever WeasyPrint says what it begins; passes on what would have been told without us."""

    level = logging.NOTSET
    """The logger's own level before we had it say all; not set is that of the logger above it."""

    def filter(self, record: logging.LogRecord) -> bool:
        page = record.args[0] if isinstance(record.args, tuple) and record.args else None
        last = LAST_PAGE.get()
        if isinstance(page, int) and last is not None and page > last:
            raise TooManyPages
        if limits := LIMITS.get():
            limits.check(f"page {page}" if isinstance(page, int) else AFTER.get(record.msg[:6], "the first page"))
        return record.levelno >= (self.level or logging.getLogger(ABOVE).getEffectiveLevel())


LOOK = Look()


def listen() -> None:
    """Has WeasyPrint say what it begins. A program that turns all messages off (`logging.disable`) turns off the looks, too."""
    steps = logging.getLogger(STEPS)
    steps.addFilter(LOOK)  # which stands there once, however often it is added
    if not steps.isEnabledFor(logging.INFO):
        LOOK.level = steps.level
        steps.setLevel(logging.INFO)


def memory() -> int:
    """Bytes that this process holds now; where the system does not say (outside Linux), the most that it ever held, or 0."""
    try:
        import resource
    except ImportError:  # Windows
        return 0
    try:
        return int(STATUS.read_text().split()[1]) * resource.getpagesize()
    except OSError:
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most if sys.platform == "darwin" else most * 1024
