"""Alignment -> Difference*: attribution."""

from __future__ import annotations

from collections.abc import Iterable

from compare.model import Compared, Difference


def attribution_differences(compared: Compared) -> Iterable[Difference]:
    """None yet."""
    return ()
