"""Cells with their probabilities -> Link*: which sentences go together, one to one, split, merged, or in part.

First a one-to-one core, surest cells first; then satellites, sentences that the core left alone and that tell a part of what a linked
sentence tells (splits and merges); then what is left as partial links, which may overlap.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import Indel

from compare.align.cells import Cells
from compare.align.terms import Floats, Terms
from compare.model import Link, Relation

SAME = 0.4
"""Least probability of a link of the one-to-one core, chosen on the train halves for the best F1."""
SATELLITE = 0.4
"""The same for a further sentence of a split or merge."""
SHARED = 0.3
"""The same for a partial link."""
EDITED = 0.6
"""Least similarity of an edited link; below it the link is a paraphrase (CONTRACT)."""


@dataclass(slots=True)
class Group:
    """A link in the making."""

    a: list[int]
    b: list[int]
    confidence: list[float]


def decode(a: Terms, b: Terms, cells: Cells, same: Floats, shared: Floats) -> tuple[Link, ...]:
    """The links of a pair, in the order of a; partial ones after the full ones they touch."""
    groups = with_satellites(core(cells, same), cells, same)
    full = [link_of(a, b, group) for group in groups]
    taken = {(i, j) for g in groups for i in g.a for j in g.b}
    part = [Link((i,), (j,), similarity(a, b, (i,), (j,)), float(p), Relation.PARTIAL)
            for i, j, p in ranked(cells, shared, SHARED) if (i, j) not in taken]
    return tuple(sorted((*full, *part), key=lambda x: (x.a, x.b)))


def ranked(cells: Cells, values: Floats, bar: float) -> Iterable[tuple[int, int, float]]:
    """Cells at or above the bar, best first; equal ones by their place."""
    order = np.lexsort((cells.j, cells.i, -values))
    order = order[values[order] >= bar]
    return zip(cells.i[order].tolist(), cells.j[order].tolist(), values[order].tolist(), strict=True)


def core(cells: Cells, same: Floats) -> list[Group]:
    """One-to-one links, surest first."""
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    groups = []
    for i, j, p in ranked(cells, same, SAME):
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            groups.append(Group([i], [j], [p]))
    return groups


def with_satellites(groups: list[Group], cells: Cells, same: Floats) -> list[Group]:
    """The groups, each with the sentences left alone that belong to it."""
    of_a = {i: g for g in groups for i in g.a}
    of_b = {j: g for g in groups for j in g.b}
    for i, j, p in ranked(cells, same, SATELLITE):
        if i in of_a and j not in of_b and len(of_a[i].a) == 1:
            group = of_b[j] = of_a[i]
            group.b.append(j)
        elif j in of_b and i not in of_a and len(of_b[j].b) == 1:
            group = of_a[i] = of_b[j]
            group.a.append(i)
        else:
            continue
        group.confidence.append(p)
    return groups


def link_of(a: Terms, b: Terms, group: Group) -> Link:
    one, two = tuple(sorted(group.a)), tuple(sorted(group.b))
    kept = similarity(a, b, one, two)
    relation = Relation.IDENTICAL if kept == 1.0 else Relation.EDITED if kept >= EDITED else Relation.PARAPHRASE
    return Link(one, two, kept, float(np.mean(group.confidence)), relation)


def similarity(a: Terms, b: Terms, one: Sequence[int], two: Sequence[int]) -> float:
    """Share of words kept in order between the two merged texts; two texts without words are as similar as their letters."""
    left, right = "".join(a.words[i] for i in one), "".join(b.words[j] for j in two)
    return float(Indel.normalized_similarity(left, right))
