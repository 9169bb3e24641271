"""Every value that passes between the stages, in the order in which the pipeline makes them.

All are frozen, slotted dataclasses with tuples inside. Offsets are string indices (code points), half-open. They count in
the version's `text`, or in its `title` where `field` is "title".
"""

from __future__ import annotations

from compare.model.alignment import Alignment, Link, PairAlignment, Relation, Row
from compare.model.annotations import (
    Annotated,
    AnnotatedDocument,
    Cue,
    CueKind,
    Modifier,
    Name,
    Number,
    Outcome,
    Quantity,
    QuantityKind,
    Quotation,
    Statement,
    Token,
    grain_of,
)
from compare.model.comparison import Comparison, Decision, DecisionState, Derivation, Finding, Lineage, PairSimilarity
from compare.model.differences import Compared, Difference, Evidence, FindingKind, Severity
from compare.model.figures import Cause, Figure, Reading, Verdict
from compare.model.texts import Document, Excluded, Field, Sentence, Version

__all__ = [
    "Alignment",
    "Annotated",
    "AnnotatedDocument",
    "Cause",
    "Compared",
    "Comparison",
    "Cue",
    "CueKind",
    "Decision",
    "DecisionState",
    "Derivation",
    "Difference",
    "Document",
    "Evidence",
    "Excluded",
    "Field",
    "Figure",
    "Finding",
    "FindingKind",
    "Lineage",
    "Link",
    "Modifier",
    "Name",
    "Number",
    "Outcome",
    "PairAlignment",
    "PairSimilarity",
    "Quantity",
    "QuantityKind",
    "Quotation",
    "Reading",
    "Relation",
    "Row",
    "Sentence",
    "Severity",
    "Statement",
    "Token",
    "Verdict",
    "Version",
    "grain_of",
]
