"""How two figures about the same thing relate: a table of cases that a careful reader would settle so, then symmetry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model import Modifier, Outcome, Quantity
from compare.quantities import extract_quantities, relate_quantities
from compare.quantities.units import convert


def read(text: str) -> Quantity:
    """The one figure of a phrase."""
    (quantity,) = extract_quantities(text)
    return quantity


CASES = [
    ("40 tents", "forty tents", "equal"),
    ("half of the crop", "50% of the crop", "equal"),
    ("spring 2021", "autumn 2021", "contradictory"),
    ("fall 2021", "autumn 2021", "equal"),
    ("spring 2021", "2021", "consistent_overlap"),
    ("two-thirds of the crop", "two-thirds of the crop", "equal"),
    ("4%", "four percent", "equal"),
    ("a dozen tents", "12 tents", "equal"),
    ("about 40 tents", "roughly 40 tents", "equal"),
    ("3 to 4 miles", "three to four miles", "equal"),
    ("7 km", "7,000 metres", "equal_converted"),
    ("30C", "86 degrees Fahrenheit", "equal_converted"),
    ("250 pence", "£2.50", "equal_converted"),
    ("1 tonne", "1,000 kg", "equal_converted"),
    ("90 km an hour", "90 km/h", "equal"),
    ("20,000 barrels a day", "20,000 bpd", "equal"),
    ("36 km/h", "10 metres per second", "equal_converted"),
    ("4,200 tents", "4,187 tents", "consistent_rounded"),
    ("$2.3 billion", "$2.28 billion", "consistent_rounded"),
    ("3%", "2.7%", "consistent_rounded"),
    ("5 miles", "8 km", "consistent_rounded"),
    ("a third of the crop", "33% of the crop", "consistent_rounded"),
    ("about 60 tents", "60 tents", "modifier_only"),
    ("almost 60 tents", "60 tents", "modifier_only"),
    ("at least 60 tents", "60 tents", "modifier_only"),
    ("almost 60 tents", "57 tents", "more_precise"),
    ("more than 60 tents", "64 tents", "more_precise"),
    ("a few dozen tents", "70 tents", "more_precise"),
    ("thousands of tents", "4,600 tents", "more_precise"),
    ("60 to 70 tents", "66 tents", "more_precise"),
    ("up to 700 tents", "at least 500 tents", "consistent_overlap"),
    ("60 to 80 tents", "70 to 90 tents", "consistent_overlap"),
    ("more than 60 tents", "60 tents", "boundary_conflict"),
    ("fewer than 60 tents", "60 tents", "boundary_conflict"),
    ("4 points", "4%", "incomparable_unit"),
    ("4 points", "4 percentage points", "equal"),
    ("4 points", "5 percentage points", "contradictory"),
    ("30 million pesos", "30 million Mexican pesos", "equal"),
    ("300 kroner", "300 Danish kroner", "equal"),
    ("300 kroner", "250 Danish kroner", "contradictory"),
    ("300 kroner", "300 pesos", "incomparable_unit"),
    ("€12.50", "€13", "consistent_rounded"),
    ("€12.50", "€12", "contradictory"),  # half a euro is rounded up
    ("€12.49", "€12", "consistent_rounded"),
    ("about €12.50", "€12", "more_precise"),
    ("$8 or $9 billion", "$8.6 billion", "more_precise"),
    ("two or three million pounds", "2.4 million pounds", "more_precise"),
    ("4 percentage points", "4%", "incomparable_unit"),
    ("$7m", "£7m", "incomparable_unit"),
    ("7 kg", "7 km", "incomparable_unit"),
    ("$3 a barrel", "$3 a tonne", "incomparable_unit"),
    ("£1,326 a month", "£15,912 a year", "equal_converted"),
    ("£300 a week", "£15,600 a year", "equal_converted"),
    ("£1,326 a month", "£12,000 a year", "incomparable_unit"),
    ("19 tents", "20 tents", "contradictory"),
    ("8 tents", "9 tents", "contradictory"),
    ("4,200 tents", "2,400 tents", "contradictory"),
    ("4,200 tents", "4,300 tents", "contradictory"),
    ("$3 million", "$3 billion", "contradictory"),
    ("100 tents", "140 tents", "contradictory"),
    ("at least 60 tents", "at most 40 tents", "contradictory"),
    ("almost 60 tents", "63 tents", "contradictory"),
    ("almost 60 tents", "more than 60 tents", "contradictory"),
    ("about 300 tents", "500 tents", "contradictory"),
    ("a 41-year-old", "a 44-year-old", "contradictory"),
    ("the 3rd attempt", "the fourth attempt", "contradictory"),
    ("5 km", "5 miles", "contradictory"),
    ("won 3-1", "won 3-2", "contradictory"),
    ("won 3-1", "lost 1-3", "equal"),
    ("12 October", "October 12", "equal"),
    ("October", "12 October", "more_precise"),
    ("2017", "12 October 2017", "more_precise"),
    ("12 October", "14 October", "contradictory"),
    ("12 October 2016", "12 October 2017", "contradictory"),
    ("on Monday", "on Tuesday", "contradictory"),
    ("on Monday", "on 12 October", "consistent_overlap"),
    ("6 pm", "6 am", "contradictory"),
    ("6 pm", "18:00 GMT", "equal"),
    ("12-14 October 2017", "13 October 2017", "more_precise"),
    ("last month", "last month", "equal"),
    ("the third attempt", "3 attempts", "incomparable_unit"),
    ("50 tents", "48 tents", "contradictory"),  # what is counted one by one is not rounded below a hundred
    ("200 tents", "198 tents", "consistent_rounded"),
    ("200 tents", "215 tents", "contradictory"),
    ("60 km", "58 km", "consistent_rounded"),
    ("40% of the crop", "38% of the crop", "contradictory"),
    ("about 40% of the crop", "38% of the crop", "more_precise"),
    ("$2 billion", "$2.1 billion", "consistent_rounded"),
    ("$2 billion", "$2.3 billion", "contradictory"),
    ("about five tents", "six tents", "more_precise"),
    ("prices rose 3%", "prices fell 3%", "contradictory"),
    ("prices rose 3%", "prices rose 3%", "equal"),
    ("dozens of tents", "hundreds of tents", "contradictory"),
    ("thousands of tents", "tens of thousands of tents", "contradictory"),
    ("dozens of tents", "scores of tents", "consistent_overlap"),
    ("two or three tents", "three or four tents", "consistent_overlap"),
    ("a majority of 52 to 48", "a majority of 54 to 46", "contradictory"),
    ("a ratio of 3 to 2", "a ratio of less than 5 to 2", "more_precise"),
    ("a sum of 12000000", "a sum of 12 million", "equal"),
    ("more than 60 tents", "fewer than 60 tents", "contradictory"),
    ("more than 60 tents", "40 to 60 tents", "contradictory"),
    ("at least 60 tents", "40 to 60 tents", "consistent_overlap"),
    ("three hours", "150 minutes", "contradictory"),
    ("20 miles", "30 km", "consistent_rounded"),  # 32.2 km, told in round numbers on either side
    ("20 miles", "28 km", "contradictory"),
    ("more than 30 miles", "53 km", "more_precise"),
    ("more than 30 miles", "45 km", "contradictory"),
    ("40 degrees Celsius", "100 degrees Fahrenheit", "contradictory"),
    ("38 degrees Celsius", "100 degrees Fahrenheit", "consistent_rounded"),
    ("six weeks", "one and a half months", "consistent_rounded"),
    ("three months", "90 days", "consistent_rounded"),
    ("12 October 2017", "Thursday", "more_precise"),
    ("12 October 2017", "Friday", "contradictory"),
    ("12-14 October 2017", "16 October 2017", "contradictory"),
    ("12-14 October 2017", "October 2017", "more_precise"),
    ("12-14 October 2017", "November 2017", "contradictory"),
    ("12-14 October 2017", "13-18 October 2017", "consistent_overlap"),
    ("12-14 October 2017", "15-18 October 2017", "contradictory"),
    ("the 1990s", "12 October 1994", "more_precise"),
    ("the 1990s", "October 1985", "contradictory"),
    ("the '90s", "October 1994", "more_precise"),
    ("the 20th century", "the 1970s", "more_precise"),
    ("early October", "late October", "contradictory"),
    ("mid-October", "October", "more_precise"),
    ("yesterday", "tomorrow", "consistent_overlap"),  # seen from which day?
    ("noon", "12 p.m.", "equal"),
    ("midnight", "12 a.m.", "equal"),
    ("6:15 pm", "6:45 pm", "contradictory"),
    ("at 6:40", "6:40 p.m.", "more_precise"),  # the half of the day is not told
    ("6 o'clock", "18:00 GMT", "more_precise"),
    ("06:40 GMT", "18:40 GMT", "contradictory"),
    ("at 6:40", "6:50 p.m.", "contradictory"),
    ("about 6 pm", "6:10 pm", "more_precise"),
    ("around 6 pm", "6 pm", "modifier_only"),
    ("about 6 pm", "7 pm", "contradictory"),
    ("12 October 2017", "6 pm", "incomparable_unit"),
    ("the third attempt", "4 km", "incomparable_unit"),
]


@pytest.mark.parametrize(("a", "b", "outcome"), CASES, ids=[f"{a} | {b}" for a, b, _ in CASES])
def test_outcome_whichever_comes_first(a: str, b: str, outcome: str) -> None:
    assert relate_quantities(read(a), read(b)) == outcome
    assert relate_quantities(read(b), read(a)) == outcome


def test_a_weekday_meets_a_date_when_the_day_of_publication_is_known() -> None:
    (weekday,) = extract_quantities("It happened on Thursday.", published="2017-10-13")
    (yesterday,) = extract_quantities("It happened yesterday.", published="2017-10-13T08:00:00Z")
    assert weekday.date == yesterday.date == "2017-10-12"
    assert relate_quantities(weekday, read("12 October 2017")) is Outcome.EQUAL
    assert relate_quantities(weekday, read("October 13")) is Outcome.CONTRADICTORY


@pytest.mark.parametrize("surface", ["last month", "Monday", "today", "about 50", "in his 30s", "a few dozen men", "6 to 9 km"])
def test_the_same_words_agree_whatever_they_reach(surface: str) -> None:
    early, late = (extract_quantities(surface, published=day)[0] for day in ("2017-11-13", "2017-12-21"))
    assert relate_quantities(early, late) is Outcome.EQUAL


def clock(value: str, modifier: Modifier = "=") -> Quantity:
    return Quantity(kind="time", date=value, modifier=modifier)


@pytest.mark.parametrize(("a", "b", "outcome"), [
    (clock("T18:00", "~"), clock("T18:10"), "more_precise"), (clock("T18:00", "~"), clock("T19:00"), "contradictory"),
    (clock("T18:00", "~>"), clock("T17:50"), "contradictory"), (clock("T18:00", "~"), clock("T18:00"), "modifier_only"),
    (clock("T24:00", "~"), clock("T23:50"), "more_precise"), (clock("T18:00", "~"), clock("T18:40", "~"), "consistent_overlap"),
    (clock("T18:00", ">"), clock("T20:00"), "more_precise"), (clock("T18:00", ">"), clock("T18:00"), "boundary_conflict"),
])  # fmt: skip
def test_times_within_what_about_leaves_open(a: Quantity, b: Quantity, outcome: str) -> None:
    assert relate_quantities(a, b) == relate_quantities(b, a) == outcome


DATES = st.builds(
    "{}{}{}".format,
    st.sampled_from(["XXXX", "XX9X", "199X", "19XX", "0000", "1994", "2017", "9999"]),
    st.sampled_from(["", "-00", "-02", "-10", "-13", "-XX", "-SP", "-Q3", "-W41", "-W99", "-WXX", "-WE"]),
    st.sampled_from(["", "-00", "-12", "-29", "-31", "-4", "-WE", "/2017-10-14", "/XXXX-01-03", "T18:00"]),
)


@given(DATES, DATES)
def test_any_two_dates_relate_the_same_way_round(a: str, b: str) -> None:
    """Values that no reader makes, too: a caller may build a Quantity."""
    one, other = Quantity(kind="date", date=a, text="then"), Quantity(kind="date", date=b, text="when")
    assert relate_quantities(one, other) is relate_quantities(other, one)
    assert relate_quantities(one, one) is Outcome.EQUAL


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_dates_agree_with_the_calendar(a: date, b: date) -> None:
    """The day itself, its month and year hold it; those of another day only when they are the same."""
    for size in (4, 7, 10):
        outcome = relate_quantities(*(Quantity(kind="date", date=value) for value in (a.isoformat(), b.isoformat()[:size])))
        held = a.isoformat()[:size] == b.isoformat()[:size]
        assert outcome in ({Outcome.EQUAL, Outcome.MORE_PRECISE} if held else {Outcome.CONTRADICTORY})
    weekday = Quantity(kind="date", date=f"XXXX-WXX-{b.isoweekday()}")
    same = a.isoweekday() == b.isoweekday()
    outcome = relate_quantities(Quantity(kind="date", date=a.isoformat()), weekday)
    assert outcome is (Outcome.MORE_PRECISE if same else Outcome.CONTRADICTORY)


def measure(digits: int, zeros: int, modifier: Modifier) -> Quantity:
    """So many kilometres, written with some zeros at the end."""
    value = Decimal(digits * 10**zeros)
    lower, upper = (None if modifier in ("<", "<=") else value), (None if modifier in (">", ">=") else value)
    return Quantity(kind="measure", lower=lower, upper=upper, modifier=modifier, unit="kilometre", grain=Decimal(10**zeros))


def in_unit(q: Quantity, unit: str) -> Quantity:
    """The same, exactly, in another unit of length."""
    lower, upper, grain = (None if x is None else convert(x, "kilometre", unit) for x in (q.lower, q.upper, q.grain))
    return replace(q, unit=unit, lower=lower, upper=upper, grain=grain)


MEASURES = st.builds(
    measure, st.integers(21, 999), st.integers(0, 3), st.sampled_from(["=", "~", "~<", "~>", "<", "<=", ">", ">="])
)


@given(MEASURES, MEASURES, st.sampled_from(["mile", "foot", "metre", "nautical mile", "inch"]))
def test_both_in_another_unit_relate_as_before(a: Quantity, b: Quantity, unit: str) -> None:
    """Of numbers above the small whole ones, which are exact in the unit they are written in."""
    assert relate_quantities(in_unit(a, unit), in_unit(b, unit)) is relate_quantities(a, b)


@given(MEASURES, st.sampled_from(["mile", "foot", "metre", "nautical mile", "inch"]))
def test_a_figure_is_itself_in_any_unit_of_its_kind(a: Quantity, unit: str) -> None:
    there = in_unit(a, unit)
    assert relate_quantities(a, there) is relate_quantities(there, a) is Outcome.EQUAL_CONVERTED


PHRASES = st.builds(
    "{} {} {}".format,
    st.sampled_from(["", "about", "almost", "just over", "more than", "at least", "up to", "fewer than"]),
    st.sampled_from(["7", "12", "60", "3,487", "3,500", "6 to 9", "2.5", "a few dozen", "1.2 million", "half of the", "$40"]),
    st.sampled_from(["tents", "km", "miles", "percent", "hours", "days", "degrees Celsius"]),
)


@settings(max_examples=150, deadline=None)
@given(PHRASES, PHRASES)
def test_relating_is_symmetric_and_a_figure_equals_itself(a: str, b: str) -> None:
    for x in extract_quantities(a):
        assert relate_quantities(x, x) is Outcome.EQUAL
        for y in extract_quantities(b):
            assert relate_quantities(x, y) is relate_quantities(y, x)
