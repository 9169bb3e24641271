"""The libraries that WeasyPrint draws with, found without asking a compiler where they are."""

from __future__ import annotations

import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def found_at_once() -> Iterator[None]:
    """Inside, a library that Linux has not under the very name asked for is taken to be missing.

    WeasyPrint asks for each by several names, and `libpango-1.0.so.0`, by which Linux has it, comes last. For each of the others
    ctypes would run ldconfig, gcc and ld, 50 processes and a fifth of a second for an import of half a second. Where there is no
    such loader (macOS, Windows), nothing is changed.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = search
