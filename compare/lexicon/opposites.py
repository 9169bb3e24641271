"""Which words exclude each other: opposites (rose, fell) and rivals (soldiers, civilians), by any of their forms."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import regex

from compare.lexicon import inflected, lines, words

NEGATIVE = ("in", "im", "il", "ir")
ADJECTIVE = ("able", "ible", "ably", "ibly", "ent", "ently", "ant", "antly", "ate", "ately", "al", "ally", "ar", "ect", "ite",
             "itely", "ous", "ure", "act", "ly", "ity", "ence", "ance", "tive")  # fmt: skip
"""Endings of words of which "in-" makes the opposite; "press" and "impress" are none."""
OF_CHANGE = regex.compile(r"(?:i[sz]|ulat|activat)(?:e|ed|es|ing|ation)$")
"""Endings of words of which "de-" makes the opposite: regulate, centralise; "fine" and "define" are none."""


@cache
def sides(name: str) -> Mapping[str, tuple[tuple[int, int], ...]]:
    """For each form of a list's words the (line, group) it stands in."""
    table: dict[str, list[tuple[int, int]]] = {}
    for number, line in enumerate(lines(name)):
        for group, members in enumerate(line.split("|")):
            for base in members.split():
                for form in inflected(base):
                    place = (number, group)
                    if place not in table.setdefault(form, []):
                        table[form].append(place)
    return {form: tuple(places) for form, places in table.items()}


def excluding(name: str, one: str, other: str) -> bool:
    """Whether two words stand in different groups of one line, and never in the same group.

    >>> excluding("antonyms.txt", "rose", "fell"), excluding("antonyms.txt", "rose", "climbed")
    (True, False)
    """
    if same_group(name, one, other):
        return False
    table = sides(name)
    return any(line == other_line for line, _ in table.get(one, ()) for other_line, _ in table.get(other, ()))


def same_group(name: str, one: str, other: str) -> bool:
    """Whether two words stand in one group of a line, so that one may stand for the other.

    >>> same_group("sources.txt", "minister", "government"), same_group("sources.txt", "minister", "witnesses")
    (True, False)
    """
    table = sides(name)
    return not set(table.get(one, ())).isdisjoint(table.get(other, ()))


def rivals(one: str, other: str) -> bool:
    """Whether only one of two words can be true in one place: of people, by what they are, of other things, deeds or times.

    >>> rivals("soldiers", "civilians"), rivals("north", "southern"), rivals("man", "soldier")
    (True, True, False)
    """
    return any(excluding(f"{name}.txt", one, other) for name in ("people", "rivals", "deeds", "times"))


def opposed(one: str, other: str) -> bool:
    """Whether two words are opposites: by the list, or one is the other with a prefix that negates.

    >>> opposed("possible", "impossible"), opposed("injured", "killed"), opposed("port", "import")
    (True, True, False)
    """
    return excluding("antonyms.txt", one, other) or negated(one, other) or negated(other, one)


def negated(word: str, longer: str) -> bool:
    """Whether the longer word is the other with a prefix that negates: "un-" before any word, "in-" before an adjective, "de-"
    before a verb that makes something so.

    >>> negated("fair", "unfair"), negated("accurate", "inaccurate"), negated("press", "impress"), negated("it", "unit")
    (True, True, False, False)
    >>> negated("regulated", "deregulated"), negated("fined", "defined")
    (True, False)
    """
    prefix = longer.removesuffix(word)
    if len(word) < 4 or prefix == longer:
        return False
    if prefix == "de":
        return OF_CHANGE.search(word) is not None
    return prefix == "un" or (prefix in NEGATIVE and word.endswith(ADJECTIVE) and len(word) > 4)


@cache
def phrasal_verbs() -> Mapping[tuple[str, ...], str]:
    """Verbs of two words, in all forms of the first, each with the one word that says the same: (turned, down), reject."""
    pairs = (line.partition("=") for line in lines("phrasal.txt"))
    return {(form, *phrase.split()[1:]): single.strip() for phrase, _, single in pairs for form in inflected(phrase.split()[0])}


@cache
def denials() -> frozenset[str]:
    """Verbs of denial in all forms."""
    return frozenset(form for base in words("denials.txt") for form in inflected(base))


def denial(word: str) -> bool:
    """Whether a word denies: its opposite is a flip of the whole claim."""
    return word in denials()
