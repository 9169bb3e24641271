"""Alignment -> Lineage of each version: which other one it is closest to, and what of it is verbatim, reworded or new.

The terms are those of the METER corpus of agency copy and what newspapers made of it (Gaizauskas et al. 2001): words are
verbatim, rewritten or new, a text is wholly, partially or not derived. Likeness shows no direction: who may have taken from
whom is said only where times of publication tell who came first, and what came out before all others is derived from none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq

from compare.model import Alignment, AnnotatedDocument, Derivation, Lineage, Link, Relation
from compare.times import earlier

WHOLLY, NOT = 0.9, 0.1
"""Shares of words that stand in the closest version from which a text is wholly, up to which it is not, derived."""

Shared = tuple[int, int]
"""Words taken verbatim, and words of the sentences that have a counterpart at all."""


def lineage(documents: Sequence[AnnotatedDocument], alignment: Alignment) -> tuple[Lineage, ...]:
    """The lineage of each version that is no copy, in the order of the documents; copies count as the version they repeat."""
    voices = [d for d in documents if not d.document.duplicate_of]
    shared = dict(shares(voices, alignment))
    return tuple(lineage_of(d, voices, shared) for d in voices)


def shares(voices: Sequence[AnnotatedDocument], alignment: Alignment) -> Iterator[tuple[tuple[str, str], Shared]]:
    """For each ordered pair of versions, how many words of the first the second has."""
    by_letter = {d.id: d for d in voices}
    for pair in alignment.pairs:
        if pair.a in by_letter and pair.b in by_letter:
            a, b = by_letter[pair.a], by_letter[pair.b]
            kept = [(x, same_words(a, b, x)) for x in pair.links if x.relation is not Relation.PARTIAL]
            yield (a.id, b.id), (sum(n for _, n in kept), sum(words_in(a, x.a) for x, _ in kept))
            yield (b.id, a.id), (sum(n for _, n in kept), sum(words_in(b, x.b) for x, _ in kept))


def same_words(a: AnnotatedDocument, b: AnnotatedDocument, link: Link) -> int:
    """Words that stand in the same order on both sides of a link; none where the sentence was put anew."""
    if link.relation is Relation.PARAPHRASE:
        return 0
    return LCSseq.similarity(norms(a, link.a), norms(b, link.b))


def norms(document: AnnotatedDocument, sentences: Sequence[int]) -> list[str]:
    return [token.norm for i in sentences for token in document.sentences[i].tokens]


def words_in(document: AnnotatedDocument, sentences: Sequence[int]) -> int:
    return sum(len(document.sentences[i].tokens) for i in sentences)


def lineage_of(
    document: AnnotatedDocument, voices: Sequence[AnnotatedDocument], shared: dict[tuple[str, str], Shared]
) -> Lineage:
    """The lineage of one version: beside the one that has most of its words, among those that did not come out after it."""
    others = [d for d in voices if d is not document]
    when = {d.id: earlier(d.document.version.published, document.document.version.published) for d in others}
    before = [d for d in others if when[d.id] != 1] or others
    closest = max(before, key=lambda d: shared.get((document.id, d.id), (0, 0))[::-1], default=None)
    verbatim, told = shared.get((document.id, closest.id), (0, 0)) if closest else (0, 0)
    words = document.words
    if closest is None or not told or not words:
        return Lineage(document.id, None, None, 0.0, 0.0, Derivation.NONE)
    share = told / words
    first = None if when[closest.id] is None else when[closest.id] == 0
    derived = Derivation.WHOLLY if share >= WHOLLY else Derivation.PARTIALLY
    if share <= NOT or first is False:
        derived = Derivation.NONE
    return Lineage(document.id, closest.id, first, verbatim / words, (told - verbatim) / words, derived)
