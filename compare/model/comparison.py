"""The findings with their rank, what a reviewer made of them, and all that a report tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from compare.model.alignment import Alignment
from compare.model.annotations import AnnotatedDocument
from compare.model.differences import Difference, Severity
from compare.model.figures import Figure
from compare.settings import Settings


class DecisionState(StrEnum):
    """What a reviewer made of a finding."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Decision:
    """A reviewer's word on a finding."""

    state: DecisionState = DecisionState.OPEN
    note: str = ""

    @property
    def told(self) -> bool:
        """Whether it says anything."""
        return self.state is not DecisionState.OPEN or bool(self.note)


@dataclass(frozen=True, slots=True)
class Finding:
    """A difference with its rank and a lasting id."""

    id: str
    number: int
    """A reader's number, 1 for the first by rank."""
    score: float
    """0..1 by severity, verdict and weight; falls with rank."""
    difference: Difference
    decision: Decision = Decision()

    @property
    def dismissed(self) -> bool:
        return self.decision.state is DecisionState.DISMISSED


@dataclass(frozen=True, slots=True)
class PairSimilarity:
    """How much two versions share, by words; `a_in_b` is the share of A's words that stand in B."""

    a: str
    b: str
    similarity: float
    a_in_b: float
    b_in_a: float


class Derivation(StrEnum):
    """How much of a version stands in the one it is closest to (METER)."""

    WHOLLY = "wholly"
    PARTIALLY = "partially"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Lineage:
    """Where the words of a version come from, as far as the other versions show it; shares of its words, 0..1."""

    version: str
    closest: str | None
    """The version that has most of its words; None where none has any of its sentences."""
    closest_is_earlier: bool | None
    """Whether that one was published before it; None where their times do not say."""
    verbatim: float
    """Words in the same order in sentences that are the same or edited."""
    rewritten: float
    """Other words of sentences that the closest version tells, too; what remains is new."""
    derivation: Derivation

    @property
    def new(self) -> float:
        return max(0.0, 1.0 - self.verbatim - self.rewritten)


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that a report says: plain values, nothing formatted."""

    story_id: str | None
    title: str | None
    base: str
    """Letter of the version that additions and omissions are stated against."""
    documents: tuple[AnnotatedDocument, ...]
    """By order of input, so by letter."""
    alignment: Alignment
    similarities: tuple[PairSimilarity, ...]
    lineage: tuple[Lineage, ...]
    """Of every version that is no copy."""
    figures: tuple[Figure, ...]
    findings: tuple[Finding, ...]
    """All of them, by rank; `shown` leaves out those below the wanted severity."""
    settings: Settings
    made: datetime | None = None
    """When the report was made; printed in PDF and HTML, in no other format."""

    @property
    def shown(self) -> tuple[Finding, ...]:
        wanted = Severity(self.settings.min_severity).rank
        return tuple(f for f in self.findings if f.difference.severity.rank >= wanted)

    def document(self, version: str) -> AnnotatedDocument:
        return next(d for d in self.documents if d.id == version)
