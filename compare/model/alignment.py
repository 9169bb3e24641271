"""Which passages of the versions go together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Relation(StrEnum):
    """What two linked passages are to each other."""

    IDENTICAL = "identical"
    EDITED = "edited"
    PARAPHRASE = "paraphrase"
    PARTIAL = "partial"


@dataclass(frozen=True, slots=True)
class Link:
    """Sentences of one version that tell what sentences of another tell; indices into `AnnotatedDocument.sentences`."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    similarity: float
    """Share of words kept in order between the two merged texts; 1 is identical."""
    confidence: float
    """Calibrated probability that the link is right."""
    relation: Relation
    moved: bool = False
    why: tuple[tuple[str, float], ...] = ()
    """What the confidence is made of, on request: groups of features, each with what it adds to the log-odds."""

    @property
    def shape(self) -> str:
        return f"{'1' if len(self.a) == 1 else 'n'}-{('1' if len(self.b) == 1 else 'm' if len(self.a) > 1 else 'n')}"


@dataclass(frozen=True, slots=True)
class PairAlignment:
    """The links between two versions, by letter."""

    a: str
    b: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the collation: the sentences of each version that tell the same; absent versions have no cell."""

    number: int
    """From 1, in the order of the base version with other content slotted in."""
    cells: tuple[tuple[str, tuple[int, ...]], ...]
    """(version letter, sentence indices), in the order of the documents."""
    score: float
    """1 minus the mean similarity of the row's links; 1 for a row of one version."""
    moved: tuple[str, ...] = ()

    def cell(self, version: str) -> tuple[int, ...]:
        return next((indices for letter, indices in self.cells if letter == version), ())

    @property
    def versions(self) -> tuple[str, ...]:
        return tuple(letter for letter, _ in self.cells)


@dataclass(frozen=True, slots=True)
class Alignment:
    """All pairs and the N-way collation made of them. Every sentence stands in exactly one row."""

    pairs: tuple[PairAlignment, ...]
    rows: tuple[Row, ...]
    shortcut: str | None = None
    """Names the shortcut taken for many versions, for the report's account of its method."""
