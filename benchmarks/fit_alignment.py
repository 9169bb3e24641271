"""Fits the confidence of the alignment: python -m benchmarks.fit_alignment DATA [--write] [--ablate]

DATA is a folder of labelled sets (argrewrite, argmoves, porsimples, deplain, ecbx, crossnews with stories/cross_outlet), a JSON
object a line. The models are pooled over all sets, each set weighing as the root of its size, so that the largest does not
drown the others. The second look is fitted on what the first said of groups (a story, a writer, a topic) that it had not seen.
All figures are cross-validated over groups: no model of either look has seen the group that it is judged by, nor was the second
fitted on what a first that had seen it said of others (that flatters cross-outlet figures by two to eight points). With --write
the coefficients go to compare/align/coefficients.json. With --ablate all is fitted again without each group of features (those
that --explain names), a line of a table for each.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from benchmarks.alignment_sets import SETS, Labelled, document, read_sets
from compare.align.candidates import find_candidates
from compare.align.context import FirstLook, find_context
from compare.align.explain import GROUPS, group_of
from compare.align.features import Evidence, find_features
from compare.align.terms import Floats, Ints, Lexicon, read_terms
from compare.align.weights import Weighted, weigh

LICENCES = {
    "argrewrite": "CC BY 4.0", "argmoves": "CC BY 4.0, derived", "porsimples": "CC BY 4.0",
    "deplain": "mixed CC; coefficients only", "ecbx": "annotation CC BY 3.0; coefficients only",
    "crossnews": "own labels over publishers' texts; coefficients only",
}  # fmt: skip
FOLDS = 5
SEED = 20171013
EASY = 0.35
"""Share of the negative cells of the four large sets that is used: there are plenty, and they teach the same."""
FULL, PARTIAL, NEITHER, UNSURE = 2, 1, 0, -1
REGULAR = {"same_first": 0.02, "shared_first": 0.006, "same": 0.1, "shared": 0.005}
"""Inverse strength of the ridge, by cross-validation."""
EMPHASIS: dict[str, dict[str, float]] = {
    "same": {"crossnews": 4.0},
    "shared": {"crossnews": 80.0, "ecbx": 0.5},
}
"""Sets that weigh more or less: what counts as sharing a fact is marked by hand in crossnews only."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled pair of texts with its cells."""

    labelled: Labelled
    fold: int
    stems: Weighted
    first: Evidence
    label: Ints


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of all pairs, one below the other."""

    values: Floats
    label: Ints
    set: Ints
    fold: Ints
    use: np.ndarray[tuple[int], np.dtype[np.bool_]]
    weight: Floats


def pair(labelled: Labelled) -> Pair:
    """One labelled pair with its features."""
    lexicon = Lexicon()
    a, b = (read_terms(document(letter, text), lexicon) for letter, text in (("A", labelled.a), ("B", labelled.b)))
    views = weigh(a, b)
    cells = find_candidates(a, b, views.stems)
    places = list(zip(cells.i.tolist(), cells.j.tolist(), strict=True))
    kinds = dict.fromkeys(places, NEITHER) | dict.fromkeys(labelled.partial, PARTIAL) | dict.fromkeys(labelled.full, FULL)
    kinds |= dict.fromkeys(labelled.unsure, UNSURE)
    label = np.array([kinds[cell] for cell in places], dtype=np.int64)
    fold = zlib.crc32(labelled.group.encode()) % FOLDS
    return Pair(labelled, fold, views.stems, find_features(a, b, views, cells), label)


def table(pairs: Sequence[Pair], evidence: Sequence[Evidence], question: str) -> Table:
    """The cells of all pairs; for "same" a partial link is neither right nor wrong, for "shared" it is right."""
    sizes = [len(p.label) for p in pairs]
    label = np.concatenate([p.label for p in pairs])
    of_set = np.repeat([SETS.index(p.labelled.set) for p in pairs], sizes)
    noisy = of_set == SETS.index("ecbx")
    use = (label != UNSURE) & ((label != PARTIAL) | ((question == "shared") & ~noisy))
    large = of_set < SETS.index("ecbx")
    easy = large & (label == NEITHER)
    use &= ~easy | (np.random.default_rng(SEED).random(len(label)) < EASY)
    weight = np.ones(len(label))
    for k, name in enumerate(SETS):
        if (of_set == k).any():
            weight[of_set == k] = EMPHASIS[question].get(name, 1.0) / np.sqrt((of_set == k).sum())
    weight *= len(weight) / weight.sum() * np.where(easy, 1 / EASY, 1)
    right = (label >= PARTIAL if question == "shared" else label == FULL).astype(np.int64)
    values = np.concatenate([e.values for e in evidence])
    return Table(values, right, of_set, np.repeat([p.fold for p in pairs], sizes), use, weight)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A logistic regression in terms of the features as they are."""

    intercept: float
    weights: Floats

    def odds(self, values: Floats) -> Floats:
        return np.asarray(values @ self.weights + self.intercept)


