"""Evidence, first probabilities -> Evidence: what the rest of the alignment says about a cell, for a second look.

A sentence that already has a sure counterpart is less likely to have another; one whose neighbours are linked in step is more
likely to be linked too; a sentence that tells what the rival leaves untold is likely the other half of a split.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from compare.align.cells import Cells, rivals
from compare.align.features import Evidence, evidence
from compare.align.terms import Floats, Ints
from compare.align.weights import Weighted, meet, share

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
    columns = dict(zip(first.names, first.values.T, strict=True))
    columns["same_odds"], columns["shared_odds"] = look.same, look.shared
    chances = chance(np.array((look.same, look.shared)))
    in_row, in_column = rivals(cells.i, chances), rivals(cells.j, chances)
    for k, name in enumerate(("same", "shared")):
        columns |= standing(name, chances[k], in_row.value[k], in_column.value[k], cells)
    columns |= {f"told_a_{k}": v for k, v in told(stems, cells.i, cells.j, in_row.cell[0]).items()}
    columns |= {f"told_b_{k}": v for k, v in told(stems.turned(), cells.j, cells.i, in_column.cell[0]).items()}
    columns |= by_regime(columns)
    return evidence(cells, columns)


def by_regime(columns: Mapping[str, Floats]) -> dict[str, Floats]:
    """The main features times what kind of pair it is: revisions or two outlets' tellings, short or long."""
    out = {f"{name}_by_{kind}": columns[name] * columns[kind] for name in MAIN for kind in REGIME}
    return out | {f"size_above_{n}": np.maximum(columns["size"] - np.log(n), 0.0) for n in KNOTS}


def chance(odds: Floats) -> Floats:
    """Probability from log-odds."""
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))))


def standing(name: str, p: Floats, row: Floats, column: Floats, cells: Cells) -> dict[str, Floats]:
    """How the cell stands beside the best others of its row and column, among its neighbours, and how many links the pair has."""
    i, j = cells.i, cells.j
    n, m = cells.shape
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
    return out | {f"{name}_{step}": near for step, near in zip(STEPS, cells.beside(p, STEPS.values()), strict=True)}


def told(stems: Weighted, line: Ints, across: Ints, rival: Ints) -> dict[str, Floats]:
    """What of a sentence its counterpart tells beyond the rival, as shares of either; what both tell; what the rival tells.

    `rival` is the number of another cell with the same sentence of the first version, or -1: the terms there are the same.
    """
    met = meet(stems, line, across)
    start, of = met.terms.start, met.terms.line
    there = np.arange(len(of)) + np.where(rival < 0, 0, start[rival] - start)[of]
    told_there = np.where((rival < 0)[of], 0.0, met.weight[there])
    by_rival, fresh = met.sums(told_there), met.sums(np.where(told_there > 0, 0.0, met.weight))
    whole = stems.whole_a[line]
    return {
        "fresh": share(fresh, whole),
        "fresh_of_other": share(fresh, stems.whole_b[across]),
        "together": share(by_rival + fresh, whole),
        "by_rival": share(by_rival, whole),
    }
