"""Terms of two documents -> Weighted views and Cells: which sentence pairs are worth a closer look.

Words weigh by how rare they are in the two documents at hand, so that another version changes no link between these two.
A sentence's candidates are its twelve best by weighted stems, from either side, and the cells about identical sentences.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

import numpy as np

from compare.align.cells import Cells, cells_of
from compare.align.terms import Floats, Ints, Terms, View, view_of

NEAREST = 12
"""Candidates of a sentence on the other side; they keep 98% or more of the right links of all sets but DEplain (83%)."""
FUNCTION_WORD = 0.2
"""Weight of a function word beside a content word that is as frequent: enough to tell short sentences apart."""
CHUNK = 1 << 20
"""Cells scored at a time in the search for candidates: 8 MB of scores."""


@dataclass(frozen=True, slots=True)
class Weighted:
    """One view of both documents with common term numbers from 0 and a weight for each term."""

    a: View
    b: View
    weight: Floats
    whole_a: Floats
    """Weight of each sentence of a."""
    whole_b: Floats

    def turned(self) -> Weighted:
        """The same, seen from b."""
        return Weighted(self.b, self.a, self.weight, self.whole_b, self.whole_a)


def weigh(a: Terms, b: Terms, name: str) -> Weighted:
    """A view of two documents, with weights by rareness: ln(1 + sentences / sentences that have the term)."""
    one, two = a.views[name], b.views[name]
    terms, number, times = np.unique(np.concatenate((one.ids, two.ids)), return_inverse=True, return_counts=True)
    weight = np.log1p((len(a) + len(b)) / times)
    if name in ("stems", "marks", "names"):
        weight[np.isin(terms, np.array(sorted(a.common | b.common), dtype=np.int64))] *= FUNCTION_WORD
    cut = len(one.ids)
    left, right = replace(one, ids=number[:cut]), replace(two, ids=number[cut:])
    return Weighted(left, right, weight, whole(left, weight), whole(right, weight))


def whole(view: View, weight: Floats) -> Floats:
    """The weight of each sentence."""
    return np.bincount(view.rows, weight[view.ids], len(view.sizes)).astype(np.float64)


@dataclass(frozen=True, slots=True)
class Spread:
    """The terms of the a-side of many cells, one entry for each term of each cell."""

    cell: Ints
    term: Ints


def spread(view: View, lines: Ints) -> Spread:
    """The terms of the sentences `lines`, sentence by sentence."""
    sizes = view.sizes[lines]
    first = np.repeat(view.start[:-1][lines] - (np.cumsum(sizes) - sizes), sizes)
    return Spread(np.repeat(np.arange(len(lines)), sizes), view.ids[first + np.arange(len(first))])


def present(view: View, vocabulary: int, lines: Ints, terms: Ints) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Whether each sentence of `lines` has the term beside it; no sentence -1 has any."""
    held = view.rows * vocabulary + view.ids
    wanted = lines * vocabulary + terms
    if not len(held):
        return np.zeros(len(wanted), dtype=np.bool_)
    found: np.ndarray[tuple[int], np.dtype[np.bool_]] = held[np.minimum(np.searchsorted(held, wanted), len(held) - 1)] == wanted
    return found


def shared(view: Weighted, cells: Cells) -> Floats:
    """Weight of the terms that both sentences of each cell have."""
    terms = spread(view.a, cells.i)
    both = present(view.b, len(view.weight), cells.j[terms.cell], terms.term)
    return np.bincount(terms.cell, np.where(both, view.weight[terms.term], 0.0), len(cells)).astype(np.float64)


def find_candidates(a: Terms, b: Terms, stems: Weighted) -> Cells:
    """The cells worth a closer look: of identical sentences their own cell only, for they are settled."""
    shape = (len(a), len(b))
    settled = cells_of(identical(a, b), shape)
    from_a, from_b = nearest(stems), nearest(stems.turned())
    turned = from_b % max(len(a), 1) * len(b) + from_b // max(len(a), 1)
    keys = np.concatenate((from_a, turned, settled.around()))
    width = max(len(b), 1)
    open_a, open_b = np.ones(len(a), dtype=bool), np.ones(len(b), dtype=bool)
    open_a[settled.i], open_b[settled.j] = False, False
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


def nearest(view: Weighted) -> Ints:
    """Keys of each sentence of a with its nearest of b; those that share nothing are left out."""
    n, m = len(view.a.sizes), len(view.b.sizes)
    if not (len(view.a.ids) and len(view.b.ids)):
        return np.zeros(0, np.int64)
    order = np.argsort(view.b.ids, kind="stable")
    holders = view_of(view.b.rows[order], np.bincount(view.b.ids, minlength=len(view.weight)))
    length = np.sqrt(np.maximum(view.whole_b, 1e-9))
    step = max(1, CHUNK // m)
    return np.concatenate([best_of(view, holders, length, top, min(top + step, n)) for top in range(0, n, step)])


def best_of(view: Weighted, holders: View, length: Floats, top: int, end: int) -> Ints:
    """The same for the sentences top..end of a, by way of the sentences of b that hold each term."""
    m = len(length)
    own = slice(view.a.start[top], view.a.start[end])
    reach = spread(holders, view.a.ids[own])
    cell = (view.a.rows[own][reach.cell] - top) * m + reach.term
    score = np.bincount(cell, view.weight[view.a.ids[own]][reach.cell], (end - top) * m).reshape(end - top, m) / length
    k = min(NEAREST, m)
    j = np.argpartition(-score, k - 1, axis=1)[:, :k].ravel()
    i = np.repeat(np.arange(end - top), k)
    some = score[i, j] > 0
    return np.asarray((i[some] + top) * m + j[some], dtype=np.int64)
