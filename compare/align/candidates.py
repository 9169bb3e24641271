"""Terms of two documents -> Cells: which sentence pairs are worth a closer look.

A sentence's candidates are its twelve best by weighted stems, from either side, and the cells about identical sentences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from compare.align.cells import Cells, cells_of
from compare.align.terms import Floats, Ints, Terms, View, view_of
from compare.align.weights import Spread, Weighted, spread

NEAREST = 12
"""Candidates of a sentence on the other side; they keep 98% or more of the right links of all sets but DEplain (83%)."""
REACH = 100
"""Sentences of the other side that are come by through the terms of one, the rarest first; then no further term is looked up.
So the time grows with the length of the texts, not with its square. In texts of less than a hundred sentences hardly a candidate
is another for it."""
OVERREACH = 3 * REACH
"""A term that would lead to more than that in all is not looked up, unless it is the only one: it is in hundreds of sentences. In
texts of up to two hundred sentences no term is left out for it; with 2 x 2,000 it spares a third of the search."""
CHUNK = 1 << 20
"""Cells that are looked at in one step of the search for candidates, at most: what one step takes stays within 100 MB."""


def find_candidates(a: Terms, b: Terms, stems: Weighted) -> Cells:
    """The cells worth a closer look: of identical sentences their own cell only, for they are settled."""
    shape = (len(a), len(b))
    settled = cells_of(identical(a, b), shape)
    open_a, open_b = np.ones(len(a), dtype=bool), np.ones(len(b), dtype=bool)
    open_a[settled.i], open_b[settled.j] = False, False
    from_a = nearest(stems, a.words, np.flatnonzero(open_a))
    from_b = nearest(stems.turned(), b.words, np.flatnonzero(open_b))
    turned = from_b % max(len(a), 1) * len(b) + from_b // max(len(a), 1)
    keys = np.concatenate((from_a, turned, settled.around()))
    width = max(len(b), 1)
    return cells_of(np.concatenate((keys[open_a[keys // width] & open_b[keys % width]], settled.keys)), shape)


def identical(a: Terms, b: Terms) -> Ints:
    """Keys of the cells with the same words, where these stand equally often on both sides: first with first, and so on."""
    times_a, times_b = Counter(a.words), Counter(b.words)
    places: dict[str, list[int]] = {}
    for i, words in enumerate(a.words):
        if words and times_a[words] == times_b[words]:
            places.setdefault(words, []).append(i)
    turn = {words: iter(where) for words, where in places.items()}
    return np.array([next(turn[w]) * len(b) + j for j, w in enumerate(b.words) if w in turn], dtype=np.int64)


def nearest(view: Weighted, words: Sequence[str], lines: Ints) -> Ints:
    """Keys of these sentences of a with the nearest of b to each; those that share nothing are left out.

    Sentences with the same words have the same nearest, which are looked for once: a line that is repeated thousands of times on
    both sides would else be compared with all its copies as often.
    """
    m = len(view.b.sizes)
    if not (len(view.a.ids) and len(view.b.ids) and len(lines)):
        return np.zeros(0, np.int64)
    order = np.argsort(view.b.ids, kind="stable")
    holders = view_of(view.b.lines[order], np.bincount(view.b.ids, minlength=len(view.weight)))
    length = np.sqrt(np.maximum(view.whole_b, 1e-9))
    first: dict[str, int] = {}
    like = np.array([first.setdefault(words[line], line) for line in lines.tolist()], dtype=np.int64)
    own, step = np.unique(like), max(1, CHUNK // m)
    keys = np.concatenate([best_of(view, holders, length, own[top : top + step]) for top in range(0, len(own), step)])
    near = spread(view_of(keys % m, np.bincount(keys // m, minlength=len(words))), like)
    return np.asarray(lines[near.line] * m + near.term, dtype=np.int64)


def best_of(view: Weighted, holders: View, length: Floats, lines: Ints) -> Ints:
    """The same for some sentences at a time, by way of the sentences of b that hold each term."""
    m = len(length)
    own = spread(view.a, lines)
    sought = telling(own, view.weight, holders)
    line, term = own.line[sought], own.term[sought]
    reach = spread(holders, term)
    keys = line[reach.line] * m + reach.term
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    new = np.diff(keys, prepend=-1) > 0
    i, j = keys[new] // m, keys[new] % m
    score = np.bincount(np.cumsum(new) - 1, view.weight[term][reach.line[order]]) / length[j]
    order = np.lexsort((-score, i))  # which keeps equal ones by their place
    first = np.searchsorted(i, np.arange(len(lines)))[i]  # where the cells of each sentence begin
    chosen = order[np.arange(len(order)) - first < NEAREST]
    return np.asarray(lines[i[chosen]] * m + j[chosen], dtype=np.int64)


def telling(own: Spread, weight: Floats, holders: View) -> Ints:
    """Which of the terms of some sentences are looked up: of each the rarest, one at least, until they reach enough sentences."""
    order = np.lexsort((-weight[own.term], own.line))
    sizes = holders.sizes[own.term[order]]
    reached = np.cumsum(sizes)
    begin = (reached - sizes)[own.start[own.line[order]]]
    reached -= begin
    return np.sort(order[(reached - sizes < REACH) & ((reached <= OVERREACH) | (reached == sizes))])
