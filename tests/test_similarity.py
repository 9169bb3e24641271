"""How much two versions share."""

from __future__ import annotations

import pytest

from compare.similarity import pair_similarities
from tests.builders import compared, document


def test_pair_similarity_counts_words_of_linked_sentences_by_their_similarity() -> None:
    a, b = document("A", "one two three four", "five six"), document("B", "one two three nine")
    (pair,) = pair_similarities((a, b), compared((a, b), "A1 B1", "A2").alignment)
    assert pair.a_in_b == pytest.approx(4 * 0.8 / 6)
    assert pair.b_in_a == pytest.approx(0.8)
    assert pair.similarity == pytest.approx(2 * pair.a_in_b * pair.b_in_a / (pair.a_in_b + pair.b_in_a))
