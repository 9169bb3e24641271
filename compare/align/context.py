"""Evidence, first probabilities -> Evidence: what the rest of the alignment says about a cell, for a second look.

A sentence that already has a sure counterpart is less likely to have another; one whose neighbours are linked in step is more
likely to be linked too; a sentence that tells what the rival leaves untold is likely the other half of a split.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from compare.align.candidates import Weighted, present, spread
from compare.align.cells import Cells, Rivals, rivals
from compare.align.features import Evidence, evidence, share
from compare.align.terms import Floats, Ints

STEPS = {
    "after": (1, 1), "before": (-1, -1), "after2": (2, 2), "before2": (-2, -2),
    "b_after": (0, 1), "b_before": (0, -1), "a_after": (1, 0), "a_before": (-1, 0),
}  # fmt: skip
REGIME = ("size", "kin_same", "kin_best")
"""What tells revisions from different outlets' tellings, whose links must be weighed differently (research: two regimes)."""
MAIN = (
    "same_odds", "shared_odds", "stems_dice", "words", "same_row", "same_column",
    "told_a_fresh_of_other", "told_b_fresh_of_other",
)  # fmt: skip
KNOTS = (5, 12)
"""Sentences from which the size of a pair counts anew: an excerpt, a short item, an article."""


@dataclass(frozen=True, slots=True)
class FirstLook:
    """What the first look made of each cell, as log-odds."""

    same: Floats
    shared: Floats


def find_context(first: Evidence, look: FirstLook, stems: Weighted) -> Evidence:
    """The first evidence with the context's features added."""
    cells = first.cells
    columns = {name: first.values[:, k] for k, name in enumerate(first.names)}
    columns["same_odds"], columns["shared_odds"] = look.same, look.shared
    same, shared = chance(look.same), chance(look.shared)
    columns |= standing("same", same, cells) | standing("shared", shared, cells)
    columns |= {f"told_a_{k}": v for k, v in told(stems, cells.i, cells.j, rivals(cells.i, cells.j, same)).items()}
    columns |= {f"told_b_{k}": v for k, v in told(stems.turned(), cells.j, cells.i, rivals(cells.j, cells.i, same)).items()}
    columns |= by_regime(columns)
    return evidence(cells, columns)


def by_regime(columns: Mapping[str, Floats]) -> dict[str, Floats]:
    """The main features times what kind of pair it is: revisions or two outlets' tellings, short or long."""
    out = {f"{name}_by_{kind}": columns[name] * columns[kind] for name in MAIN for kind in REGIME}
    return out | {f"size_above_{n}": np.maximum(columns["size"] - np.log(n), 0.0) for n in KNOTS}


def chance(odds: Floats) -> Floats:
    """Probability from log-odds."""
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))))


def standing(name: str, p: Floats, cells: Cells) -> dict[str, Floats]:
    """How the cell stands among the cells of its row and column, among its neighbours, and how many links the pair has."""
    i, j = cells.i, cells.j
    n, m = cells.shape
    row, column = rivals(i, j, p).value, rivals(j, i, p).value
    out = {
        f"{name}_chance": p,
        f"{name}_row": p - row,
        f"{name}_column": p - column,
        f"{name}_rival_row": row,
        f"{name}_rival_column": column,
        f"{name}_crowd_row": np.log(0.01 + np.maximum(np.bincount(i, p, n)[i] - p, 0)),
        f"{name}_crowd_column": np.log(0.01 + np.maximum(np.bincount(j, p, m)[j] - p, 0)),
        f"{name}_links": np.full(len(cells), np.log((p.sum() + 0.1) / max(min(n, m), 1))),
    }
    return out | {f"{name}_{step}": cells.at(i + down, j + along, p) for step, (down, along) in STEPS.items()}


def told(stems: Weighted, line: Ints, across: Ints, rival: Rivals) -> dict[str, Floats]:
    """What of a sentence its counterpart tells beyond the rival, as shares of either; what both tell; what the rival tells."""
    terms = spread(stems.a, line)
    weight = stems.weight[terms.term]
    here = present(stems.b, len(stems.weight), across[terms.cell], terms.term)
    there = present(stems.b, len(stems.weight), rival.place[terms.cell], terms.term)
    fresh = np.bincount(terms.cell, weight * (here & ~there), len(line)).astype(np.float64)
    either = np.bincount(terms.cell, weight * (here | there), len(line)).astype(np.float64)
    whole = stems.whole_a[line]
    return {
        "fresh": share(fresh, whole),
        "fresh_of_other": share(fresh, stems.whole_b[across]),
        "together": share(either, whole),
        "by_rival": share(either - fresh, whole),
    }
