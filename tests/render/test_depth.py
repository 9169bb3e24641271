"""Calls cost the same however deep they stand."""

from __future__ import annotations

import resource
import sys

import pytest

from compare.render.depth import with_room

ROUNDS = 1_000


def called(a: int, b: int) -> int:
    return a + b


def faults(depth: int) -> int:
    """Fresh pages of memory that a loop of calls took that many calls further down."""
    if depth:
        return faults(depth - 1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for n in range(ROUNDS):
        called(n, n)
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before


def most() -> int:
    """Of all depths between here and 300 calls further down, which lie over more than one piece of frames."""
    return max(faults(depth) for depth in range(300))


def test_the_result_is_that_of_the_work() -> None:
    assert with_room(lambda: sum(range(5))) == 10
    with pytest.raises(ZeroDivisionError):
        with_room(lambda: 1 // 0)


@pytest.mark.skipif(sys.platform != "linux" or sys.implementation.name != "cpython", reason="others keep frames otherwise")
def test_no_depth_takes_a_piece_of_memory_at_every_call() -> None:
    assert most() >= ROUNDS, "this Python has no such edges: compare/render/depth.py can go"
    assert with_room(most) < ROUNDS / 10