def fit(t: Table, strength: float, rows: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Fitted:
    """The regression of the chosen rows."""
    scale = StandardScaler().fit(t.values[rows])
    model = LogisticRegression(C=strength, max_iter=500).fit(scale.transform(t.values[rows]), t.label[rows], t.weight[rows])
    weights = model.coef_[0] / scale.scale_
    return Fitted(float(model.intercept_[0] - (weights * scale.mean_).sum()), weights)


@dataclass(frozen=True, slots=True)
class Blind:
    """The cells of all pairs, and for every two folds, or one twice, the model that saw neither."""

    table: Table
    models: Mapping[tuple[int, int], Fitted]

    def odds(self, hidden: int | None = None) -> Floats:
        """Log-odds of every cell by models that saw nothing of its group, nor of any in the fold `hidden`."""
        t = self.table
        out = np.zeros(len(t.label))
        for fold in range(FOLDS):
            other = fold if hidden is None else hidden
            test = t.fold == fold
            out[test] = self.models[min(fold, other), max(fold, other)].odds(t.values[test])
        return out


def blind(t: Table, strength: float) -> Blind:
    """The models that each have not seen one or two folds."""
    folds = combinations_with_replacement(range(FOLDS), 2)
    return Blind(t, {(one, two): fit(t, strength, t.use & (t.fold != one) & (t.fold != two)) for one, two in folds})


def split_up(pairs: Sequence[Pair], values: Floats) -> list[Floats]:
    """Values of all cells, pair by pair."""
    return np.split(values, np.cumsum([len(p.label) for p in pairs])[:-1])


def trimmed(evidence: Evidence, without: str | None) -> Evidence:
    """The evidence without a group of features."""
    kept = [k for k, name in enumerate(evidence.names) if group_of(name) != without]
    return Evidence(evidence.cells, tuple(evidence.names[k] for k in kept), evidence.values[:, kept])


def first_looks(pairs: Sequence[Pair], without: str | None = None) -> dict[str, Blind]:
    """What the first look is fitted on and its models, by question."""
    first = [trimmed(p.first, without) for p in pairs]
    return {question: blind(table(pairs, first, question), REGULAR[f"{question}_first"]) for question in EMPHASIS}


def second_evidence(
    pairs: Sequence[Pair], first: Mapping[str, Blind], without: str | None = None, hidden: int | None = None
) -> list[Evidence]:
    """What the second look sees of each pair, if the first saw neither its group nor the fold `hidden`."""
    odds = [split_up(pairs, first[q].odds(hidden)) for q in ("same", "shared")]
    return [trimmed(find_context(p.first, FirstLook(*of), p.stems), without) for p, *of in zip(pairs, *odds, strict=True)]


def fit_all(pairs: Sequence[Pair]) -> dict[str, dict[str, float | dict[str, float]]]:
    """The models of both looks for both questions, as they are written down."""
    first = first_looks(pairs)
    tables = {f"{question}_first": look.table for question, look in first.items()}
    models = {name: stored(fit(t, REGULAR[name], t.use), pairs[0].first.names) for name, t in tables.items()}
    second = second_evidence(pairs, first)
    for question in EMPHASIS:
        t = table(pairs, second, question)
        models[question] = stored(fit(t, REGULAR[question], t.use), second[0].names)
    return models


def judged(pairs: Sequence[Pair], without: str | None = None) -> dict[str, list[Floats]]:
    """Log-odds of all cells, by question, from models that saw nothing of their group; `without` a group of features."""
    first = first_looks(pairs, without)
    odds = {question: np.zeros(len(look.table.label)) for question, look in first.items()}
    for fold in range(FOLDS):
        second = second_evidence(pairs, first, without, fold)
        for question in EMPHASIS:
            t = table(pairs, second, question)
            test = t.fold == fold
            odds[question][test] = fit(t, REGULAR[question], t.use & ~test).odds(t.values[test])
    return {question: split_up(pairs, values) for question, values in odds.items()}


def stored(model: Fitted, names: Sequence[str]) -> dict[str, float | dict[str, float]]:
    """A model as it is written down."""
    weights = {name: float(f"{w:.5g}") for name, w in zip(names, model.weights, strict=True)}
    return {"intercept": float(f"{model.intercept:.5g}"), "weights": weights}


def best_f1(pairs: Sequence[Pair], odds: Sequence[Floats], question: str) -> dict[str, tuple[float, float]]:
    """Best F1 of the dev half by set, cell by cell, in per cent, with the probability at which it is reached."""
    out = {}
    for name in SETS:
        chosen = [(p, o) for p, o in zip(pairs, odds, strict=True) if p.labelled.set == name and p.labelled.split == "dev"]
        if not chosen or (question == "shared" and name != "crossnews"):
            continue
        gold = sum(len(p.labelled.full) + (len(p.labelled.partial) if question == "shared" else 0) for p, _ in chosen)
        label = np.concatenate([p.label for p, _ in chosen])
        value = np.concatenate([o for _, o in chosen])
        counts = (label != UNSURE) & ((label != PARTIAL) | (question == "shared"))
        right, value = (label > NEITHER)[counts], value[counts]
        order = np.argsort(-value, kind="stable")
        f1 = 2 * np.cumsum(right[order]) / (np.arange(1, len(order) + 1) + gold)
        best = int(f1.argmax())
        out[name] = (float(100 * f1[best]), float(1 / (1 + np.exp(-value[order[best]]))))
    return out


def report(pairs: Sequence[Pair], odds: Sequence[Floats], question: str) -> str:
    """The same as a line."""
    return ", ".join(f"{name} {f1:.1f} at {at:.2f}" for name, (f1, at) in best_f1(pairs, odds, question).items())


def ablation(pairs: Sequence[Pair]) -> Iterator[str]:
    """A table of Markdown: the cross-validated F1 of each set without each group of features."""
    yield "| without | " + " | ".join(SETS) + " | crossnews, with partial |"
    yield "|---|" + "---|" * (len(SETS) + 1)
    for without in (None, *(name for name, _ in GROUPS)):
        odds = judged(pairs, without)
        same, shared = (best_f1(pairs, odds[question], question) for question in ("same", "shared"))
        figures = [same[name][0] for name in SETS if name in same] + [shared["crossnews"][0]]
        yield f"| {without or '(all groups there)'} | " + " | ".join(f"{x:.1f}" for x in figures) + " |"


def calibration(pairs: Sequence[Pair], odds: Sequence[Floats]) -> Iterator[str]:
    """Of the cells given a probability, how many are right: a line for each tenth."""
    keep = [(p.label == FULL) | (p.label == NEITHER) for p in pairs]
    p = 1 / (1 + np.exp(-np.concatenate([o[k] for o, k in zip(odds, keep, strict=True)])))
    right = np.concatenate([x.label[k] == FULL for x, k in zip(pairs, keep, strict=True)])
    for low in np.arange(0, 1, 0.1):
        here = (p >= low) & (p < low + 0.1)
        if here.any():
            yield f"given {p[here].mean():.2f}: right {right[here].mean():.2f} of {here.sum()}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true", help="replace compare/align/coefficients.json")
    parser.add_argument("--ablate", action="store_true", help="fit without each group of features in turn")
    args = parser.parse_args()
    pairs = [p for p in map(pair, read_sets(args.data)) if len(p.label)]
    if args.ablate:
        for line in ablation(pairs):
            print(line, flush=True)
        return
    odds = judged(pairs)
    for question in EMPHASIS:
        print(f"{question}: {report(pairs, odds[question], question)}")
    print(*calibration(pairs, odds["same"]), sep="\n")
    if args.write:
        target = Path(__file__).resolve().parent.parent / "compare" / "align" / "coefficients.json"
        source = f"Fitted by benchmarks/fit_alignment.py, seed {SEED}, on the train and dev halves of " + "; ".join(
            f"{name} ({LICENCES[name]})" for name in SETS
        )
        target.write_text(json.dumps({"source": source, "models": fit_all(pairs)}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
