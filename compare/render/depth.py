"""A call with room for all calls below it: Python's frames come in pieces of 16 kB, and a deep layout stands on the edge of one.

CPython takes a piece from the system when a call does not fit into the last one, and gives it back when that call ends
(`push_chunk` in Python/pystate.c). Where a loop calls from just before an edge, each round costs two system calls and a fresh
page of memory: a tenth of a PDF's time. A piece is as large as its first frame needs, up to the next power of two, so that a
frame of half a megabyte leaves half a megabyte for those after it. It is never written to, and takes no memory.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
SLOTS = 1 << 16
"""Of 8 bytes: with what a frame holds beside them, just more than half a megabyte. A thousand calls, Python's own limit, fill
less than half of what is left."""


def with_room(work: Callable[[], T]) -> T:
    """What the work returns."""
    return work()


with_room.__code__ = with_room.__code__.replace(co_stacksize=SLOTS)
