"""What differs between versions, and what a detector looks at to find it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from compare.model.alignment import Alignment
from compare.model.annotations import AnnotatedDocument
from compare.model.figures import Figure, Verdict
from compare.model.texts import Field


class Severity(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """0 low, 1 medium, 2 high."""
        return list(Severity).index(self)


class FindingKind(StrEnum):
    """Kinds of finding, as in docs/method.md."""

    NUMBER_CONFLICT = "number_conflict"
    MAGNITUDE_CONFLICT = "magnitude_conflict"
    UNIT_CONFLICT = "unit_conflict"
    BOUND_CONFLICT = "bound_conflict"
    DATE_CONFLICT = "date_conflict"
    ORDINAL_CONFLICT = "ordinal_conflict"
    ATTRIBUTED_CONFLICT = "attributed_conflict"
    UPDATED_COUNT = "updated_count"
    FIGURE_CHECK = "figure_check"
    PRECISION_CHANGE = "precision_change"
    PREDICATE_CONFLICT = "predicate_conflict"
    NEGATION_FLIP = "negation_flip"
    SUBJECT_CHANGE = "subject_change"
    HEDGE_DROP = "hedge_drop"
    QUOTE_ALTERED = "quote_altered"
    QUOTE_TRIMMED = "quote_trimmed"
    TONE_CHANGE = "tone_change"
    QUOTE_ADDED = "quote_added"
    ATTRIBUTION_DROP = "attribution_drop"
    ATTRIBUTION_CHANGE = "attribution_change"
    NAME_CHANGE = "name_change"
    NAME_VARIANT = "name_variant"
    ADDITION = "addition"
    OMISSION = "omission"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in a version; its text is always sliced from there."""

    version: str
    sentence: int
    """Index into the version's sentences."""
    start: int
    end: int
    field: Field = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a detector found, before it is ranked and gets its id."""

    kind: FindingKind
    verdict: Verdict
    severity: Severity
    evidence: tuple[Evidence, ...]
    """One or more places per version that takes part; all versions of `versions` appear."""
    versions: tuple[str, ...]
    explanation: str
    """One sentence that a person can read, with the versions' own words: a Message (compare.messages) that other languages can
    tell, or a plain text, which stays English."""
    absent_from: tuple[str, ...] = ()
    in_part: tuple[str, ...] = ()
    """Those of `absent_from` that share a fact or quotation with the passage elsewhere."""
    row: int | None = None
    figure: str | None = None
    carries: tuple[str, ...] = ()
    """Of a passage, the weightiest of what a reader would miss in it, as its explanation names them: "a denial", "a figure"."""
    heart: int | None = None
    """Of a passage, the index of the sentence that carries most, in the version that its evidence begins with."""
    sentences: int = 1
    """Of a passage, how many of its sentences those who lack that one have no part of."""
    weight: float = 0.5
    """0..1 within its severity: how much a reader would care; decides the rank."""


@dataclass(frozen=True, slots=True)
class Compared:
    """All that a detector of differences looks at. `documents` stand in an order that does not depend on the input's."""

    documents: tuple[AnnotatedDocument, ...]
    alignment: Alignment
    figures: tuple[Figure, ...]
    base: str
    """Letter of the base version."""

    def document(self, version: str) -> AnnotatedDocument:
        return next(d for d in self.documents if d.id == version)
