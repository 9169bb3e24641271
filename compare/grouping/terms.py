"""Title, text -> Terms: words and pairs of neighbouring words that say something, and runs of words that betray a copy.

Pairs stand for names ("Ann Bell") and figures with what they count ("340 trucks"): reading names and figures properly takes ten
times as long as all the rest, and a pile may hold 100,000 articles. Numbers are made by hashing (Weinberger et al. 2009, "Feature
hashing for large scale multitask learning"), which needs no table of words and gives the same numbers in any order of reading.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from compare.align.terms import light_words, stem
from compare.grouping.found import Terms
from compare.language import detect_language
from compare.tokens import PATTERN, normal_form

BITS = 24
"""Bits of a term's number: with 400 terms an article, two articles share one by chance in one pair of a hundred."""
LEAD = 80
"""Words of the text that count as its beginning: two or three sentences, in which news says what happened."""
AT_THE_BEGINNING = 2.0
"""What a term weighs there, against 1 for one further down. Without it B-cubed F1 falls by .02 on the development stories."""
RUN = 5
"""Words in a run: shorter ones are shared by chance, longer ones are broken by each small edit."""
SAMPLE = 600
"""Characters from which the language is told."""
FACTOR = np.uint64(0x9E3779B97F4A7C15)
"""The odd number nearest to 2^64 over the golden ratio: multiplying by it spreads numbers evenly (Knuth, TAOCP 3, 6.4)."""

Numbers = NDArray[np.uint64]


def read_terms(title: str, text: str, language: str | None = None) -> Terms:
    """The terms of an article; the language is detected where it is not declared."""
    words = norms(title)
    lead = len(words) + LEAD
    words += norms(text)
    said = stems(words, language or detect_language(text[:SAMPLE]))
    pairs = np.where((said[:-1] > 0) & (said[1:] > 0), said[:-1] * FACTOR + said[1:], np.uint64(0))
    ids, counts = weighed(np.concatenate([said, pairs]), np.concatenate([np.arange(len(said)), np.arange(len(pairs))]) < lead)
    return Terms(ids, counts, runs(words))


def norms(text: str) -> list[str]:
    """Normal forms of the words and numbers of a text, in order."""
    return [normal_form(word) for word in PATTERN.findall(text)]


def stems(words: Sequence[str], language: str | None) -> Numbers:
    """The number of each word's stem; 0 for one that says little."""
    light = light_words(language)
    return np.array([0 if word in light else stem_number(word) for word in words], dtype=np.uint64)


@lru_cache(maxsize=1 << 17)
def stem_number(word: str) -> int:
    """A number for the word's stem; 0 for a single Latin letter, which is an initial or a rest of a contraction."""
    if not word or (len(word) == 1 and word.isascii() and not word.isdigit()):
        return 0
    return crc32(stem(word).encode("utf-8", "replace")) or 1


def weighed(terms: Numbers, in_lead: NDArray[np.bool_]) -> tuple[NDArray[np.uint32], NDArray[np.float16]]:
    """Each term once, folded to BITS bits, with its count: 1 + log(times), more at the beginning."""
    kept = terms > 0
    folded = ((terms[kept] * FACTOR) >> np.uint64(64 - BITS)).astype(np.uint32)
    ids, times = np.unique(folded, return_counts=True)
    early = np.isin(ids, folded[in_lead[kept]])
    return ids, ((1 + np.log(times)) * np.where(early, AT_THE_BEGINNING, 1.0)).astype(np.float16)


def runs(words: Sequence[str]) -> NDArray[np.uint32]:
    """A number for each run of RUN words; for the whole text where it is shorter."""
    numbers = np.array([crc32(word.encode("utf-8", "replace")) for word in words], dtype=np.uint64)
    width = min(RUN, len(numbers))
    if not width:
        return np.zeros(0, dtype=np.uint32)
    mixed = np.zeros(len(numbers) - width + 1, dtype=np.uint64)
    for at in range(width):
        mixed = mixed * FACTOR + numbers[at : len(numbers) - width + 1 + at]
    return np.unique(((mixed * FACTOR) >> np.uint64(32)).astype(np.uint32))
