"""PairAlignment* -> Row*: the N-way collation, with every sentence of every version in exactly one row.

Rows grow by average linkage over the links that are not partial: a sentence joins a row if it is linked with most of it, or very
surely with half of it. A chain of weak links therefore never fuses rows.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from compare.model import AnnotatedDocument, Link, PairAlignment, Relation, Row

LINKED = 0.5
"""Share of a row's linkage that any link gives; its confidence gives the other half."""
FUSE = 0.47
"""Least average linkage of two parts of a row: one link always, and one of two only with a confidence of 0.88 or more."""

Place = tuple[int, int]
"""A version's number and a sentence's."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A link between the versions number `one` and `two`."""

    one: int
    two: int
    link: Link


def collate(documents: Sequence[AnnotatedDocument], pairs: Sequence[PairAlignment], base: str) -> tuple[Row, ...]:
    """The rows, in the order of the base version with other content after the row of its preceding neighbour."""
    number = {document.id: k for k, document in enumerate(documents)}
    full = [Joined(number[p.a], number[p.b], x) for p in pairs for x in p.links if x.relation != Relation.PARTIAL]
    clusters = cluster([(v, k) for v, d in enumerate(documents) for k in range(len(d.sentences))], linkage(full))
    row_of = {place: k for k, places in enumerate(clusters) for place in places}
    inside: dict[int, list[Joined]] = defaultdict(list)
    for joined in full:
        homes = {row_of[joined.one, i] for i in joined.link.a} | {row_of[joined.two, j] for j in joined.link.b}
        if len(homes) == 1:
            inside[homes.pop()].append(joined)
    order = in_order(documents, row_of, number[base])
    return tuple(row(documents, place, clusters[k], inside[k], number[base]) for place, k in enumerate(order, start=1))


def linkage(full: Sequence[Joined]) -> dict[tuple[Place, Place], float]:
    """How strongly two sentences are linked, for those that are."""
    return {((x.one, i), (x.two, j)): LINKED + (1 - LINKED) * x.link.confidence
            for x in full for i in x.link.a for j in x.link.b}  # fmt: skip


def cluster(places: Sequence[Place], links: dict[tuple[Place, Place], float]) -> list[list[Place]]:
    """Groups of places by average linkage between versions, strongest first; each group and the groups sorted."""
    members: dict[int, list[Place]] = {k: [place] for k, place in enumerate(places)}
    at = {place: k for k, place in enumerate(places)}
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for (x, y), strength in links.items():
        near[at[x]][at[y]] = near[at[y]][at[x]] = strength
    heap = [(-near[k][other], k, other) for k in sorted(near) for other in sorted(near[k]) if k < other]
    heapq.heapify(heap)
    fresh = len(places)
    while heap:
        _, one, two = heapq.heappop(heap)
        if one not in members or two not in members:
            continue
        members[fresh] = sorted(members.pop(one) + members.pop(two))
        sums: dict[int, float] = defaultdict(float)
        for part in (one, two):
            for other, strength in near.pop(part).items():
                if other in members:
                    sums[other] += strength
                    near[other].pop(part, None)
        for other in sorted(sums):
            near[fresh][other] = near[other][fresh] = sums[other]
            average = sums[other] / pairs_between(members[fresh], members[other])
            if average >= FUSE:
                heapq.heappush(heap, (-average, other, fresh))
        fresh += 1
    return sorted(members.values())


def pairs_between(one: Sequence[Place], two: Sequence[Place]) -> int:
    """Pairs of sentences of different versions."""
    return sum(x[0] != y[0] for x in one for y in two)


def in_order(documents: Sequence[AnnotatedDocument], row_of: dict[Place, int], base: int) -> list[int]:
    """Numbers of the clusters in reading order: the base version first, then the others, each slotted in."""
    after: dict[int, int] = {}
    head = -1
    after[head] = -2
    for version in [base, *(v for v in range(len(documents)) if v != base)]:
        cursor = head
        for k in range(len(documents[version].sentences)):
            here = row_of[version, k]
            if here not in after:
                after[here] = after[cursor]
                after[cursor] = here
            cursor = here
    order = []
    at = after[head]
    while at != -2:
        order.append(at)
        at = after[at]
    return order


def row(documents: Sequence[AnnotatedDocument], number: int, places: Sequence[Place], links: Sequence[Joined], base: int) -> Row:
    """One row; a version has moved in it if its link with the base (else with the row's first version) has."""
    versions = sorted({v for v, _ in places})
    reference = base if base in versions else versions[0]
    moved = {x.two if x.one == reference else x.one for x in links if x.link.moved and reference in (x.one, x.two)}
    return Row(
        number=number,
        cells=tuple((documents[v].id, tuple(k for u, k in places if u == v)) for v in versions),
        score=1 - fmean(x.link.similarity for x in links) if links else 1.0,
        moved=tuple(documents[v].id for v in versions if v in moved),
    )
