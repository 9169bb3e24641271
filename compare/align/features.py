"""Terms of two documents, Cells -> Evidence: what speaks for and against two sentences telling the same, as numbers.

All features are computed for all cells of a pair at once. In groups: the overlap of stems, word pairs, runs, names and numbers;
words and letters kept in order; length; place in the text; how far the cell stands out among its rivals in row and column; how
like its neighbours are; and the kinship of the two texts as a whole (`kin_`), which tells revisions from retellings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel

from compare.align.candidates import Weighted, shared
from compare.align.cells import Cells, rivals
from compare.align.terms import VIEWS, Floats, Terms

NEIGHBOURS = {"before": (-1, -1), "after": (1, 1), "a_before": (-1, 0), "a_after": (1, 0), "b_before": (0, -1), "b_after": (0, 1)}
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


def find_features(a: Terms, b: Terms, views: Mapping[str, Weighted], cells: Cells) -> Evidence:
    """The features of each cell taken by itself and beside its rivals and neighbours."""
    columns: dict[str, Floats] = {}
    for name in VIEWS:
        columns |= overlap(name, views[name], cells)
    columns |= wording(a, b, cells) | length(a, b, cells) | place(cells)
    for name in ("stems_dice", "stems_most", "words"):
        columns[f"{name}_row"] = columns[name] - rivals(cells.i, cells.j, columns[name]).value
        columns[f"{name}_column"] = columns[name] - rivals(cells.j, cells.i, columns[name]).value
    for name, (down, along) in NEIGHBOURS.items():
        columns[f"stems_dice_{name}"] = cells.at(cells.i + down, cells.j + along, columns["stems_dice"])
    columns |= {name: np.full(len(cells), value) for name, value in kinship(views, cells, columns["stems_dice"]).items()}
    return evidence(cells, columns)


def evidence(cells: Cells, columns: Mapping[str, Floats]) -> Evidence:
    """The columns as one table."""
    return Evidence(cells, tuple(columns), np.stack(list(columns.values()), axis=1))


def overlap(name: str, view: Weighted, cells: Cells) -> dict[str, Floats]:
    """Weight that both sentences have in one view, over that of both, of the smaller and of the larger."""
    both = shared(view, cells)
    one, two = view.whole_a[cells.i], view.whole_b[cells.j]
    out = {
        f"{name}_dice": share(2 * both, one + two),
        f"{name}_most": share(both, np.minimum(one, two)),
        f"{name}_least": share(both, np.maximum(one, two)),
        f"{name}_weight": np.log1p(both),
    }
    if name in ("numbers", "marks"):
        out[f"{name}_clash"] = ((one > 0) & (two > 0) & (both == 0)).astype(np.float64)
        out[f"{name}_onesided"] = ((one > 0) != (two > 0)).astype(np.float64)
    return out


def wording(a: Terms, b: Terms, cells: Cells) -> dict[str, Floats]:
    """Share of words kept in order, the same for the best-fitting part, share of letters kept in order."""
    i, j = cells.i.tolist(), cells.j.tolist()
    one, two = [a.words[x] for x in i], [b.words[y] for y in j]
    return {
        "words": paired(one, two, Indel.normalized_similarity),
        "part": paired(one, two, fuzz.partial_ratio) / 100,
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


def kinship(views: Mapping[str, Weighted], cells: Cells, dice: Floats) -> dict[str, float]:
    """How long the texts are, what of the smaller vocabulary the other has, and how many sentences have a counterpart."""
    n, m = cells.shape
    out = {"size": float(np.log(max(n * m, 1)) / 2), "size_short": float(np.log(max(min(n, m), 1)))}
    for name in ("stems", "marks", "numbers", "pairs"):
        view = views[name]
        in_a, in_b = np.zeros(len(view.weight), dtype=bool), np.zeros(len(view.weight), dtype=bool)
        in_a[view.a.ids], in_b[view.b.ids] = True, True
        smaller = min(view.weight[in_a].sum(), view.weight[in_b].sum())
        out[f"kin_{name}"] = float(view.weight[in_a & in_b].sum() / smaller) if smaller else 0.0
    best_a, best_b = np.zeros(n), np.zeros(m)
    np.maximum.at(best_a, cells.i, dice)
    np.maximum.at(best_b, cells.j, dice)
    counterparts = np.concatenate((best_a, best_b)) if n and m else np.zeros(1)
    out["kin_best"] = float(counterparts.mean())
    out["kin_same"] = float((counterparts > SAME_WORDS).mean())
    return out


def share(part: Floats, whole: Floats) -> Floats:
    """part / whole, 0 where the whole is 0."""
    return np.divide(part, whole, out=np.zeros(len(whole)), where=whole > 0)


def paired(one: Sequence[str], two: Sequence[str], scorer: Callable[..., float]) -> Floats:
    """The scorer's value for the first of both, the second of both, and so on."""
    if not one:
        return np.zeros(0)
    return np.asarray(process.cpdist(one, two, scorer=scorer, dtype=np.float64, workers=1), dtype=np.float64)
