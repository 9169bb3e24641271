"""Sentences -> Name*: runs of capitalised words that name a person, a place or an organisation, joined over the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Literal

import regex

from compare.language import function_words
from compare.lexicon import sections
from compare.lexicon.places import countries
from compare.model import Name, Sentence
from compare.tokens import normal_form

Kind = Literal["person", "place", "organisation", "other"]
WORD = regex.compile(r"\p{L}[\p{L}\p{M}'’]*(?:[-‐‑]\p{Lu}[\p{L}\p{M}'’]*|(?<=\b[AaEe][lnr])[-‐‑]\p{L}[\p{L}\p{M}'’]*)*(?:\.(?=\p{L}|\s\p{Lu}))?|\d+|[^\s\p{L}\d]")
PARTICLES = frozenset("of the de la le du des da di van von der den bin ibn al el y and for".split())
INNER = frozenset("of de la le du des da di van von der den ten bin ibn al el y".split())
CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)


def find_names(sentences: Sequence[Sentence]) -> tuple[tuple[Name, ...], ...]:
    """The names of each sentence; `key` is the same for what names the same in this document."""
    inside = capitalised_inside(sentences)
    found = [names_of(s, inside) for s in sentences]
    keys = join_keys([n for names in found for n in names])
    return tuple(tuple(Name(n.start, n.end, n.text, keys[n.text], n.kind) for n in names) for names in found)


def capitalised_inside(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Words that stand capitalised where no sentence begins, more often than not."""
    upper: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for sentence in sentences:
        for m in list(WORD.finditer(sentence.text))[1:]:
            (upper if m.group()[0].isupper() else lower)[normal_form(m.group().rstrip("."))] += 1
    return frozenset(w for w, n in upper.items() if n > lower[w])


@cache
def common_words() -> frozenset[str]:
    """Function words and the calendar: never names by themselves."""
    return function_words("en") | CALENDAR


def names_of(sentence: Sentence, inside: frozenset[str]) -> list[Name]:
    """Names in one sentence, without keys."""
    words = list(WORD.finditer(sentence.text))
    out: list[Name] = []
    at = 0
    while at < len(words):
        if not is_capital(words[at].group()):
            at += 1
            continue
        end = at + 1
        while end < len(words):
            gap = sentence.text[words[end - 1].end() : words[end].start()]
            if is_capital(words[end].group()) and gap in (" ", "\u00a0"):
                end += 1
            elif words[end].group() in INNER and end + 1 < len(words) and is_capital(words[end + 1].group()) and words[end].group() != "y":
                end += 2
            else:
                break
        first = at
        while first < end and is_common(words[first].group()):
            first += 1
        if first < end and first == 0 and end - first == 1 and not is_name_at_start(words[0].group(), inside):
            first = end
        if first < end:
            start, stop = words[first].start(), words[end - 1].end()
            surface = sentence.text[start:stop]
            for tail in ("'s", "’s"):
                surface = surface.removesuffix(tail)
            out.append(Name(sentence.start + start, sentence.start + start + len(surface), surface, "", kind_of(words, first, end)))
        at = end
    return out


def is_common(word: str) -> bool:
    """Whether a capitalised word is a function word or of the calendar; an acronym never is (the WHO, the US)."""
    return normal_form(word.rstrip(".")) in common_words() and not (word.isupper() and len(word) > 1)


def is_name_at_start(word: str, inside: frozenset[str]) -> bool:
    """Whether a lone capitalised word that begins a sentence is a name: an acronym, a country, or capitalised elsewhere."""
    norm = normal_form(word.rstrip(".").removesuffix("'s").removesuffix("’s"))
    return norm in inside or norm in countries() or (word.isupper() and len(word) > 1)


def is_capital(word: str) -> bool:
    return word[0].isupper()


def kind_of(words: Sequence[regex.Match[str]], first: int, end: int) -> Kind:
    """Kind by title, by the last word, by the word before."""
    titles = sections("titles.toml")
    start, last = normal_form(words[first].group().rstrip(".")), normal_form(words[end - 1].group())
    before = normal_form(words[first - 1].group()) if first else ""
    if last in titles["organisation"].split():
        return "organisation"
    if start in titles["person"].split() or before in titles["person"].split():
        return "person"
    if last in titles["place"].split() or before in titles["place_before"].split():
        return "place"
    return "other"


def join_keys(names: Sequence[Name]) -> dict[str, str]:
    """A key for each surface: a surname takes that of the one full name that ends with it."""
    forms = {n.text: plain_key(n.text) for n in names}
    full = sorted({k for k in forms.values() if " " in k})
    out = {}
    for text, key in forms.items():
        longer = [k for k in full if k != key and k.endswith(" " + key)]
        out[text] = longer[0] if len(longer) == 1 else key
    return out


def plain_key(text: str) -> str:
    """The name without titles, in normal form."""
    words = [normal_form(w.rstrip(".")) for w in text.split()]
    while len(words) > 1 and words[0] in sections("titles.toml")["person"].split():
        words = words[1:]
    return " ".join(words)
