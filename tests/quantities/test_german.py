"""German news: the same grammar with other words. Sentences invented; numbers in words by num2words."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model import Quantity
from compare.quantities import extract_quantities, is_relative


def figures(text: str, published: str | None = None) -> tuple[Quantity, ...]:
    """The figures of a German text."""
    return extract_quantities(text, language="de", published=published)


def only(text: str) -> Quantity:
    """The one figure of a German text."""
    (quantity,) = figures(text)
    return quantity


def test_a_story_of_a_march() -> None:
    text = "Rund 3.500 Menschen zogen am 12. Oktober 2017 durch Velden, mindestens dreiundzwanzig bewaffnete Männer folgten."
    assert [(q.text, q.kind, q.modifier, q.counted, q.date) for q in figures(text)] == [
        ("Rund 3.500 Menschen", "count", "~", "Menschen", None),
        ("12. Oktober 2017", "date", "=", None, "2017-10-12"),
        ("mindestens dreiundzwanzig bewaffnete Männer", "count", ">=", "bewaffnete Männer", None),
    ]
    assert [str(q.lower) for q in figures(text) if q.kind == "count"] == ["3500", "23"]


def test_a_story_of_prices() -> None:
    text = "Der Kurs stieg um 3,2 Prozent auf 1.200 Dollar je Fass; der Bund zahlt 10 bis 15 Milliarden Euro."
    assert [(q.text, str(q.lower), q.unit, q.per, q.direction) for q in figures(text)] == [
        ("3,2 Prozent", "3.2", "percent", None, "up"),
        ("1.200 Dollar je Fass", "1200", "USD", "barrel", None),
        ("10 bis 15 Milliarden Euro", "10000000000", "EUR", None, None),
    ]


@pytest.mark.parametrize(
    ("phrase", "value", "unit"),
    [
        ("8,4 Kilometer", Decimal("8.4"), "kilometre"), ("120 km/h", 120, "kilometre per hour"),
        ("20 Kilometer pro Stunde", 20, "kilometre per hour"), ("3,5 Mio. Euro", 3_500_000, "EUR"),
        ("anderthalb Millionen Euro", 1_500_000, "EUR"), ("eine halbe Million Franken", 500_000, "CHF"),
        ("zwei Millionen dreihunderttausend Euro", 2_300_000, "EUR"), ("0,25 Prozentpunkte", Decimal("0.25"), "percentage point"),
        ("minus 5 Grad Celsius", -5, "celsius"), ("20 000 Tonnen", 20_000, "tonne"),
        ("1.234,5 Hektar", Decimal("1234.5"), "hectare"),
        ("zwölf Tage", 12, "day"), ("eine Milliarde Pfund", 1_000_000_000, "GBP"),
    ],
)  # fmt: skip
def test_numbers_with_their_units(phrase: str, value: object, unit: str) -> None:
    q = only(f"Es waren {phrase}.")
    assert (q.text, q.lower, q.unit) == (phrase, value, unit)


@pytest.mark.parametrize(
    ("phrase", "modifier"),
    [
        ("rund", "~"), ("etwa", "~"), ("fast", "~<"), ("knapp", "~<"), ("gut", "~>"), ("mehr als", ">"), ("weniger als", "<"),
        ("mindestens", ">="), ("bis zu", "<="), ("höchstens", "<="), ("genau", "="),
    ],
)  # fmt: skip
def test_modifiers(phrase: str, modifier: str) -> None:
    q = only(f"Dort standen {phrase} 50 Zelte.")
    assert (q.text, q.modifier, q.counted) == (f"{phrase} 50 Zelte", modifier, "Zelte")


def test_ages_shares_and_vague_counts() -> None:
    assert [(q.kind, q.lower) for q in figures("Die 45-jährige Ärztin half einem 7 Jahre alten Kind.")] == [
        ("age", Decimal(45)), ("age", Decimal(7))]  # fmt: skip
    assert [(q.lower, q.counted) for q in figures("Zwei Drittel der Wähler und die Hälfte der Räte blieben.")] == [
        (Fraction(2, 3), "Wähler"), (Fraction(1, 2), "Räte")]  # fmt: skip
    assert [(q.kind, q.counted) for q in figures("Tausende Schüler und mehrere hundert Lehrer kamen.")] == [
        ("vague", "Schüler"), ("vague", "Lehrer")]  # fmt: skip
    children = only("Zwischen 30 und 40 Kinder sangen.")
    assert (str(children.lower), str(children.upper)) == ("30", "40")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Es geschah am 3. Mai.", "XXXX-05-03"), ("Es geschah am 03.04.2020.", "2020-04-03"),
        ("Es geschah um 16.35 Uhr.", "T16:35"),
        ("Es begann um 8 Uhr.", "T08:00"), ("Es war in den 1990er Jahren.", "199X"), ("Es war im 20. Jahrhundert.", "19XX"),
        ("Es war Ende 2018.", "2018"), ("Es war im Oktober 2018.", "2018-10"), ("Es geschah gestern.", "2021-03-09"),
        ("Es geschah am Montag.", "2021-03-08"), ("Es geschah im vergangenen Jahr.", "2020"),
    ],
)  # fmt: skip
def test_dates_and_times(text: str, value: str) -> None:
    (q,) = figures(text, published="2021-03-10")
    assert q.date == value
    assert is_relative(q, "de") is (value in ("2021-03-09", "2021-03-08", "2020"))


@pytest.mark.parametrize(
    "text", ["Siehe Seite 12 und Artikel 5.", "Am Morgen fuhr ein Bus auf der Autobahn 7.", "Eine Frau und ein Hund."]
)
def test_what_is_no_figure(text: str) -> None:
    assert figures(text) == ()


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="drei und zwanzighundert0123456789.,%€MioEuro- ", max_size=60))
def test_spans_lie_in_order_inside_the_text(text: str) -> None:
    end = 0
    for q in figures(text):
        assert end <= q.start < q.end <= len(text)
        assert q.text == text[q.start : q.end]
        end = q.end


@pytest.mark.parametrize("line", ["7" * 1_000_000, "1." * 500_000, "und" * 300_000, "mehr als " * 110_000])
def test_a_million_characters_in_one_line_are_read(line: str) -> None:
    assert all(line[q.start : q.end] == q.text for q in figures(line))
