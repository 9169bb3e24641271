"""What a report shows, part by part, in the words and the order in which it is shown. Templates only lay these out."""

from __future__ import annotations

from dataclasses import dataclass

from compare.render.legible import Direction
from compare.render.redline import Run


@dataclass(frozen=True, slots=True)
class Reference:
    """A numbered place elsewhere in the report; `anchor` is None where that place is left out."""

    text: str
    anchor: str | None = None


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
class Wording:
    """What one or more versions say, word for word."""

    who: str
    """Letters; the label too where it is one version."""
    sentence: str
    """Number of the first sentence in its version: "A5"."""
    runs: tuple[Run, ...]
    language: str | None
    direction: Direction


@dataclass(frozen=True, slots=True)
class Saying:
    """What the comparison says, in the report's language where it can be told in that."""

    text: str
    language: str | None = None
    """Where the text is in another language than the report."""

    def __str__(self) -> str:
        return self.text  # for templates of a newsroom's own, which need not ask for the language


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with every version's wording."""

    number: int
    anchor: str
    kind: str
    severity: str
    verdict: str
    tone: str
    """The verdict's name in the contract, for the style."""
    level: str
    """The severity's name in the contract, for the style."""
    family: str
    """The kind's name in the contract, for filters."""
    versions: tuple[str, ...]
    explanation: Saying
    wordings: tuple[Wording, ...]
    more: str
    """How many wordings are left out, in words; empty for none."""
    absent: str
    """Letters of the versions that do not tell it."""
    row: Reference | None
    figure: Reference | None
    decision: str
    """What a reviewer made of it, with the note; empty for an open one."""
    dismissed: bool


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


@dataclass(frozen=True, slots=True)
class SeverityGroup:
    """Findings of one severity."""

    severity: str
    level: str
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class VersionContent:
    """What one version leaves out and adds, by numbers of findings."""

    who: str
    left_out: str
    left_out_numbers: str
    added: str
    added_numbers: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that not all versions tell, or that stands elsewhere."""

    finding: FindingView
    told_by: str
    not_told_by: str
    in_part: str
    """Letters of the versions that have a part of it; empty for none."""
    size: str
    """How many sentences of it the others have no part of; empty for one."""


@dataclass(frozen=True, slots=True)
class ContentPart:
    versions: tuple[VersionContent, ...]
    left_out: tuple[Passage, ...]
    added: tuple[Passage, ...]
    more: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What one version, or several with the same words, has in a row."""

    letters: str
    note: str
    """Said before the text: the same as another, reworded, moved."""
    runs: tuple[Run, ...]
    present: bool
    language: str | None
    direction: Direction


@dataclass(frozen=True, slots=True)
class AlignmentRow:
    """A row of the collation, or a run of rows that are the same in every version."""

    number: str
    anchor: str | None
    findings: tuple[Reference, ...]
    cells: tuple[Cell, ...]
    """One for each column; or, for a row of one version only, its single cell."""
    alone: str
    """"Only in B" for a row that one version has; empty otherwise."""
    unchanged: str
    """What to say of a collapsed run; empty for a row shown in full."""
    text: tuple[str, ...] = ()
    """The sentences of a collapsed run, for where they can be unfolded."""
    absent: str = ""
    """Letters of versions without this row, where they have no column."""


@dataclass(frozen=True, slots=True)
class AlignmentTable:
    """Twenty-odd rows: long tables lay out slowly, and these give bookmarks."""

    title: str
    rows: tuple[AlignmentRow, ...]


@dataclass(frozen=True, slots=True)
class AlignmentPart:
    columns: tuple[str, ...]
    """Heads of the columns after the row's number."""
    variants: bool
    """Whether the base stands beside all variants, for want of room for a column each."""
    tables: tuple[AlignmentTable, ...]
    left_out: str
    """Why there are no tables; empty where there are."""


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
class OrderPicture:
    """Which passages of the base stand where in a version, as two paths for a drawing."""

    who: str
    base: str
    kept: str
    """Bands of what follows each other in both."""
    moved: str
    """The longest moves."""
    told: str
    """The same in words."""
    more: str
    """How many moves are not drawn; empty for none."""


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
