"""How well and how fast articles are grouped into stories.

`python -m benchmarks.grouping STORIES.jsonl ...` puts all versions of a file of stories (a story a line, with `versions`) into
one pile and scores the stories found against those given, by B-cubed; cross-validates the threshold over halves of the stories.
`python -m benchmarks.grouping --scale 1000 10000` groups generated piles of so many articles: seconds, peak memory, B-cubed.
"""

from __future__ import annotations

import json
import random
import resource
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, product
from pathlib import Path

from compare.grouping import WINDOW, Article, group_articles, read_article
from compare.grouping import stories as joining
from compare.load.fields import version_from_fields
from compare.load.inputs import Source
from compare.model import Version

THRESHOLDS = (0.14, 0.16, 0.18, 0.2, 0.22, 0.25, 0.28)
WINDOWS = (7.0, 14.0, 30.0, 60.0)
FOLDS = 5
"""Times that the stories are split into halves, each half serving once to choose and once to score."""
CAUTION = 0.5
"""Beta of the F-measure by which a threshold is chosen: a false merge costs more than a split (van Rijsbergen 1979, ch. 7)."""


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall, 0 to 1."""

    precision: float
    recall: float

    def f(self, beta: float = 1.0) -> float:
        """Their weighted harmonic mean."""
        return (1 + beta**2) * self.precision * self.recall / (beta**2 * self.precision + self.recall)

    def __str__(self) -> str:
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f():.3f}"


def b_cubed(found: Sequence[str], given: Sequence[str]) -> Score:
    """B-cubed (Bagga & Baldwin 1998, "Entity-based cross-document coreferencing using the vector space model"): for each article
    the share of its found story that is of its given story, and the share of its given story that is in its found one; means.

    >>> print(b_cubed(["x", "x", "y"], ["a", "a", "a"]))
    P 1.000  R 0.556  F1 0.714
    """
    both, ours, theirs = Counter(zip(found, given, strict=True)), Counter(found), Counter(given)
    precision = sum(n * n / ours[f] for (f, _), n in sorted(both.items()))
    recall = sum(n * n / theirs[g] for (_, g), n in sorted(both.items()))
    return Score(precision / len(found), recall / len(found))


def score(articles: Sequence[Article], given: Sequence[str], window: float = WINDOW) -> Score:
    """How well these articles are grouped."""
    story = {place.row: place.story_id for place in group_articles(articles, window)}
    return b_cubed([story[a.row] for a in articles], given)


def pile(path: Path) -> tuple[list[Article], list[str]]:
    """All versions of a file of stories, and the story of each."""
    articles: list[Article] = []
    given: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        story = json.loads(line)
        for version in story["versions"]:
            given.append(story["story_id"])
            articles.append(read_article(version_from_fields(version, Source(path.name, b""), path.name), len(articles) + 1))
    return articles, given


def cross_validated(articles: Sequence[Article], given: Sequence[str]) -> list[tuple[float, Score]]:
    """The threshold chosen on one half of the stories, and its score on the other."""
    kept = joining.JOINED
    out = []
    for seed in range(FOLDS):
        names = sorted(set(given))
        random.Random(seed).shuffle(names)
        halves = [set(names[::2]), set(names[1::2])]
        for chosen, scored in (halves, halves[::-1]):
            results = {}
            for half in (chosen, scored):
                part = [k for k, story in enumerate(given) if story in half]
                for joining.JOINED in THRESHOLDS:
                    results[half is chosen, joining.JOINED] = score([articles[k] for k in part], [given[k] for k in part])
            best = max(THRESHOLDS, key=lambda t: results[True, t].f(CAUTION))
            out.append((best, results[False, best]))
    joining.JOINED = kept
    return out


def quality(path: Path) -> None:
    """Prints the figures of a file of stories."""
    articles, given = pile(path)
    print(f"{path.parent.name}: {len(articles)} articles of {len(set(given))} stories; as shipped: {score(articles, given)}")
    for window in WINDOWS:
        print(f"  window of {window:g} days: {score(articles, given, window)}")
    kept = joining.JOINED
    for joining.JOINED in THRESHOLDS:
        print(f"  joined from {joining.JOINED:g}: {score(articles, given)}")
    joining.JOINED = kept
    folds = cross_validated(articles, given)
    f1 = [result.f() for _, result in folds]
    precision = statistics.mean(result.precision for _, result in folds)
    spread = f"F1 {statistics.mean(f1):.3f} ({min(f1):.3f} to {max(f1):.3f}), P {precision:.3f}"
    chosen = dict(sorted(Counter(threshold for threshold, _ in folds).items()))
    print(f"  chosen on one half, scored on the other, {len(folds)} times: {spread}; chosen {chosen}")


def generated(count: int, words: int = 150) -> Iterator[tuple[str, Version]]:
    """So many articles of 1 to 9 a story with words by Zipf's law, over days in proportion; every seventh without a date."""
    rng = random.Random(0)
    common = ["".join(parts) for parts in product(SYLLABLES, repeat=3)]
    cumulated = list(accumulate(1 / rank for rank in range(10, 10 + len(common))))
    made = 0
    while made < count:
        day = rng.randrange(max(1, count // 300))
        own = rng.choices(common, cum_weights=cumulated, k=60)
        for _ in range(min(rng.randint(1, 9), count - made)):
            made += 1
            said = rng.choices(common, cum_weights=cumulated, k=words)
            for at in range(0, words - 3, 6):
                start = rng.randrange(57)
                said[at : at + 3] = own[start : start + 3]
            published = time.strftime("%Y-%m-%d", time.gmtime(86_400 * day)) if made % 7 else None
            yield " ".join(own), Version(text=" ".join(said), published=published, language="en")


SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"][:40]


def scale(counts: Sequence[int]) -> None:
    """Prints what generated piles cost; the memory is the process's peak, so counts should grow."""
    for count in counts:
        given: list[str] = []
        articles: list[Article] = []
        reading = 0.0
        for story, version in generated(count):
            given.append(story)
            start = time.process_time()
            articles.append(read_article(version, len(given)))
            reading += time.process_time() - start
        start = time.process_time()
        result = score(articles, given)
        grouping = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        cost = f"read in {reading:.1f} s, grouped in {grouping:.1f} s of CPU; peak {peak:,.0f} MB"
        print(f"{count:>8,} articles: {cost}; {result}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--scale"]:
        scale([int(count) for count in sys.argv[2:]])
    else:
        for name in sys.argv[1:]:
            quality(Path(name))
