"""Additions, omissions and moved passages, against the base version.

A passage is a run of neighbouring sentences with the same fate: one finding for each, whatever the number of versions. How
much it weighs depends on what it carries: figures, quotations, names, a denial or a reply.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from compare.differences.changes import listed
from compare.model import (
    AnnotatedDocument,
    Compared,
    Difference,
    Evidence,
    FindingKind,
    Link,
    Relation,
    Row,
    Severity,
    Verdict,
)
from compare.similarity import pair_similarities

CLOSE = 0.5
"""Similarity of a version to the base above which it counts as the base's text edited. Between revisions it is near 0.9,
between outlets near 0.1 (stories of both kinds that were read before this was built)."""
QUOTED_LENGTH = 90
"""Characters of a passage that an explanation quotes."""


def content_differences(compared: Compared) -> Iterable[Difference]:
    """What only some versions tell, and what stands elsewhere in them."""
    yield from absent_passages(compared)
    yield from moved_passages(compared)


@dataclass(frozen=True)
class Passage:
    """Neighbouring sentences of one version, all in rows with the same versions."""

    document: AnnotatedDocument
    rows: tuple[Row, ...]
    sentences: tuple[int, ...]

    @property
    def text(self) -> str:
        return " ".join(self.document.sentences[i].text for i in self.sentences)

    @property
    def short(self) -> str:
        """The beginning of the passage, cut at a word."""
        text = " ".join(self.text.split())
        return text if len(text) <= QUOTED_LENGTH else f"{text[:QUOTED_LENGTH].rsplit(' ', 1)[0]} …"

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return evidence_of(self.document, self.sentences)

    @cached_property
    def carries(self) -> tuple[str, ...]:
        """What in the passage a reader would miss, the gravest first."""
        found = [self.document.sentences[i] for i in self.sentences]
        quoted = any(
            not q.scare and any(q.field == s.field and q.start < s.end and s.start < q.end for s in found)
            for q in self.document.quotations
        )
        marks = {
            "a denial": any(c.kind == "denial" for s in found for c in s.statement.cues),
            "a quotation": quoted,
            "a figure": any(q.kind not in ("date", "time", "ordinal") for s in found for q in s.quantities),
            "a named source": any(s.statement.speaker for s in found),
            "a name": any(s.names for s in found),
        }
        return tuple(name for name, held in marks.items() if held)


def evidence_of(document: AnnotatedDocument, sentences: Sequence[int]) -> tuple[Evidence, ...]:
    """Whole sentences of a version, by index."""
    chosen = [(i, document.sentences[i]) for i in sentences]
    return tuple(Evidence(s.version, i, s.start, s.end, s.field) for i, s in chosen if s.text)


WEIGHT = {"a denial": 0.3, "a quotation": 0.15, "a figure": 0.2, "a named source": 0.1, "a name": 0.05}


def absent_passages(compared: Compared) -> Iterator[Difference]:
    """A finding for each passage that at least one version lacks: an omission if the base has it, else an addition."""
    close, in_part = close_to_base(compared), partly_told(compared)
    for document in (compared.document(compared.base), *(d for d in compared.documents if d.id != compared.base)):
        for passage in passages_of(document, compared):
            hinted = frozenset(v for i in passage.sentences for v in in_part.get((document.id, i), ()))
            yield absent_passage(passage, compared, close, hinted)


def partly_told(compared: Compared) -> dict[tuple[str, int], set[str]]:
    """For a sentence, the versions that share a fact or a quotation with it, though they do not tell the same."""
    out: dict[tuple[str, int], set[str]] = {}
    for pair in compared.alignment.pairs:
        for link in pair.links:
            if link.relation is Relation.PARTIAL:
                for here, there, indices in ((pair.a, pair.b, link.a), (pair.b, pair.a, link.b)):
                    for i in indices:
                        out.setdefault((here, i), set()).add(there)
    return out


def passages_of(document: AnnotatedDocument, compared: Compared) -> Iterator[Passage]:
    """The passages that this version is the one to quote for: the base where it has them, else the first that does."""
    everyone = {d.id for d in compared.documents if not d.document.duplicate_of}
    chosen = [r for r in compared.alignment.rows if spokesman(r, compared) == document.id and not everyone <= set(r.versions)]
    chosen.sort(key=lambda r: r.cell(document.id)[0])
    run: list[Row] = []
    for row in chosen:
        if run and (set(row.versions) != set(run[0].versions) or row.cell(document.id)[0] != run[-1].cell(document.id)[-1] + 1):
            yield passage(document, run)
            run = []
        if tellable(document, row):
            run.append(row)
    if run:
        yield passage(document, run)


def tellable(document: AnnotatedDocument, row: Row) -> bool:
    """Is a row a finding if others lack it? Headlines differ by nature, and a given split may hold empty sentences."""
    sentences = [document.sentences[i] for i in row.cell(document.id)]
    return sentences[0].field == "text" and any(s.tokens for s in sentences)


def passage(document: AnnotatedDocument, rows: Sequence[Row]) -> Passage:
    return Passage(document, tuple(rows), tuple(i for r in rows for i in r.cell(document.id)))


def spokesman(row: Row, compared: Compared) -> str:
    """The version whose words stand for the row."""
    if compared.base in row.versions:
        return compared.base
    return next(d.id for d in compared.documents if d.id in row.versions)


def absent_passage(passage: Passage, compared: Compared, close: frozenset[str], hinted: frozenset[str]) -> Difference:
    """The finding for a passage; who has it and who has not is the same for all its rows.

    `close` are the versions that are the base edited, `hinted` those that share something of the passage.
    """
    having = passage.rows[0].versions
    lacking = tuple(d.id for d in compared.documents if d.id not in having and not d.document.duplicate_of)
    omission = compared.base in having
    others = [d for d in compared.documents if d.id in having and d.id != passage.document.id]
    evidence = [*passage.evidence, *(e for d in others for r in passage.rows for e in evidence_of(d, r.cell(d.id)))]
    return Difference(
        kind=FindingKind.OMISSION if omission else FindingKind.ADDITION,
        verdict=Verdict.NOTE,
        severity=(
            Severity.LOW
            if hinted.issuperset(lacking)
            else severity_of_absence(passage, having, lacking, close & set(lacking if omission else having))
        ),
        evidence=tuple(evidence),
        versions=having,
        absent_from=lacking,
        row=passage.rows[0].number,
        explanation=explained(passage, having, lacking, hinted, compared),
        weight=min(1.0, sum(WEIGHT[c] for c in passage.carries) + 0.02 * min(10, len(passage.sentences))),
    )


def explained(passage: Passage, having: Sequence[str], lacking: Sequence[str], hinted: frozenset[str], compared: Compared) -> str:
    """One sentence that names the fewer: those who tell the passage, or those who leave it out."""
    told, silent = ([compared.document(v).label for v in side] for side in (having, lacking))
    if compared.base in having:
        message = f"{listed(silent)} {'leaves' if len(silent) == 1 else 'leave'} out"
    else:
        message = f"{listed(told)} {'adds' if len(told) == 1 else 'add'}"
    carried = f" (with {listed(passage.carries[:3])})" if passage.carries else ""
    part = [compared.document(v).label for v in lacking if v in hinted]
    told_in_part = f"; {listed(part)} {'has' if len(part) == 1 else 'have'} a part of it" if part else ""
    return f"{message}: “{passage.short}”{carried}{told_in_part}."


def severity_of_absence(passage: Passage, having: Sequence[str], lacking: Sequence[str], edited: frozenset[str]) -> Severity:
    """How grave it is that some versions have a passage and others do not.

    Where one text was edited into another: high for a denial, medium for a figure or a quotation. Between outlets, which choose
    what they tell: medium for a denial, a figure or a quotation that most versions have. Low for all else.
    """
    weighty = {"a denial", "a quotation", "a figure"} & set(passage.carries)
    if edited:
        return Severity.HIGH if "a denial" in weighty else Severity.MEDIUM if weighty else Severity.LOW
    by_most = len(having) > max(1, len(lacking))
    return Severity.MEDIUM if by_most and weighty else Severity.LOW


def close_to_base(compared: Compared) -> frozenset[str]:
    """The versions other than the base that are the base's text edited."""
    return frozenset(
        pair.b if pair.a == compared.base else pair.a
        for pair in pair_similarities(compared.documents, compared.alignment)
        if compared.base in (pair.a, pair.b) and pair.similarity >= CLOSE
    )


