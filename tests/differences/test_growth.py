"""A text of many short sentences: the time of a comparison grows with their number, not with its square."""

from __future__ import annotations

import random
import time

from compare import Version, compare_versions

SIZES = (750, 3_000)
AT_MOST = 8.0
"""Times as long that four times the sentences may take: they take five, and took ten when their square counted."""


def one_word(seed: int, count: int) -> Version:
    """Sentences of one word, in a vocabulary that all versions share."""
    chance = random.Random(seed)
    return Version(label=f"version {seed}", sentences=tuple(f"W{chance.randrange(1_500)}x." for _ in range(count)))


def seconds_for(count: int) -> float:
    """Seconds of processor time for two versions of so many sentences."""
    versions = [one_word(seed, count) for seed in (1, 2)]
    began = time.process_time()
    compare_versions(versions)
    return time.process_time() - began


def test_time_grows_with_the_number_of_sentences() -> None:
    seconds_for(20)  # word lists are read
    few, many = map(seconds_for, SIZES)
    assert many < AT_MOST * few, f"{SIZES} sentences took {few:.2f} and {many:.2f} s of processor time"
