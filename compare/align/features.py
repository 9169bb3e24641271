"""Terms of two documents, Cells -> Evidence: what speaks for and against two sentences telling the same, as numbers.

All features are computed for all cells of a pair at once. In groups: the overlap of stems, word pairs, runs, names, figures
and quoted words; how rare the shared words are; words and letters kept in order; length; place in the text; how far the cell
stands out among its rivals in row and column; how like its neighbours are; and the kinship of the two texts as a whole
(`kin_`), which tells revisions from retellings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel

from compare.align.cells import Cells, rivals
from compare.align.terms import VIEWS, Floats, Ints, Terms
from compare.align.weights import Views, Weighted, meet, share

NEIGHBOURS = {"before": (-1, -1), "after": (1, 1), "a_before": (-1, 0), "a_after": (1, 0), "b_before": (0, -1), "b_after": (0, 1)}
SIDES = {"row": "column", "column": "row", "a": "b", "b": "a"}
"""Parts of a feature's name that say from which version it looks, and what the other version's is called."""
MARKED = ("marks", "numbers", "names", "figures")
"""Views in which a sentence may well have nothing, so that it tells something if both have and share none, or one alone has."""
KIN = ("stems", "marks", "numbers", "pairs")
"""Views whose vocabularies are compared as a whole."""
WEIGHTY = 0.8
"""Weight of a word that says something: a content word in up to four fifths of all sentences; no function word but the rarest."""
LOOKED_AT = 400
"""Words of a sentence among which the best-fitting part is looked for, three times the longest: the time is the cube of them."""
AT_ONCE = 1 << 16
"""Cells whose table is made in one go: all of a long pair's would be held three times."""
SAME_WORDS = 0.9
"""Overlap from which a sentence counts as kept when the kinship of two texts is taken."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Features of the cells of a pair: a row of `values` for each cell, a column for each of `names`."""

    cells: Cells
    names: tuple[str, ...]
    values: Floats

    def column(self, name: str) -> Floats:
        return np.asarray(self.values[:, self.names.index(name)])


def find_features(a: Terms, b: Terms, views: Views, cells: Cells) -> Evidence:
    """The features of each cell taken by itself and beside its rivals and neighbours."""
    columns = overlap(views.all, cells) | sharp(views.stems, cells) | wording(a, b, cells) | length(a, b, cells) | place(cells)
    names = ("stems_dice", "stems_most", "words")
    values = np.array([columns[name] for name in names])
    in_row, in_column = values - rivals(cells.i, values).value, values - rivals(cells.j, values).value
    for k, name in enumerate(names):
        columns[f"{name}_row"], columns[f"{name}_column"] = in_row[k], in_column[k]
    dice = columns["stems_dice"]
    beside = zip(NEIGHBOURS, cells.beside(dice, NEIGHBOURS.values()), strict=True)
    columns |= {f"stems_dice_{name}": value for name, value in beside}
    columns |= {name: np.full(len(cells), value) for name, value in kinship(views, cells, dice).items()}
    return evidence(cells, columns)


def evidence(cells: Cells, columns: Mapping[str, Floats]) -> Evidence:
    """The columns as one table, in which the two versions have the same part: no link hangs on which of them comes first."""
    both = evened(tuple(columns))
    values = np.empty((len(both.left), len(cells)))
    for top in range(0, len(cells), AT_ONCE):
        table = np.concatenate([column[top : top + AT_ONCE] for column in columns.values()]).reshape(len(columns), -1)
        part = table[both.left]
        part[both.sums] += table[both.right[both.sums]]
        part[both.gaps] = np.abs(part[both.gaps] - table[both.right[both.gaps]])
        values[:, top : top + AT_ONCE] = part
    return Evidence(cells, both.names, values.T)


@cache
def sides(names: tuple[str, ...]) -> tuple[tuple[str, str | None], ...]:
    """The features, those that look from one side paired with the same from the other.

    >>> sides(("words", "words_row", "words_column"))
    (('words', None), ('words_column', 'words_row'))
    """
    mirror = {name: "_".join(SIDES.get(part, part) for part in name.split("_")) for name in names}
    alone = {name for name in names if mirror[name] == name or mirror[name] not in names}
    return tuple((name, None if name in alone else mirror[name]) for name in names if name in alone or name < mirror[name])


@dataclass(frozen=True, slots=True)
class Evened:
    """How the table of features is made: a column is that number `left`, with that number `right` if two sides make it."""

    names: tuple[str, ...]
    left: Ints
    right: Ints
    sums: Ints
    """Numbers of the columns that are the sum of two sides."""
    gaps: Ints
    """Numbers of those that are their gap."""


