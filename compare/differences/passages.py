"""Alignment -> Passage*: neighbouring sentences of one version that the same versions tell and the same versions lack.

Rows decide who tells a sentence; a version whose sentence is linked to it but stands in another row, as when it merges two
sentences, does not lack it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from compare.differences.carried import Stock, carried, has_quotation, stock_of, utterances
from compare.model import AnnotatedDocument, Compared, Evidence, Relation, Row

QUOTED_LENGTH = 90
"""Characters of a passage that an explanation quotes."""


@dataclass(frozen=True)
class Passage:
    """Neighbouring sentences of one version, all in rows with the same versions."""

    document: AnnotatedDocument
    rows: tuple[Row, ...]
    sentences: tuple[int, ...]
    lacking: tuple[str, ...] = ()
    """Letters of the versions that do not tell it, copies of others left out."""
    in_part: frozenset[str] = frozenset()
    """Those of them that share a fact or a quotation with it."""
    carries: tuple[str, ...] = ()
    """What in it a reader of those that lack it would miss, the gravest first."""

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


def absent_passages(compared: Compared) -> Iterator[Passage]:
    """The passages that at least one version lacks, the base's first; each quoted from one version that has it."""
    links = Links.of(compared)
    stocks = {d.id: stock_of(d) for d in compared.documents}
    for document in (compared.document(compared.base), *(d for d in compared.documents if d.id != compared.base)):
        run: list[Row] = []
        lacked: tuple[str, ...] = ()
        rows = (r for r in compared.alignment.rows if spokesman(r, compared) == document.id and tellable(document, r))
        for row in sorted(rows, key=lambda r: r.cell(document.id)[0]):
            lacking = lacking_versions(document, row, compared, links)
            follows = run and row.cell(document.id)[0] == run[-1].cell(document.id)[-1] + 1
            if run and not (follows and lacking == lacked and set(row.versions) == set(run[0].versions)):
                yield passage(document, run, lacked, links, stocks)
                run = []
            if lacking:
                run.append(row)
                lacked = lacking
        if run:
            yield passage(document, run, lacked, links, stocks)


def lacking_versions(document: AnnotatedDocument, row: Row, compared: Compared, links: Links) -> tuple[str, ...]:
    """Letters of the versions that do not tell a row; copies of others do not count."""
    told = {v for i in row.cell(document.id) for v in links.full.get((document.id, i), ())} | set(row.versions)
    return tuple(d.id for d in compared.documents if d.id not in told and not d.document.duplicate_of)


def passage(
    document: AnnotatedDocument, rows: Sequence[Row], lacking: tuple[str, ...], links: Links, stocks: Mapping[str, Stock]
) -> Passage:
    """The passage that some rows make in the version that is quoted for it."""
    sentences = tuple(i for r in rows for i in r.cell(document.id))
    quotations = utterances(document, [document.sentences[i] for i in sentences])
    hinted = {v for i in sentences for v in links.part.get((document.id, i), ())}
    hinted |= {v for v in lacking if any(has_quotation(stocks[v], q) for q in quotations)}
    carries = carried(document, sentences, [stocks[v] for v in lacking])
    return Passage(document, tuple(rows), sentences, lacking, frozenset(hinted.intersection(lacking)), carries)


def tellable(document: AnnotatedDocument, row: Row) -> bool:
    """Is a row a finding if others lack it? Headlines differ by nature, and a given split may hold empty sentences."""
    sentences = [document.sentences[i] for i in row.cell(document.id)]
    return sentences[0].field == "text" and any(s.tokens for s in sentences)


def spokesman(row: Row, compared: Compared) -> str:
    """The version whose words stand for the row."""
    if compared.base in row.versions:
        return compared.base
    return next(d.id for d in compared.documents if d.id in row.versions)
