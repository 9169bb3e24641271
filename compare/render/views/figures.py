"""Figures as a report shows them: those that versions give differently, those on which they agree, those of one alone."""

from __future__ import annotations

from dataclasses import dataclass

from compare.render.views.findings import FindingView, Reference, Saying, Wording


@dataclass(frozen=True, slots=True)
class ReadingView:
    """What one or more versions give for a figure."""

    who: str
    value: str
    wording: Wording
    speaker: str


@dataclass(frozen=True, slots=True)
class LineMark:
    """A value, or a range, along a number line."""

    start: float
    end: float
    letters: str
    level: int
    """How high its label stands, 0 for the lowest."""


@dataclass(frozen=True, slots=True)
class NumberLine:
    """A figure's readings along a line, from the least to the greatest."""

    marks: tuple[LineMark, ...]
    least: str
    greatest: str
    told: str
    """The same in words."""


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """A figure that versions give differently."""

    anchor: str
    number: int
    referent: str
    verdict: str
    tone: str
    reason: Saying
    """Why the verdict; empty where the outcome says it."""
    outcome: str
    """What came of comparing the values, in the words of the report; empty where there is a reason."""
    findings: tuple[FindingView, ...]
    """Those that are about this figure; their wordings are the readings."""
    readings: tuple[ReadingView, ...]
    more: str
    row: Reference | None
    line: NumberLine | None = None


@dataclass(frozen=True, slots=True)
class AgreedFigure:
    """A figure on which all that give it agree: the thing, if its readings do not name it, and how they are written."""

    told: str
    row: Reference | None


@dataclass(frozen=True, slots=True)
class AgreedFigures:
    """Figures on which the same versions agree, in the order of the rows."""

    who: str
    figures: tuple[AgreedFigure, ...]


@dataclass(frozen=True, slots=True)
class SingleFigures:
    """Figures that stand in one version only."""

    who: str
    count: str
    values: str


@dataclass(frozen=True, slots=True)
class FiguresPart:
    blocks: tuple[FigureBlock, ...]
    agreed: tuple[AgreedFigures, ...]
    singles: tuple[SingleFigures, ...]
    more: str
