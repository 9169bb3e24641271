"""Two passages side by side: the runs of words they share, and that odd ones cost no more than their length allows."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from compare.differences.words import MOST_PAIRS, common_runs, matching_blocks

WORDS = st.lists(st.sampled_from(("the", "ferry", "sank", "near", "old", "quay")), max_size=12).map(tuple)


def test_the_longest_shared_phrase_stays_whole() -> None:
    blocks = matching_blocks(
        ("the", "ferry", "sank", "off", "the", "old", "quay"), ("off", "the", "old", "quay", "the", "ferry", "sank")
    )
    assert blocks == ((3, 0, 4), (7, 7, 0))


@given(WORDS, WORDS)
def test_shared_runs_are_equal_in_order_and_as_many_words_as_can_be(a: tuple[str, ...], b: tuple[str, ...]) -> None:
    *runs, end = common_runs(a, b)
    assert end == (len(a), len(b), 0)
    assert all(a[i : i + size] == b[j : j + size] and size for i, j, size in runs)
    assert all(i + size <= later_i and j + size <= later_j for (i, j, size), (later_i, later_j, _) in pairwise([*runs, end]))
    assert sum(size for _, _, size in runs) >= sum(size for _, _, size in matching_blocks(a, b))


def test_a_phrase_said_over_and_over_is_compared_by_the_longest_subsequence() -> None:
    a, b = ("the red boat sank near the quay and".split() * 1000, "the red ship sank near the pier and".split() * 1000)
    assert len(a) ** 2 > MOST_PAIRS
    blocks = matching_blocks(tuple(a), tuple(b))
    assert sum(size for _, _, size in blocks) == 6 * 1000
