"""Terms of two documents, Cells -> one row of features for each cell: what speaks for and against telling the same.

Each feature is a number that can be said in words (FEATURES); all are computed for all cells of a pair at once.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel

from compare.align.candidates import Cells, Weighted, shared
from compare.align.terms import VIEWS, Floats, Ints, Terms


@dataclass(frozen=True, slots=True)
class Evidence:
    cells: Cells
    names: tuple[str, ...]
    values: Floats
    """One row for each cell, one column for each name."""
    similarity: Floats


def find_features(a: Terms, b: Terms, views: dict[str, Weighted], cells: Cells) -> Evidence:
    out: dict[str, Floats] = {}
    i, j = cells.i, cells.j
    n, m = cells.shape
    for name in VIEWS:
        view = views[name]
        both = shared(view, cells)
        wa, wb = view.whole_a[i], view.whole_b[j]
        small, large = np.minimum(wa, wb), np.maximum(wa, wb)
        out[f"{name}_dice"] = ratio(2 * both, wa + wb)
        out[f"{name}_most"] = ratio(both, small)
        out[f"{name}_least"] = ratio(both, large)
        out[f"{name}_weight"] = np.log1p(both)
        if name in ("numbers", "marks"):
            out[f"{name}_clash"] = ((wa > 0) & (wb > 0) & (both == 0)).astype(float)
            out[f"{name}_onesided"] = ((wa > 0) != (wb > 0)).astype(float)
    out["words"] = process_pairs([a.words[x] for x in i], [b.words[y] for y in j], Indel.normalized_similarity)
    out["part"] = process_pairs([a.words[x] for x in i], [b.words[y] for y in j], fuzz.partial_ratio) / 100
    out["letters"] = process_pairs([a.letters[x] for x in i], [b.letters[y] for y in j], Indel.normalized_similarity)
    la, lb = np.array([len(w) for w in a.words])[i], np.array([len(w) for w in b.words])[j]
    out["length_ratio"] = np.abs(np.log((1 + la) / (1 + lb)))
    out["length_short"] = np.log1p(np.minimum(la, lb))
    out["length_long"] = np.log1p(np.maximum(la, lb))
    out["position"] = np.abs((i + 0.5) / n - (j + 0.5) / m)
    out["first"] = ((i == 0) & (j == 0)).astype(float)
    out["first_one"] = ((i == 0) ^ (j == 0)).astype(float)
    for name in ("stems_dice", "stems_most", "words"):
        row, column = best_others(cells, out[name])
        out[f"{name}_row"], out[f"{name}_column"] = out[name] - row, out[name] - column
    for name in ("stems_dice",):
        for label, di, dj in NEIGHBOURS:
            out[f"{name}_{label}"] = cells.at(i + di, j + dj, out[name])
    # the two texts as a whole
    out["size"] = np.full(len(cells), np.log(n * m)/2)
    out["size_short"] = np.full(len(cells), np.log(min(n, m)))
    for name in ("stems", "marks", "numbers", "pairs"):
        v = views[name]
        sa, sb = np.unique(v.a.ids), np.unique(v.b.ids)
        both = v.weight[np.intersect1d(sa, sb, assume_unique=True)].sum()
        out[f"kin_{name}"] = np.full(len(cells), float(ratio(both, min(v.weight[sa].sum(), v.weight[sb].sum()))))
    best_a = np.zeros(n); np.maximum.at(best_a, i, out["stems_dice"])
    best_b = np.zeros(m); np.maximum.at(best_b, j, out["stems_dice"])
    out["kin_best"] = np.full(len(cells), (best_a.mean() + best_b.mean()) / 2 if len(cells) else 0)
    out["kin_same"] = np.full(len(cells), ((best_a > 0.9).mean() + (best_b > 0.9).mean()) / 2 if len(cells) else 0)
    return Evidence(cells, tuple(out), np.column_stack(list(out.values())) if len(cells) else np.zeros((0, len(out))), out["words"])

NEIGHBOURS = (("before", -1, -1), ("after", 1, 1), ("a_before", -1, 0), ("a_after", 1, 0), ("b_before", 0, -1), ("b_after", 0, 1))


def ratio(part: Floats, whole: Floats) -> Floats:
    return np.divide(part, whole, out=np.zeros_like(np.asarray(whole, dtype=float)), where=np.asarray(whole) > 0)


def process_pairs(a, b, scorer):
    return process.cpdist(a, b, scorer=scorer, dtype=np.float64, workers=1) if a else np.zeros(0)


def best_others(cells: Cells, values: Floats) -> tuple[Floats, Floats]:
    """The best value of any other cell in the same row, and in the same column."""
    return best_other(cells.i, values, cells.shape[0]), best_other(cells.j, values, cells.shape[1])


def best_other(line: Ints, values: Floats, lines: int) -> Floats:
    order = np.lexsort((-values, line))
    first = np.zeros(lines, dtype=np.int64)
    best, second = np.zeros(lines), np.zeros(lines)
    best_at = np.full(lines, -1)
    sorted_lines = line[order]
    heads = np.flatnonzero(np.r_[True, sorted_lines[1:] != sorted_lines[:-1]]) if len(line) else np.zeros(0, int)
    best[sorted_lines[heads]] = values[order[heads]]
    best_at[sorted_lines[heads]] = order[heads]
    nxt = heads + 1
    ok = nxt < len(order)
    ok[ok] &= sorted_lines[nxt[ok]] == sorted_lines[heads[ok]]
    second[sorted_lines[heads[ok]]] = values[order[nxt[ok]]]
    return np.where(best_at[line] == np.arange(len(line)), second[line], best[line])
