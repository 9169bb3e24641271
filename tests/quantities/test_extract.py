"""Figures read from sentences of news: stories first, then values, units, ranges, ages and shares."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from compare.model import Modifier, Quantity
from compare.quantities import extract_quantities


def rows(text: str, published: str | None = None) -> list[tuple[object, ...]]:
    """Surface, kind, both ends, modifier, unit and what is counted, of every figure."""
    found = extract_quantities(text, published=published)
    return [(q.text, q.kind, q.lower, q.upper, q.modifier, q.unit, q.counted) for q in found]


def only(text: str) -> Quantity:
    """The one figure of a text."""
    (quantity,) = extract_quantities(text)
    return quantity


def test_a_convoy_story() -> None:
    text = "Nearly 60 lorries and nine coaches carried about 400 gunmen and 2,300 relatives eight to nine kilometres east."
    assert rows(text) == [
        ("Nearly 60 lorries", "count", 60, 60, "~<", None, "lorries"),
        ("nine coaches", "count", 9, 9, "=", None, "coaches"),
        ("about 400 gunmen", "count", 400, 400, "~", None, "gunmen"),
        ("2,300 relatives", "count", 2300, 2300, "=", None, "relatives"),
        ("eight to nine kilometres", "measure", 8, 9, "=", "kilometre", None),
    ]


def test_a_market_story() -> None:
    text = "Shares fell 2.4% to 310p after the €1.3bn offer, worth $1.4 billion, which lifted rates by 50 basis points."
    assert [(q.text, q.kind, q.lower, q.unit, q.direction) for q in extract_quantities(text)] == [
        ("2.4%", "percent", Decimal("2.4"), "percent", "down"),
        ("310p", "money", 310, "penny", None),
        ("€1.3bn", "money", 1_300_000_000, "EUR", None),
        ("$1.4 billion", "money", 1_400_000_000, "USD", None),
        ("50 basis points", "percentage_point", 50, "basis point", "up"),
    ]


@pytest.mark.parametrize("written", ["20,000 ft", "20, 000ft", "20 000ft", "20\u202f000 ft", "20\u00a0000ft"])
def test_a_space_within_a_number_does_not_tear_it(written: str) -> None:
    found = extract_quantities(f"It fell {written} in minutes.")
    assert [(q.text, str(q.lower), q.unit) for q in found] == [(written, "20000", "foot")]


def test_a_court_story() -> None:
    text = "Ivo Marten, 52, and a man in his 40s were jailed for three and a half years; half of the jury was aged 30 to 35."
    assert [(q.text, q.kind, q.lower, q.upper, q.unit) for q in extract_quantities(text)] == [
        ("52", "age", 52, 52, "year"),
        ("40s", "age", 40, 49, "year"),
        ("three and a half years", "duration", Decimal("3.5"), Decimal("3.5"), "year"),
        ("half of the jury", "fraction", Fraction(1, 2), Fraction(1, 2), None),
        ("30 to 35", "age", 30, 35, "year"),
    ]


@pytest.mark.parametrize(
    ("phrase", "modifier", "lower", "upper"),
    [
        ("almost 70 boats", "~<", 70, 70),
        ("just over 70 boats", "~>", 70, 70),
        ("roughly 70 boats", "~", 70, 70),
        ("some 70 boats", "~", 70, 70),
        ("an estimated 70 boats", "~", 70, 70),
        ("70 or so boats", "~", 70, 70),
        ("more than 70 boats", ">", 70, None),
        ("at least 70 boats", ">=", 70, None),
        ("no fewer than 70 boats", ">=", 70, None),
        ("70-plus boats", ">=", 70, None),
        ("70 or more boats", ">=", 70, None),
        ("fewer than 70 boats", "<", None, 70),
        ("up to 70 boats", "<=", None, 70),
        ("no more than 70 boats", "<=", None, 70),
        ("as many as 70 boats", "<=", None, 70),
        ("exactly 70 boats", "=", 70, 70),
        ("a touch under 70 boats", "~<", 70, 70),
        ("slightly above 70 boats", "~>", 70, 70),
        ("considerably fewer than 70 boats", "<", None, 70),
        ("far in excess of 70 boats", ">", 70, None),
        ("nothing less than 70 boats", ">=", 70, None),
        ("never more than 70 boats", "<=", None, 70),
        ("at or below 70 boats", "<=", None, 70),
        ("as few as 70 boats", ">=", 70, None),
        ("nigh on 70 boats", "~<", 70, 70),
        ("something in the region of 70 boats", "~", 70, 70),
        ("a good 70 boats", ">=", 70, None),
        ("at least another 70 boats", ">=", 70, None),
        ("almost a record 70 boats", "~<", 70, 70),
        ("more than a combined 70 boats", ">", 70, None),
        ("an estimated total of 70 boats", "~", 70, 70),
        ("70 boats or more", ">=", 70, None),
        ("70 boats or so", "~", 70, 70),
        ("70 boats, give or take", "~", 70, 70),
        ("70 boats at most", "<=", None, 70),
        ("70+ boats", ">=", 70, None),
        ("seventy-odd boats", "~", 70, 79),
        ("between 70 and 80 boats", "=", 70, 80),
        ("70 to 80 boats", "=", 70, 80),
        ("70–80 boats", "=", 70, 80),
        ("seven or eight boats", "~", 7, 8),
        ("a few dozen boats", "~", 24, 108),
        ("tens of thousands of boats", "~", 10_000, 100_000),
        ("hundreds of boats", "~", 100, 1000),
    ],
)
def test_how_sure_a_value_is(phrase: str, modifier: Modifier, lower: int | None, upper: int | None) -> None:
    q = only(f"Rescuers saw {phrase} at noon-break.".replace(" at noon-break", ""))
    assert (q.modifier, q.lower, q.upper, q.counted) == (modifier, lower, upper, "boats")
    assert q.text == phrase


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("one hundred and five", 105), ("twenty-one", 21), ("two thousand four hundred and six", 2406), ("a dozen", 12),
        ("half a dozen", 6), ("half a million", 500_000), ("two and a half million", 2_500_000),
        ("a million and a half", 1_500_000), ("one point five billion", 1_500_000_000), ("3.5 lakh", 350_000),
        ("2 crore", 20_000_000), ("1.2m", 1_200_000), ("40,000", 40_000), ("10,00,000", 1_000_000),
        ("12\u202f000", 12_000), ("１２", 12), ("three dozen", 36), ("a quarter of a million", 250_000),
    ],
)  # fmt: skip
def test_values_of_numbers(phrase: str, value: object) -> None:
    q = only(f"The fund has {phrase} members.")
    assert (q.lower, q.counted) == (value, "members")


@pytest.mark.parametrize(
    ("phrase", "value", "unit", "per"),
    [
        ("₹300 crore", 3_000_000_000, "INR", None), ("Rs 45,000", 45_000, "INR", None),
        ("A$12m", 12_000_000, "AUD", None), ("US $3.20 per barrel", Decimal("3.20"), "USD", "barrel"),
        ("$4-a-share", 4, "USD", "share"), ("7 euros an hour", 7, "EUR", "hour"),
        ("90 km/h", 90, "kilometre per hour", None), ("20,000 barrels a day", 20_000, "barrel per day", None),
        ("80 km an hour", 80, "kilometre per hour", None),
        ("-4C", -4, "celsius", None), ("30 sq. km", 30, "square kilometre", None),
        ("3½ miles", Decimal("3.5"), "mile", None), ("half an hour", Fraction(1, 2), "hour", None),
        ("12 Moroccan dirhams", 12, "MAD", None), ("£400 a week", 400, "GBP", "week"),
        ("a 15-litre", 15, "litre", None), ("14 per cent", 14, "percent", None),
        ("half a percentage point", Fraction(1, 2), "percentage point", None),
        ("$ 2000", 2000, "USD", None), ("Rs 2000", 2000, "INR", None), ("magnitude-6.4", Decimal("6.4"), "magnitude", None),
        ("2-1/2 years", Decimal("2.5"), "year", None),
    ],
)  # fmt: skip
def test_units_and_what_they_are_measured_per(phrase: str, value: object, unit: str, per: str | None) -> None:
    q = only(f"It came to {phrase} in the end.")
    assert (q.lower, q.unit, q.per) == (value, unit, per)


def test_ranges_share_their_magnitude_and_unit() -> None:
    def ends(text: str) -> tuple[object, object]:
        return only(text).lower, only(text).upper

    assert ends("It will cost $20 to $25 million.") == (20_000_000, 25_000_000)
    assert ends("It will cost $20-25 million.") == (20_000_000, 25_000_000)
    assert ends("Plots sell for $400,000 to $2 million.") == (400_000, 2_000_000)
    assert ends("Some lose 5-8 per cent of weight.") == (5, 8)
    assert ends("Flats sell from RM140,000 to RM260,000.") == (140_000, 260_000)
    assert ends("Flats come in sizes from 500 sq ft up to 800 sq ft.") == (500, 800)
    assert [str(q.lower) for q in extract_quantities("Index 40 -2.1%, fund -0.7%.") if q.unit] == ["-2.1", "-0.7"]
    assert only("He has over 20 years of experience.").modifier == ">"
    assert only("It grew over two years.").modifier == "="


def test_words_that_are_also_codes_or_units() -> None:
    assert rows("ALL 6 teams and ALL 9 players came.") == [
        ("6 teams", "count", 6, 6, "=", None, "teams"),
        ("9 players", "count", 9, 9, "=", None, "players"),
    ]
    assert rows("A 30-second film cost 3,000 won; they won 12 won games.")[0][:4] == ("30-second", "duration", 30, 30)
    assert only("It weighs 12 pounds.").unit == "pound-mass"
    assert only("It cost 12 pounds.").unit == "GBP"


def test_places_in_an_order() -> None:
    found = extract_quantities("The 1,000th visitor, ranked 27th of the 22nd group, came in the 3rd hour.")
    assert [(q.kind, str(q.lower)) for q in found] == [("ordinal", x) for x in ("1000", "27", "22", "3")]


def test_results_and_changes_are_no_ranges() -> None:
    assert [q.kind for q in extract_quantities("City beat Town 4-2 after leading 3-0.")] == ["score", "score"]
    assert [(q.lower, q.unit) for q in extract_quantities("She won 51.5 to 47.9 per cent.")] == [
        (Decimal("51.5"), "percent"), (Decimal("47.9"), "percent")]  # fmt: skip
    assert [q.lower for q in extract_quantities("The price rose from 30 to 45 dollars.")] == [30, 45]
    assert [q.lower for q in extract_quantities("Orders fell by 61,000 to 402,000.")] == [61_000, 402_000]
    assert [q.lower for q in extract_quantities("Margins fell by 2 per cent to 3 per cent.")] == [2, 3]
    assert only("Prices rose 2 to 3 per cent.").upper == 3
    for vote in ("They voted 310-0.", "It passed in a 212-209 vote.", "It failed in a 46 to 53 vote."):
        assert only(vote).kind == "score"
    for vote in ("It was a 2–1 order.", "It passed by a 50-49 party-line vote.", "They voted 19-to-0."):
        assert only(vote).kind == "score"
    assert [q.lower for q in extract_quantities("It will raise the tally of ferries from 14 to 26.")] == [14, 26]
    raised = extract_quantities("The forecast was revised up to 4,100 from 3,800.")
    assert [(str(q.upper), q.direction) for q in raised] == [("4100", "up"), ("3800", None)]
    assert only("Up to 50 men from Ghent came.").modifier == "<="


def test_words_behind_a_number_that_belong_to_what_follows() -> None:
    assert [(q.text, q.modifier) for q in extract_quantities("It has 30 vans and more than 40 cars.")] == [
        ("30 vans", "="), ("more than 40 cars", ">")]  # fmt: skip
    assert extract_quantities("It hurt 30 at least twice.")[0].modifier == "="
    assert only("The side with 30 points tops the table.").modifier == "="
    assert only("They ran for some of the 30 miles.").modifier == "="
    assert only("Inside a 30-day deal, over the next month.".split(",")[0]).modifier == "="


def test_a_part_of_something_that_sinks_is_no_fall() -> None:
    assert only("A third of the boats sank.").direction is None
    assert only("Output is a third lower.").direction == "down"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("She was 14 .", 14), ("The singer died at 75.", 75), ("Ilse Brandt, now 53, left.", 53), ("Arno Feld Jr., 49, ran.", 49),
        ("He turned 40.", 40), ("At 61, she is the oldest.", 61), ("I knew it when I was nine.", 9),
        ("It was the 15-year-old's idea.", 15),
    ],
)  # fmt: skip
def test_ages_in_a_life(text: str, years: int) -> None:
    assert only(text).kind == "age"
    assert only(text).lower == years


def test_a_unit_said_once_for_two_numbers() -> None:
    for text in ("It comes in 13- and 15-inch sizes.", "It comes in 13-and 15-inch sizes.", "It measures 13 by 15 inches."):
        assert [(str(q.lower), q.unit) for q in extract_quantities(text)] == [("13", "inch"), ("15", "inch")]
    assert [(q.kind, q.text) for q in extract_quantities("Passed in a 205 -203 vote.")] == [("score", "205 -203")]
    terms = extract_quantities("Within four working days of a 45-business-day term.")
    assert [(str(q.lower), q.unit) for q in terms] == [("4", "day"), ("45", "day")]
    assert only("There was a one-in-three chance.").lower == Fraction(1, 3)
    screens = extract_quantities('The 13" model and the 15" model; he "had about 20" in all.')
    assert [(str(q.lower), q.unit) for q in screens] == [("13", "inch"), ("15", "inch"), ("20", None)]
    assert [q.text for q in extract_quantities("He got up to 20 year's leave and one week's notice.")] == [
        "up to 20 year's", "one week's"]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The ratio was 3:1.", 3), ("The ratio of cats to dogs is 3 to 2.", Fraction(3, 2)), ("They are outnumbered 4 to 1.", 4),
        ("A 2:1 majority backed it.", 2), ("The ratio was two to one.", 2), ("They voted by a three-to-one majority.", 3),
    ],
)  # fmt: skip
def test_ratios(text: str, value: object) -> None:
    assert (only(text).kind, only(text).lower) == ("ratio", value)


def test_doses_and_degrees_below_zero() -> None:
    dose = only("She took 20 mg of morphine per day.")
    assert (dose.text, dose.unit, dose.per, dose.counted) == ("20 mg of morphine per day", "milligram", "day", "morphine")
    assert only("They drank 2 pots a day and slept.").per == "day"
    assert only("It was 5 degrees below zero.").lower == -5
    assert extract_quantities("Readings fell below zero.") == ()


def test_ages_of_people_behind_a_bound() -> None:
    for text, lower, upper in (
        ("People aged 20-25 may come.", 20, 25),
        ("Children under 6 may come.", None, 6), ("Those 18 to 64 may come.", 18, 64), ("People over 50 must pay.", 50, None),
        ("Swimmers aged under 5 may not.", None, 5),
    ):  # fmt: skip
        q = only(text)
        assert (q.kind, q.lower, q.upper) == ("age", lower, upper)
    assert only("People under 30 minutes away may come.").kind == "duration"
    assert only("They put people under 12 trees.").kind == "count"


def test_shares() -> None:
    assert only("Two in five adults agree.").lower == Fraction(2, 5)
    assert [q.kind for q in extract_quantities("She scored two in three games.")] == ["count", "count"]
    assert rows("One in six pupils stayed, and two-thirds of the teachers left.") == [
        ("One in six pupils", "fraction", Fraction(1, 6), Fraction(1, 6), "=", None, "pupils"),
        ("two-thirds of the teachers", "fraction", Fraction(2, 3), Fraction(2, 3), "=", None, "teachers"),
    ]
    assert rows("Sales doubled and costs were three times higher.") == [
        ("doubled", "ratio", 2, 2, "=", "times", None),
        ("three times", "ratio", 3, 3, "=", "times", None),
    ]
