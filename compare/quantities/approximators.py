"""Data file -> Approximators: every phrase that says how sure or how near a number is, put together from its parts.

A comparison is a bound (over, less than), some only behind a step (short of); a small step before it makes a near value (just
over), a large one leaves the bound (well over), a negation turns it round (no more than); "as many as" and "as few as" are
bounds of a whole. Classes after Huddleston & Pullum (2002), ch. 5 §11, and Quirk et al. (1985), 6.63f.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from compare.model import Modifier
from compare.quantities.lexemes import lexemes

TURNED: Mapping[Modifier, Modifier] = {">": "<=", "<": ">="}
"""What a bound becomes behind a negation: no more than 50 is at most 50."""
NEARED: Mapping[Modifier, Modifier] = {">": "~>", "<": "~<"}
"""What it becomes behind a small step: just over 50 is about 50."""


@dataclass(frozen=True, slots=True)
class Approximators:
    """Phrases in lower case -> what they make of the number that they stand before or behind."""

    before: Mapping[str, Modifier]
    after: Mapping[str, Modifier]
    before_times: Mapping[str, Modifier]
    """Before a time of day alone: shortly after 3 a.m.; not: shortly after 40 homes burned."""
    before_times_ends: frozenset[str]
    """Last words of those."""
    behind_noun: Mapping[str, Modifier]
    """Those that nothing else can be meant by where a noun stands between: 50 boats and counting."""
    final: Mapping[str, Modifier]
    """Behind a number, and only at the end of a clause."""
    between: frozenset[str]
    """Words that may stand between a phrase and its number: at least another 20."""
    totals: frozenset[str]
    """Nouns that may, with "of": about a total of 50."""
    before_ends: frozenset[str]
    """Last words of the phrases before, first words of those after: a quick look spares the slow one."""
    after_starts: frozenset[str]


def approximators_of(data: Mapping[str, Any]) -> Approximators:
    """The phrases of a language from its file."""
    before = composed(data["comparisons"]) | wholes(data["equatives"]) | phrases(data["before"])
    behind_noun, final = phrases(data["after_noun"]), phrases(data["after_final"])
    after = phrases(data["after"]) | behind_noun
    times = phrases(data["before_times"])
    return Approximators(
        before=before,
        after=after,
        before_times=times,
        before_times_ends=frozenset(phrase.rpartition(" ")[2] for phrase in times),
        behind_noun=behind_noun,
        final=final,
        between=frozenset(data["between"]["adjectives"].split()),
        totals=frozenset(data["between"]["totals"].split()),
        before_ends=frozenset(lexemes(phrase)[-1].low for phrase in before),
        after_starts=frozenset(lexemes(phrase)[0].low for phrase in (*after, *final)),
    )


def phrases(by_modifier: Mapping[Modifier, Iterable[str]]) -> dict[str, Modifier]:
    """Phrase -> modifier, from modifier -> phrases."""
    return {phrase: modifier for modifier, listed in by_modifier.items() for phrase in listed}


def composed(data: Mapping[str, list[str]]) -> dict[str, Modifier]:
    """Comparisons, alone and with what may stand before them.

    >>> steps = {"small_steps": ["just"], "large_steps": ["well"], "negations": ["not"]}
    >>> composed({"more": ["over"], "less": [], "lacking": []} | steps)
    {'over': '>', 'well over': '>', 'just over': '~>', 'not over': '<='}
    """
    out: dict[str, Modifier] = {}
    sides: tuple[tuple[Modifier, list[str]], ...] = ((">", data["more"]), ("<", data["less"]), ("<", data["lacking"]))
    for bound, comparisons in sides:
        for comparison in comparisons:
            if comparisons is not data["lacking"]:
                out[comparison] = bound
            out |= {f"{step} {comparison}": bound for step in data["large_steps"]}
            out |= {f"{step} {comparison}": NEARED[bound] for step in data["small_steps"]}
            out |= {f"{step} {comparison}": TURNED[bound] for step in data["negations"]}
    return out


def wholes(data: Mapping[str, list[str]]) -> dict[str, Modifier]:
    """As many as, as few as: the bounds that an equative names."""
    opening, closing = data["frame"]
    most: dict[str, Modifier] = {f"{opening} {word} {closing}": "<=" for word in data["most"]}
    return most | {f"{opening} {word} {closing}": ">=" for word in data["least"]}
