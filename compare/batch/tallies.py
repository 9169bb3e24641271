"""Survey -> the tables that the index and the summary draw: outlets and kinds, omissions, copies, each cell with its shade."""

from __future__ import annotations

from dataclasses import dataclass

from compare.batch.survey import CARRIES, Survey
from compare.render.words import catalogue

MOST_OUTLETS = 24
"""Rows of a table of outlets; the Parquet tables have the others."""
MOST_PAIRS = 20
FEW = 3
"""Versions below which an outlet's rate says little."""
SHADES = 10
"""Steps of blue that the style sheets have, s0 to s9."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A count, and how dark it is drawn beside the greatest of its table."""

    text: str
    shade: int


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: what it is about, the value of its bar in percent of the longest, and its cells."""

    name: str
    bar: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A table of counts."""

    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    left_out: int
    """Rows that there are beyond."""


@dataclass(frozen=True, slots=True)
class Tallies:
    """All that the index and the summary say of the whole."""

    stories: int
    compared: int
    skipped: int
    versions: int
    findings: int
    conflicts: int
    checks: int
    kinds: Drawn
    outlets: Drawn
    omissions: Drawn
    copies: Drawn


def tallies(survey: Survey) -> Tallies:
    """The counts over all stories as tables."""
    return Tallies(
        stories=survey.stories,
        compared=survey.stories - survey.skipped,
        skipped=survey.skipped,
        versions=survey.versions,
        findings=survey.findings,
        conflicts=survey.conflicts,
        checks=survey.checks,
        kinds=kinds(survey),
        outlets=outlets(survey),
        omissions=omissions(survey),
        copies=copies(survey),
    )


def kinds(survey: Survey) -> Drawn:
    """How often each kind was found."""
    found = sorted(survey.top_kinds(), key=lambda kind: -survey.kinds[kind])
    most = max((survey.kinds[kind] for kind in found), default=0)
    names = catalogue().kinds
    lines = [Line(names[kind], percent_of(survey.kinds[kind], most), (plain(survey.kinds[kind]),)) for kind in found]
    return Drawn(("findings",), tuple(lines), 0)


def outlets(survey: Survey) -> Drawn:
    """Findings by outlet and kind, beside the number of the outlet's versions."""
    rows = survey.top_outlets(MOST_OUTLETS)
    columns = survey.top_kinds()
    most = max((survey.by_outlet[name, kind] for name in rows for kind in columns), default=0)
    versions = max((survey.versions_of[name] for name in rows), default=0)
    lines = [
        Line(
            name,
            percent_of(survey.versions_of[name], versions),
            (plain(survey.versions_of[name]), *(shaded(survey.by_outlet[name, kind], most) for kind in columns)),
        )
        for name in rows
    ]
    names = catalogue().kinds
    return Drawn(("versions", *(names[kind] for kind in columns)), tuple(lines), len(survey.versions_of) - len(rows))


def omissions(survey: Survey) -> Drawn:
    """What outlets leave out of what others tell of the same story, most for each version first; few versions come last."""

    def rate(name: str) -> float:
        return survey.omissions[name].passages / max(1, survey.versions_of[name])

    ordered = sorted(survey.omissions, key=lambda name: (survey.versions_of[name] < FEW, -rate(name), name))
    rows = ordered[:MOST_OUTLETS]
    top = max(map(rate, rows), default=0.0)
    lines = []
    for name in rows:
        left_out = survey.omissions[name]
        told = (survey.versions_of[name], left_out.passages, *(left_out.carrying[c] for c in CARRIES))
        lines.append(Line(name, percent_of(rate(name), top), (Cell(f"{rate(name):.1f}", 0), *map(plain, told))))
    columns = ("passages a version", "versions", "passages", *(f"with {c}" for c in CARRIES))
    return Drawn(columns, tuple(lines), len(ordered) - len(rows))


def copies(survey: Survey) -> Drawn:
    """Which outlets' versions are derived from which other's, most often first."""
    ordered = sorted(survey.copies.items(), key=lambda item: (-item[1].versions, item[0]))
    rows = ordered[:MOST_PAIRS]
    most = max((copied.versions for _, copied in rows), default=0)
    lines = [
        Line(
            f"{name}, close to {closest}",
            percent_of(copied.versions, most),
            (plain(copied.versions), plain(copied.later), Cell(catalogue().whole_percent(copied.verbatim / copied.versions), 0)),
        )
        for (name, closest), copied in rows
    ]
    return Drawn(("versions", "surely later", "word for word, mean"), tuple(lines), len(ordered) - len(rows))


def plain(count: int) -> Cell:
    return Cell(catalogue().number(count), 0)


def shaded(count: int, most: int) -> Cell:
    """A count with its shade: none for 0, the darkest for the greatest."""
    if not count:
        return Cell("", 0)
    return Cell(catalogue().number(count), max(1, round(count / most * (SHADES - 1))))


def percent_of(value: float, most: float) -> int:
    """Length of a bar, 0..100, never 0 for what is there."""
    return max(1, round(100 * value / most)) if value and most else 0
