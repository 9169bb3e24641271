"""Cells: pairs of sentences of two versions, and what can be asked of all of them at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from compare.align.terms import Floats, Ints


@dataclass(frozen=True, slots=True)
class Cells:
    """Sentence pairs (i of a, j of b), sorted by i, then j; `shape` is the number of sentences of a and of b."""

    i: Ints
    j: Ints
    shape: tuple[int, int]
    keys: Ints
    """i * shape[1] + j."""

    def __len__(self) -> int:
        return len(self.i)

    def at(self, i: Ints, j: Ints, values: Floats) -> Floats:
        """The values at other places; 0 where there is no such cell."""
        if not len(self):
            return np.zeros(len(i))
        wanted = i * self.shape[1] + j
        place = np.minimum(np.searchsorted(self.keys, wanted), len(self) - 1)
        there = (self.keys[place] == wanted) & (j >= 0) & (j < self.shape[1])
        return np.where(there, values[place], 0.0)

    def around(self) -> Ints:
        """Keys of the cells and of the eight about each, as far as they lie within the shape."""
        n, m = self.shape
        i = np.concatenate([self.i + step for step in (-1, 0, 1) for _ in range(3)])
        j = np.concatenate([self.j + step for _ in range(3) for step in (-1, 0, 1)])
        inside = (i >= 0) & (i < n) & (j >= 0) & (j < m)
        return np.asarray(i[inside] * m + j[inside])


def cells_of(keys: Ints, shape: tuple[int, int]) -> Cells:
    """Cells from keys, which need be neither sorted nor unique.

    >>> cells_of(np.array([5, 0, 5]), (2, 3))
    Cells(i=array([0, 1]), j=array([0, 2]), shape=(2, 3), keys=array([0, 5]))
    """
    keys = np.unique(keys)
    width = max(shape[1], 1)
    return Cells(keys // width, keys % width, shape, keys)


@dataclass(frozen=True, slots=True)
class Rivals:
    """For each cell the best other cell of its line (row or column): its value, and its place on the other side, or -1."""

    value: Floats
    place: Ints


def rivals(line: Ints, across: Ints, values: Floats) -> Rivals:
    """The best other cell in the same line for each cell; `across` is where the cells stand on the other side.

    >>> rivals(np.array([0, 0, 1]), np.array([4, 5, 4]), np.array([0.9, 0.2, 0.7])).value.tolist()
    [0.2, 0.9, 0.0]
    """
    if not len(line):
        return Rivals(np.zeros(0), np.zeros(0, np.int64))
    order = np.lexsort((-values, line))
    first = np.concatenate(([True], line[order][1:] != line[order][:-1]))
    start = np.flatnonzero(first)[np.cumsum(first) - 1]  # the place in `order` where each cell's line begins
    second = np.minimum(start + 1, len(line) - 1)
    alone = (second == start) | (line[order][second] != line[order][start])
    best = np.arange(len(line)) == start
    other = np.where(best, second, start)
    value, place = values[order][other], across[order][other]
    value[best & alone], place[best & alone] = 0.0, -1
    back = np.argsort(order)
    return Rivals(value[back], place[back])
