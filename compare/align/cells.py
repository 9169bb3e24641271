"""Cells: pairs of sentences of two versions, and what can be asked of all of them at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from compare.align.terms import Floats, Ints, find


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

    def beside(self, values: Floats, steps: Iterable[tuple[int, int]]) -> Floats:
        """For each step (so far on in a, so far on in b) the value of the cell that lies there from each cell; 0 if none does."""
        down, along = np.array(tuple(steps)).T[:, :, np.newaxis]
        i, j = self.i + down, self.j + along
        cell = np.where((j >= 0) & (j < self.shape[1]), find(self.keys, i * self.shape[1] + j), -1)
        return np.where(cell < 0, 0.0, values[cell])

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
    """For each cell the best other cell of its line (row or column): its value, or 0, and its number, or -1."""

    value: Floats
    cell: Ints


def rivals(line: Ints, values: Floats) -> Rivals:
    """The best other cell in the same line for each cell, by each of the rows of values.

    >>> rivals(np.array([0, 0, 1]), np.array([[0.9, 0.2, 0.7]])).value.tolist()
    [[0.2, 0.9, 0.0]]
    """
    order = np.lexsort((-values, np.broadcast_to(line, values.shape)))  # each line together, its best cell first
    lines = np.sort(line)
    first, end = np.searchsorted(lines, lines), np.searchsorted(lines, lines, "right")
    best = np.arange(len(line)) == first
    other = np.where(best & (end - first > 1), first + 1, first)
    row = np.arange(len(values))[:, np.newaxis]
    cell = np.empty_like(order)
    cell[row, order] = np.where(end - first > 1, order[:, other], -1)
    return Rivals(np.where(cell < 0, 0.0, values[row, cell]), cell)
