"""Names in plain form, and whether two of them may be one: a part, initials, a spelling, a place and its people."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from itertools import groupby

from rapidfuzz.distance import Indel, Levenshtein

from compare.lexicon import lines, title_words, word_class
from compare.lexicon.known import is_place, same_first_name, same_line, same_place, unlike_places
from compare.lexicon.spelling import one_spelling
from compare.model import Name
from compare.tokens import tokenize

Bare = tuple[str, ...]
"""A name's words in normal form, without titles."""
VARIANT = 0.75
"""Least likeness by letters of two spellings of a name (Shevchenko and Schevtchenko 0.91; Lind and Lund 0.75)."""
ARTICLES = frozenset({"the", "a", "an"})
LEAST_LETTERS = 5
"""Letters of a single name below which a likeness is chance (Hale and Hall)."""


def without_accents(word: str) -> str:
    """A word in plain letters: whether a newsroom writes accents is house style."""
    return word if word.isascii() else "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


@cache
def short_words() -> dict[str, str]:
    """Abbreviated words of names, in full."""
    return dict(line.split() for line in lines("name_words.txt"))


def bare(name: Name) -> Bare:
    """The words of a name without titles, articles, junior and senior; a numeral stays: the second war is not the first."""
    return bare_words(name.text)


@lru_cache(maxsize=4096)
def bare_words(text: str) -> Bare:
    plain = [without_accents(t.norm.removesuffix("'s").removesuffix("'")) for t in tokenize(text.replace(".", ""))]
    words = [one_spelling(short_words().get(w, w)) for w in plain]
    kept = [w for w in words if w not in title_words("person") and w not in ARTICLES and w not in word_class("generations")]
    return tuple(kept or words)


def same_name(one: Bare, other: Bare) -> bool:
    """Whether two names may be one: a part of it, its initials, a short form, the place and its people.

    >>> same_name(("un", "envoy"), ("united", "nations", "envoy")), same_name(("bill", "hale"), ("william", "hale"))
    (True, True)
    >>> same_name(("ron", "desantis"), ("ron", "de", "santis"))
    True
    """
    if set(one) <= set(other) or set(other) <= set(one) or with_particles_joined(one) == with_particles_joined(other):
        return True
    full = min(len(one), len(other)) > 1 and one[-1] == other[-1]
    if full and (one[-2] == other[-2] or (len(one) == len(other) and same_first_name(one[0], other[0]))):
        return True
    mine, theirs = without_common_end(one, other)
    shortened = any(short(mine, theirs) or short(theirs, mine) for short in (abbreviates, initials))
    return shortened or same_place(" ".join(mine), " ".join(theirs))


def without_common_end(one: Bare, other: Bare) -> tuple[Bare, Bare]:
    """Both names without the words that both end with."""
    while len(one) > 1 and len(other) > 1 and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return one, other


def initials(short: Bare, full: Bare) -> bool:
    """Whether one name ends with the first letters of the other: MVP and (Most) Valuable Player, FBI without its "of"."""
    weighty = [w for w in full if w not in word_class("inside_names")]
    return len(short) == 1 and any(len(held) > 1 and short[0].endswith("".join(w[0] for w in held)) for held in (full, weighty))


def abbreviates(short: Bare, full: Bare) -> bool:
    """Whether one name is the beginning of the other: Ark. and Arkansas."""
    return len(short) == len(full) == 1 and 3 <= len(short[0]) <= len(full[0]) - 3 and full[0].startswith(short[0])


# ---- spellings ---------------------------------------------------------------------------------------------------


def is_variant(one: Bare, other: Bare) -> bool:
    """Whether two names are spellings of one: each word like its partner, at least one of them long enough to tell."""
    if len(one) != len(other):
        one, other = with_particles_joined(one), with_particles_joined(other)
    if len(one) != len(other) or unlike_places(" ".join(one), " ".join(other)):
        return False
    if other_spelling(one, other):
        return True
    if same_name(one, other):
        return False
    if len(one) == 1 and (min(len(one[0]), len(other[0])) < LEAST_LETTERS or is_place(one[0]) or is_place(other[0])):
        return False
    if len(one) == 1 and derived(one[0], other[0]):
        return False
    last = len(one) - 1
    pairs = [(i, x, y) for i, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]
    return all(alike(x, y) and not (is_plural(x, y) and (i < last or last == 0)) for i, x, y in pairs)


def with_particles_joined(name: Bare) -> Bare:
    """A name with its particles as the beginnings of the words behind them: "El-Shenawy" as "Elshenawy"."""
    out: list[str] = []
    for at, word in enumerate(name):
        if at > 0 and name[at - 1] in word_class("particles"):
            out[-1] += word
        else:
            out.append(word)
    return tuple(out)


def other_spelling(one: Bare, other: Bare) -> bool:
    """Whether two full names differ by known spellings of a first name alone: Stephen and Steven Hale, not Bill and William.

    >>> other_spelling(("stephen", "hale"), ("steven", "hale")), other_spelling(("bill", "hale"), ("william", "hale"))
    (True, False)
    """
    pairs = [(x, y) for x, y in zip(one, other, strict=True) if x != y]
    return len(one) > 1 and bool(pairs) and one[-1] == other[-1] and all(spelt_otherwise(x, y) for x, y in pairs)


def spelt_otherwise(one: str, other: str) -> bool:
    """Whether two words are spellings of one first name, as people in one country or newsrooms write it."""
    return same_line("name_spellings.txt", one, other) or same_line("transliterations.txt", one, other)


def derived(one: str, other: str) -> bool:
    """Whether a word is made of the other: a place, its people and its adjective, a party and its members.

    >>> derived("africa", "african"), derived("islamic", "islamist"), derived("kovac", "kovach")
    (True, True, False)
    """
    short, long = sorted((one.removesuffix("s"), other.removesuffix("s")), key=lambda w: (len(w), w))
    roots = {short, short.removesuffix("e"), short.removesuffix("y"), short.removesuffix("a")}
    if any(long.removeprefix(root) in word_class("name_endings") for root in roots if long.startswith(root)):
        return True
    same = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    endings = word_class("endings_of_beliefs")
    return any(short[n:] in endings and long[n:] in endings for n in range(LEAST_LETTERS, same + 1))


def is_plural(one: str, other: str) -> bool:
    """Whether one word is the other with an s: of a lone name or a first word that is grammar, of a family name a spelling."""
    return f"{one}s" == other or f"{other}s" == one


def alike(one: str, other: str) -> bool:
    """Whether two words look like spellings of one word: a letter apart, or with the same consonants, as transliterations have.

    >>> alike("volodymyr", "vladimir"), alike("kovac", "kovacs"), alike("leeds", "derby")
    (True, True, False)
    >>> alike("yusuf", "yousef")
    True
    """
    if min(len(one), len(other)) < 4 or one.isdigit() or other.isdigit():
        return False
    if Levenshtein.distance(one, other) == 1 or Indel.normalized_similarity(one, other) >= VARIANT:
        return True
    least = 2 if one[0] == other[0] and min(len(one), len(other)) >= LEAST_LETTERS else 3
    return skeleton(one) == skeleton(other) and len(skeleton(one)) >= least


def skeleton(word: str) -> str:
    """The consonants of a word, doubled ones once."""
    return "".join(letter for letter, _ in groupby(c for c in word if c not in "aeiouy"))
