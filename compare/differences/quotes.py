"""Alignment -> Difference*: quotes."""

from __future__ import annotations

from collections.abc import Iterable

from compare.model import Compared, Difference


def quote_differences(compared: Compared) -> Iterable[Difference]:
    """None yet."""
    return ()
