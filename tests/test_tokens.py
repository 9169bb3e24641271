"""Words and numbers, their places in the text, and the form in which they are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.tokens import normal_form, tokenize


def norms(text: str) -> list[str]:
    return [token.norm for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The port shut.", ["the", "port", "shut"]),
        ("a four-month closure", ["a", "four", "month", "closure"]),
        ("on October 12by boat", ["on", "october", "12", "by", "boat"]),
        ("3,500 tonnes, 4.2 km", ["3500", "tonnes", "4.2", "km"]),
        ("$1.5m, 50% and ½", ["$", "1.5", "m", "50", "%", "and", "1⁄2"]),
        ("3,500,000 or 3\u202f500\u202f000", ["3500000", "or", "3500000"]),
        ("pages 3,50,7", ["pages", "3,50", "7"]),
        ("didn't / didn’t / O’Neill", ["didn't", "didn't", "o'neill"]),
        ("so\u00adft and ze\u200bro", ["soft", "and", "zero"]),
        ("ﬁre at Ｐｉｅｒ ４２", ["fire", "at", "pier", "42"]),
        ("Straße ÉTÉ", ["strasse", "été"]),
        ("车队离开", ["车", "队", "离", "开"]),
        ("बंदरगाह बंद", ["बंदरगाह", "बंद"]),
        ("— … “” ()", []),
        ("", []),
    ],
)
def test_words_and_their_normal_forms(text: str, words: list[str]) -> None:
    assert norms(text) == words


def test_places_count_in_the_whole_text() -> None:
    text = "Shut. The “port” stayed shut."
    tokens = tokenize(text[6:], offset=6)
    assert [text[t.start : t.end] for t in tokens] == ["The", "port", "stayed", "shut"]


@given(st.text(max_size=200))
def test_tokens_stand_in_order_and_hold_every_letter_and_digit(text: str) -> None:
    at = 0
    for token in tokenize(text):
        assert at <= token.start < token.end <= len(text)
        assert token.norm
        assert not any(c.isalpha() or c.isdecimal() for c in text[at : token.start] if c.isprintable())
        at = token.end


@given(st.text(alphabet="abcXYZéÉß'’-0123456789,. ", max_size=60))
def test_case_and_quotation_marks_make_no_difference(text: str) -> None:
    assert norms(text) == norms(text.replace("'", "’"))
    assert normal_form(text.upper()) == normal_form(text.lower()) or "ß" in text


@pytest.mark.parametrize("unit", ["a", "1", "1,000,", "a'", "\u200b", "字", "$", "1.", "é"])
def test_a_long_hostile_line_has_tokens_in_order(unit: str) -> None:
    end = 0
    for token in tokenize(unit * (300_000 // len(unit))):
        assert end <= token.start < token.end
        end = token.end
