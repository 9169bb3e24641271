"""Alignment -> Difference*: names."""

from __future__ import annotations

from collections.abc import Iterable

from compare.model import Compared, Difference


def name_differences(compared: Compared) -> Iterable[Difference]:
    """None yet."""
    return ()
