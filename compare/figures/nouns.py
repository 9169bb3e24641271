"""What two numbers count -> how well the nouns agree: 26 pirates are 26 brigands, but two rifles are no two rockets.

Outlets choose their own nouns, above all for people: the same two men are guards, officers and victims. Two words for people may
therefore stand for each other unless a list says that they exclude each other (women, men); of other things only the words of one
line in nouns.toml do.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from compare.lexicon import inflected, lines
from compare.lexicon.opposites import rivals
from compare.model import Quantity
from compare.tokens import tokenize

SAME_NOUN, SAME_THING, MAY_BE, ANOTHER = 1.0, 0.6, -0.2, -1.0
"""How well nouns agree: the same; words for one thing, or "people" for some of them; two words for people; anything else."""
ANYBODY = frozenset({"people", "person", "persons", "victim", "victims", "individual", "individuals", "human", "humans", "dead",
                     "injured", "wounded", "others", "life", "lives"})  # fmt: skip
"""Words for anybody."""
AMOUNTS = frozenset({"number", "numbers", "total", "amount", "figure", "rest"})
"""Nouns that leave open what is counted: half the number."""


def noun_of(quantity: Quantity) -> str:
    """The last word of what is counted, in lower case; "" where nothing is."""
    words = tokenize(quantity.counted or "")
    return words[-1].norm if words and words[-1].norm not in AMOUNTS else ""


def nouns_agree(a: str, b: str) -> float:
    """How well two nouns agree, from -1 to 1; 0 where a number counts nothing.

    >>> nouns_agree("pirates", "brigands"), nouns_agree("rifles", "rockets"), nouns_agree("boats", "vessels")
    (-0.2, -1.0, 0.6)
    >>> nouns_agree("people", "farmers"), nouns_agree("women", "men"), nouns_agree("girl", "girls")
    (0.6, -1.0, 1.0)
    """
    if not a or not b:
        return 0.0
    if a == b or a in inflected(b) or b in inflected(a):
        return SAME_NOUN
    if rivals(a, b):
        return ANOTHER
    if is_person(a) and is_person(b):
        return SAME_THING if a in ANYBODY or b in ANYBODY else MAY_BE
    return SAME_THING if things().get(a, a) == things().get(b, b) else ANOTHER


def is_person(word: str) -> bool:
    """Does the word stand for people: a word of the list, or a people's name?"""
    return word in people() or word in peoples()


@cache
def table() -> Mapping[str, str | Mapping[str, str]]:
    return tomllib.loads(files("compare.figures").joinpath("nouns.toml").read_text("utf-8"))


@cache
def people() -> frozenset[str]:
    """All forms of the words for people."""
    words = table()["people"]
    return ANYBODY.union(form for base in str(words).split() for form in inflected(base))


@cache
def peoples() -> frozenset[str]:
    """Names of peoples, such as Danes: the words behind a country's name, with and without -s."""
    known = [name.strip().casefold() for line in lines("countries.txt") for name in line.split(",")[1:]]
    return frozenset(form for w in known if w.isalpha() and len(w) > 3 for form in (w, f"{w}s"))


@cache
def things() -> Mapping[str, str]:
    """Word -> the thing that it stands for."""
    known = table()["things"]
    assert isinstance(known, dict)
    return {form: thing for thing, words in known.items() for base in words.split() for form in inflected(base)}