def moved_passages(compared: Compared) -> Iterator[Difference]:
    """A finding for each block of base sentences that stands elsewhere in other versions."""
    base = compared.document(compared.base)
    blocks: dict[tuple[int, ...], list[tuple[AnnotatedDocument, tuple[int, ...]]]] = {}
    for pair in compared.alignment.pairs:
        if compared.base not in (pair.a, pair.b):
            continue
        other = compared.document(pair.b if pair.a == compared.base else pair.a)
        if other.document.duplicate_of:
            continue
        links = [(x.a, x.b) if pair.a == compared.base else (x.b, x.a) for x in pair.links if is_move(x)]
        for ours, theirs in moved_blocks(links):
            blocks.setdefault(ours, []).append((other, theirs))
    for ours, elsewhere in sorted(blocks.items(), key=lambda item: item[0]):
        yield moved_passage(base, ours, elsewhere, compared)


def is_move(link: Link) -> bool:
    return link.moved and link.relation is not Relation.PARTIAL


def moved_blocks(links: Sequence[tuple[tuple[int, ...], tuple[int, ...]]]) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Moved links joined where they follow each other on both sides."""
    ordered = sorted(links)
    if not ordered:
        return
    ours, theirs = list(ordered[0][0]), list(ordered[0][1])
    for (_, before), (mine, other) in pairwise(ordered):
        if mine[0] == ours[-1] + 1 and other[0] == before[-1] + 1:
            ours += mine
            theirs += other
        else:
            yield tuple(ours), tuple(theirs)
            ours, theirs = list(mine), list(other)
    yield tuple(ours), tuple(theirs)


def moved_passage(
    base: AnnotatedDocument,
    ours: tuple[int, ...],
    elsewhere: Sequence[tuple[AnnotatedDocument, tuple[int, ...]]],
    compared: Compared,
) -> Difference:
    """The finding for one block of the base and where other versions have it."""
    here = Passage(base, (), ours)
    evidence = here.evidence + tuple(e for document, theirs in elsewhere for e in evidence_of(document, theirs))
    rows = {r.number for r in compared.alignment.rows for i in r.cell(base.id) if i in ours}
    places = listed([f"as sentence {sentence_number(document, theirs[0])} of {document.label}" for document, theirs in elsewhere])
    return Difference(
        kind=FindingKind.MOVED,
        verdict=Verdict.NOTE,
        severity=Severity.LOW,
        evidence=evidence,
        versions=(base.id, *(document.id for document, _ in elsewhere)),
        row=min(rows, default=None),
        explanation=f"Sentence {sentence_number(base, ours[0])} of {base.label} stands {places}: “{here.short}”.",
        weight=min(1.0, 0.1 * len(ours)),
    )


def sentence_number(document: AnnotatedDocument, index: int) -> int:
    """The number in a sentence's id: 5 for "A5"."""
    return int(document.sentences[index].id.removeprefix(document.id))
