"""Articles in order -> Pair*: those that share enough of what is rare in the pile, within a window of days.

Likeness is the cosine of the articles' terms, weighed by how rare they are in the pile. It is computed only for pairs that share
terms which few articles of the window have; so the time grows with the number of articles, not with that of their pairs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from compare.grouping.found import Article, Floats, Ints, Pair
from compare.grouping.terms import BITS

Weights: TypeAlias = NDArray[np.float32]

FLOOR = 0.08
"""Likeness below which a pair counts as nothing: a third of what joins two articles."""
HOPEFUL = 0.5
"""Share of the floor that a pair must reach by its rare terms alone to be looked at in full."""
COMMON = 300
"""Articles of the window that share a term, beyond which it finds no candidates: it then says less than the rarer ones."""
UNSEEN = 1000
"""Articles without any of the terms that the pile is thought to hold besides: keeps weights, and what a likeness means, much
the same from a pile of five articles to one of thousands."""
ALONE = 0.25
"""What a term that no other article has counts for in an article's length: nothing would join any two articles of a pile of two,
all of it would part outlets that each have much of their own."""
BLOCK = 1000
"""Articles that are weighed together: the pile as a whole would stand in memory several times."""
RARITY = 1.5
"""Power of the inverse document frequency (Spärck Jones 1972). 1 and 2 were a point of F1 worse on the development stories."""
AGEING = 0.5
"""Share of its likeness that a pair loses at the window's end, evenly up to there: the same names come back in other stories."""


@dataclass(frozen=True, slots=True)
class Pile:
    """The terms of all articles: those of article i are `ids[start[i]:start[i + 1]]`, with weights by length 1."""

    ids: Ints
    weights: Weights
    start: Ints
    postings: Ints
    """The same terms, each as its number times the number of articles plus the article's place; sorted."""
    order: Ints
    """Where each posting stands among the ids."""


def pairs_of(articles: Sequence[Article], window: float) -> tuple[Pair, ...]:
    """Pairs of articles whose likeness reaches the floor, in order. Articles stand in their order, unknown days last."""
    pile = piled(articles)
    days = np.array([np.nan if article.day is None else article.day for article in articles])
    dated = int(np.count_nonzero(~np.isnan(days)))
    since = np.searchsorted(days[:dated], days[:dated] - window)
    out: list[Pair] = []
    for place in range(len(articles)):
        lowest = int(since[place]) if place < dated else 0
        out += (Pair(other, place, likeness) for other, likeness in neighbours(pile, place, lowest, days, window))
    return tuple(out)


def piled(articles: Sequence[Article]) -> Pile:
    """The pile with its weights; terms that one article alone has are left out once the lengths are taken."""
    blocks = [articles[at : at + BLOCK] for at in range(0, len(articles), BLOCK)]
    held_by = np.zeros(1 << BITS, dtype=np.int32)
    for block in blocks:
        ids, times = np.unique(np.concatenate([a.terms.ids for a in block]), return_counts=True)
        held_by[ids] += times.astype(np.int32)
    parts = [weighed(block, held_by, len(articles)) for block in blocks]
    ids = np.concatenate([np.zeros(0, dtype=np.int64), *(part.ids for part in parts)])
    weights = np.concatenate([np.zeros(0, dtype=np.float32), *(part.weights for part in parts)])
    start = np.concatenate([[0], np.cumsum(np.concatenate([np.zeros(0, dtype=np.int64), *(part.sizes for part in parts)]))])
    keys = ids * len(articles) + np.repeat(np.arange(len(articles)), np.diff(start))
    order = np.argsort(keys, kind="stable")
    return Pile(ids, weights, start, keys[order], order)


@dataclass(frozen=True, slots=True)
class Weighed:
    """Terms of some articles, one after the other, with their weights, and how many each article has."""

    ids: Ints
    weights: Weights
    sizes: Ints


def weighed(articles: Sequence[Article], held_by: NDArray[np.int32], count: int) -> Weighed:
    """The terms of some of `count` articles that another has, too; `held_by` says how many articles have each term."""
    ids = np.concatenate([a.terms.ids for a in articles]).astype(np.int64)
    counts = np.concatenate([a.terms.counts for a in articles]).astype(np.float64)
    rows = np.repeat(np.arange(len(articles)), [len(a.terms.ids) for a in articles])
    shared = held_by[ids] > 1
    weights = counts * np.log(1 + (count + UNSEEN) / np.maximum(held_by[ids], 2)) ** RARITY
    squares = np.bincount(rows, weights * weights * np.where(shared, 1.0, ALONE), minlength=len(articles))
    weights /= np.sqrt(squares[rows])
    return Weighed(ids[shared], weights[shared].astype(np.float32), np.bincount(rows[shared], minlength=len(articles)))


def neighbours(pile: Pile, place: int, lowest: int, days: Floats, window: float) -> Iterator[tuple[int, float]]:
    """The articles from `lowest` up to the place that are like the one there, each with its likeness."""
    count = len(pile.start) - 1
    mine = slice(int(pile.start[place]), int(pile.start[place + 1]))
    ids, weights = pile.ids[mine], pile.weights[mine]
    first = np.searchsorted(pile.postings, ids * count + lowest)
    last = np.searchsorted(pile.postings, ids * count + place)
    rare = (last > first) & (last - first <= COMMON)
    others, held = postings_of(pile, first[rare], last[rare])
    scores = np.bincount(others - lowest, held * np.repeat(weights[rare], (last - first)[rare]))
    for other in (np.flatnonzero(scores >= HOPEFUL * FLOOR) + lowest).tolist():
        theirs = slice(int(pile.start[other]), int(pile.start[other + 1]))
        apart = abs(days[place] - days[other])
        ageing = 1.0 - AGEING * apart / window if apart == apart else 1.0
        likeness = ageing * overlap(ids, weights, pile.ids[theirs], pile.weights[theirs])
        if likeness >= FLOOR:
            yield other, likeness


def postings_of(pile: Pile, first: Ints, last: Ints) -> tuple[Ints, Weights]:
    """The articles in these stretches of the postings, and what the term weighs in each."""
    sizes = last - first
    at = np.repeat(first - np.concatenate([[0], np.cumsum(sizes)[:-1]]) if len(sizes) else first, sizes) + np.arange(sizes.sum())
    return pile.postings[at] % (len(pile.start) - 1), pile.weights[pile.order[at]]


def overlap(ids: Ints, weights: Weights, other_ids: Ints, other_weights: Weights) -> float:
    """The sum over shared terms of the product of their weights."""
    place = np.minimum(np.searchsorted(ids, other_ids), len(ids) - 1)
    shared = ids[place] == other_ids
    return float(np.dot(weights[place[shared]].astype(np.float64), other_weights[shared].astype(np.float64)))
