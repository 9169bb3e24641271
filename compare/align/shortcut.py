"""Terms of many versions -> which pairs are aligned themselves; links by way of a third version for the others.

Up to eight versions all pairs are aligned. Beyond, a version is aligned with the base, with the version in the middle of all and
with its nearest neighbours; two versions that are none of these to each other are linked through the version nearest to both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from statistics import fmean

import numpy as np

from compare.align.candidates import identical
from compare.align.decode import SAME, relation_of, similarity
from compare.align.terms import Floats, Terms
from compare.model import Link, Relation

ALL_PAIRS = 8
"""Most versions of which all pairs are aligned (DESIGN)."""
NEIGHBOURS = 6
"""Nearest versions that each version is aligned with beyond that."""

Pair = tuple[int, int]
"""Numbers of two versions, the lower first."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The pairs to align themselves, and for each other pair the version that it is linked through."""

    direct: tuple[Pair, ...]
    through: Mapping[Pair, int]


def plan(terms: Sequence[Terms], distinct: Sequence[int], base: int) -> Plan:
    """Which pairs of the distinct versions to align; all of them up to ALL_PAIRS versions."""
    pairs = list(combinations(distinct, 2))
    if len(distinct) <= ALL_PAIRS:
        return Plan(tuple(pairs), {})
    near = nearness(terms, distinct)
    middle = distinct[int(near.sum(axis=1).argmax())]
    chosen = {pair for pair in pairs if base in pair or middle in pair}
    for k, version in enumerate(distinct):
        for other in np.argsort(-near[k], kind="stable")[:NEIGHBOURS].tolist():
            chosen.add((min(version, distinct[other]), max(version, distinct[other])))
    place = {version: k for k, version in enumerate(distinct)}
    through = {}
    for one, two in pairs:
        if (one, two) not in chosen:
            between = [v for v in distinct if {(min(v, one), max(v, one)), (min(v, two), max(v, two))} <= chosen]
            through[one, two] = max(between, key=lambda v: (near[place[one], place[v]] * near[place[v], place[two]], -v))
    return Plan(tuple(pair for pair in pairs if pair in chosen), through)


def nearness(terms: Sequence[Terms], distinct: Sequence[int]) -> Floats:
    """How much the vocabularies of any two versions share, 0..1, light words left out; 0 on the diagonal."""
    words = [np.setdiff1d(terms[v].views.top(len(terms[v])).ids, terms[v].light) for v in distinct]
    near = np.zeros((len(distinct), len(distinct)))
    for one, two in combinations(range(len(distinct)), 2):
        both = len(np.intersect1d(words[one], words[two], assume_unique=True))
        near[one, two] = near[two, one] = both / max(1.0, float(len(words[one]) * len(words[two])) ** 0.5)
    return near


def turned(links: Sequence[Link]) -> tuple[Link, ...]:
    """The links of a pair seen from its other version."""
    return tuple(sorted((replace(x, a=x.b, b=x.a) for x in links), key=lambda x: (x.a, x.b)))


def linked_through(a: Terms, b: Terms, left: Sequence[Link], right: Sequence[Link]) -> tuple[Link, ...]:
    """Links of a with b, from those of a with a third version (`left`) and of that one with b (`right`).

    Links that meet in a sentence of the third version become one; it is as sure as both together. Partial ones lead nowhere.
    Sentences with the same words in a and b are linked whatever the third version has.
    """
    left, right = ([x for x in links if x.relation != Relation.PARTIAL] for links in (left, right))
    met = {h: n for n, x in enumerate(left) for h in x.b}
    home = list(range(len(left)))
    for y in right:
        meets = sorted({home[met[h]] for h in y.a if h in met})
        if len(meets) > 1:
            home = [meets[0] if n in meets else n for n in home]
    joined: dict[int, tuple[list[Link], list[Link]]] = {n: ([], []) for n in home}
    for n, x in zip(home, left, strict=True):
        joined[n][0].append(x)
    for y in right:
        if common := [h for h in y.a if h in met]:
            joined[home[met[common[0]]]][1].append(y)
    same = [divmod(key, len(b)) for key in identical(a, b).tolist()]
    kept_a, kept_b = {i for i, _ in same}, {j for _, j in same}
    links = [Link((i,), (j,), 1.0, 1.0, Relation.IDENTICAL) for i, j in same]
    for one, two in joined.values():
        if two and (x := join(a, b, one, two)).confidence >= SAME and not (kept_a & set(x.a) or kept_b & set(x.b)):
            links.append(x)
    return tuple(sorted(links, key=lambda x: (x.a, x.b)))


def join(a: Terms, b: Terms, left: Sequence[Link], right: Sequence[Link]) -> Link:
    """One link out of some that meet."""
    one, two = tuple(sorted(i for x in left for i in x.a)), tuple(sorted(j for y in right for j in y.b))
    kept = similarity(a, b, one, two)
    return Link(one, two, kept, fmean(x.confidence for x in left) * fmean(y.confidence for y in right), relation_of(kept))