@cache
def evened(names: tuple[str, ...]) -> Evened:
    """The features by these names, with those of two sides as their sum and their gap."""
    made: list[tuple[str, str, str]] = []
    sums: list[int] = []
    for name, other in sides(names):
        if other is None:
            made.append((name, name, name))
        else:
            sums.append(len(made))
            made += ((f"{name}_sum", name, other), (f"{name}_gap", name, other))
    number = {name: k for k, name in enumerate(names)}
    titles, left, right = zip(*made, strict=True)
    both = np.array(sums, dtype=np.int64)
    return Evened(titles, np.array([number[x] for x in left]), np.array([number[x] for x in right]), both, both + 1)


def overlap(views: Weighted, cells: Cells) -> dict[str, Floats]:
    """Weight that both sentences have in each view, over that of both, of the smaller and of the larger."""
    n, m = cells.shape
    view = np.arange(len(VIEWS))[:, np.newaxis]
    lines_a, lines_b = view * n + cells.i, view * m + cells.j
    met = meet(views, lines_a.ravel(), lines_b.ravel())
    both = met.sums(met.weight).reshape(lines_a.shape)
    one, two = views.whole_a[lines_a], views.whole_b[lines_b]
    dice, weight = share(2 * both, one + two), np.log1p(both)
    most, least = share(both, np.minimum(one, two)), share(both, np.maximum(one, two))
    clash, onesided = (one > 0) & (two > 0) & (both == 0), (one > 0) != (two > 0)
    out: dict[str, Floats] = {}
    for v, name in enumerate(VIEWS):
        out |= {f"{name}_dice": dice[v], f"{name}_most": most[v], f"{name}_least": least[v], f"{name}_weight": weight[v]}
        if name in MARKED:
            out |= {f"{name}_clash": clash[v].astype(np.float64), f"{name}_onesided": onesided[v].astype(np.float64)}
    return out


def sharp(stems: Weighted, cells: Cells) -> dict[str, Floats]:
    """How many and how rare the shared words are: those that each text has once, squared weights, words that weigh at all."""
    met = meet(stems, cells.i, cells.j)
    once = np.ones(len(stems.weight), dtype=bool)
    for side in (stems.a, stems.b):
        once &= np.bincount(side.ids, minlength=len(once)) == 1
    return {
        "rare_once": met.sums(met.both & once[met.terms.term]),
        "rare_square": np.log1p(met.sums(met.weight**2)),
        "rare_count": np.log1p(met.sums(met.weight > WEIGHTY)),
    }


def wording(a: Terms, b: Terms, cells: Cells) -> dict[str, Floats]:
    """Share of words kept in order, the same for the best-fitting part, share of letters kept in order."""
    i, j = cells.i.tolist(), cells.j.tolist()
    one, two = [a.words[x] for x in i], [b.words[y] for y in j]
    return {
        "words": paired(one, two, Indel.normalized_similarity),
        "part": paired([w[:LOOKED_AT] for w in one], [w[:LOOKED_AT] for w in two], fuzz.partial_ratio) / 100,
        "letters": paired([a.letters[x] for x in i], [b.letters[y] for y in j], Indel.normalized_similarity),
    }


def length(a: Terms, b: Terms, cells: Cells) -> dict[str, Floats]:
    """Lengths in words."""
    one = np.array([len(w) for w in a.words], dtype=np.float64)[cells.i]
    two = np.array([len(w) for w in b.words], dtype=np.float64)[cells.j]
    return {
        "length_ratio": np.abs(np.log((1 + one) / (1 + two))),
        "length_short": np.log1p(np.minimum(one, two)),
        "length_long": np.log1p(np.maximum(one, two)),
    }


def place(cells: Cells) -> dict[str, Floats]:
    """Distance of the two places, each as a share of its text; whether both, or one of them, come first."""
    n, m = cells.shape
    return {
        "position": np.abs((cells.i + 0.5) / max(n, 1) - (cells.j + 0.5) / max(m, 1)),
        "first": ((cells.i == 0) & (cells.j == 0)).astype(np.float64),
        "first_one": ((cells.i == 0) != (cells.j == 0)).astype(np.float64),
    }


def kinship(views: Views, cells: Cells, dice: Floats) -> dict[str, float]:
    """How long the texts are, what of the smaller vocabulary the other has, and how many sentences have a counterpart."""
    n, m = cells.shape
    out = {"size": float(np.log(max(n * m, 1)) / 2), "size_short": float(np.log(max(min(n, m), 1)))}
    out |= {f"kin_{name}": views.kin[name] for name in KIN}
    best_a, best_b = np.zeros(n), np.zeros(m)
    np.maximum.at(best_a, cells.i, dice)
    np.maximum.at(best_b, cells.j, dice)
    counterparts = np.concatenate((best_a, best_b)) if n and m else np.zeros(1)
    return out | {"kin_best": float(counterparts.mean()), "kin_same": float((counterparts > SAME_WORDS).mean())}


def paired(one: Sequence[str], two: Sequence[str], scorer: Callable[..., float]) -> Floats:
    """The scorer's value for the first of both, the second of both, and so on."""
    if not one:
        return np.zeros(0)
    return np.asarray(process.cpdist(one, two, scorer=scorer, dtype=np.float64, workers=1), dtype=np.float64)
