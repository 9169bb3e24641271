"""AnnotatedDocument -> Terms: the words of every sentence as arrays of numbers, made once and read by every pair.

A sentence is seen in several views: its stems, its pairs of neighbouring words, its runs of three words, its marked words
(capital letters), its numbers, the words of its names, its figures by value and unit, the pairs of words that it quotes. A
view is a set of terms for each sentence, kept as one array with pointers (the rows of a sparse matrix). Terms are numbers that
all documents of a comparison share; they mean nothing but equality. The views are kept one below the other in one array, so that
what is asked of all of them is asked once.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate, chain
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from compare.language import function_words
from compare.model import AnnotatedDocument, Quantity, Token
from compare.tokens import normal_form, tokenize

Ints: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float64]

VIEWS = ("stems", "pairs", "runs", "marks", "numbers", "names", "figures", "quoted")
STEM = 5
"""Letters of a word that count as its stem: serves inflected European languages alike, without a stemmer for each."""
ENDING = re.compile(r"(?:ings?|ie[sd]|e[rds]|ers|[sey])\Z")
"""Endings that are cut before: "votes", "voted" and "voting" are one stem. English, but common to much of Europe."""
OPENING = 3
"""Sentences that open a text, among which its headline may stand."""
SHORTEST = 3
"""Letters that a word keeps at least."""
BITS = 20
"""Bits of a word's number within a term; beyond a million different words numbers are given twice."""
WORDS = 1 << BITS
VIEW = 3 * BITS
"""The bit above the longest term, a run of three words, from which a term says its view."""
SURROGATES = range(0xD800, 0xE000)
CHARACTERS = 0x110000 - len(SURROGATES)


@dataclass(frozen=True, slots=True)
class View:
    """The terms of each line: those of line k are `ids[start[k]:start[k + 1]]`, sorted, each once."""

    ids: Ints
    start: Ints
    sizes: Ints
    """How many terms each line has."""
    lines: Ints
    """The line of each term."""

    def top(self, lines: int) -> View:
        """The first so many lines."""
        end = self.start[lines]
        return View(self.ids[:end], self.start[: lines + 1], self.sizes[:lines], self.lines[:end])


@dataclass(frozen=True, slots=True)
class Terms:
    """A document as the alignment reads it."""

    words: tuple[str, ...]
    """Each sentence as a string with one character for each word, so that rapidfuzz compares words."""
    letters: tuple[str, ...]
    """Each sentence as its normal forms joined by a space."""
    views: View
    """All views, one below the other: sentence i in view v of VIEWS is line v * len(self) + i. No term stands in two views."""
    light: Ints
    """The stems of light words, which say little of what a sentence tells; sorted."""
    titles: frozenset[int] = frozenset()
    """The sentences that are the headline."""

    def __len__(self) -> int:
        return len(self.words)


class Numbers(dict[str, int]):
    """Strings numbered from 0, in the order in which they are first asked for."""

    def __missing__(self, key: str) -> int:
        number = self[key] = len(self)
        return number


class Lexicon(Numbers):
    """The words of all documents of a comparison by number, with what is known of each: looked at once, when first asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.stem_numbers, self.figure_numbers = Numbers(), Numbers()
        self.stems: list[int] = []
        """The number of each word's stem."""
        self.digits: list[bool] = []
        """Whether each word begins with a digit."""

    def __missing__(self, norm: str) -> int:
        number = self[norm] = len(self)
        self.stems.append(self.stem_numbers[stem(norm)])
        self.digits.append(norm[0].isdigit())
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
    norms = [[t.norm for t in s.tokens] or [s.text.strip() or " "] for s in document.sentences]  # no word: its signs are one
    words = np.array([lexicon[norm] for norm in chain.from_iterable(norms)], dtype=np.int64)
    signs = characters(words)
    ends = list(accumulate(map(len, norms)))
    light = light_words(document.document.language).intersection(chain.from_iterable(norms))
    return Terms(
        words=tuple(signs[end - len(line) : end] for line, end in zip(norms, ends, strict=True)),
        letters=tuple(" ".join(line) for line in norms),
        views=views_of(document, words, np.array([len(line) for line in norms], dtype=np.int64), lexicon),
        light=np.unique(np.array([lexicon.stems[lexicon[norm]] for norm in light], dtype=np.int64)),
        titles=titles_of(document),
    )


def titles_of(document: AnnotatedDocument) -> frozenset[int]:
    """The sentences that are the headline: the one that was given beside the text, or one that opens the text with its words."""
    title = [t.norm for t in tokenize(document.document.title or "")]
    opening = enumerate(document.sentences[:OPENING])
    written = (k for k, sentence in opening if title and [t.norm for t in sentence.tokens] == title)
    return frozenset(k for k, sentence in enumerate(document.sentences) if sentence.field == "title") | frozenset(written)


