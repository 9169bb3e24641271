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

from compare.align.candidates import Weighted, present, shared, spread
from compare.align.cells import Cells, rivals
from compare.align.terms import VIEWS, Floats, Terms

NEIGHBOURS = {"before": (-1, -1), "after": (1, 1), "a_before": (-1, 0), "a_after": (1, 0), "b_before": (0, -1), "b_after": (0, 1)}
SIDES = {"row": "column", "column": "row", "a": "b", "b": "a"}
"""Parts of a feature's name that say from which version it looks, and what the other version's is called."""
WEIGHTY = 0.8
"""Weight of a word that says something: a content word in up to four fifths of all sentences; no function word but the rarest."""
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
    columns |= sharp(views["stems"], cells)
    columns |= wording(a, b, cells) | length(a, b, cells) | place(cells)
    for name in ("stems_dice", "stems_most", "words"):
        columns[f"{name}_row"] = columns[name] - rivals(cells.i, cells.j, columns[name]).value
        columns[f"{name}_column"] = columns[name] - rivals(cells.j, cells.i, columns[name]).value
    for name, (down, along) in NEIGHBOURS.items():
        columns[f"stems_dice_{name}"] = cells.at(cells.i + down, cells.j + along, columns["stems_dice"])
    columns |= {name: np.full(len(cells), value) for name, value in kinship(views, cells, columns["stems_dice"]).items()}
    return evidence(cells, columns)


def evidence(cells: Cells, columns: Mapping[str, Floats]) -> Evidence:
    """The columns as one table, in which the two versions have the same part: no link hangs on which of them comes first."""
    table: list[Floats] = []
    for name, other in sides(tuple(columns)):
        table += (columns[name],) if other is None else (columns[name] + columns[other], np.abs(columns[name] - columns[other]))
    return Evidence(cells, evened(tuple(columns)), np.stack(table, axis=1))


@cache
def sides(names: tuple[str, ...]) -> tuple[tuple[str, str | None], ...]:
    """The features, those that look from one side paired with the same from the other.

    >>> sides(("words", "words_row", "words_column"))
    (('words', None), ('words_column', 'words_row'))
    """
    mirror = {name: "_".join(SIDES.get(part, part) for part in name.split("_")) for name in names}
    alone = {name for name in names if mirror[name] == name or mirror[name] not in names}
    return tuple((name, None if name in alone else mirror[name]) for name in names if name in alone or name < mirror[name])


@cache
def evened(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names of the features when those of two sides have become their sum and their gap."""
    return tuple(x for name, other in sides(names) for x in ((name,) if other is None else (f"{name}_sum", f"{name}_gap")))


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
    if name in ("numbers", "marks", "figures", "names"):
        out[f"{name}_clash"] = ((one > 0) & (two > 0) & (both == 0)).astype(np.float64)
        out[f"{name}_onesided"] = ((one > 0) != (two > 0)).astype(np.float64)
    return out


def sharp(view: Weighted, cells: Cells) -> dict[str, Floats]:
    """How many and how rare the shared words are: those that each text has once, squared weights, words that weigh at all."""
    terms = spread(view.a, cells.i)
    both = present(view.b, len(view.weight), cells.j[terms.cell], terms.term)
    weight = view.weight[terms.term]
    once = np.ones(len(view.weight), dtype=bool)
    for side in (view.a, view.b):
        once &= np.bincount(side.ids, minlength=len(view.weight)) == 1
    return {
        "rare_once": np.bincount(terms.cell, both & once[terms.term], len(cells)).astype(np.float64),
        "rare_square": np.log1p(np.bincount(terms.cell, np.where(both, weight**2, 0.0), len(cells))),
        "rare_count": np.log1p(np.bincount(terms.cell, both & (weight > WEIGHTY), len(cells))),
    }


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
