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
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Final, NamedTuple, TypeAlias

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


class Word(NamedTuple):
    """What the alignment knows of a word."""

    number: int
    stem: int
    """The number of its stem."""
    sign: str
    """A character of its own."""
    digit: bool
    """Whether it begins with a digit."""


class Lexicon(dict[str, Word]):
    """What is known of each word, looked at when it is first asked for; words and stems are numbered in order of appearance."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers: dict[str, int] = {}

    def number(self, word: str) -> int:
        return self.numbers.setdefault(word, len(self.numbers))

    def __missing__(self, norm: str) -> Word:
        number = self.number(norm)
        word = self[norm] = Word(number, self.number(stem(norm)), character(number), norm[0].isdigit())
        return word


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
    spoken = quoted_spans(document)
    lines: list[list[Word]] = []
    letters: list[str] = []
    seen: set[str] = set()
    marked = Marked()
    at = 0
    for sentence in document.sentences:
        norms = [t.norm for t in sentence.tokens] or [sentence.text.strip() or " "]  # no word at all: the signs stand for one
        lines.append([lexicon[norm] for norm in norms])
        letters.append(" ".join(norms))
        seen.update(norms)
        marked.add(sentence, at, spoken[sentence.field])
        at += len(norms)
    figures = [[lexicon.number(key) for q in sentence.quantities for key in figure_keys(q)] for sentence in document.sentences]
    return Terms(
        words=tuple("".join([word.sign for word in line]) for line in lines),
        letters=tuple(letters),
        views=views_of(lines, marked, figures),
        common=frozenset(lexicon[norm].stem for norm in seen & light_words(document.document.language)),
        titles=frozenset(k for k, sentence in enumerate(document.sentences) if sentence.field == "title"),
    )


@dataclass(frozen=True, slots=True)
class Marked:
    """Places of words among all of a document: those with a capital that does not begin a sentence, of names, of quotations."""

    capital: list[int] = field(default_factory=list)
    named: list[int] = field(default_factory=list)
    quoted: list[int] = field(default_factory=list)

    def add(self, sentence: Annotated, at: int, quoted: Spans) -> None:
        """The places of another sentence, whose first word has the place `at`."""
        text, start, tokens = sentence.text, sentence.start, sentence.tokens
        self.capital.extend(at + k for k, t in enumerate(tokens) if k and text[t.start - start].isupper())
        if sentence.names:
            self.named.extend(at + k for k in spans_of((name.start, name.end) for name in sentence.names).hold(tokens))
        self.quoted.extend(at + k for k in quoted.hold(tokens))


def views_of(lines: Sequence[Sequence[Word]], marked: Marked, figures: Sequence[Sequence[int]]) -> dict[str, View]:
    """Every view of the sentences, given as their words, what is marked in them, and the numbers of their figures."""
    rows = np.repeat(np.arange(len(lines)), np.array([len(line) for line in lines], dtype=np.int64))
    words = np.array([word[:2] for line in lines for word in line], dtype=np.int64).reshape(-1, 2)
    numbers, stems = words[:, 0], words[:, 1]
    digits = np.array([word.digit for line in lines for word in line], dtype=bool)
    capital, named, quoted = (np.array(x, dtype=np.int64) for x in (marked.capital, marked.named, marked.quoted))
    pair, run, said = rows[1:] == rows[:-1], rows[2:] == rows[:-2], rows[quoted[1:]] == rows[quoted[:-1]]
    terms = {
        "stems": (rows, stems),
        "pairs": (rows[1:][pair], (numbers[:-1] << BITS | numbers[1:])[pair]),
        "runs": (rows[2:][run], (numbers[:-2] << 2 * BITS | numbers[1:-1] << BITS | numbers[2:])[run]),
        "marks": (rows[capital], stems[capital]),
        "numbers": (rows[digits], numbers[digits]),
        "names": (rows[named], stems[named]),
        "figures": (
            np.repeat(np.arange(len(lines)), np.array([len(keys) for keys in figures], dtype=np.int64)),
            np.array(list(chain.from_iterable(figures)), dtype=np.int64),
        ),
        "quoted": (rows[quoted[1:]][said], (stems[quoted[:-1]] << BITS | stems[quoted[1:]])[said]),
    }
    return {name: view(*terms[name], len(lines)) for name in VIEWS}


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
    if norm.endswith(ENDINGS):
        norm = next((norm.removesuffix(x) for x in ENDINGS if norm.endswith(x) and len(norm) - len(x) >= 3), norm)
    return norm[:STEM]


def character(number: int) -> str:
    """A character of its own for each of the first million numbers; the code points that UTF-16 reserves are left out."""
    return chr(number if number < SURROGATES.start else (number + len(SURROGATES)) % 0x110000)


def view(rows: Ints, terms: Ints, sentences: int) -> View:
    """The view of so many sentences whose terms these are, each beside its sentence."""
    order = np.lexsort((terms, rows))
    rows, terms = rows[order], terms[order]
    new = np.ones(len(rows), dtype=bool)
    new[1:] = (rows[1:] != rows[:-1]) | (terms[1:] != terms[:-1])
    return view_of(terms[new], np.bincount(rows[new], minlength=sentences))


def view_of(ids: Ints, sizes: Ints) -> View:
    """The view of sentences with so many terms each."""
    start = np.zeros(len(sizes) + 1, dtype=np.int64)
    np.cumsum(sizes, out=start[1:])
    return View(ids, start, sizes, np.repeat(np.arange(len(sizes)), sizes))
