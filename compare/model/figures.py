"""What the versions give as the figure for one thing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from compare.model.annotations import Outcome, Quantity


class Verdict(StrEnum):
    """What the versions' readings, or a difference between them, amount to."""

    CONFLICT = "conflict"
    CHECK = "check"
    RECONCILED = "reconciled"
    NOTE = "note"
    AGREE = "agree"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one version gives for a figure, where, and on whose word."""

    version: str
    sentence: int
    """Index into the version's sentences."""
    quantity: Quantity
    speaker: str | None = None


Cause = Literal["time", "sources", "parts", "owner", "poles"]


@dataclass(frozen=True, slots=True)
class Figure:
    """Quantities of one or more versions that measure the same thing."""

    id: str
    referent: str
    """What is measured, in words of the text: "fighters"."""
    unit: str | None
    readings: tuple[Reading, ...]
    outcome: Outcome | None
    """The gravest between two versions; None where only one version gives it ("single")."""
    verdict: Verdict
    reason: str = ""
    """Why the verdict is what it is, in one sentence, with the arithmetic where there is any; a Message, as explanations are."""
    cause: Cause | None = None
    """What may explain values that differ: a later count, two sources, a sum and its parts, perhaps another owner."""
