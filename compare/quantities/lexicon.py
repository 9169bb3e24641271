"""Data files -> Lexicon: every word that the grammar of quantities knows, loaded once per language.

The rules of the stage name classes of words ("magnitudes", "before_year"); the words themselves stand in `data/`. A second
language is four more files there.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from compare.quantities.approximators import Approximators, approximators_of

LANGUAGES = ("en", "de")
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
class Endings:
    """The endings by which the grammar knows plurals, adverbs, participles and possessives."""

    classes: Mapping[str, tuple[str, ...]]

    def of(self, word: str, name: str) -> bool:
        """Whether the word has an ending of the class."""
        return word.endswith(self.classes.get(name, ()))


@dataclass(frozen=True, slots=True)
class Nouns:
    """What helps to find the end and the head of a counted noun phrase."""

    stops: frozenset[str]
    verbs: frozenset[str]
    modifiers: frozenset[str]
    not_heads: frozenset[str]
    participles: frozenset[str]
    verb_plurals: frozenset[str]
    after_nouns: frozenset[str]
    also_adverbs: frozenset[str]
    ly_adjectives: frozenset[str]
    ly_nouns: frozenset[str]
    also_adjectives: frozenset[str]
    collectives: frozenset[str]
    ed_adjectives: frozenset[str]
    behind_participles: frozenset[str]
    ing_nouns: frozenset[str]
    labels: frozenset[str]
    events: frozenset[str]
    streets: frozenset[str]
    one_before: frozenset[str]
    one_after: frozenset[str]
    compounds: frozenset[str]
    one_compounds: frozenset[str]
    irregular: Mapping[str, str]
    endings: Endings


@dataclass(frozen=True, slots=True)
class Compound:
    """The pieces of a number that is written as one word, and what joins its units to its tens."""

    values: Mapping[str, int]
    join: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language for numbers and for what stands around them, all in lower case."""

    language: str
    decimal: str
    grouping: str
    capital_nouns: bool
    """Whether every noun is written with a capital."""
    compound: Compound | None
    """How numbers are written as one word, or None where they are not."""
    mixed: Mapping[str, Fraction]
    """Words for a whole and a half: anderthalb."""
    small: Mapping[str, int]
    """zero to ninety, one word each."""
    tens: frozenset[str]
    magnitudes: Mapping[str, int]
    abbreviated: Mapping[str, int]
    vague: Mapping[str, tuple[int, int]]
    vague_steps: Mapping[str, int]
    joints: frozenset[str]
    """Words at which two numbers may be joined: to, or, and, up."""
    multiples: Mapping[str, tuple[int, int]]
    vague_lengths: Mapping[str, tuple[int, ...]]
    """First word of those above -> words that such a phrase may have, the most first: a quick look spares the slow one."""
    fractions: Mapping[str, Fraction]
    ordinals: Mapping[str, int]
    multipliers: Mapping[str, Fraction]
    decades: Mapping[str, int]
    """Decades of a life in words: fifties."""
    decade_parts: Mapping[str, tuple[int, int]]
    words: Mapping[str, frozenset[str]]
    approximators: Approximators
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
    words = by_class(data["words"], toml("en.toml")["words"])
    vague = {word: (low, high) for word, (low, high) in data["vague"].items()}
    multiples = {phrase: (low, high) for phrase, (low, high) in data["vague_multiples"].items()}
    vague_lengths = lengths_by_start(multiples)
    small = data["numbers"] | data["tens"]
    magnitudes = data["magnitudes"] | data["plural_magnitudes"]
    return Lexicon(
        language=code,
        decimal=data["decimal"],
        grouping=data["grouping"],
        capital_nouns=data["capital_nouns"],
        compound=compound_of(data["compound"], small),
        mixed={word: Fraction(value) for word, value in data["mixed"].items()},
        small=small,
        tens=frozenset(data["tens"]),
        magnitudes=magnitudes,
        abbreviated=data["abbreviated_magnitudes"],
        vague=vague,
        vague_steps={word: low for word, (low, _) in vague.items()} | data["vague_steps"],
        multiples=multiples,
        joints=frozenset().union(*(words[name] for name in ("to", "or", "and", "onto")), {x.split()[0] for x in words["up_to"]}),
        vague_lengths=vague_lengths,
        fractions=fractions,
        ordinals=data["ordinals"],
        multipliers=multipliers,
        decades=data["decades"],
        decade_parts={word: (first, last) for word, (first, last) in data["decade_parts"].items()},
        words=words,
        approximators=approximators_of(toml(f"modifiers_{code}.toml")),
        directions=listed(data["directions"]),
        change=listed(data["change_context"]),
        per=listed(data["per"]),
        per_names=data["per_names"],
        calendar=calendar,
        nouns=nouns_of(toml(f"nouns_{code}.toml")),
        starters=starters_of(data, words, calendar, vague_lengths),
    )


def starters_of(
    data: Mapping[str, Any], words: Mapping[str, frozenset[str]], calendar: Calendar, phrases: Iterable[str]
) -> frozenset[str]:
    """Words at which a quantity can start; `phrases` are first words of phrases such as "a few"."""
    numbers = (
        "numbers", "tens", "magnitudes", "plural_magnitudes", "vague", "fractions", "mixed", "ordinals", "multipliers", "decades",
    )  # fmt: skip
    return frozenset().union(
        *(data[name] for name in numbers),
        words["article"], words["minus"], words["magnitude_scale"],
        phrases,
        calendar.months, calendar.month_abbreviations, calendar.weekdays, calendar.weekday_abbreviations, calendar.days,
        calendar.shifts, calendar.times, calendar.seasons, calendar.words["parts"], calendar.words["quarter_letters"],
    )  # fmt: skip


def toml(name: str) -> dict[str, Any]:
    """A data file's content."""
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def listed(table: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Words written one behind the other, as sets."""
    return {name: frozenset(words.split()) for name, words in table.items()}


def lengths_by_start(phrases: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """First word -> numbers of words of the phrases that start with it, the longest first."""
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        words = phrase.split()
        lengths.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}


def by_class(given: Mapping[str, list[str]], classes: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    """The words of every class of the grammar; a class that a language does not name is empty."""
    return {name: frozenset(given.get(name, ())) for name in classes}


def compound_of(data: Mapping[str, Any], small: Mapping[str, int]) -> Compound | None:
    """How the language writes numbers as one word."""
    if not data:
        return None
    values = {**small, **data["parts"]}
    pieces = "|".join(sorted((*values, data["join"]), key=len, reverse=True))
    return Compound(values, data["join"], re.compile(f"(?:{pieces}){{1,12}}+"))


def calendar_of(data: Mapping[str, Any]) -> Calendar:
    """The calendar's names from its file."""
    names = {name: data[name] for name in Calendar.__slots__ if name != "words"}
    parts = ("", *data["words"].get("weekday_endings", ()))
    names["weekdays"] = {day + part: number for day, number in data["weekdays"].items() for part in parts}  # Montagabend
    return Calendar(**names, words=by_class(data["words"], toml("calendar_en.toml")["words"]))


def nouns_of(data: Mapping[str, Any]) -> Nouns:
    """The lists about nouns from their file; one that a language does not name is empty."""
    names = (name for name in Nouns.__slots__ if name not in ("irregular", "endings"))
    lists = {name: frozenset(data.get(name, "").lower().split()) for name in names}
    endings = Endings({name: tuple(listed.split()) for name, listed in data["endings"].items()})
    return Nouns(**lists, irregular=data["irregular"], endings=endings)
