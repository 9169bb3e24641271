"""Articles, pairs -> stories: average linkage, so that a chain of articles each a little like the next does not join.

Two groups are joined when their articles are alike on average over all pairs between them (UPGMA, Sokal & Michener 1958), the
most alike first; a pair that shares too little to be listed counts as nothing. No story lasts longer than the window.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, field

from compare.grouping.found import Article, Pair

JOINED = 0.2
"""Average likeness from which two groups are one story; benchmarks/README.md tells how it was chosen."""


@dataclass(slots=True)
class Group:
    """A growing story: its articles, its first and last day, and the sum of likeness over the pairs with each other group."""

    members: list[int]
    first: float | None
    last: float | None
    sums: dict[int, float] = field(default_factory=dict)
    within: float = 0.0
    """Sum of likeness over the pairs inside."""


@dataclass(frozen=True, slots=True)
class Story:
    """The places of a story's articles in the pile, sorted, and how alike they are on average; None for a single one."""

    members: tuple[int, ...]
    cohesion: float | None


def stories_of(articles: Sequence[Article], found: Sequence[Pair], window: float) -> tuple[Story, ...]:
    """The stories that the articles make, by their first article; pairs name articles by their place among them."""
    groups = {place: Group([place], article.day, article.day) for place, article in enumerate(articles)}
    for pair in found:
        groups[pair.a].sums[pair.b] = groups[pair.b].sums[pair.a] = pair.likeness
    grow(groups, window)
    return tuple(story_of(groups[first]) for first in sorted(groups))


def story_of(group: Group) -> Story:
    """What is told of a group that grows no more."""
    pairs = len(group.members) * (len(group.members) - 1) // 2
    return Story(tuple(sorted(group.members)), min(1.0, group.within / pairs) if pairs else None)


def grow(groups: dict[int, Group], window: float) -> None:
    """Joins groups, each known by the place of its first article, until no two are alike enough."""
    queue = [(-average(groups, a, b), a, b) for a in sorted(groups) for b in sorted(groups[a].sums) if a < b]
    queue = [entry for entry in queue if -entry[0] >= JOINED]
    heapq.heapify(queue)
    while queue:
        negative, a, b = heapq.heappop(queue)
        outdated = a not in groups or b not in groups or average(groups, a, b) != -negative
        if outdated or not lasts(groups[a], groups[b], window):
            continue
        join(groups, a, b)
        for other in sorted(groups[a].sums):
            if (likeness := average(groups, a, other)) >= JOINED:
                heapq.heappush(queue, (-likeness, min(a, other), max(a, other)))


def average(groups: dict[int, Group], a: int, b: int) -> float:
    """Average likeness over all pairs of an article of one group and one of the other."""
    return groups[a].sums.get(b, 0.0) / (len(groups[a].members) * len(groups[b].members))


def lasts(one: Group, other: Group, window: float) -> bool:
    """Whether all articles of both were published within the window of days, as far as it is known."""
    first = [day for day in (one.first, other.first) if day is not None]
    last = [day for day in (one.last, other.last) if day is not None]
    return not first or max(last) - min(first) <= window


def join(groups: dict[int, Group], a: int, b: int) -> None:
    """Puts the group at b into the one at a."""
    into, gone = groups[a], groups.pop(b)
    into.within += gone.within + into.sums.pop(b, 0.0)
    gone.sums.pop(a, None)
    into.members += gone.members
    into.first = min((day for day in (into.first, gone.first) if day is not None), default=None)
    into.last = max((day for day in (into.last, gone.last) if day is not None), default=None)
    for other, likeness in gone.sums.items():
        into.sums[other] = groups[other].sums[a] = into.sums.get(other, 0.0) + likeness
        del groups[other].sums[b]
