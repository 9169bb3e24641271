"""Alignment -> Passage*: neighbouring sentences of one version that the same versions tell and the same versions lack.

Rows decide who tells a sentence; a version whose sentence is linked to it but stands in another row, as when it merges two
sentences, does not lack it. A version that tells it within other sentences has a part of the passage, and misses nothing of
what such a sentence carries.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from compare.differences.content.carried import (
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
from compare.differences.content.counterparts import Counterparts
from compare.differences.content.retold import Retold
from compare.model import Annotated, AnnotatedDocument, Compared, Evidence, Relation, Row

STANDS = ("a denial", "a reply")
"""Facts that are a party's stand, which another version may tell without any of the words."""
ANSWERED_WITHIN = 2
"""Sentences before a denial among which the accusation is looked for that it answers."""
FEWEST_WORDS = 4
"""Words from which a line is more than a time of a live blog, or a heading."""
QUOTED_LENGTH = 90
"""Characters of a passage that an explanation quotes."""


@dataclass(frozen=True, slots=True)
class Missed:
    """How much the reader of a version would miss in a passage, 0 for nothing."""

    version: str
    carries: tuple[str, ...]
    shared: float
    """How much of that at least two versions carry."""
    unanswered: bool = False
    """Whether it tells the accusation that the passage denies."""

    @property
    def load(self) -> float:
        return load(self.carries)


@dataclass(frozen=True, slots=True)
class Alike:
    """The sentence of a version that lacks a passage which may tell the heart of it in words of its own."""

    version: str
    sentence: int


@dataclass(frozen=True)
class Passage:
    """Neighbouring sentences of one version, all in rows with the same versions."""

    document: AnnotatedDocument
    rows: tuple[Row, ...]
    sentences: tuple[int, ...]
    lacking: tuple[str, ...] = ()
    """Letters of the versions that do not tell it, copies of others left out."""
    in_part: frozenset[str] = frozenset()
    """Those of them that share a fact or a quotation with the heart of it, or tell some of that in other words."""
    untold: int = 1
    """How many of its sentences the others of them tell no part of."""
    alike: tuple[Alike, ...] = ()
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
        """The sentence that carries most, cut at a word."""
        text = " ".join(self.document.sentences[self.heart if self.heart in self.sentences else self.sentences[0]].text.split())
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
    """For a sentence (version, index), by version the sentences linked to it: fully, or in part."""

    full: dict[tuple[str, int], dict[str, set[int]]] = field(default_factory=dict)
    part: dict[tuple[str, int], dict[str, set[int]]] = field(default_factory=dict)

    @classmethod
    def of(cls, compared: Compared) -> Links:
        links = cls()
        for pair in compared.alignment.pairs:
            for link in pair.links:
                table = links.part if link.relation is Relation.PARTIAL else links.full
                for here, there, indices, others in ((pair.a, pair.b, link.a, link.b), (pair.b, pair.a, link.b, link.a)):
                    for i in indices:
                        table.setdefault((here, i), {}).setdefault(there, set()).update(others)
        return links

    def partners(self, version: str, sentence: int, other: str) -> frozenset[int]:
        """The sentences of another version that are linked to a sentence, fully or in part."""
        found = (table.get((version, sentence), {}).get(other, ()) for table in (self.full, self.part))
        return frozenset(i for indices in found for i in indices)


@dataclass(frozen=True)
class Material:
    """What is known of a story's versions before passages are made of them."""

    links: Links
    stocks: dict[str, Stock]
    retold: Retold
    counterparts: Counterparts

    @classmethod
    def of(cls, compared: Compared) -> Material:
        links, retold = Links.of(compared), Retold(compared.documents)
        counterparts = Counterparts(compared.documents, {at: told.keys() for at, told in links.full.items()}, retold)
        return cls(links, {d.id: stock_of(d) for d in compared.documents}, retold, counterparts)


def absent_passages(compared: Compared) -> Iterator[Passage]:
    """The passages that at least one version lacks, the base's first; each quoted from one version that has it."""
    material = Material.of(compared)
    base = compared.document(compared.base)
    told_by: dict[str, list[Row]] = {}
    for row in compared.alignment.rows:
        told_by.setdefault(spokesman(row, compared), []).append(row)
    for document in (base, *(d for d in compared.documents if d.id != compared.base)):
        if other_language(document, base):
            continue
        run: list[Row] = []
        lacked: tuple[str, ...] = ()
        rows = (r for r in told_by.get(document.id, ()) if tellable(document, r))
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


@dataclass
class Losses:
    """What the versions that lack a passage tell of it, and what of it they do not; filled sentence by sentence."""

    missed: dict[str, set[Fact]]
    parts: dict[str, set[int]]
    alike: dict[tuple[str, int], int] = field(default_factory=dict)
    carried: dict[int, set[Fact]] = field(default_factory=dict)
    shared: set[Fact] = field(default_factory=set)
    """Facts that at least two versions carry."""
    unanswered: set[str] = field(default_factory=set)
    """Versions that tell an accusation and lack the denial of it."""


