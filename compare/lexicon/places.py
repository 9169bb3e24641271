"""Which names of places name the same: a country, its people, its short forms."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from compare.lexicon import lines


@cache
def countries() -> Mapping[str, str]:
    """For each name, short form and adjective of a country, in lower case, the first of its line."""
    table: dict[str, str] = {}
    for line in lines("countries.txt"):
        names = [n.strip().lower() for n in line.split(",")]
        for name in names:
            table.setdefault(name, names[0])
    return table


def is_place(name: str) -> bool:
    """Whether a name is a country's or its people's."""
    return name in countries()


def same_place(one: str, other: str) -> bool:
    """Whether two names belong to one country.

    >>> same_place("britain", "uk"), same_place("france", "french"), same_place("iran", "iraq")
    (True, True, False)
    """
    mine, theirs = countries().get(one), countries().get(other)
    return mine is not None and mine == theirs


def unlike_places(one: str, other: str) -> bool:
    """Whether two names belong to two countries, however alike they look."""
    mine, theirs = countries().get(one), countries().get(other)
    return mine is not None and theirs is not None and mine != theirs
