"""Link F1 and speed of the alignment beside simpler tools: python -m benchmarks.alignment DATA [--split dev] [--limit N]

DATA is a folder of labelled sets (see alignment_sets.py). A Markdown table: a line for each tool, a column for each set with the
F1 of the full links in per cent, then sentences a second over all sets, from annotated sentences to links. Peers are run as
people use them: difflib on lists of sentences, rapidfuzz with the best match above a threshold, TF-IDF likewise, CollateX if it
is installed. The thresholds of the peers are the best on the very data shown; ours has none to set. Three lines show the
alignment with a step left out. Below stand intervals of what it has over the best peer, from a paired bootstrap over the pairs.
"""

from __future__ import annotations

import argparse
import importlib.util
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process

from benchmarks.alignment_sets import SETS, Cell, Labelled, document, read_sets
from compare.align import align_pair
from compare.align.candidates import find_candidates
from compare.align.confidence import odds
from compare.align.context import FirstLook, chance, find_context
from compare.align.decode import SAME, decode, ranked
from compare.align.features import find_features
from compare.align.terms import Lexicon, Terms, read_terms
from compare.align.weights import weigh
from compare.model import AnnotatedDocument, Link, Relation

SEED = 20171013
RESAMPLES = 2000
THRESHOLDS = tuple(round(0.05 * k, 2) for k in range(4, 19))


@dataclass(frozen=True, slots=True)
class Tool:
    """An aligner, and the thresholds to try with it."""

    name: str
    links: Callable[[Labelled, float], frozenset[Cell]]
    thresholds: tuple[float, ...] = (0.0,)
    peer: bool = True
    """False for this product, whole or with a step left out."""


@cache
def annotated(pair: Labelled) -> tuple[AnnotatedDocument, AnnotatedDocument]:
    """Both texts with all that is read in them, which is done before the clock starts."""
    return document("A", pair.a), document("B", pair.b)


def terms(pair: Labelled) -> tuple[Terms, Terms]:
    lexicon = Lexicon()
    a, b = annotated(pair)
    return read_terms(a, lexicon), read_terms(b, lexicon)


def full(links: Iterable[Link]) -> frozenset[Cell]:
    """The cells of the links that are not partial."""
    return frozenset((i, j) for link in links if link.relation != Relation.PARTIAL for i in link.a for j in link.b)


def ours(pair: Labelled, _: float) -> frozenset[Cell]:
    """Links of this product."""
    return full(align_pair(*terms(pair)))


def first_look_only(pair: Labelled, _: float) -> frozenset[Cell]:
    """Links of this product if each cell were judged without what the rest of the alignment says."""
    a, b = terms(pair)
    views = weigh(a, b)
    first = find_features(a, b, views, find_candidates(a, b, views.stems))
    return full(decode(a, b, first, chance(odds(first, "same_first")), chance(odds(first, "shared_first"))))


def cell_by_cell(pair: Labelled, single: float) -> frozenset[Cell]:
    """Cells that are likely by both looks, without anchors and groups; with `single`, at most one for each sentence."""
    a, b = terms(pair)
    views = weigh(a, b)
    cells = find_candidates(a, b, views.stems)
    first = find_features(a, b, views, cells)
    look = FirstLook(odds(first, "same_first"), odds(first, "shared_first"))
    likely = ranked(cells, chance(odds(find_context(first, look, views.stems), "same")), SAME)
    if not single:
        return frozenset((i, j) for i, j, _ in likely)
    of_a: dict[int, int] = {}
    for i, j, _ in likely:
        if i not in of_a and j not in of_a.values():
            of_a[i] = j
    return frozenset(of_a.items())


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
    from collatex import Collation, collate  # type: ignore[import-not-found]  # only who compares with it installs it

    witnesses = [
        {"id": letter, "tokens": [{"t": text, "n": text.lower(), "at": k} for k, text in enumerate(texts)]}
        for letter, texts in (("A", pair.a), ("B", pair.b))
    ]
    columns = collate(Collation.create_from_dict({"witnesses": witnesses}), near_match=True, segmentation=False).columns
    rows = [column.tokens_per_witness for column in columns]
    return frozenset((row["A"][0].token_data["at"], row["B"][0].token_data["at"]) for row in rows if {"A", "B"} <= row.keys())


