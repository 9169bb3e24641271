"""The whole report, and what it tells of the versions and of itself."""

from __future__ import annotations

from dataclasses import dataclass

from compare.render.legible import Direction
from compare.render.views.alignment import AlignmentPart, OrderPicture
from compare.render.views.figures import FiguresPart
from compare.render.views.findings import ContentPart, FindingView, Passage, Saying, SeverityGroup


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """How much of one version stands in another; `shade` 0..9 from none to all, None on the diagonal."""

    text: str
    shade: int | None


@dataclass(frozen=True, slots=True)
class VersionView:
    """A line of the table of versions."""

    letter: str
    label: str
    is_base: bool
    outlet: str | None
    title: str | None
    author: str | None
    published: str | None
    guessed: bool
    words: str
    excluded: str
    shares: tuple[MatrixCell, ...]
    """How much of it stands in each version; empty where the shares have a table of their own."""
    hash: str
    url: str | None
    warnings: tuple[Saying, ...]
    language: str | None
    direction: Direction


@dataclass(frozen=True, slots=True)
class MatrixRow:
    letter: str
    label: str
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True)
class LineageLine:
    """Where the words of a version come from."""

    who: str
    closest: str
    """The version it is closest to, and whether that is known to be older; or that there is none."""
    verbatim: str
    rewritten: str
    new: str
    derivation: str


@dataclass(frozen=True, slots=True)
class Summary:
    """Page 1."""

    title: str
    verdict: str
    clean: bool
    """Whether there is no conflict and nothing to check."""
    counts: tuple[str, ...]
    made: str
    made_iso: str | None
    versions: tuple[VersionView, ...]
    base: str
    base_letter: str
    top: tuple[FindingView, ...]
    more_top: str
    """The numbers of the other findings that somebody has to look at, in words; empty for none."""
    passages: tuple[Passage, ...]
    """The gravest of what is left out or added, where findings leave room."""
    more_passages: str
    matrix: tuple[MatrixRow, ...]
    """Empty where the table of versions holds the shares."""
    hidden: str
    dismissed: str
    """How many findings a reviewer dismissed, in words; empty for none."""
    warnings: str
    """How many warnings the appendix holds, in words; empty for none."""
    note: str = ""
    """What the reader must know of this print: characters that could not be printed."""


@dataclass(frozen=True, slots=True)
class ExcludedText:
    letter: str
    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Setting:
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Appendix:
    excluded: tuple[ExcludedText, ...]
    more_excluded: str
    method: tuple[str, ...]
    shortcut: Saying
    """What the alignment left out to be fast; empty for nothing."""
    settings: tuple[Setting, ...]
    software: tuple[Setting, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """The whole report."""

    summary: Summary
    figures: FiguresPart
    findings: tuple[SeverityGroup, ...]
    more_findings: str
    content: ContentPart
    moved: tuple[Passage, ...]
    more_moved: str
    """How many moved passages are not listed, in words; empty for none."""
    order: tuple[OrderPicture, ...]
    lineage: tuple[LineageLine, ...]
    kinds: tuple[Setting, ...]
    """The kinds of the findings that are shown, by name; each value is the name in the contract."""
    alignment: AlignmentPart
    appendix: Appendix
