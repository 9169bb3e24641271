"""Passage, versions that lack it -> what it carries that they have nowhere: a denial, a reply, a quotation, a figure, a source.

A figure that stands in another sentence of the other version is not lost with a passage, nor is a quotation: what counts is
what its readers never learn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from compare.differences.one_name import bare
from compare.language import function_words
from compare.lexicon import lines, word_class
from compare.model import Annotated, AnnotatedDocument, Quantity, Quotation
from compare.tokens import tokenize

WEIGHT = {"a denial": 0.35, "a reply": 0.25, "a quotation": 0.2, "a figure": 0.2, "a named source": 0.15, "a name": 0.1}
"""How much a reader would miss, by what a passage carries (set by hand: what was said in defence before colour)."""
RUN = 3
"""Words in a row by which a quotation is found again."""
FOUND = 0.5
"""Least share of a quotation's runs that another version has for it to have the quotation."""
UNSTATED = ("date", "time", "ordinal")
"""Kinds of quantity that tell when and in which place, and count for no figure."""

Runs = frozenset[tuple[str, ...]]
Value = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Stock:
    """What a version has anywhere."""

    words: frozenset[str]
    runs: Runs
    values: frozenset[Value]


def stock_of(document: AnnotatedDocument) -> Stock:
    """All words, runs of words and values of a version."""
    norms = [t.norm for s in document.sentences for t in s.tokens]
    values = frozenset(value_of(q) for s in document.sentences for q in s.quantities)
    return Stock(frozenset(norms), runs_of(norms), values)


def runs_of(norms: Sequence[str]) -> Runs:
    """Each run of RUN words; the whole of what is shorter."""
    return frozenset(tuple(norms[i : i + RUN]) for i in range(max(1, len(norms) - RUN + 1)))


def value_of(quantity: Quantity) -> Value:
    return quantity.lower, quantity.upper, quantity.unit


def carried(document: AnnotatedDocument, sentences: Sequence[int], lacking: Iterable[Stock]) -> tuple[str, ...]:
    """What some sentences carry that at least one of the versions that lack them has nowhere, the gravest first."""
    found = [document.sentences[i] for i in sentences]
    quotations = utterances(document, found)
    stocks = list(lacking)
    tests: Mapping[str, Callable[[Stock], bool]] = {
        "a denial": lambda stock: any(is_denial(s) and not has_words(stock, s) for s in found),
        "a reply": lambda stock: any(is_reply(s) and not has_words(stock, s) for s in found),
        "a quotation": lambda stock: any(not has_quotation(stock, q) for q in quotations),
        "a figure": lambda stock: any(value_of(q) not in stock.values for s in found for q in s.quantities if is_figure(q)),
        "a named source": lambda stock: any(source_words(s) - stock.words for s in found),
        "a name": lambda stock: any(not stock.words.intersection(bare(n)) for s in found for n in s.names),
    }
    return tuple(name for name, lost in tests.items() if any(lost(stock) for stock in stocks))


def utterances(document: AnnotatedDocument, sentences: Sequence[Annotated]) -> list[Quotation]:
    """The quotations of which some words stand in the sentences, labels of a word or two left out."""
    return [q for q in document.quotations if not q.scare
            and any(q.field == s.field and q.start < s.end and s.start < q.end for s in sentences)]  # fmt: skip


def has_quotation(stock: Stock, quotation: Quotation) -> bool:
    """Whether a version has most of a quotation's words, in marks or not."""
    runs = runs_of([t.norm for t in tokenize(quotation.text)])
    return len(runs & stock.runs) >= FOUND * len(runs)


def has_words(stock: Stock, sentence: Annotated) -> bool:
    """Whether a version has most of a sentence's words in runs."""
    runs = runs_of([t.norm for t in sentence.tokens])
    return len(runs & stock.runs) >= FOUND * len(runs)


def is_figure(quantity: Quantity) -> bool:
    return quantity.kind not in UNSTATED


def is_denial(sentence: Annotated) -> bool:
    return any(c.kind == "denial" for c in sentence.statement.cues)


def is_reply(sentence: Annotated) -> bool:
    """Whether a sentence gives the other side's word, an admission or a correction."""
    norms = [t.norm for t in sentence.tokens]
    starts = replies()
    return any(tuple(norms[i : i + len(phrase)]) == phrase for i, n in enumerate(norms) for phrase in starts.get(n, ()))


@cache
def replies() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of replies, as words, by their first word."""
    phrases = [tuple(line.split()) for line in lines("replies.txt")]
    return {p[0]: tuple(q for q in phrases if q[0] == p[0]) for p in phrases}


def source_words(sentence: Annotated) -> frozenset[str]:
    """The words of weight of a sentence's source; none for a pronoun."""
    words = frozenset(t.norm for t in tokenize(sentence.statement.speaker or ""))
    return words - function_words("en") - word_class("pronouns")
