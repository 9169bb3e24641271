"""Findings and passages as a report shows them, with every version's wording."""

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
