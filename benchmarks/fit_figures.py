"""Fits the score that two numbers measure the same thing, on stories without labels, and prints weights.toml.

    python benchmarks/fit_figures.py STORIES.jsonl ... > compare/figures/weights.toml

Silver labels: a telling value (two digits or more that are not zeros) which stands once in each of two versions is taken to
measure the same thing in both; other candidates of its row and column, of different values, are taken not to. The score
never sees values, so what it learns of context from equal values serves for different ones. A line of a file is a story,
{"versions": [{"text", "date"}, ...]}.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import astuple, fields
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from compare.align import align
from compare.annotate import annotate
from compare.figures.bonds import LEAST_CONTEXT, Candidate, Features, find_candidates, outcome_of
from compare.figures.mentions import Mention, read_mentions
from compare.figures.slots import find_slots
from compare.model import Outcome, Version
from compare.pipeline import prepare
from compare.settings import Settings

STEPS, RIDGE = 30, 1.0
PAIRS = 6
"""Pairs of versions taken of one story: more would only repeat its numbers."""


def main(paths: list[Path]) -> None:
    examples = [x for path in paths for line in path.open(encoding="utf-8") for x in silver(json.loads(line)["versions"])]
    features = np.array([astuple(c.features) for c, _ in examples])
    truth = np.array([label for _, label in examples], dtype=float)
    weights = fit(np.column_stack([np.ones(len(truth)), features]), truth)
    sources = ", ".join(f"{p.parent.name}/{p.name}" for p in paths)
    print("# Weights of the score that two numbers measure the same thing: logistic regression by benchmarks/fit_figures.py on")
    print(f"# {int(truth.sum())} silver pairs and {int((1 - truth).sum())} rivals from the stories of {sources}.")
    print("[score]")
    for name, weight in zip(["bias", *(f.name for f in fields(Features))], weights, strict=True):
        print(f"{name} = {weight:.3f}")


def silver(versions: list[dict[str, str]]) -> Iterable[tuple[Candidate, bool]]:
    """Candidates of a story's pairs of versions with what they are taken for."""
    for pair in list(combinations(versions, 2))[:PAIRS]:
        made = [Version(label=str(k), text=v["text"], published=v.get("date") or None) for k, v in enumerate(pair)]
        documents = [annotate(d) for d in prepare(made, Settings())]
        alignment = align(documents, "A")
        mentions = read_mentions(documents)
        every = find_candidates(documents, alignment, mentions, find_slots(documents, alignment, mentions))
        # those that were looked at for their value alone would teach that equal values need no context
        candidates = [c for c in every if c.features.link or c.features.near >= LEAST_CONTEXT]
        times = Counter((m.document, value_of(m)) for m in mentions)
        once = {m.number for m in mentions if telling(m) and times[m.document, value_of(m)] == 1}
        found = [c for c in candidates if c.a.number in once and c.b.number in once and value_of(c.a) == value_of(c.b)]
        rows, columns = {c.a.number for c in found}, {c.b.number for c in found}
        yield from ((c, True) for c in found)
        for c in candidates:
            rival = c.a.number in rows or c.b.number in columns
            if rival and outcome_of(c.a, c.b) is Outcome.CONTRADICTORY:
                yield c, False


def value_of(mention: Mention) -> tuple[str, str, str | None]:
    q = mention.quantity
    return mention.family, q.date or str(q.lower if q.lower is not None else q.upper), q.unit


def telling(mention: Mention) -> bool:
    """Does the value say by itself what it measures, nearly?"""
    q = mention.quantity
    if q.date is not None:
        return len(q.date) >= len("2017-10-12") and any(c.isdigit() for c in q.text)
    return isinstance(q.lower, Decimal) and len("".join(map(str, q.lower.normalize().as_tuple().digits))) >= 2


def fit(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights of a logistic regression, by Newton's method; the bias is not penalised."""
    w = np.zeros(x.shape[1])
    penalty = np.diag([0.0, *[RIDGE] * (x.shape[1] - 1)])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + penalty @ w
        w = w - np.linalg.solve((x.T * (p * (1 - p))) @ x + penalty, gradient)
    return w


if __name__ == "__main__":
    main([Path(p) for p in sys.argv[1:]])
