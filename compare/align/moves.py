"""Link* -> Link*, marked where they moved: those outside the heaviest run that keeps its order in both versions.

Weight is words, so that of two blocks that changed places the one with fewer words has moved. O(L log L).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from compare.model import Link, Relation


def mark_moved(links: Sequence[Link], words: Sequence[int]) -> tuple[Link, ...]:
    """The links, in their order; `words` holds the words of each. A partial link takes no part and never counts as moved."""
    order = sorted((k for k, x in enumerate(links) if x.relation != Relation.PARTIAL), key=lambda k: (links[k].a, links[k].b))
    kept = heaviest_run([links[k].b[0] for k in order], [words[k] for k in order])
    moved = {k for place, k in enumerate(order) if place not in kept}
    return tuple(replace(x, moved=True) if k in moved else x for k, x in enumerate(links))


def heaviest_run(values: Sequence[int], weights: Sequence[int]) -> set[int]:
    """Places of the rising run with the largest total weight.

    >>> sorted(heaviest_run([3, 1, 2], [4, 3, 3])), sorted(heaviest_run([3, 1, 2], [9, 3, 3]))
    ([1, 2], [0])
    """
    rank = {v: r + 1 for r, v in enumerate(sorted(set(values)))}
    best = [(0, -1)] * (len(rank) + 1)  # a Fenwick tree of (weight of the best run that ends at or below a rank, its last place)
    before = [-1] * len(values)
    for place, (value, weight) in enumerate(zip(values, weights, strict=True)):
        at = rank[value]
        total, last = 0, -1
        k = at - 1
        while k > 0:
            if best[k][0] > total:
                total, last = best[k]
            k -= k & -k
        before[place] = last
        k = at
        while k < len(best):
            if total + weight > best[k][0]:
                best[k] = (total + weight, place)
            k += k & -k
    total, last = 0, -1
    k = len(rank)
    while k > 0:
        if best[k][0] > total:
            total, last = best[k]
        k -= k & -k
    run = set()
    while last >= 0:
        run.add(last)
        last = before[last]
    return run
