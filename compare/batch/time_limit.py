"""Work -> the same, ended when it takes too long: one runaway story must not hold up fifty thousand."""

from __future__ import annotations

import ctypes
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

LOOK = 0.2
"""Seconds between two looks at the time: a limit is a matter of minutes."""


class OutOfTime(BaseException):
    """Raised within `at_most` when the time is over; no Exception, lest something on the way takes it for its own."""


class Watch:
    """A thread that ends what runs too long in others. One serves a process: one for each story would cost a percent of it."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.ends: dict[int, float] = {}
        """Until when each thread may work."""
        self.ended: set[int] = set()
        """Threads in which OutOfTime was raised."""
        threading.Thread(target=self.run, daemon=True).start()

    def run(self) -> None:
        while True:
            time.sleep(LOOK)
            now = time.monotonic()
            with self.lock:
                for thread in [thread for thread, end in self.ends.items() if end < now]:
                    del self.ends[thread]
                    self.ended.add(thread)
                    raise_in(thread, OutOfTime)


@cache
def watch() -> Watch:
    """The watch of this process."""
    return Watch()


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raises OutOfTime when the block runs longer, at the next step of Python code. One block at a time in a thread."""
    thread, look = threading.get_ident(), watch()
    with look.lock:
        look.ends[thread] = time.monotonic() + seconds
    try:
        yield
    finally:
        with look.lock:
            look.ends.pop(thread, None)
            if thread in look.ended:  # raised already, or about to be: not again, somewhere else
                look.ended.remove(thread)
                raise_in(thread, None)


def raise_in(thread: int, error: type[BaseException] | None) -> None:
    """Has a thread raise an exception at its next step, or not any more (CPython's PyThreadState_SetAsyncExc).

    Signals reach a main thread alone, and Dask works in another.
    """
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(error) if error else None)
