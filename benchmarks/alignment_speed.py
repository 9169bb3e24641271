"""What the alignment costs, as ratios in one run: python -m benchmarks.alignment_speed

Short pairs of drafts beside CollateX (if it is installed), from annotated sentences to links; long pairs beside one full table of
`token_set_ratio`; growth with length; twenty versions beside their pairs one by one; peak memory at 2 x 10,000 sentences, in a
process of its own. Stories are invented, times are CPU seconds.
"""

from __future__ import annotations

import importlib.util
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import combinations
from math import log

import numpy as np
from rapidfuzz import fuzz, process

from benchmarks.alignment import with_collatex
from benchmarks.alignment_sets import Labelled, document
from benchmarks.stories import PEOPLE, PLACES, versions
from compare.align import align, align_pair
from compare.align.terms import Lexicon, read_terms
from compare.model import AnnotatedDocument

DRAFTS, DRAFT = 40, 35
"""Pairs of drafts, and the sentences of each: as many as in ArgRewrite."""
LONG = 2_000
MANY, SHORT = 20, 40
HUGE = 10_000
CHAPTER = 50
"""Sentences that share their people and places in a long text."""
SYLLABLES = "ba do fe gu ka lo mi no pa ru se ti vo za ral sen tor wick".split()
REPEATS = 3


def texts(seed: int, count: int, sentences: int) -> list[list[str]]:
    """The sentences of some versions of an invented story."""
    return [version.split("\n") for version in versions(seed, count, sentences)]


def chapters(seed: int, count: int, sentences: int) -> list[list[str]]:
    """The same of a long text, in chapters with people and places of their own, as a text of that length would have them."""
    chance = random.Random(seed)
    told: list[list[str]] = [[] for _ in range(count)]
    for number in range(sentences // CHAPTER):
        names = {name: invented(chance) for name in (*PLACES, *PEOPLE)}
        for version, text in zip(told, versions(1000 * seed + number, count, CHAPTER), strict=True):
            for name, own in names.items():
                text = text.replace(name, own)
            version += text.split("\n")
    return told


def invented(chance: random.Random) -> str:
    """A name of four syllables."""
    return "".join(chance.choice(SYLLABLES) for _ in range(4)).capitalize()


def annotated(told: Sequence[Sequence[str]]) -> list[AnnotatedDocument]:
    """The versions with all that is read in them."""
    return [document(f"V{k}", sentences) for k, sentences in enumerate(told)]


def seconds(work: Callable[[], object], repeats: int = REPEATS) -> float:
    """Least CPU time of a call."""
    taken = []
    for _ in range(repeats):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def link(documents: Sequence[AnnotatedDocument]) -> object:
    """The links between two versions, from their sentences."""
    lexicon = Lexicon()
    a, b = documents
    return align_pair(read_terms(a, lexicon), read_terms(b, lexicon))


def drafts() -> Iterator[str]:
    """Sentences a second on short pairs, and what annotation takes beside."""
    pairs = [texts(seed, 2, DRAFT) for seed in range(DRAFTS)]
    sentences = sum(len(version) for pair in pairs for version in pair)
    reading = seconds(lambda: [annotated(pair) for pair in pairs], 1)
    ready = [annotated(pair) for pair in pairs]
    link(ready[0])
    ours = seconds(lambda: [align(pair, "V0") for pair in ready])
    yield f"{DRAFTS} pairs of {DRAFT} sentences: {sentences / ours:,.0f} sentences/s from annotated sentences to rows"
    yield f"  {1000 * ours / DRAFTS:.1f} ms a pair; annotation takes {reading / (reading + ours):.0%} of both"
    if importlib.util.find_spec("collatex"):
        none: frozenset[tuple[int, int]] = frozenset()
        asked = [Labelled("", "", "", "", tuple(a), tuple(b), none, none, none) for a, b in pairs]
        peer = seconds(lambda: [with_collatex(pair, 0.0) for pair in asked])
        yield f"  CollateX with near matching: {sentences / peer:,.0f} sentences/s; ours is {peer / ours:.2f} times as fast"
    one = annotated([["The ferry left Port Senna at noon on Friday."], ["A ferry left Port Senna at noon."]])
    yield f"  two versions of one sentence: {1000 * seconds(lambda: link(one), 20):.1f} ms"


def long() -> Iterator[str]:
    """Time on long pairs beside a full table of token_set_ratio, and its growth."""
    ready = {n: annotated(chapters(5, 2, n)) for n in (LONG // 4, LONG)}
    short, whole = (seconds(partial(link, documents), 7) for documents in ready.values())
    a, b = chapters(5, 2, LONG)
    table = seconds(lambda: process.cdist(a, b, scorer=fuzz.token_set_ratio, dtype=np.float32, workers=1), 1)
    yield f"2 x {LONG:,}: {whole:.2f} s, {whole / table:.2f} of one cdist(token_set_ratio) over them"
    grown = whole / short
    yield f"  from {LONG // 4} to {LONG:,} sentences the time grows {grown:.2f} times, as 4^{log(grown, 4):.2f}"


def many() -> Iterator[str]:
    """Twenty versions at once beside all their pairs one by one."""
    ready = annotated(texts(6, MANY, SHORT))
    whole = seconds(lambda: align(ready, "V0"), 2)
    pairs = seconds(lambda: [link(pair) for pair in combinations(ready, 2)], 1)
    yield f"{MANY} x {SHORT}: {whole:.2f} s, {whole / pairs:.2f} of the sum of its pairs"


def huge() -> Iterator[str]:
    """Peak memory of a long pair; for a process of its own."""
    ready = annotated(chapters(7, 2, HUGE))
    before = peak()
    start = time.process_time()
    link(ready)
    yield f"2 x {HUGE:,}: peak {peak():.0f} MB ({before:.0f} before the alignment), {time.process_time() - start:.0f} s"


def peak() -> float:
    """The process's peak memory in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


def main() -> None:
    if sys.argv[1:] == ["huge"]:
        print(*huge(), sep="\n")
        return
    for part in (drafts, long, many):
        for line in part():
            print(line, flush=True)
    subprocess.run([sys.executable, "-m", "benchmarks.alignment_speed", "huge"], check=True)


if __name__ == "__main__":
    main()
