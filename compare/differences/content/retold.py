"""Documents -> Retold: where a version tells a sentence of another, in other words or within other sentences.

The alignment links sentences that tell the same as a whole. Whether a version lacks a fact is another question: it may tell it
within a longer sentence, or in two. So a sentence's words of weight are looked for in any two neighbours of the version.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from compare.figures.stems import stem
from compare.model import Annotated, AnnotatedDocument

RETOLD = 0.4
"""Least share of a sentence's terms, by weight, that retells it. Of 70 sentences that versions of dev stories were said to lack,
9 of the 11 above it were told there in other words, as were 2 of the 59 below."""

Terms = frozenset[str]
"""The stems of a sentence's words and the values of its figures."""


class Retold:
    """The terms of every sentence of a story, and how much each tells: the rarer in the story, the more."""

    def __init__(self, documents: Sequence[AnnotatedDocument]) -> None:
        self.terms = {d.id: [terms_of(s, d.document.language) for s in d.sentences] for d in documents}
        spread = Counter(t for d in documents if not d.document.duplicate_of for held in self.terms[d.id] for t in held)
        count = sum(len(d.sentences) for d in documents if not d.document.duplicate_of) + 1
        self.weights = {t: math.log(count / n) for t, n in spread.items()}
        self.places: dict[str, dict[str, list[int]]] = {version: {} for version in self.terms}
        for version, sentences in self.terms.items():
            for index, terms in enumerate(sentences):
                for term in terms:
                    self.places[version].setdefault(term, []).append(index)
        self.known: dict[tuple[Terms, str], frozenset[int]] = {}
        """What was looked up already: of many versions, or of one that repeats itself, the same is asked again and again."""

    def told_at(self, version: str, sentence: int, other: str) -> frozenset[int]:
        """Where another version tells a sentence: each two neighbours that have enough of it between them."""
        return self.terms_at(self.terms[version][sentence], other)

    def shared(self, version: str, sentence: int, other: str, index: int) -> float:
        """The weight of the terms that two sentences share."""
        return sum(self.weights[t] for t in sorted(self.terms[version][sentence] & self.terms[other][index]))

    def terms_at(self, told: Terms, other: str) -> frozenset[int]:
        """The same for the terms of a sentence or of a part of one."""
        if (told, other) not in self.known:
            self.known[told, other] = self.looked_up(told, other)
        return self.known[told, other]

    def looked_up(self, told: Terms, other: str) -> frozenset[int]:
        """The same, not known yet."""
        wanted = [(t, self.weights.get(t, 0.0)) for t in sorted(told)]
        whole = sum(weight for _, weight in wanted)
        found: dict[int, float] = {}
        places, terms = self.places[other], self.terms[other]
        for term, weight in wanted:
            for index in places.get(term, ()):
                found[index] = found.get(index, 0.0) + weight
                if index and term not in terms[index - 1]:
                    found[index - 1] = found.get(index - 1, 0.0) + weight
        firsts = {index for index, weight in found.items() if weight >= RETOLD * whole > 0}
        return frozenset(firsts | {index + 1 for index in firsts})


def terms_of(sentence: Annotated, language: str | None) -> Terms:
    """A sentence's terms; the words of its figures are left out, as their values stand for them."""
    figures = [(q.start, q.end) for q in sentence.quantities]
    words = (stem(t.norm, language) for t in sentence.tokens if not any(start <= t.start < end for start, end in figures))
    return frozenset({w for w in words if w} | set(values_of(sentence)))


def values_of(sentence: Annotated) -> Iterable[str]:
    """The values of a sentence's figures, as terms; a date that was not made out is known by its words."""
    for q in sentence.quantities:
        number = f"{q.lower}..{q.upper} {q.unit or ''}"
        yield f"#{q.date or (number if q.lower is not None or q.upper is not None else q.text.casefold())}"
