"""Word lists: what the stages know about English words, as data files with their provenance in the first line.

`words`, `lines`, `sections` and `word_class` read a file once; `inflected` makes the forms of a base form, so that the lists
hold base forms only.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

HERE = files("compare.lexicon")
VOWELS = "aeiou"
ENDINGS = ("ing", "ed", "es", "s", "e")
LEAST_STEM = 3
"""Letters that an ending must leave of a word."""


def content(name: str) -> str:
    """The text of a data file."""
    return (HERE / name).read_text(encoding="utf-8")


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a `.txt` file, without comments and blank ones."""
    return tuple(line.strip() for line in content(name).splitlines() if line.strip() and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """All words of a `.txt` file."""
    return frozenset(word for line in lines(name) for word in line.split())


@cache
def sections(name: str) -> Mapping[str, Any]:
    """The tables of a `.toml` file."""
    return tomllib.loads(content(name))


@cache
def word_class(name: str) -> frozenset[str]:
    """A closed class of words from `grammar.toml`."""
    return frozenset(sections("grammar.toml")[name].split())


@cache
def title_words(kind: str) -> frozenset[str]:
    """A group of the words around names in `titles.toml`: `person`, `place`, `rank`, `no_office` ("Dr") and others."""
    return frozenset(sections("titles.toml")[kind].split())


@cache
def irregular() -> Mapping[str, tuple[str, ...]]:
    """Irregular forms by base form."""
    return {line.split()[0]: tuple(line.split()[1:]) for line in lines("inflections.txt")}


@cache
def inflected(base: str) -> tuple[str, ...]:
    """The forms of a verb, noun or adjective by the spelling rules of English; some may not exist, which does no harm.

    >>> inflected("deny")
    ('deny', 'denies', 'denied', 'denying')
    >>> inflected("drop")
    ('drop', 'drops', 'dropped', 'dropping')
    >>> inflected("rise")
    ('rise', 'rises', 'rose', 'risen', 'rising')
    >>> inflected("agree")[2:], inflected("admit")[2:], inflected("panic")[2:], inflected("tie")[2:]
    (('agreed', 'agreeing'), ('admitted', 'admitting'), ('panicked', 'panicking'), ('tied', 'tying'))
    """
    past = irregular().get(base, (regular(base, "ed"),))
    doubled = f"{base}{base[-1:]}"
    going = f"{doubled}ing" if f"{doubled}ed" in past else regular(base, "ing")
    return tuple(dict.fromkeys((base, *plurals(base), *past, going)))


@lru_cache(maxsize=4096)
def base_form(word: str) -> str:
    """A word without the endings of tense and number, irregular verbs by their base: the same for all forms, not always a word.

    >>> base_form("took"), base_form("taking"), base_form("his")
    ('tak', 'tak', 'his')
    >>> [base_form(w) for w in ("plot", "plotted", "adding", "add", "carries", "carrying", "agreeing", "agreed")]
    ['plot', 'plot', 'ad', 'ad', 'carry', 'carry', 'agr', 'agr']
    """
    base = irregular_bases().get(word, word)
    base = base.removesuffix(next((e for e in ENDINGS if base.endswith(e) and len(base) - len(e) >= LEAST_STEM), ""))
    while len(base) > LEAST_STEM and base.endswith("e"):
        base = base[:-1]
    if base[-1:] == base[-2:-1] and base[-1:] not in VOWELS:
        base = base[:-1]
    return f"{base[:-1]}y" if base.endswith("i") else base


@cache
def irregular_bases() -> Mapping[str, str]:
    """Irregular forms with their base."""
    return {form: base for base, forms in irregular().items() for form in forms}


def plurals(base: str) -> tuple[str, ...]:
    """The form in -s, or both: vetoes, photos."""
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return (f"{base[:-1]}ies",)
    if base.endswith("o") and base[-2:-1] not in VOWELS:
        return f"{base}es", f"{base}s"
    return (f"{base}es" if base.endswith(("s", "x", "z", "ch", "sh")) else f"{base}s",)


def regular(base: str, ending: str) -> str:
    """The form in -ed or -ing."""
    if base.endswith("ie") and ending == "ing":
        return f"{base[:-2]}ying"
    if base.endswith("e") and (ending == "ed" or not base.endswith(("ee", "oe", "ye"))):
        return base[:-1] + ending
    if base.endswith("ic"):
        return f"{base}k{ending}"
    if base.endswith("y") and base[-2:-1] not in VOWELS and ending == "ed":
        return f"{base[:-1]}ied"
    return base + (base[-1] if doubles(base) else "") + ending


def doubles(base: str) -> bool:
    """Whether the last letter is doubled: one syllable that ends in consonant, vowel, consonant (stop, plan; not visit)."""
    single = sum(letter in VOWELS for letter in base) == 1
    return len(base) >= 3 and single and base[-1] not in "aeiouwxy" and base[-2] in VOWELS
