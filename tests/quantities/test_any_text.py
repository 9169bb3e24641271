"""What holds for the figures of any text: their places in it, and the time that they take."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.quantities import extract_quantities

PIECES = st.sampled_from(
    [
        "12", "3,500", "$", "€", "%", "half", "a", "dozen", "million", "to", "-", "–", "and", "in", "of", "the", "about",
        "at least", "per", "day", "km", "October", "2017", "Monday", "last", "year", "old", "one", "third", "people",
        ",", ".", "(", ")", "\n", "'", "s", "am", "4:35", "½", "9/11", "x",
]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map(" ".join), st.lists(PIECES, max_size=14).map("".join)),
    st.integers(0, 1000),
)
def test_spans_lie_in_order_inside_the_text_and_are_its_slices(text: str, offset: int) -> None:
    end = offset
    for q in extract_quantities(text, offset=offset, published="2017-11-13"):
        assert end <= q.start < q.end <= offset + len(text)
        assert q.text == text[q.start - offset : q.end - offset]
        assert q.lower is None or q.upper is None or q.lower <= q.upper
        end = q.end


@pytest.mark.parametrize(
    "line",
    ["7" * 1_000_000, "1," * 500_000, "at least " * 110_000, "7 " * 30_000, "7-" * 30_000, "half a " * 20_000, "$" * 1_000_000],
)
def test_a_long_line_without_sense_is_read(line: str) -> None:
    assert all(line[q.start : q.end] == q.text for q in extract_quantities(line))