def passage(
    document: AnnotatedDocument, rows: Sequence[Row], lacking: tuple[str, ...], material: Material, compared: Compared
) -> Passage:
    """The passage that some rows make in the version that is quoted for it."""
    losses = Losses({v: set() for v in lacking}, {v: set() for v in lacking})
    for row in rows:
        for i in row.cell(document.id):
            add_losses(losses, document, i, row, material, compared)
    heart = max(losses.carried, key=lambda i: (*carried_weight(losses.carried[i]), not is_label(document.sentences[i]), -i))
    in_part = frozenset(v for v in lacking if heart in losses.parts[v])
    told_by_others = {i for v in lacking if v not in in_part for i in losses.parts[v]} | {i for _, i in losses.alike}
    return Passage(
        document=document,
        rows=tuple(rows),
        sentences=tuple(losses.carried),
        lacking=lacking,
        in_part=in_part,
        untold=max(1, len(losses.carried) - len(told_by_others)),
        alike=tuple(Alike(v, place) for (v, i), place in losses.alike.items() if i == heart),
        carries=names_of(f for held in losses.carried.values() for f in held),
        missed=tuple(
            Missed(v, names_of(facts), load(names_of(facts & losses.shared)), v in losses.unanswered)
            for v, facts in losses.missed.items()
        ),
        heart=heart,
    )


def carried_weight(facts: Iterable[Fact]) -> tuple[float, float]:
    """The weight of the gravest fact, then of all: a denial is quoted before a witness, however many names stand beside that."""
    names = names_of(facts)
    return load(names[:1]), load(names)


def is_label(sentence: Annotated) -> bool:
    """Whether a line only names or dates what follows it: it tells nobody what a passage is about."""
    return len(sentence.tokens) < FEWEST_WORDS


def add_losses(losses: Losses, document: AnnotatedDocument, i: int, row: Row, material: Material, compared: Compared) -> None:
    """Takes one sentence of a passage into account."""
    facts = list(facts_of(document, i))
    quotations = utterances(document, [document.sentences[i]])
    losses.shared |= {f for f in facts if any(v != document.id and not f.lost(material.stocks[v]) for v in row.versions)}
    losses.carried[i] = set()
    stands = any(f.name in STANDS for f in facts)
    for version, missed in losses.missed.items():
        linked = frozenset(material.links.part.get((document.id, i), {}).get(version, ()))
        told = told_in(version, document.id, i, row, material) | linked
        in_part = bool(told) or any(has_quotation(material.stocks[version], q) for q in quotations)
        accused = stands and tells_accusation(version, document, i, material)
        if linked and not accused:
            losses.parts[version].add(i)
            continue
        lost = {f for f in facts if f.lost(material.stocks[version]) and not tells(f, told, compared.document(version))}
        place = material.counterparts.same_stand(document.id, i, version, row.versions)
        if place is not None:
            losses.alike[version, i] = place
            lost = {f for f in lost if f.name not in (*STANDS, "an accusation")}  # the one that is denied
        if accused and any(f.name == "a denial" for f in lost):  # "responded" may be said of a call for help
            losses.unanswered.add(version)
        elif in_part:
            losses.parts[version].add(i)
        missed |= lost
        losses.carried[i] |= lost


def tells_accusation(version: str, document: AnnotatedDocument, sentence: int, material: Material) -> bool:
    """Whether a version tells, in a sentence linked to one close before a denial, the accusation that this answers."""
    before = range(max(0, sentence - ANSWERED_WITHIN), sentence + 1)
    return any(
        fact.name == "an accusation" and not fact.lost(material.stocks[version])
        for i in before
        if material.links.partners(document.id, i, version)
        for fact in facts_of(document, i)
    )


def told_in(version: str, document: str, sentence: int, row: Row, material: Material) -> frozenset[int]:
    """Sentences of a version that tell a row elsewhere, in the words of any version that has the row."""
    wordings = {(document, sentence), *((v, i) for v, cell in row.cells if v != document for i in cell)}
    return frozenset[int]().union(*{material.retold.told_at(v, i, version) for v, i in wordings})


def tells(fact: Fact, told: frozenset[int], document: AnnotatedDocument) -> bool:
    """Whether sentences that tell the like of a fact's sentence have the fact too: a denial is not told by what it denies."""
    if fact.name not in STANDS:
        return bool(told)
    return any(is_denial(s) or is_reply(s) for i, s in enumerate(document.sentences) if i in told)


def tellable(document: AnnotatedDocument, row: Row) -> bool:
    """Is a row a finding if others lack it? Headlines differ by nature, and a given split may hold empty sentences."""
    sentences = [document.sentences[i] for i in row.cell(document.id)]
    return sentences[0].field == "text" and any(s.tokens for s in sentences)


def spokesman(row: Row, compared: Compared) -> str:
    """The version whose words stand for the row."""
    versions = row.versions
    return compared.base if compared.base in versions else next(d.id for d in compared.documents if d.id in versions)
