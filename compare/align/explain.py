"""Links, Evidence -> Link*, each with what its confidence is made of.

The log-odds of a cell are a sum over features, so that groups of them can be told apart. A link of several cells has the mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from typing import Final

import numpy as np

from compare.align.confidence import models
from compare.align.features import Evidence
from compare.align.terms import Floats
from compare.model import Link, Relation

GROUPS: Final = (
    ("kind of pair", ("size", "kin")),
    ("first look", ("same_odds", "shared_odds", "same_chance", "shared_chance")),
    ("other links", ("same", "shared", "told")),
    ("figures", ("numbers", "figures")),
    ("names", ("names", "marks")),
    ("quotation", ("quoted",)),
    ("length", ("length",)),
    ("place", ("position", "first")),
    ("wording", ("words", "part", "letters")),
    ("shared words", ("stems", "pairs", "runs", "rare")),
)
"""Groups of features by how their names begin; the first that fits. The intercept counts to the kind of pair."""
BESIDE = ("row", "column", "before", "after")
"""Parts of a feature's name that look at the sentences beside or at the rivals of a pair of sentences."""


def explained(links: Sequence[Link], evidence: Evidence) -> tuple[Link, ...]:
    """The links with their reasons; those of identical sentences have none, as nothing was weighed."""
    cells = evidence.cells
    line = {cell: k for k, cell in enumerate(zip(cells.i.tolist(), cells.j.tolist(), strict=True))}
    return tuple(
        replace(x, why=reasons(x, evidence.values[[line[c] for c in product(x.a, x.b) if c in line]], evidence.names))
        if x.relation != Relation.IDENTICAL
        else x
        for x in links
    )


def reasons(link: Link, values: Floats, names: Sequence[str]) -> tuple[tuple[str, float], ...]:
    """What each group of features adds to the log-odds of the link, the weightiest first."""
    if not len(values):
        return ()
    model = models()["shared" if link.relation == Relation.PARTIAL else "same"]
    sums = dict.fromkeys([name for name, _ in GROUPS], 0.0)
    sums["kind of pair"] = model.intercept
    for name, part in zip(names, np.mean(values, axis=0) * model.weights, strict=True):
        sums[group_of(name)] += float(part)
    return tuple(sorted(((name, round(x, 4)) for name, x in sums.items()), key=lambda pair: (-abs(pair[1]), pair[0])))


def group_of(feature: str) -> str:
    """The group that a feature counts to.

    >>> group_of("stems_dice"), group_of("stems_dice_row_sum"), group_of("kin_best"), group_of("words_by_size")
    ('shared words', 'other links', 'kind of pair', 'wording')
    """
    own = feature.partition("_by_")[0]
    group = next(name for name, starts in GROUPS if any(own == s or own.startswith(f"{s}_") for s in starts))
    return "other links" if set(own.split("_")) & set(BESIDE) else group
