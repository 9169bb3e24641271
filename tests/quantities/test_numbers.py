"""Numbers in words and digits, there and back."""

from __future__ import annotations

from random import Random

import pytest

from compare.quantities import extract_quantities
from compare.quantities.lexemes import Line
from compare.quantities.lexicon import lexicon
from compare.quantities.numbers import read_number


@pytest.mark.parametrize("language", ["en", "de"])
def test_two_thousand_numbers_survive_being_written_out(language: str) -> None:
    num2words = pytest.importorskip("num2words").num2words
    draw = Random(5)
    for _ in range(2000):
        number = draw.randrange(10 ** draw.randrange(1, 13))
        written = num2words(number, lang=language)
        for words in {written: 0, written.replace(",", "").replace(" and ", " "): 0}:
            line = Line(words, language)
            read = read_number(line, 0, lexicon(language))
            assert read is not None, words
            assert read.lower == number, words
            assert read.end == line.length, words


def test_grouped_digits_are_the_number() -> None:
    draw = Random(6)
    for _ in range(200):
        number = draw.randrange(1000, 10**9)
        (q,) = extract_quantities(f"It has {number:,} members.")
        assert q.lower == number
