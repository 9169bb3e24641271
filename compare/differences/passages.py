"""Alignment -> Passage*: neighbouring sentences of one version that the same versions tell and the same versions lack.

Rows decide who tells a sentence; a version whose sentence is linked to it but stands in another row, as when it merges two
sentences, does not lack it. A version that tells it within other sentences has a part of the passage, and misses nothing of
what such a sentence carries.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from compare.differences.carried import (
    Fact,
    Stock,
    facts_of,
    has_quotation,
    is_denial,
    is_reply,
    load,
    names_of,
    stock_of,
    utterances,
)
from compare.differences.retold import Retold
from compare.model import AnnotatedDocument, Compared, Evidence, Relation, Row

QUOTED_LENGTH = 90
"""Characters of a passage that an explanation quotes."""


@dataclass(frozen=True, slots=True)
class Missed:
    """How much the reader of a version would miss in a passage, 0 for nothing."""

    version: str
    load: float
    shared: float
    """Of that, what at least two versions carry."""


@dataclass(frozen=True)
class Passage:
    """Neighbouring sentences of one version, all in rows with the same versions."""

    document: AnnotatedDocument
    rows: tuple[Row, ...]
    sentences: tuple[int, ...]
    lacking: tuple[str, ...] = ()
    """Letters of the versions that do not tell it, copies of others left out."""
    in_part: frozenset[str] = frozenset()
    """Those of them that share a fact or a quotation with it, or tell some of it in other words."""
    carries: tuple[str, ...] = ()
    """What in it a reader of one of those that lack it would miss, the gravest first."""
    missed: tuple[Missed, ...] = ()
    """What each version that lacks it misses."""
    heart: int = 0
    """The sentence that carries most of that."""

    @property
    def text(self) -> str:
        return " ".join(self.document.sentences[i].text for i in self.sentences)

    @property
    def short(self) -> str:
        """The beginning of the sentence that carries most, cut at a word; of the whole passage if that is its first."""
        start = self.sentences.index(self.heart) if self.heart in self.sentences else 0
        text = " ".join(" ".join(self.document.sentences[i].text for i in self.sentences[start:]).split())
        return text if len(text) <= QUOTED_LENGTH else f"{text[:QUOTED_LENGTH].rsplit(' ', 1)[0]} …"

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return evidence_of(self.document, self.sentences)


def evidence_of(document: AnnotatedDocument, sentences: Sequence[int]) -> tuple[Evidence, ...]:
    """Whole sentences of a version, by index."""
    chosen = [(i, document.sentences[i]) for i in sentences]
    return tuple(Evidence(s.version, i, s.start, s.end, s.field) for i, s in chosen if s.text)


@dataclass(frozen=True)
class Links:
    """For a sentence (version, index), the versions that have a sentence linked to it: fully, or in part."""

    full: dict[tuple[str, int], set[str]] = field(default_factory=dict)
    part: dict[tuple[str, int], set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, compared: Compared) -> Links:
        links = cls()
        for pair in compared.alignment.pairs:
            for link in pair.links:
                table = links.part if link.relation is Relation.PARTIAL else links.full
                for here, there, indices in ((pair.a, pair.b, link.a), (pair.b, pair.a, link.b)):
                    for i in indices:
                        table.setdefault((here, i), set()).add(there)
        return links


@dataclass(frozen=True)
class Material:
    """What is known of a story's versions before passages are made of them."""

    links: Links
    stocks: dict[str, Stock]
    retold: Retold


def absent_passages(compared: Compared) -> Iterator[Passage]:
    """The passages that at least one version lacks, the base's first; each quoted from one version that has it."""
    material = Material(Links.of(compared), {d.id: stock_of(d) for d in compared.documents}, Retold(compared.documents))
    base = compared.document(compared.base)
    for document in (base, *(d for d in compared.documents if d.id != compared.base)):
        if other_language(document, base):
            continue
        run: list[Row] = []
        lacked: tuple[str, ...] = ()
        rows = (r for r in compared.alignment.rows if spokesman(r, compared) == document.id and tellable(document, r))
        for row in sorted(rows, key=lambda r: r.cell(document.id)[0]):
            lacking = lacking_versions(document, row, compared, material.links)
            follows = run and row.cell(document.id)[0] == run[-1].cell(document.id)[-1] + 1
            if run and not (follows and lacking == lacked and set(row.versions) == set(run[0].versions)):
                yield passage(document, run, lacked, material, compared)
                run = []
            if lacking:
                run.append(row)
                lacked = lacking
        if run:
            yield passage(document, run, lacked, material, compared)


