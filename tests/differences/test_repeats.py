"""How often: once, twice, three times."""

from __future__ import annotations

import pytest

from compare.differences.figures.repeats import repeat_differences
from tests.differences.linked import quoted


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("Bell scored twice against Orby.", "Bell scored three times against Orby.", ["twice", "three times"]),
        ("The pump failed once in May.", "The pump failed twice in May.", ["once", "twice"]),
    ],
)
def test_another_number_of_times_is_found(before: str, after: str, words: list[str]) -> None:
    assert quoted(repeat_differences, before, after) == [words]
    assert quoted(repeat_differences, after, before) == [words[::-1]]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Bell scored twice against Orby.", "Bell scored two times against Orby."),
        ("The pump failed once in May.", "The pump failed again in May."),
        ("It is twice as long as the old one.", "It is three times as long as the old one."),
        ("It stopped at once in May.", "It stopped at three times in May."),
    ],
)
def test_the_same_number_of_times_and_how_much_are_left(before: str, after: str) -> None:
    assert quoted(repeat_differences, before, after) == []
