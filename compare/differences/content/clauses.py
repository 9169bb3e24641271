"""Alignment -> Difference*: a clause that only one of two linked sentences has, and the other version has nowhere.

An editor who shortens a sentence leaves out less than a passage and may leave out as much: how many there were, or that it had
happened before. Told against the base, as additions and omissions are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import regex

from compare.differences.changes import listed, quoted, shortened
from compare.differences.claims.limits import limited_side
from compare.differences.content.additions import quotation
from compare.differences.content.carried import Fact, Stock, facts_of, load, names_of, stock_of
from compare.differences.content.denied import denied_clauses
from compare.differences.content.retold import Retold
from compare.differences.figures.articles import one_or_several
from compare.differences.words import Collation, Side, Slot, collations
from compare.figures.stems import stem
from compare.messages import message
from compare.model import Compared, Difference, Evidence, FindingKind, Relation, Severity, Verdict

LEAST_CONTENT = 5
"""Words of weight that make a clause of words which differ; fewer do where a figure is among them."""
LEAST_WITH_FIGURE = 2
"""Words of weight of such a clause; a lone "two" is no clause."""
LEAST_BEFORE = 3
"""Equal words in front of a clause that ends a sentence, or has as many behind it, by which the sentences are known as one."""
ADDRESS = regex.compile(r"[/@_]|\.(?:\p{L}{2,12}\b)")
"""What a web address has and a clause has not."""
COUNTED = frozenset({"a toll", "a figure"})
DENIAL = "a denial"


@dataclass(frozen=True, slots=True)
class Clause:
    """A run of words in one version that the version linked to it has nowhere."""

    side: Side
    span: tuple[int, int]
    other: str
    row: int | None
    carries: tuple[str, ...]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return self.side.evidence(*self.span)


def clause_differences(compared: Compared) -> Iterable[Difference]:
    """A difference for each clause of the base that other versions cut, and for each that one adds."""
    retold, stocks = Retold(compared.documents), {d.id: stock_of(d) for d in compared.documents}
    held: dict[tuple[Evidence, ...], list[Clause]] = {}
    for link in collations(compared):
        if compared.base in (link.a.version, link.b.version) and link.link.relation is not Relation.PARTIAL:
            cut = [Clause(side, span, other.version, link.row, (DENIAL,)) for side, span, other in denied_clauses(link, retold)]
            for clause in (*cut, *(c for c in clauses_of(link, retold, stocks) if not any(overlap(c, d) for d in cut))):
                held.setdefault(clause.evidence, []).append(clause)
    for clauses in held.values():
        yield difference_of(clauses, compared)


def overlap(one: Clause, other: Clause) -> bool:
    """Whether two clauses have words in common."""
    return one.side is other.side and one.span[0] < other.span[1] and other.span[0] < one.span[1]


def clauses_of(link: Collation, retold: Retold, stocks: Mapping[str, Stock]) -> Iterator[Clause]:
    """The clauses that either side of a link has for itself."""
    for slot in link.slots:
        if not stands_firm(link, slot) or told_as_claim(link, slot):
            continue
        for side, span, other, instead in ((link.a, slot.a, link.b, slot.b), (link.b, slot.b, link.a, slot.a)):
            if not is_prose(side, span) or holds_figure(other, instead):  # a figure for a figure is compared as such
                continue
            carried = names_of(f for f in facts_in(side, span) if f.lost(stocks[other.version]))
            long = len(content(side, span)) >= LEAST_CONTENT
            telling = len(content(side, span)) >= LEAST_WITH_FIGURE and (long or COUNTED.intersection(carried))
            if telling and not retold.terms_at(frozenset(content(side, span)), other.version):
                yield Clause(side, span, other.version, link.row, carried)


def told_as_claim(link: Collation, slot: Slot) -> bool:
    """Whether a slot is told as a change of the claim: a limit, or one for several."""
    return bool(limited_side(link, slot) or one_or_several(link, slot))


def stands_firm(link: Collation, slot: Slot) -> bool:
    """Whether the words around a slot show that it is of one sentence on both sides."""
    return (link.close and slot.sure) or (slot.before >= LEAST_BEFORE and (slot.ends or slot.after >= LEAST_BEFORE))


def is_prose(side: Side, span: tuple[int, int]) -> bool:
    """Whether a span holds words of one sentence of the text, not only names, and no web address: "BEIRUT (Wire)" is none."""
    homes = set(side.homes[slice(*span)])
    if len(homes) != 1 or not any(side.words(i, i + 1).islower() and stem(side.norms[i]) for i in range(*span)):
        return False
    return side.document.sentences[homes.pop()].field == "text" and not ADDRESS.search(side.words(*span))


def holds_figure(side: Side, span: tuple[int, int]) -> bool:
    """Whether a span has a word of a quantity."""
    words = [(side.homes[i], side.tokens[i]) for i in range(*span)]
    return any(q.start <= t.start < q.end for home, t in words for q in side.document.sentences[home].quantities)


def content(side: Side, span: tuple[int, int]) -> list[str]:
    """The stems of the words of weight in a span."""
    return [word for n in side.norms[slice(*span)] if (word := stem(n))]


def facts_in(side: Side, span: tuple[int, int]) -> list[Fact]:
    """The figures of a span, as what a reader would miss."""
    index, start, end = side.homes[span[0]], side.tokens[span[0]].start, side.tokens[span[1] - 1].end
    inside = {(q.lower, q.upper, q.unit) for q in side.document.sentences[index].quantities if start <= q.start < end}
    return [f for f in facts_of(side.document, index) if f.name in COUNTED and f.keys & inside]


def difference_of(clauses: list[Clause], compared: Compared) -> Difference:
    """The difference over one clause and the versions that lack it."""
    first = clauses[0]
    omission = first.side.version == compared.base
    lacking = tuple(dict.fromkeys(c.other for c in clauses))
    words = quoted(shortened(first.side.words(*first.span)))
    who = listed([compared.document(v).label for v in (lacking if omission else (first.side.version,))])
    told = message("content.without", who=who, n=len(lacking)) if omission else message("content.adds_to", who=who)
    return Difference(
        kind=FindingKind.OMISSION if omission else FindingKind.ADDITION,
        verdict=Verdict.NOTE,
        severity=Severity.MEDIUM if DENIAL in first.carries else Severity.LOW,
        evidence=first.evidence,
        versions=(first.side.version,),
        absent_from=lacking,
        row=first.row,
        explanation=message("wording.sentence", told=quotation(told, words, first.carries)),
        carries=first.carries,
        weight=min(1.0, load(first.carries)),
    )
