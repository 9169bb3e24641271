"""Articles in order -> Tie | None: which of them follow an earlier one into its story, as its near-copy or as a later version.

A near-copy has nine tenths of its runs of words in common with an earlier article (containment as in Broder 1997, "On the
resemblance and containment of documents"); a later version stands under the same address and has a third in common. Candidates
for copies are found by a sample of the runs that is the same for every article, so that each is held against a few others only.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from compare.grouping.found import Article

COPIED = 0.9
"""Share of its runs from which an article is a copy: a changed word breaks five runs, so one word in fifty may differ."""
RETOLD = 0.33
"""Share of the shorter one's runs from which two texts under one address are one article. A page that is filled anew each day has
its frame in common only."""
SAMPLED = 4
"""One run in so many is looked up."""
HOLDERS = 50
"""Articles that are remembered for a run or an address: a run that more share is a phrase of the trade."""
CANDIDATES = 5
"""Articles, those that share most of the sample, that an article is held against."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What an article follows, by places in the pile."""

    original: int
    """The article whose story it belongs to, itself tied to none."""
    copy_of: int | None
    """The article that it copies; None for a later version."""


def ties_of(articles: Sequence[Article], window: float) -> tuple[Tie | None, ...]:
    """The tie of each article, None for most. Articles stand in their order; copies are made within the window of days."""
    by_run: defaultdict[int, list[int]] = defaultdict(list)
    by_address: defaultdict[str, list[int]] = defaultdict(list)
    found: list[Tie | None] = []
    for place, article in enumerate(articles):
        sample = article.terms.runs[article.terms.runs % SAMPLED == 0].tolist()
        shared = Counter(holder for run in sample for holder in by_run.get(run, ()))
        copied = next((h for h in most_shared(shared, len(sample)) if is_copy(article, articles[h], window)), None)
        holders = by_address[article.address] if article.address else []
        before = copied if copied is not None else next((h for h in reversed(holders) if retold(article, articles[h])), None)
        found.append(None if before is None else Tie(root(found, before), copied))
        remember(holders, place)
        for run in sample if copied is None else ():
            remember(by_run[run], place)
    return tuple(found)


def most_shared(shared: Counter[int], sampled: int) -> list[int]:
    """The articles that have half the sample at least, those with most of it first."""
    return sorted((h for h, n in shared.items() if 2 * n >= sampled), key=lambda h: (-shared[h], h))[:CANDIDATES]


def remember(holders: list[int], place: int) -> None:
    """Adds a place to those that have a run or an address, up to their number."""
    if len(holders) < HOLDERS:
        holders.append(place)


def root(found: Sequence[Tie | None], place: int) -> int:
    """The article that the one at a place is tied to; itself for one that is not."""
    tie = found[place]
    return place if tie is None else tie.original


def is_copy(article: Article, earlier: Article, window: float) -> bool:
    """Whether the article says hardly anything that the earlier one does not say in the same words, within the window of days."""
    if article.day is not None and earlier.day is not None and article.day - earlier.day > window:
        return False
    runs = len(article.terms.runs)
    return runs > 0 and in_common(article, earlier) >= COPIED * runs


def retold(article: Article, earlier: Article) -> bool:
    """Whether two texts under one address are one article."""
    runs = min(len(article.terms.runs), len(earlier.terms.runs))
    return runs > 0 and in_common(article, earlier) >= RETOLD * runs


def in_common(one: Article, other: Article) -> int:
    """How many runs of words both have."""
    return len(np.intersect1d(one.terms.runs, other.terms.runs, assume_unique=True))
