"""Stories for the detectors' tests: versions as lists of sentences, each linked with the sentences of its place in the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from compare.model import Alignment, AnnotatedDocument, Compared, Difference, Link, PairAlignment, Relation, Row
from tests.builders import document

Detector = Callable[[Compared], Iterable[Difference]]


def linked(*versions: str | Sequence[str], relation: Relation | None = None) -> Compared:
    """The versions compared, with links that no stage had to find; `relation` overrides what the words say."""
    letters = [chr(ord("A") + n) for n in range(len(versions))]
    documents = tuple(document(x, *([v] if isinstance(v, str) else v)) for x, v in zip(letters, versions, strict=True))
    pairs = tuple(PairAlignment(a.id, b.id, links(a, b, relation)) for a, b in combinations(documents, 2))
    longest = max(len(d.sentences) for d in documents)
    rows = tuple(Row(i + 1, tuple((d.id, (i,)) for d in documents if i < len(d.sentences)), 0.5) for i in range(longest))
    return Compared(documents, Alignment(pairs, rows), figures=(), base="A")


def links(a: AnnotatedDocument, b: AnnotatedDocument, relation: Relation | None) -> tuple[Link, ...]:
    """Sentence i of the one with sentence i of the other."""
    out = []
    for i in range(min(len(a.sentences), len(b.sentences))):
        similarity = shared(a, b, i)
        out.append(Link((i,), (i,), similarity, 0.9, relation or relation_of(similarity)))
    return tuple(out)


def shared(a: AnnotatedDocument, b: AnnotatedDocument, i: int) -> float:
    """Share of the words of sentence i that both have in order."""
    return SequenceMatcher(None, [t.norm for t in a.sentences[i].tokens], [t.norm for t in b.sentences[i].tokens], False).ratio()


def relation_of(similarity: float) -> Relation:
    """As the contract names it."""
    return Relation.IDENTICAL if similarity == 1 else Relation.EDITED if similarity >= 0.6 else Relation.PARAPHRASE


def kinds(detect: Detector, *versions: str | Sequence[str], relation: Relation | None = None) -> list[str]:
    """The kinds of what a detector finds."""
    return [str(d.kind) for d in detect(linked(*versions, relation=relation))]


def quoted(detect: Detector, *versions: str | Sequence[str]) -> list[list[str]]:
    """For each finding the words of its evidence."""
    compared = linked(*versions)
    sources = {d.id: d.document.text for d in compared.documents}
    return [[sources[e.version][e.start : e.end] for e in d.evidence] for d in detect(compared)]
