"""One size in many ways of writing: chained units, articles for a one, ranges, vague counts, results, ages and degrees."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model import Modifier, Outcome, Quantity
from compare.quantities import extract_quantities, relate_quantities


def only(text: str) -> Quantity:
    """The one figure of a text."""
    (quantity,) = extract_quantities(text)
    return quantity


def surfaces(text: str) -> list[str]:
    """The words of every figure of a text."""
    return [q.text for q in extract_quantities(text)]


# ---- units one behind the other -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "value", "unit"),
    [
        ("two hours and 50 minutes", 170, "minute"), ("12 years and six months", 150, "month"), ("1lb 9oz", 25, "ounce"),
        ("10st 5lb", 145, "pound-mass"), ("5-foot-10", 70, "inch"), ("6 foot 2", 74, "inch"),
        ("6'2\"", 74, "inch"), ("2 hours, 4 minutes and 31 seconds", 7471, "second"), ("a year and six months", 18, "month"),
        ("thirteen dollars and forty-five cents", Decimal("13.45"), "USD"), ("12 euros 50 cents", Decimal("12.5"), "EUR"),
    ],
)  # fmt: skip
def test_two_units_say_one_size(phrase: str, value: object, unit: str) -> None:
    q = only(f"It came to {phrase}." if "year" not in phrase else f"It ran for {phrase}.")
    assert (q.text, q.lower, q.upper, q.unit) == (phrase, value, value, unit)


def test_abbreviated_units_keep_their_points() -> None:
    assert [(q.text, str(q.lower)) for q in extract_quantities("He is 4 ft. 11 in. tall.")] == [("4 ft. 11 in", "59")]


def test_two_sizes_stay_two() -> None:
    assert surfaces("He got two years, six months of it suspended.") == ["two years", "six months"]
    assert surfaces("It took between two hours and 50 minutes.") == ["two hours", "50 minutes"]
    assert surfaces("It took two hours and 90 minutes.") == ["two hours", "90 minutes"]


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 40), st.integers(1, 59), st.sampled_from([" ", " and ", ", "]))
def test_hours_and_minutes_are_as_long_as_the_minutes_alone(hours: int, minutes: int, joint: str) -> None:
    said = only(f"The talks took {hours} hours{joint}{minutes} minutes.")
    assert relate_quantities(said, only(f"The talks took {60 * hours + minutes} minutes.")) is Outcome.EQUAL


# ---- an article for a one -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "phrase", "modifier", "lower", "upper"),
    [
        ("They left within a week.", "a week", "=", 1, 1), ("It was the worst in a decade.", "a decade", "=", 1, 1),
        ("They waited nearly a year.", "nearly a year", "~<", 1, 1),
        ("It began just over a year ago.", "just over a year", "~>", 1, 1),
        ("It is less than a year old.", "less than a year old", "<", None, 1), ("A day later they left.", "A day", "=", 1, 1),
        ("A year or two later they left.", "A year or two", "~", 1, 2), ("A month-long strike ended.", "A month", "=", 1, 1),
    ],
)  # fmt: skip
def test_an_article_may_stand_for_one(text: str, phrase: str, modifier: Modifier, lower: int | None, upper: int | None) -> None:
    q = only(text)
    assert (q.text, q.modifier, q.lower, q.upper) == (phrase, modifier, lower, upper)


@pytest.mark.parametrize(
    "text",
    [
        "A week of talks began.", "They met twice a week.", "It was a year when all failed.", "Sales rose on a year earlier.",
        "It comes once in a minute.",
    ],
)  # fmt: skip
def test_an_article_seldom_measures(text: str) -> None:
    assert surfaces(text) == []


def test_growth_since_a_year_ago_is_no_length_of_time() -> None:
    assert surfaces("Sales were 6% more than a year ago.") == ["6%"]
    assert only("Cases rose in a week to 2,460.".replace("in a week ", "")).kind == "count"
    assert [q.kind for q in extract_quantities("Cases rose in a week to 2,460.")] == ["duration", "count"]


# ---- ranges and parts ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "lower", "upper", "unit"),
    [
        ("between $140- $150 million", 140_000_000, 150_000_000, "USD"), ("5%-10%", 5, 10, "percent"),
        ("5-to-10 percent", 5, 10, "percent"), ("10lb-15lb", 10, 15, "pound-mass"), ("10- to 15-pound", 10, 15, "pound-mass"),
        ("3,000-5,000 people", 3000, 5000, None), ("10-15,000 people", 10_000, 15_000, None), ("2,000-2,500", 2000, 2500, None),
        ("two to three dozen boats", 24, 36, None), ("three to four hundred boats", 300, 400, None), ("$5 or $6", 5, 6, "USD"),
        ("between the ages of 12 and 16", 12, 16, "year"), ("one or two chips", 1, 2, None), ("one to three storms", 1, 3, None),
        ("half a percent", Decimal("0.5"), Decimal("0.5"), "percent"),
        ("half of one percent", Decimal("0.5"), Decimal("0.5"), "percent"),
        ("a tenth of a percentage point", Decimal("0.1"), Decimal("0.1"), "percentage point"),
        ("a third of a mile", Fraction(1, 3), Fraction(1, 3), "mile"), ("½ teaspoon", Decimal("0.5"), Decimal("0.5"), "teaspoon"),
        ("112½p", Decimal("112.5"), Decimal("112.5"), "penny"),
    ],
)  # fmt: skip
def test_ranges_and_parts_of_a_unit(phrase: str, lower: object, upper: object, unit: str | None) -> None:
    q = only(f"They say {phrase}.")
    assert (q.text, q.lower, q.upper, q.unit) == (phrase, lower, upper, unit)


def test_a_fall_with_its_size_said_once() -> None:
    found = extract_quantities("Profit fell from 210 to 187 million euros.")
    assert [(str(q.lower), q.unit) for q in found] == [("210000000", "EUR"), ("187000000", "EUR")]
    assert [q.lower for q in extract_quantities("It rose from 900 to 1.2 million dollars.")] == [900, 1_200_000]


@pytest.mark.parametrize(
    "text", ["The bill passed 215 to 209.", "They won 21 to 14.", "It was a vote of 5 to 4.", "A 46 to 53 vote."]
)
def test_results_with_to(text: str) -> None:
    assert only(text).kind == "score"


def test_rates_per_many() -> None:
    rate = only("There were 12 deaths per 100,000 people.")
    assert (str(rate.lower), rate.counted, rate.per) == ("12", "deaths", "100,000")
    assert relate_quantities(rate, only("There were 12 deaths per 100,000.")) is Outcome.EQUAL
    assert only("It costs $5 per 100 kg.").per == "100 kilogram"


# ---- vague counts and approximators -------------------------------------------------------------------------------


def test_a_week_is_about_seven_days() -> None:
    a_week = only("A week later they left.")
    assert relate_quantities(a_week, only("Eight days later they left.")) is Outcome.CONSISTENT_ROUNDED
    assert relate_quantities(a_week, only("Two weeks later they left.")) is Outcome.CONTRADICTORY


def test_a_hyphen_torn_from_its_number() -> None:
    assert surfaces("A three - week trial of a 60 - year - old man.") == ["three - week", "60 - year - old"]
    assert [(q.text, q.unit) for q in extract_quantities("There were 12 - days later they left.")] == [("12", None)]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("It ran from 9 to 11 a.m.", ["T09:00", "T11:00"]), ("It is open from 10 to 2 p.m.", ["T10:00", "T14:00"]),
        ("It fell between 7 and 8.30pm.", ["T19:00", "T20:30"]),
    ],
)  # fmt: skip
def test_half_of_the_day_said_once(text: str, times: list[str]) -> None:
    assert [q.date for q in extract_quantities(text)] == times


def test_the_size_of_a_margin_or_share_is_no_rise_or_fall() -> None:
    for text in ("They lost by 62 runs.", "They make up 14% of it.", "It closed lower at 318 pence."):
        assert only(text).direction is None
    assert only("It fell by 3%.").direction == "down"


def test_words_for_a_few_give_no_number() -> None:
    for text in ("We lost several boats.", "She held a pair of scissors.", "Hospitals need a few more."):
        assert surfaces(text) == []


@pytest.mark.parametrize(
    ("phrase", "modifier"),
    [
        ("a smidge over 70 boats", "~>"), ("just a shade under 70 boats", "~<"), ("just short of 70 boats", "~<"),
        ("not far off 70 boats", "~<"), ("fell short of 70 boats", "<"), ("not even 70 boats", "<"),
        ("nowhere near 70 boats", "<"),
        ("crossed 70 boats", ">"), ("soared past 70 boats", ">"), ("some way below 70 boats", "<"), ("closer to 70 boats", "~"),
        ("70 boats and counting", ">="), ("70 boats, if that", "<="), ("70 boats, approximately", "~"),
        ("70 boats, or close to it", "~"),
    ],
)  # fmt: skip
def test_how_near_a_value_is(phrase: str, modifier: Modifier) -> None:
    q = only(f"They {phrase}.")
    assert (q.text, q.modifier, q.counted) == (phrase, modifier, "boats")


def test_being_short_of_something_is_no_bound() -> None:
    assert only("Clinics are short of 40 nurses.").modifier == "="


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("It was double the amount.", 2), ("Sales rose fivefold.", 5), ("It was triple its value.", 3),
        ("Prices are 2.5x higher.", Decimal("2.5")),
    ],
)  # fmt: skip
def test_multiples(text: str, times: object) -> None:
    assert (only(text).kind, only(text).lower) == ("ratio", times)


# ---- ages, degrees, money -----------------------------------------------------------------------------------------


def test_ages_in_a_family() -> None:
    ages = extract_quantities("He has two daughters, 7 and 10, and a son, 4.")
    assert [(q.text, q.kind) for q in ages] == [("two daughters", "count"), ("7", "age"), ("10", "age"), ("4", "age")]
    assert only("Children under 12 admitted free.").kind == "age"
    assert only("They are younger than 6.").kind == "age"
    assert only("At the age of two years she sang.").kind == "age"


def test_degrees_without_a_unit() -> None:
    for text in ("Minus 20 in the wind.", "Lows of minus 5.", "Temperatures reached 41.", "Temperatures in the low 40s."):
        assert only(text).unit == "degree"
    assert only("He finished at minus 20.").unit is None
    assert only("A man in his mid-30s.").kind == "age"


def test_currencies_by_a_letter_or_with_a_country() -> None:
    text = "It cost R1.2 billion, Y500,000, R50m or 50 U.S. dollars; not an R8."
    assert [(q.text, q.unit) for q in extract_quantities(text)] == [
        ("R1.2 billion", "ZAR"), ("Y500,000", "JPY"), ("R50m", "ZAR"), ("50 U.S. dollars", "USD")]  # fmt: skip


def test_sums_are_no_years() -> None:
    assert only("He paid an amount of 2000.").kind == "count"
    assert only("He paid in 2000.").kind == "date"


@pytest.mark.parametrize(
    "text",
    [
        "They reached the last 16.", "It is a last-eight tie.", "World number three Ilse Brandt left.",
        "He earns a six-figure sum.", "Visit http://example.org/a%20b%29.",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_figure(text: str) -> None:
    assert surfaces(text) == []


def test_a_name_between_a_gift_and_its_number() -> None:
    assert only("They gave Olga 4 baseball cards.").counted == "baseball cards"
    assert surfaces("They flew Boeing 737 planes.") == []


@pytest.mark.parametrize(
    "line",
    ["1 hour 1 minute ", "a year and a half ", "between the ages of 1 and ", "2 to 3 hundred ", "1 per 100 "],
)
def test_a_phrase_repeated_without_end_is_read_each_time(line: str) -> None:
    assert len(extract_quantities(line * 10_000)) >= 10_000
