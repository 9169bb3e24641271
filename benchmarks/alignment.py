"""Link F1 and speed of the alignment beside simpler tools: python -m benchmarks.alignment DATA [--split dev] [--limit N]

DATA is a folder of labelled sets (see alignment_sets.py). One line for each tool, a column for each set: F1 of the full links
in per cent, then sentences a second over all sets, from plain sentences to links. Peers are run as people use them: difflib on
lists of sentences, rapidfuzz with the best match above a threshold, TF-IDF likewise, CollateX if it is installed. The thresholds
of the peers are the best on the very data shown; ours has none to set.
"""

from __future__ import annotations

import argparse
import importlib.util
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process

from benchmarks.alignment_sets import SETS, Cell, Labelled, document, read_sets
from compare.align import align
from compare.model import Relation

THRESHOLDS = tuple(round(0.05 * k, 2) for k in range(4, 19))


@dataclass(frozen=True, slots=True)
class Tool:
    """An aligner, and the thresholds to try with it."""

    name: str
    links: Callable[[Labelled, float], frozenset[Cell]]
    thresholds: tuple[float, ...] = (0.0,)


def ours(pair: Labelled, _: float) -> frozenset[Cell]:
    """Links of this product, partial ones left out."""
    found = align((document("A", pair.a), document("B", pair.b)), "A").pairs[0].links
    return frozenset((i, j) for link in found if link.relation != Relation.PARTIAL for i in link.a for j in link.b)


def with_difflib(pair: Labelled, _: float) -> frozenset[Cell]:
    """Equal sentences in order, and replaced blocks of the same length sentence by sentence."""
    out: set[Cell] = set()
    for kind, i, i_end, j, j_end in SequenceMatcher(None, pair.a, pair.b, autojunk=False).get_opcodes():
        if kind == "equal" or (kind == "replace" and i_end - i == j_end - j):
            out.update(zip(range(i, i_end), range(j, j_end), strict=True))
    return frozenset(out)


def either_best(score: np.ndarray[tuple[int, int], np.dtype[np.float64]], threshold: float) -> frozenset[Cell]:
    """Cells at or above the threshold that are the best of their row or of their column."""
    if not score.size:
        return frozenset()
    best = (score >= score.max(axis=1, keepdims=True)) | (score >= score.max(axis=0, keepdims=True))
    return frozenset((int(i), int(j)) for i, j in np.argwhere(best & (score >= threshold)))


def with_rapidfuzz(pair: Labelled, threshold: float) -> frozenset[Cell]:
    """The best match either way by token_set_ratio."""
    return either_best(process.cdist(pair.a, pair.b, scorer=fuzz.token_set_ratio, dtype=np.float64) / 100, threshold)


def with_tfidf(pair: Labelled, threshold: float) -> frozenset[Cell]:
    """The best match either way by the cosine of TF-IDF vectors, as scikit-learn makes them."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    try:
        vectors = TfidfVectorizer(sublinear_tf=True).fit_transform((*pair.a, *pair.b))
    except ValueError:  # no word in either text
        return frozenset()
    return either_best((vectors[: len(pair.a)] @ vectors[len(pair.a) :].T).toarray(), threshold)


def with_collatex(pair: Labelled, _: float) -> frozenset[Cell]:
    """Sentences that CollateX, given a sentence a token, puts into one column by near matching."""
    from collatex import Collation, collate  # type: ignore[import-not-found]

    witnesses = [
        {"id": letter, "tokens": [{"t": text, "n": text.lower(), "at": k} for k, text in enumerate(texts)]}
        for letter, texts in (("A", pair.a), ("B", pair.b))
    ]
    columns = collate(Collation.create_from_dict({"witnesses": witnesses}), near_match=True, segmentation=False).columns
    rows = [column.tokens_per_witness for column in columns]
    return frozenset((row["A"][0].token_data["at"], row["B"][0].token_data["at"]) for row in rows if {"A", "B"} <= row.keys())


def f1(found: Sequence[frozenset[Cell]], pairs: Sequence[Labelled]) -> float:
    """Of full links; partial and unsure ones count neither way."""
    right = predicted = gold = 0
    for links, pair in zip(found, pairs, strict=True):
        judged = links - pair.partial - pair.unsure
        right += len(judged & pair.full)
        predicted += len(judged)
        gold += len(pair.full)
    return 200 * right / (predicted + gold) if predicted + gold else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("data", type=Path)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--limit", type=int, default=None, help="only the first N pairs of a set")
    args = parser.parse_args()
    pairs = {name: [p for p in read_sets(args.data, (args.split,)) if p.set == name][: args.limit] for name in SETS}
    tools = [
        Tool("difflib", with_difflib),
        Tool("rapidfuzz token_set", with_rapidfuzz, THRESHOLDS),
        Tool("TF-IDF", with_tfidf, THRESHOLDS),
        Tool("storycompare", ours),
    ]
    if importlib.util.find_spec("collatex"):
        tools.insert(1, Tool("CollateX near match", with_collatex))
    print(f"{'':20}" + "".join(f"{name:>12}" for name in SETS) + f"{'sentences/s':>14}")
    for tool in tools:
        figures, seconds, sentences = [], 0.0, 0
        for name in SETS:
            best = 0.0
            for threshold in tool.thresholds:
                start = time.process_time()
                best = max(best, f1([tool.links(pair, threshold) for pair in pairs[name]], pairs[name]))
                seconds += (time.process_time() - start) / len(tool.thresholds)
            sentences += sum(len(p.a) + len(p.b) for p in pairs[name])
            figures.append(best)
        print(f"{tool.name:20}" + "".join(f"{value:12.1f}" for value in figures) + f"{sentences / max(seconds, 1e-9):14.0f}")


if __name__ == "__main__":
    main()
