"""Terms of two documents -> Cells: which sentence pairs are worth a closer look.

A sentence's candidates are its twelve best by weighted stems, from either side, and the cells about identical sentences.
"""

from __future__ import annotations

from collections import Counter

import numpy as np

from compare.align.cells import Cells, cells_of
from compare.align.terms import Floats, Ints, Terms, View, view_of
from compare.align.weights import Weighted, spread

NEAREST = 12
"""Candidates of a sentence on the other side; they keep 98% or more of the right links of all sets but DEplain (83%)."""
CHUNK = 1 << 20
"""Cells scored at a time in the search for candidates: 8 MB of scores."""


def find_candidates(a: Terms, b: Terms, stems: Weighted) -> Cells:
    """The cells worth a closer look: of identical sentences their own cell only, for they are settled."""
    shape = (len(a), len(b))
    settled = cells_of(identical(a, b), shape)
    open_a, open_b = np.ones(len(a), dtype=bool), np.ones(len(b), dtype=bool)
    open_a[settled.i], open_b[settled.j] = False, False
    from_a, from_b = nearest(stems, np.flatnonzero(open_a)), nearest(stems.turned(), np.flatnonzero(open_b))
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


def nearest(view: Weighted, lines: Ints) -> Ints:
    """Keys of these sentences of a with the nearest of b to each; those that share nothing are left out."""
    m = len(view.b.sizes)
    if not (len(view.a.ids) and len(view.b.ids) and len(lines)):
        return np.zeros(0, np.int64)
    order = np.argsort(view.b.ids, kind="stable")
    holders = view_of(view.b.lines[order], np.bincount(view.b.ids, minlength=len(view.weight)))
    length = np.sqrt(np.maximum(view.whole_b, 1e-9))
    step = max(1, CHUNK // m)
    return np.concatenate([best_of(view, holders, length, lines[top : top + step]) for top in range(0, len(lines), step)])


def best_of(view: Weighted, holders: View, length: Floats, lines: Ints) -> Ints:
    """The same for some sentences at a time, by way of the sentences of b that hold each term."""
    m = len(length)
    own = spread(view.a, lines)
    reach = spread(holders, own.term)
    cell = own.line[reach.line] * m + reach.term
    score = np.bincount(cell, view.weight[own.term][reach.line], len(lines) * m).reshape(len(lines), m) / length
    k = min(NEAREST, m)
    j = np.argpartition(-score, k - 1, axis=1)[:, :k].ravel()
    i = np.repeat(np.arange(len(lines)), k)
    some = score[i, j] > 0
    return np.asarray(lines[i[some]] * m + j[some], dtype=np.int64)
