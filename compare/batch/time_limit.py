"""Work -> the same, ended when it takes too long: one runaway story must not hold up fifty thousand."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class OutOfTime(BaseException):
    """Raised within `at_most` when the time is over; no Exception, lest something on the way takes it for its own."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raises OutOfTime when the block runs longer, at the next step of Python code.

    A timer raises it in this very thread (CPython's PyThreadState_SetAsyncExc): signals reach a main thread alone, and Dask
    works in another.
    """
    thread = ctypes.c_ulong(threading.get_ident())
    leaving = threading.Lock()
    late = False

    def stop() -> None:
        nonlocal late
        if leaving.acquire(blocking=False):  # not once the block is being left
            late = True
            ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(OutOfTime))
            leaving.release()

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        leaving.acquire()
        timer.cancel()
        if late:  # raised already, or about to be: not again, somewhere else
            ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, None)
