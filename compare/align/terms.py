"""AnnotatedDocument -> Terms: the words of every sentence as arrays of numbers, made once and read by every pair.

A sentence is seen in several views: its stems, its pairs of neighbouring words, its runs of three words, its marked words
(capital letters), its numbers, the words of its names, its figures by value and unit, the pairs of words that it quotes. A
view is a set of terms for each sentence, kept as one array with pointers (the rows of a sparse matrix). Terms are numbers that
all documents of a comparison share; they mean nothing but equality.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain, pairwise
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from compare.language import function_words
from compare.model import Annotated, AnnotatedDocument, Quantity, Token
from compare.tokens import normal_form

Ints: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float64]

VIEWS = ("stems", "pairs", "runs", "marks", "numbers", "names", "figures", "quoted")
STEM = 5
"""Letters of a word that count as its stem: serves inflected European languages alike, without a stemmer for each."""
ENDINGS: Final = ("ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "s", "e", "y")
"""Endings that are cut before: "votes", "voted" and "voting" are one stem. English, but common to much of Europe."""
BITS = 21
"""Bits for a word's number within a run of three: two million different words, 63 bits in all."""
SURROGATES = range(0xD800, 0xE000)



@dataclass(frozen=True, slots=True)
class View:
    """The terms of each sentence in one view: those of sentence i are `ids[start[i]:start[i + 1]]`, sorted, each once."""

    ids: Ints
    start: Ints
    sizes: Ints
    """How many terms each sentence has."""
    rows: Ints
    """The sentence of each term."""


@dataclass(frozen=True, slots=True)
class Terms:
    """A document as the alignment reads it."""

    words: tuple[str, ...]
    """Each sentence as a string with one character for each word, so that rapidfuzz compares words."""
    letters: tuple[str, ...]
    """Each sentence as its normal forms joined by a space."""
    views: dict[str, View]
    common: frozenset[int]
    """The stems of light words, which say little of what a sentence tells."""
    titles: frozenset[int] = frozenset()
    """The sentences that are the headline."""

    def __len__(self) -> int:
        return len(self.words)


class Lexicon:
    """Numbers for words, in order of appearance."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}
        self.stems: dict[str, int] = {}

    def number(self, word: str) -> int:
        return self.known.setdefault(word, len(self.known))

    def stem(self, norm: str) -> int:
        """The number of the word's stem, which is cut once for each word."""
        number = self.stems.get(norm)
        if number is None:
            number = self.stems[norm] = self.number(stem(norm))
        return number


@dataclass(frozen=True, slots=True)
class Spans:
    """Stretches of a text that do not touch, in order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def hold(self, tokens: Sequence[Token]) -> list[int]:
        """Which of the tokens of a sentence begin in one of the stretches."""
        if not tokens or bisect_right(self.starts, tokens[-1].start) == bisect_right(self.ends, tokens[0].start):
            return []
        return [k for k, t in enumerate(tokens) if bisect_right(self.starts, t.start) > bisect_right(self.ends, t.start)]


def spans_of(stretches: Iterable[tuple[int, int]]) -> Spans:
    """The stretches, those that overlap made one.

    >>> spans_of([(5, 9), (0, 3), (2, 4)])
    Spans(starts=(0, 5), ends=(4, 9))
    """
    made: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if made and start <= made[-1][1]:
            start, end = made[-1][0], max(end, made.pop()[1])
        made.append((start, end))
    return Spans(tuple(start for start, _ in made), tuple(end for _, end in made))


@cache
def light_words(language: str | None) -> frozenset[str]:
    """Normal forms of words that say little of what a sentence tells: function words and verbs of reporting."""
    stored = tomllib.loads(files("compare.align").joinpath("light_words.toml").read_text(encoding="utf-8"))
    reporting = stored.get("en" if language is None else language.partition("-")[0].lower(), "")
    return function_words(language) | {normal_form(word) for word in reporting.split()}


def read_terms(document: AnnotatedDocument, lexicon: Lexicon) -> Terms:
    """The document's terms, with words numbered by the lexicon."""
    light = light_words(document.document.language)
    columns: dict[str, list[list[int]]] = {name: [] for name in VIEWS}
    words, letters = [], []
    spoken = quoted_spans(document)
    common: set[int] = set()
    for sentence in document.sentences:
        norms = [t.norm for t in sentence.tokens] or [sentence.text.strip() or " "]  # no word at all: the signs stand for one
        numbers = [lexicon.number(norm) for norm in norms]
        words.append("".join(map(character, numbers)))
        letters.append(" ".join(norms))
        common.update(lexicon.stem(norm) for norm in norms if norm in light)
        for name, terms in views_of(sentence, norms, numbers, spoken[sentence.field], lexicon):
            columns[name].append(sorted(set(terms)))
    views = {name: view(rows) for name, rows in columns.items()}
    titles = frozenset(k for k, sentence in enumerate(document.sentences) if sentence.field == "title")
    return Terms(tuple(words), tuple(letters), views, frozenset(common), titles)