def lacking_versions(document: AnnotatedDocument, row: Row, compared: Compared, links: Links) -> tuple[str, ...]:
    """Letters of the versions that do not tell a row; copies of others do not count, nor does another language, where the words
    that tell it are not known."""
    told = {v for i in row.cell(document.id) for v in links.full.get((document.id, i), ())} | set(row.versions)
    return tuple(
        d.id for d in compared.documents if d.id not in told and not d.document.duplicate_of and not other_language(d, document)
    )


def other_language(one: AnnotatedDocument, other: AnnotatedDocument) -> bool:
    """Whether two versions are known to be written in different languages."""
    mine, theirs = one.document.language, other.document.language
    return bool(mine and theirs) and mine != theirs


def passage(
    document: AnnotatedDocument, rows: Sequence[Row], lacking: tuple[str, ...], material: Material, compared: Compared
) -> Passage:
    """The passage that some rows make in the version that is quoted for it."""
    places = [(i, r) for r in rows for i in r.cell(document.id)]
    quotations = utterances(document, [document.sentences[i] for i, _ in places])
    in_part = {v for v in lacking if any(has_quotation(material.stocks[v], q) for q in quotations)}
    missed: dict[str, set[Fact]] = {v: set() for v in lacking}
    carried = {i: set[Fact]() for i, _ in places}
    shared: set[Fact] = set()
    for i, row in places:
        facts = list(facts_of(document, i))
        shared |= {f for f in facts if any(v != document.id and not f.lost(material.stocks[v]) for v in row.versions)}
        linked = material.links.part.get((document.id, i), set())
        in_part |= linked
        for version in (v for v in lacking if v not in linked):
            told = told_in(version, document.id, i, row, material)
            lost = {f for f in facts if f.lost(material.stocks[version]) and not tells(f, told, compared.document(version))}
            in_part |= {version} if told else set()
            missed[version] |= lost
            carried[i] |= lost
    return Passage(
        document=document,
        rows=tuple(rows),
        sentences=tuple(i for i, _ in places),
        lacking=lacking,
        in_part=frozenset(in_part.intersection(lacking)),
        carries=names_of(f for held in carried.values() for f in held),
        missed=tuple(Missed(v, load(names_of(missed[v])), load(names_of(missed[v] & shared))) for v in lacking),
        heart=max((i for i, _ in places), key=lambda i: (load(names_of(carried[i])), -i)),
    )


def told_in(version: str, document: str, sentence: int, row: Row, material: Material) -> frozenset[int]:
    """Sentences of a version that tell a row elsewhere, in the words of any version that has the row."""
    wordings = {(document, sentence), *((v, i) for v, cell in row.cells if v != document for i in cell)}
    firsts = {at for v, i in wordings for at in material.retold.told_at(v, i, version)}
    return frozenset(firsts | {at + 1 for at in firsts})


def tells(fact: Fact, told: frozenset[int], document: AnnotatedDocument) -> bool:
    """Whether sentences that tell the like of a fact's sentence have the fact too: a denial is not told by what it denies."""
    if fact.name not in ("a denial", "a reply"):
        return bool(told)
    return any(is_denial(s) or is_reply(s) for i, s in enumerate(document.sentences) if i in told)


def tellable(document: AnnotatedDocument, row: Row) -> bool:
    """Is a row a finding if others lack it? Headlines differ by nature, and a given split may hold empty sentences."""
    sentences = [document.sentences[i] for i in row.cell(document.id)]
    return sentences[0].field == "text" and any(s.tokens for s in sentences)


def spokesman(row: Row, compared: Compared) -> str:
    """The version whose words stand for the row."""
    if compared.base in row.versions:
        return compared.base
    return next(d.id for d in compared.documents if d.id in row.versions)
