"""The values that pass inside `grouping`: Article, what is known of one; Pair, two that tell alike; Place, where one belongs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Ints: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of an article as numbers; of the text itself nothing is kept, so that a pile of 100,000 fits in memory."""

    ids: NDArray[np.uint32]
    """Numbers of its words and pairs of neighbouring words, sorted, each once."""
    counts: NDArray[np.float16]
    """How much each says by itself: how often it stands in the article, and whether it stands at the beginning."""
    runs: NDArray[np.uint32]
    """Numbers of its runs of words, sorted, each once."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a pile."""

    row: int
    """Its number in the table, from 1."""
    terms: Terms
    day: float | None
    """Days since 1970 on which it was published, with their fraction; None where it is not known."""
    address: str
    """Its address on the web without what does not tell articles apart; "" for none."""
    name: str
    """Its day and title, as they stand in the id of a story that it is the first of."""
    digest: str
    """8 hex digits of all that is known of it: articles keep their order among themselves whatever the table's order is."""
    length: int
    """Characters of its text."""

    @property
    def order(self) -> tuple[bool, float, int, str]:
        """Earlier first, unknown times last; of two at one time the longer first."""
        return (self.day is None, self.day or 0.0, -self.length, self.digest)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles, by their places in the pile, the earlier first, and how alike they tell: 0 to 1."""

    a: int
    b: int
    likeness: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article belongs."""

    row: int
    story_id: str
    size: int
    """Articles in the story, copies among them."""
    copy_of: int | None
    """Row of the earlier article of which this one is a near-copy."""
    cohesion: float | None
    """How alike the story's articles are on average, 0 to 1: the mean over all pairs but copies; None for a single telling."""
