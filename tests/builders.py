"""Hand-made values for tests of single stages: documents from plain sentences, alignments from letters."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from compare.annotate import annotate
from compare.model import (
    Alignment,
    AnnotatedDocument,
    Compared,
    Document,
    Figure,
    Link,
    PairAlignment,
    Relation,
    Row,
    Version,
)


def document(letter: str, *sentences: str, published: str | None = None) -> AnnotatedDocument:
    """A version labelled "Version A" whose split is given."""
    version = Version(label=f"Version {letter}", sentences=sentences, published=published)
    spans, at = [], 0
    for sentence in sentences:
        spans.append((at, at + len(sentence)))
        at += len(sentence) + 1
    return annotate(Document(letter, version.label, version, " ".join(sentences), spans=tuple(spans), language="en"))


def aligned(documents: Sequence[AnnotatedDocument], *rows: str) -> Alignment:
    """An alignment from rows such as "A1 B2 B3"; a letter followed by * has moved in that row. Links join the cells of a row."""
    made = []
    for number, row in enumerate(rows, start=1):
        cells: dict[str, tuple[int, ...]] = {}
        moved = []
        for word in row.split():
            name = word.rstrip("*")
            letter = name.rstrip("0123456789")
            cells[letter] = (*cells.get(letter, ()), int(name.removeprefix(letter)) - 1)
            if word.endswith("*"):
                moved.append(letter)
        made.append(Row(number, tuple(sorted(cells.items())), 0.5 if len(cells) > 1 else 1.0, tuple(moved)))
    pairs = []
    for a, b in combinations([d.id for d in documents], 2):
        links = [
            Link(r.cell(a), r.cell(b), 0.8, 0.9, Relation.EDITED, moved=a in r.moved or b in r.moved)
            for r in made
            if r.cell(a) and r.cell(b)
        ]
        pairs.append(PairAlignment(a, b, tuple(sorted(links, key=lambda x: x.a))))
    return Alignment(tuple(pairs), tuple(made))


def compared(documents: Sequence[AnnotatedDocument], *rows: str, figures: Sequence[Figure] = ()) -> Compared:
    """What a detector looks at; the first document is the base."""
    return Compared(tuple(documents), aligned(documents, *rows), tuple(figures), documents[0].id)
