"""Which names name the same: a country, its people and its short forms, what has two names, first names and their short forms."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from compare.lexicon import lines


@cache
def countries() -> Mapping[str, str]:
    """For each name, short form and adjective of a country, in lower case, the first of its line."""
    table: dict[str, str] = {}
    for line in lines("countries.txt"):
        names = [n.strip().lower().replace(".", "") for n in line.split(",")]
        for name in names:
            table.setdefault(name, names[0])
    return table


@cache
def aliases() -> Mapping[str, frozenset[int]]:
    """For each name of what has several the numbers of its lines."""
    table: dict[str, set[int]] = {}
    for number, line in enumerate(lines("aliases.txt")):
        for name in line.split(","):
            table.setdefault(name.strip().lower().replace(".", ""), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in table.items()}


def same_first_name(one: str, other: str) -> bool:
    """Whether two first names are forms of one, or one is the other's initial.

    >>> same_first_name("bill", "william"), same_first_name("j", "john"), same_first_name("bill", "john")
    (True, True, False)
    """
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    return any(same_line(name, one, other) for name in ("nicknames.txt", "name_spellings.txt"))


@cache
def groups_of(name: str) -> Mapping[str, frozenset[int]]:
    """For each word of a list the numbers of its lines."""
    table: dict[str, set[int]] = {}
    for number, line in enumerate(lines(name)):
        for word in line.split():
            table.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in table.items()}


def same_line(name: str, one: str, other: str) -> bool:
    """Whether two different words stand in one line of a list.

    >>> same_line("name_spellings.txt", "stephen", "steven"), same_line("transliterations.txt", "sergei", "sergey")
    (True, True)
    """
    table = groups_of(name)
    return one != other and bool(table.get(one, frozenset()) & table.get(other, frozenset()))


def is_place(name: str) -> bool:
    """Whether a name is a country's or its people's."""
    return name in countries()


def same_place(one: str, other: str) -> bool:
    """Whether two names belong to one country, or are two names of one thing.

    >>> same_place("britain", "uk"), same_place("france", "french"), same_place("iran", "iraq")
    (True, True, False)
    """
    mine, theirs = countries().get(one), countries().get(other)
    if mine is not None and mine == theirs:
        return True
    return bool(aliases().get(one, frozenset()) & aliases().get(other, frozenset()))


def unlike_places(one: str, other: str) -> bool:
    """Whether two names belong to two countries, however alike they look."""
    mine, theirs = countries().get(one), countries().get(other)
    return mine is not None and theirs is not None and mine != theirs
