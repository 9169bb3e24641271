"""Data files -> Lexicon: every word that the grammar of quantities knows, loaded once per language.

The rules of the stage name classes of words ("magnitudes", "before_year"); the words themselves stand in `data/`. A second
language is three more files there.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from compare.model import Modifier
from compare.quantities.lexemes import lexemes

LANGUAGES = ("en",)
DATA = files("compare.quantities") / "data"


@dataclass(frozen=True, slots=True)
class Calendar:
    """Names of months, days and periods, and the words around them."""

    months: Mapping[str, int]
    month_abbreviations: Mapping[str, int]
    weekdays: Mapping[str, int]
    weekday_abbreviations: Mapping[str, int]
    days: Mapping[str, int]
    shifts: Mapping[str, int]
    periods: Mapping[str, str]
    times: Mapping[str, str]
    seasons: Mapping[str, str]
    words: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Nouns:
    """What helps to find the end and the head of a counted noun phrase."""

    stops: frozenset[str]
    verbs: frozenset[str]
    modifiers: frozenset[str]
    not_heads: frozenset[str]
    verb_plurals: frozenset[str]
    also_adverbs: frozenset[str]
    ly_adjectives: frozenset[str]
    ly_nouns: frozenset[str]
    also_adjectives: frozenset[str]
    collectives: frozenset[str]
    ed_adjectives: frozenset[str]
    ing_nouns: frozenset[str]
    labels: frozenset[str]
    streets: frozenset[str]
    one_before: frozenset[str]
    one_after: frozenset[str]
    compounds: frozenset[str]
    one_compounds: frozenset[str]
    irregular: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language for numbers and for what stands around them, all in lower case."""

    language: str
    decimal: str
    grouping: str
    small: Mapping[str, int]
    """zero to ninety, one word each."""
    tens: frozenset[str]
    magnitudes: Mapping[str, int]
    abbreviated: Mapping[str, int]
    vague: Mapping[str, tuple[int, int]]
    vague_steps: Mapping[str, int]
    multiples: Mapping[str, tuple[int, int]]
    fractions: Mapping[str, Fraction]
    ordinals: Mapping[str, int]
    multipliers: Mapping[str, Fraction]
    words: Mapping[str, frozenset[str]]
    before: Mapping[str, Modifier]
    """Phrases before a number and what they make of it."""
    after: Mapping[str, Modifier]
    before_ends: frozenset[str]
    """Last words of the phrases before, first words of those after: a quick look spares the slow one."""
    after_starts: frozenset[str]
    directions: Mapping[str, frozenset[str]]
    """Words of rise and fall, and those that may stand between them and their size."""
    change: Mapping[str, frozenset[str]]
    per: Mapping[str, frozenset[str]]
    per_names: Mapping[str, str]
    calendar: Calendar
    nouns: Nouns
    starters: frozenset[str]
    """Words at which a quantity can start: no rule looks at any other word first."""


@cache
def lexicon(language: str | None = None) -> Lexicon:
    """The lexicon of a language by its ISO 639-1 code; English for one that has none."""
    code = language if language in LANGUAGES else "en"
    data = toml(f"{code}.toml")
    calendar = calendar_of(toml(f"calendar_{code}.toml"))
    fractions = {word: Fraction(value) for word, value in data["fractions"].items()}
    multipliers = {word: Fraction(value) for word, value in data["multipliers"].items()}
    words = {name: frozenset(values) for name, values in data["words"].items()}
    vague = {word: (low, high) for word, (low, high) in data["vague"].items()}
    multiples = {phrase: (low, high) for phrase, (low, high) in data["vague_multiples"].items()}
    small = data["numbers"] | data["tens"]
    magnitudes = data["magnitudes"] | data["plural_magnitudes"]
    return Lexicon(
        language=code,
        decimal=data["decimal"],
        grouping=data["grouping"],
        small=small,
        tens=frozenset(data["tens"]),
        magnitudes=magnitudes,
        abbreviated=data["abbreviated_magnitudes"],
        vague=vague,
        vague_steps={word: low for word, (low, _) in vague.items()} | data["vague_steps"],
        multiples=multiples,
        fractions=fractions,
        ordinals=data["ordinals"],
        multipliers=multipliers,
        words=words,
        before=phrases(data["modifiers"]),
        after=phrases(data["modifiers_after"]),
        before_ends=frozenset(lexemes(phrase)[-1].low for phrase in phrases(data["modifiers"])),
        after_starts=frozenset(lexemes(phrase)[0].low for phrase in phrases(data["modifiers_after"])),
        directions=listed(data["directions"]),
        change=listed(data["change_context"]),
        per=listed(data["per"]),
        per_names=data["per_names"],
        calendar=calendar,
        nouns=nouns_of(toml(f"nouns_{code}.toml")),
        starters=frozenset().union(
            small, magnitudes, vague, fractions, data["ordinals"], multipliers,
            words["article"], words["minus"], words["magnitude_scale"],
            {phrase.split()[0] for phrase in multiples},
            calendar.months, calendar.month_abbreviations, calendar.weekdays, calendar.weekday_abbreviations, calendar.days,
            calendar.shifts, calendar.times, calendar.seasons, calendar.words["parts"],
        ),
    )  # fmt: skip


def toml(name: str) -> dict[str, Any]:
    """A data file's content."""
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def listed(table: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Words written one behind the other, as sets."""
    return {name: frozenset(words.split()) for name, words in table.items()}


def phrases(by_modifier: Mapping[Modifier, list[str]]) -> dict[str, Modifier]:
    """Phrase -> modifier, from modifier -> phrases."""
    return {phrase.strip(): modifier for modifier, listed in by_modifier.items() for phrase in listed}


def calendar_of(data: Mapping[str, Any]) -> Calendar:
    """The calendar's names from its file."""
    names = {name: data[name] for name in Calendar.__slots__ if name != "words"}
    return Calendar(**names, words={name: frozenset(values) for name, values in data["words"].items()})


def nouns_of(data: Mapping[str, Any]) -> Nouns:
    """The lists about nouns from their file."""
    lists = {name: frozenset(data[name].lower().split()) for name in Nouns.__slots__ if name != "irregular"}
    return Nouns(**lists, irregular=data["irregular"])
