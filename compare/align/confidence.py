"""Evidence -> probability of each cell: that two sentences tell the same, and that they share at least a fact or quotation.

The model is a sum of a weight times each feature, put through the logistic function, so that every confidence can be explained
feature by feature. The weights are data, in coefficients.json, fitted by benchmarks/fit_alignment.py.
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

Question = Literal["same", "shared"]


@dataclass(frozen=True, slots=True)
class Model:
    """A logistic regression; `weights` go with the names of the features."""

    intercept: float
    weights: dict[str, float]


def probability(evidence: Evidence, question: Question) -> Floats:
    """Probability of each cell that its sentences tell the same thing, or share something."""
    model = models()[question]
    weights = np.array([model.weights[name] for name in evidence.names])
    return np.asarray(1 / (1 + np.exp(-np.clip(evidence.values @ weights + model.intercept, -30, 30))))


@cache
def models() -> dict[str, Model]:
    """The fitted models by question."""
    stored = json.loads(files("compare.align").joinpath("coefficients.json").read_text(encoding="utf-8"))
    return {name: Model(one["intercept"], one["weights"]) for name, one in stored["models"].items()}