@dataclass(frozen=True, slots=True)
class Marked:
    """Places of words among all of a document: those with a capital that does not begin a sentence, of names, of quotations."""

    capital: Ints
    named: Ints
    quoted: Ints


def marked_words(document: AnnotatedDocument) -> Marked:
    """Which words of the document are marked."""
    spoken = quoted_spans(document)
    capital: list[int] = []
    named: list[int] = []
    quoted: list[int] = []
    at = 0  # the place of the sentence's first word
    for sentence in document.sentences:
        text, start, tokens = sentence.text, sentence.start, sentence.tokens
        capital += [at + k for k, t in enumerate(tokens) if k and text[t.start - start].isupper()]
        if sentence.names:
            named += [at + k for k in spans_of((name.start, name.end) for name in sentence.names).hold(tokens)]
        quoted += [at + k for k in spoken[sentence.field].hold(tokens)]
        at += len(tokens) or 1
    return Marked(*(np.array(places, dtype=np.int64) for places in (capital, named, quoted)))


def views_of(document: AnnotatedDocument, words: Ints, sizes: Ints, lexicon: Lexicon) -> View:
    """All views of the document, whose sentences have these words, so many each."""
    count = len(sizes)
    rows = np.repeat(np.arange(count), sizes)
    stems = np.array(lexicon.stems, dtype=np.int64)[words] % WORDS
    digits = np.flatnonzero(np.array(lexicon.digits, dtype=bool)[words])
    words = words % WORDS
    pair, run = np.flatnonzero(rows[1:] == rows[:-1]), np.flatnonzero(rows[2:] == rows[:-2])
    marked = marked_words(document)
    said, then = marked.quoted[:-1], marked.quoted[1:]
    within = rows[said] == rows[then]
    figures = [[lexicon.figure_numbers[key] for q in s.quantities for key in figure_keys(q)] for s in document.sentences]
    terms = {
        "stems": (rows, stems),
        "pairs": (rows[pair], words[pair] << BITS | words[pair + 1]),
        "runs": (rows[run], words[run] << 2 * BITS | words[run + 1] << BITS | words[run + 2]),
        "marks": (rows[marked.capital], stems[marked.capital]),
        "numbers": (rows[digits], words[digits]),
        "names": (rows[marked.named], stems[marked.named]),
        "figures": (
            np.repeat(np.arange(count), np.array([len(keys) for keys in figures], dtype=np.int64)),
            np.array(list(chain.from_iterable(figures)), dtype=np.int64),
        ),
        "quoted": (rows[said][within], (stems[said] << BITS | stems[then])[within]),
    }
    lines = np.concatenate([number * count + terms[name][0] for number, name in enumerate(VIEWS)])
    keys = np.concatenate([number << VIEW | terms[name][1] for number, name in enumerate(VIEWS)])
    return view(lines, keys, count * len(VIEWS))


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
    ending = ENDING.search(norm, SHORTEST)
    return norm[: min(ending.start(), STEM)] if ending else norm[:STEM]


def characters(numbers: Ints) -> str:
    """A string with a character of its own for each of a million numbers; the code points that UTF-16 reserves are left out."""
    points = numbers % CHARACTERS
    return (points + len(SURROGATES) * (points >= SURROGATES.start)).astype("<u4").tobytes().decode("utf-32-le")


def view(lines: Ints, terms: Ints, count: int) -> View:
    """The view of so many lines whose terms these are, each beside its line."""
    order = np.lexsort((terms, lines))
    lines, terms = lines[order], terms[order]
    new = np.ones(len(lines), dtype=bool)
    new[1:] = (lines[1:] != lines[:-1]) | (terms[1:] != terms[:-1])
    return view_of(terms[new], np.bincount(lines[new], minlength=count))


def view_of(ids: Ints, sizes: Ints) -> View:
    """The view of lines with so many terms each."""
    start = np.zeros(len(sizes) + 1, dtype=np.int64)
    np.cumsum(sizes, out=start[1:])
    return View(ids, start, sizes, np.repeat(np.arange(len(sizes)), sizes))


def find(among: Ints, wanted: Ints) -> Ints:
    """Where each of the wanted values stands in a sorted array; -1 where it does not.

    >>> find(np.array([2, 5, 7]), np.array([5, 6])).tolist()
    [1, -1]
    """
    if not len(among):
        return np.full(wanted.shape, -1)
    place = np.minimum(np.searchsorted(among, wanted), len(among) - 1)
    return np.where(among[place] == wanted, place, -1)
