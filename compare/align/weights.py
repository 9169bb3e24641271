"""Terms of two documents -> Weighted: what their terms weigh, and which of them any two sentences share.

Terms weigh by how rare they are in the two documents at hand, so that another version changes no link between these two. What
only one of the documents has counts to the weight of its sentences, and is then left out: it is never shared.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from compare.align.terms import VIEW, VIEWS, Floats, Ints, Terms, View, find, view_of

Flags: TypeAlias = NDArray[np.bool_]

LIGHT = 0.2
"""Weight of a function word beside a content word that is as frequent: enough to tell short sentences apart."""
WORDED = tuple(VIEWS.index(name) for name in ("stems", "marks", "names"))
"""The views whose terms are single words, some of them light."""


@dataclass(frozen=True, slots=True)
class Weighted:
    """The terms that two documents share, numbered from 0, with a weight for each."""

    a: View
    b: View
    weight: Floats
    whole_a: Floats
    """Weight of each line of a, with the terms that b lacks."""
    whole_b: Floats

    def turned(self) -> Weighted:
        """The same, seen from b."""
        return Weighted(self.b, self.a, self.weight, self.whole_b, self.whole_a)


@dataclass(frozen=True, slots=True)
class Views:
    """What two documents share in every view, one view below the other, and in the first of them by itself."""

    all: Weighted
    """Sentence i of a in view v of VIEWS is line v * (sentences of a) + i."""
    stems: Weighted
    kin: dict[str, float]
    """By view, how much of the smaller vocabulary, by weight, the other has."""


def weigh(a: Terms, b: Terms) -> Views:
    """The views of two documents, with weights by rareness: ln(1 + sentences / sentences that have the term)."""
    keys, number, times = np.unique(np.concatenate((a.views.ids, b.views.ids)), return_inverse=True, return_counts=True)
    weight = np.log1p((len(a) + len(b)) / times)
    light = np.union1d(a.light, b.light)
    found = find(keys, np.concatenate([view << VIEW | light for view in WORDED]))
    weight[found[found >= 0]] *= LIGHT
    ids_a, ids_b = number[: len(a.views.ids)], number[len(a.views.ids) :]
    in_a, in_b = np.zeros(len(keys), dtype=bool), np.zeros(len(keys), dtype=bool)
    in_a[ids_a], in_b[ids_b] = True, True
    both = in_a & in_b
    every = Weighted(
        common(a.views, ids_a, both), common(b.views, ids_b, both), weight[both],
        totals(a.views.lines, weight[ids_a], len(a.views.sizes)), totals(b.views.lines, weight[ids_b], len(b.views.sizes)),
    )  # fmt: skip
    view = keys >> VIEW
    of_a, of_b, of_both = (totals(view[some], weight[some], len(VIEWS)) for some in (in_a, in_b, both))
    kin = share(of_both, np.minimum(of_a, of_b))
    stems = Weighted(
        every.a.top(len(a)), every.b.top(len(b)), every.weight[view[both] == 0], every.whole_a[: len(a)], every.whole_b[: len(b)]
    )
    return Views(every, stems, dict(zip(VIEWS, kin.tolist(), strict=True)))


def common(view: View, ids: Ints, both: Flags) -> View:
    """The view with the terms that both documents have, numbered anew; `ids` are the numbers of its terms before."""
    kept = np.flatnonzero(both[ids])
    return view_of((np.cumsum(both) - 1)[ids[kept]], np.bincount(view.lines[kept], minlength=len(view.sizes)))


@dataclass(frozen=True, slots=True)
class Spread:
    """The terms of some lines, one line after the other."""

    line: Ints
    """For each term the place of its line among those asked for."""
    term: Ints
    start: Ints
    """Where the terms of each line begin."""


def spread(view: View, lines: Ints) -> Spread:
    """The terms of these lines of the view."""
    sizes = view.sizes[lines]
    start = np.cumsum(sizes) - sizes
    shift = np.repeat(view.start[lines] - start, sizes)
    return Spread(np.repeat(np.arange(len(lines)), sizes), view.ids[np.arange(len(shift)) + shift], start)


@dataclass(frozen=True, slots=True)
class Meeting:
    """The terms of the first line of each of many pairs of lines, and what the second has of them."""

    terms: Spread
    both: Flags
    """Whether the second line has the term."""
    weight: Floats
    """The weight of the term if it does, else 0."""

    def sums(self, values: Floats | Flags) -> Floats:
        """What the values of its terms add up to for each pair."""
        return totals(self.terms.line, values, len(self.terms.start))


def meet(view: Weighted, one: Ints, two: Ints) -> Meeting:
    """The terms of each line `one` of a, beside the line `two` of b."""
    terms = spread(view.a, one)
    vocabulary = len(view.weight)
    both = find(view.b.lines * vocabulary + view.b.ids, two[terms.line] * vocabulary + terms.term) >= 0
    return Meeting(terms, both, np.where(both, view.weight[terms.term], 0.0))


def totals(groups: Ints, values: Floats | Flags, count: int) -> Floats:
    """What the values of each group add up to, the groups being numbered from 0."""
    return np.bincount(groups, values, count).astype(np.float64, copy=False)


def share(part: Floats, whole: Floats) -> Floats:
    """part / whole, 0 where the whole is 0."""
    return np.divide(part, whole, out=np.zeros(whole.shape), where=whole > 0)
