"""How two figures about the same thing relate: a table of cases that a careful reader would settle so, then symmetry."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model import Outcome, Quantity
from compare.quantities import extract_quantities, relate_quantities


def read(text: str) -> Quantity:
    """The one figure of a phrase."""
    (quantity,) = extract_quantities(text)
    return quantity


CASES = [
    ("40 tents", "forty tents", "equal"),
    ("half of the crop", "50% of the crop", "equal"),
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
    ("4 percentage points", "4%", "incomparable_unit"),
    ("$7m", "£7m", "incomparable_unit"),
    ("7 kg", "7 km", "incomparable_unit"),
    ("$3 a barrel", "$3 a tonne", "incomparable_unit"),
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