def views_of(
    sentence: Annotated, norms: Sequence[str], numbers: Sequence[int], quoted: Spans, lexicon: Lexicon
) -> Iterable[tuple[str, Iterable[int]]]:
    """The terms of a sentence in every view."""
    stems = [lexicon.stem(norm) for norm in norms]
    yield "stems", stems
    yield "pairs", (a << BITS | b for a, b in pairwise(numbers))
    yield "runs", (a << 2 * BITS | b << BITS | c for a, b, c in zip(numbers, numbers[1:], numbers[2:], strict=False))
    capital = [sentence.text[t.start - sentence.start].isupper() for t in sentence.tokens]
    yield "marks", (s for k, (s, c) in enumerate(zip(stems, capital, strict=False)) if k and c)
    yield "numbers", (n for n, norm in zip(numbers, norms, strict=True) if norm[0].isdigit())
    named = spans_of((name.start, name.end) for name in sentence.names)
    yield "names", (stems[k] for k in named.hold(sentence.tokens))
    yield "figures", (lexicon.number(key) for quantity in sentence.quantities for key in figure_keys(quantity))
    yield "quoted", (stems[k] << BITS | stems[n] for k, n in pairwise(quoted.hold(sentence.tokens)))


def quoted_spans(document: AnnotatedDocument) -> Mapping[str, Spans]:
    """Where words are quoted, by field."""
    return {field: spans_of((q.start, q.end) for q in document.quotations if q.field == field) for field in ("text", "title")}


def figure_keys(quantity: Quantity) -> Iterable[str]:
    """What a figure is known by: its value, and its value with its unit or what is counted."""
    value = quantity.date or f"{quantity.lower}..{quantity.upper}"
    yield f"\0{value}"
    if of := quantity.unit or (quantity.counted or "").rpartition(" ")[2]:
        yield f"\0{value} {stem(normal_form(of))}"


def stem(norm: str) -> str:
    """The beginning of a word, without a possessive; a number stays whole.

    >>> stem("arrested"), stem("arrests"), stem("trump's"), stem("1250000")
    ('arres', 'arres', 'trump', '1250000')
    """
    if norm[0].isdigit():
        return norm
    norm = norm.removesuffix("'s")
    for ending in ENDINGS:
        if norm.endswith(ending) and len(norm) - len(ending) >= 3:
            norm = norm.removesuffix(ending)
            break
    return norm[:STEM]


def character(number: int) -> str:
    """A character of its own for each of the first million numbers; the code points that UTF-16 reserves are left out."""
    return chr(number if number < SURROGATES.start else (number + len(SURROGATES)) % 0x110000)


def view(rows: Sequence[Sequence[int]]) -> View:
    """The rows as one array with pointers."""
    sizes = np.fromiter(map(len, rows), dtype=np.int64, count=len(rows))
    return view_of(np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=int(sizes.sum())), sizes)


def view_of(ids: Ints, sizes: Ints) -> View:
    """The view of sentences with so many terms each."""
    start = np.zeros(len(sizes) + 1, dtype=np.int64)
    np.cumsum(sizes, out=start[1:])
    return View(ids, start, sizes, np.repeat(np.arange(len(sizes)), sizes))
