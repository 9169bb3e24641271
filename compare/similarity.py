"""Alignment -> how much the versions of each pair share, by words."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Alignment, AnnotatedDocument, PairSimilarity


def pair_similarities(documents: Sequence[AnnotatedDocument], alignment: Alignment) -> tuple[PairSimilarity, ...]:
    """How much the versions of each pair share, as CONTRACT and docs/method.md define it."""
    by_letter = {d.id: d for d in documents}
    out = []
    for pair in alignment.pairs:
        best_a: dict[int, float] = {}
        best_b: dict[int, float] = {}
        for link in pair.links:
            for best, indices in ((best_a, link.a), (best_b, link.b)):
                for i in indices:
                    best[i] = max(best.get(i, 0.0), link.similarity)
        a_in_b, b_in_a = shared_words(by_letter[pair.a], best_a), shared_words(by_letter[pair.b], best_b)
        mean = 2 * a_in_b * b_in_a / (a_in_b + b_in_a) if a_in_b + b_in_a else 0.0
        out.append(PairSimilarity(pair.a, pair.b, mean, a_in_b, b_in_a))
    return tuple(out)


def shared_words(document: AnnotatedDocument, similarity: dict[int, float]) -> float:
    """Words of the sentences that are linked, each counted by its link's similarity, over all words; 1 for no words at all."""
    words = document.words
    if not words:
        return 1.0 if len(similarity) == len(document.sentences) else 0.0
    return min(1.0, sum(len(document.sentences[i].tokens) * s for i, s in similarity.items()) / words)