@dataclass(frozen=True, slots=True)
class Tally:
    """Links of each pair of a set: right ones, and found plus marked ones; partial and unsure ones count neither way."""

    right: np.ndarray[tuple[int], np.dtype[np.int64]]
    both: np.ndarray[tuple[int], np.dtype[np.int64]]

    def f1(self, chosen: slice | np.ndarray[tuple[int], np.dtype[np.int64]] = slice(None)) -> float:
        """In per cent, over the chosen pairs."""
        return float(200 * self.right[chosen].sum() / max(self.both[chosen].sum(), 1))


def tally(tool: Tool, threshold: float, pairs: Sequence[Labelled]) -> Tally:
    right, both = [], []
    for pair in pairs:
        judged = tool.links(pair, threshold) - pair.partial - pair.unsure
        right.append(len(judged & pair.full))
        both.append(len(judged) + len(pair.full))
    return Tally(np.array(right, dtype=np.int64), np.array(both, dtype=np.int64))


def interval(ours: Tally, peer: Tally) -> tuple[float, float]:
    """Where the difference in F1 lies in 95 of 100 resamples of the pairs."""
    random = np.random.default_rng(SEED)
    picks = [random.integers(0, len(ours.right), len(ours.right)) for _ in range(RESAMPLES)]
    low, high = np.percentile([ours.f1(pick) - peer.f1(pick) for pick in picks], (2.5, 97.5))
    return float(low), float(high)


def tools() -> list[Tool]:
    """The peers, this product with a step left out, and this product."""
    peers = [Tool("difflib", with_difflib)]
    if importlib.util.find_spec("collatex"):
        peers.append(Tool("CollateX near match", with_collatex))
    peers += [Tool("rapidfuzz token_set", with_rapidfuzz, THRESHOLDS), Tool("TF-IDF", with_tfidf, THRESHOLDS)]
    return [
        *peers,
        Tool("ours, first look only", first_look_only, peer=False),
        Tool("ours, one to one", cell_by_cell, (1.0,), peer=False),
        Tool("ours, cell by cell", cell_by_cell, peer=False),
        Tool("storycompare", ours, peer=False),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("data", type=Path)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--limit", type=int, default=None, help="only the first N pairs of a set")
    args = parser.parse_args()
    pairs = {name: [p for p in read_sets(args.data, (args.split,)) if p.set == name][: args.limit] for name in SETS}
    sentences = 0
    for pair in (p for name in SETS for p in pairs[name]):
        sentences += sum(len(document.sentences) for document in annotated(pair))
    print("| aligner |", *(f"{name} |" for name in SETS), "sentences/s |")
    print("|---|" + "---|" * (len(SETS) + 1))
    best_peer: dict[str, Tally] = {}
    last: dict[str, Tally] = {}
    for tool in tools():
        start = time.process_time()
        for name in SETS:
            last[name] = max((tally(tool, threshold, pairs[name]) for threshold in tool.thresholds), key=Tally.f1)
            if tool.peer and (name not in best_peer or last[name].f1() > best_peer[name].f1()):
                best_peer[name] = last[name]
        seconds = (time.process_time() - start) / len(tool.thresholds)
        print(f"| {tool.name} |", *(f"{last[name].f1():.1f} |" for name in SETS), f"{sentences / max(seconds, 1e-9):.0f} |")
    gains = [interval(last[name], best_peer[name]) for name in SETS]
    print("| over the best peer |", *(f"{low:+.1f} to {high:+.1f} |" for low, high in gains), "|")


if __name__ == "__main__":
    main()
