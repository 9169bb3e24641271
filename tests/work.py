"""How much work a function does, counted instead of timed: the same on a slow machine, a busy one and a fast one."""

import sys
from collections.abc import Callable


def growth(work: Callable[[int], object], size: int, times: int = 10) -> float:
    """Calls of Python and C functions that `work(times * size)` makes, as a multiple of those of `work(size)`.

    In proportion that is `times`, with the square `times` squared. What happens inside one regular expression is not
    seen: `timeout` in pyproject.toml ends a test that hangs in one, and `python -m benchmarks.growth` compares times.
    """
    work(size)  # word lists are read once, whichever test comes first
    part = _calls(work, size)
    return _calls(work, times * size) / part


def _calls(work: Callable[[int], object], size: int) -> int:
    made = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work(size)
    finally:
        sys.setprofile(before)
    return made
