"""Cells with their probabilities -> Link*: which sentences go together, one to one, split, merged, or in part.

Identical sentences are linked first and stay by themselves. The others grow into groups by average linkage, surest cells first: a
sentence joins a group if it probably tells the same as the group's sentences of the other version, taken together. So a split
brings all its halves, while a weak chain fuses nothing. What shares only a fact or a quotation becomes a partial link.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, product
from statistics import fmean

import numpy as np
from rapidfuzz.distance import Indel

from compare.align.candidates import identical
from compare.align.cells import Cells
from compare.align.features import Evidence
from compare.align.terms import Floats, Ints, Terms
from compare.model import Link, Relation

SAME = 0.35
"""Least mean probability within a link: near the best F1 of every set, cross-validated, with precision not below recall. One
bar serves for the pair that a link begins with and for what joins it: two bars gained nothing on any set."""
SHARED = 0.3
"""Least probability of a partial link, by the same measure, between two outlets' tellings."""
TELLINGS = 0.4
"""Share of the word pairs of the smaller stock that the other text has, from which two texts with full links count as revisions
of one, not as two tellings: above that of any two outlets' articles in crossnews."""
REVISED = 6.0
"""What is added to the bar of partial links for the share in common beyond that, so that from a good half on there is none: what
a revision has beside its links is new, not retold. Cross-validated: sentences rightly left alone +.4 in argrewrite."""
COMMON = 0.15
"""Least share of the shorter sentence's words, by weight, that the other must have: neighbours alone make no link."""
EDITED = 0.6
"""Least similarity of an edited link; below it the link is a paraphrase (CONTRACT)."""

Group = tuple[frozenset[int], frozenset[int]]
"""Sentences of a and of b."""


def decode(a: Terms, b: Terms, first: Evidence, same: Floats, shared: Floats) -> tuple[Link, ...]:
    """The links of a pair, in the order of a, then of b; `same` and `shared` are the probabilities of the cells of `first`."""
    cells = first.cells
    same = np.where(first.column("stems_most") >= COMMON, same, 0.0)
    anchors = anchored(a, b, cells, same)
    width = max(len(b), 1)
    open_a, open_b = np.ones(len(a), dtype=bool), np.ones(len(b), dtype=bool)
    open_a[anchors // width], open_b[anchors % width] = False, False
    open_ = open_a[cells.i] & open_b[cells.j]
    full = [Link((key // width,), (key % width,), 1.0, 1.0, Relation.IDENTICAL) for key in anchors.tolist()]
    chances = dict(zip(zip(cells.i.tolist(), cells.j.tolist(), strict=True), same.tolist(), strict=True))
    groups = grown(ranked(cells, np.where(open_, same, 0.0), SAME), chances, a.titles, b.titles)
    full += [link_of(a, b, group, chances) for group in groups]
    taken = {cell for link in full for cell in product(link.a, link.b)}
    part = [
        Link((i,), (j,), similarity(a, b, (i,), (j,)), chance, Relation.PARTIAL)
        for i, j, chance in ranked(cells, np.where(open_, shared, 0.0), partial_bar(first, full))
        if (i, j) not in taken
    ]
    return tuple(sorted((*full, *part), key=lambda link: (link.a, link.b)))


def partial_bar(first: Evidence, full: Sequence[Link]) -> float:
    """Least probability of a partial link in this pair; two texts without a full link are no revisions of one."""
    common = float(first.column("kin_pairs")[0]) if full and len(first.cells) else 0.0
    return SHARED + REVISED * max(0.0, common - TELLINGS)


def anchored(a: Terms, b: Terms, cells: Cells, same: Floats) -> Ints:
    """Keys of the cells with the same words, one for each sentence; of words repeated unequally the likeliest cells."""
    keys = identical(a, b).tolist()
    taken_a, taken_b = {key // len(b) for key in keys}, {key % len(b) for key in keys}
    repeated = np.array([a.words[i] == b.words[j] for i, j in zip(cells.i.tolist(), cells.j.tolist(), strict=True)], dtype=bool)
    for i, j, _ in ranked(cells, np.where(repeated, same, -1.0), 0.0):
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            keys.append(i * len(b) + j)
    return np.array(sorted(keys), dtype=np.int64)


def ranked(cells: Cells, values: Floats, bar: float) -> list[tuple[int, int, float]]:
    """Cells at or above the bar with their values, best first; equal ones by their place."""
    order: Ints = np.flatnonzero(values >= bar)
    order = order[np.argsort(-values[order], kind="stable")]  # the cells come by their place
    return list(zip(cells.i[order].tolist(), cells.j[order].tolist(), values[order].tolist(), strict=True))


def grown(
    sure: Iterable[tuple[int, int, float]],
    chances: dict[tuple[int, int], float],
    titles_a: frozenset[int] = frozenset(),
    titles_b: frozenset[int] = frozenset(),
) -> list[Group]:
    """Groups by average linkage over the cells, surest first; each sentence stands in at most one.

    A headline joins one sentence at most: it says again what the story tells, and is no part of it.

    >>> grown([(0, 0, 0.9), (0, 1, 0.6), (1, 1, 0.5)], {(0, 0): 0.9, (0, 1): 0.6, (1, 1): 0.5})
    [(frozenset({0}), frozenset({0, 1}))]
    """
    home_a: dict[int, Group] = {}
    home_b: dict[int, Group] = {}
    for i, j, _ in sure:
        one = home_a.get(i, (frozenset((i,)), frozenset()))
        two = home_b.get(j, (frozenset(), frozenset((j,))))
        both = (one[0] | two[0], one[1] | two[1])
        titled = not (titles_a.isdisjoint(both[0]) and titles_b.isdisjoint(both[1]))
        if one == two or (titled and max(map(len, both)) > 1):
            continue
        across = [chances.get(cell, 0.0) for cell in chain(product(one[0], two[1]), product(two[0], one[1]))]
        if sum(across) / len(across) >= SAME:
            home_a.update(dict.fromkeys(both[0], both))
            home_b.update(dict.fromkeys(both[1], both))
    return [group for i, group in sorted(home_a.items()) if i == min(group[0])]


def link_of(a: Terms, b: Terms, group: Group, chances: dict[tuple[int, int], float]) -> Link:
    """The group as a link; its confidence is the mean over its cells."""
    one, two = tuple(sorted(group[0])), tuple(sorted(group[1]))
    kept = similarity(a, b, one, two)
    confidence = fmean(chances.get(cell, 0.0) for cell in product(one, two))
    return Link(one, two, kept, confidence, relation_of(kept))


def relation_of(kept: float) -> Relation:
    """What two passages are to each other that tell the same, by the share of words kept in order."""
    return Relation.IDENTICAL if kept == 1.0 else Relation.EDITED if kept >= EDITED else Relation.PARAPHRASE


def similarity(a: Terms, b: Terms, one: Sequence[int], two: Sequence[int]) -> float:
    """Share of words kept in order between the two merged texts."""
    left, right = "".join(a.words[i] for i in one), "".join(b.words[j] for j in two)
    return float(Indel.normalized_similarity(left, right))
