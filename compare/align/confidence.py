"""Evidence -> odds of each cell: that two sentences tell the same, and that they share at least a fact or a quotation.

A model is a sum of a weight times each feature, put through the logistic function, so that every confidence can be explained
feature by feature. The first look judges each cell by itself, the second in the context of what the first made of the others.
The weights are data: coefficients.json, fitted and described by benchmarks/fit_alignment.py.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import numpy as np

from compare.align.features import Evidence
from compare.align.terms import Floats

Question = Literal["same_first", "shared_first", "same", "shared"]


@dataclass(frozen=True, slots=True)
class Model:
    """A logistic regression: a weight for each feature by name."""

    intercept: float
    names: tuple[str, ...]
    weights: Floats


def odds(evidence: Evidence, question: Question) -> Floats:
    """Log-odds of each cell that its sentences tell the same thing, or share something."""
    model = models()[question]
    if model.names != evidence.names:
        raise ValueError(f"coefficients.json does not fit the features of {question!r}; run benchmarks/fit_alignment.py")
    return np.asarray(evidence.values @ model.weights + model.intercept)


@cache
def models() -> dict[str, Model]:
    """The fitted models by question."""
    stored = json.loads(files("compare.align").joinpath("coefficients.json").read_text(encoding="utf-8"))
    return {
        question: Model(one["intercept"], tuple(one["weights"]), np.array(list(one["weights"].values())))
        for question, one in stored["models"].items()
    }
