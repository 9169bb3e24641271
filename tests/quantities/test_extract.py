"""Figures read from sentences of news: stories first, then what is no figure, then what holds for any text."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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


def test_what_a_bare_number_counts_comes_from_its_neighbours() -> None:
    def counted(text: str) -> list[str | None]:
        return [q.counted for q in extract_quantities(text)]

    assert counted("The motion passed by 72 votes to 41.") == ["votes", "votes"]
    assert counted("The toll climbed to 83 from 77.") == ["toll", "toll"]
    assert counted("No fewer than six and no more than eight judges sat.") == ["judges", "judges"]
    assert counted("Up to 900 more nurses will join the 1,400 already there.") == ["nurses", "nurses"]
    assert counted("They found four 20-litre drums.") == ["drums", None]
    weights = extract_quantities("He went from 90 kilos to 78.")
    assert [(str(q.lower), q.unit) for q in weights] == [("90", "kilogram"), ("78", "kilogram")]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("They signed over 60 private and public sponsors.", "private and public sponsors"),
        ("She hit nine home runs.", "home runs"),
        ("The slide left two people dead.", "people"),
        ("It takes 36 small monthly rates.", "small monthly rates"),
        ("She set out three costly building plans.", "costly building plans"),
        ("Of the eight high risk zones none was new.", "high risk zones"),
        ("They charged 14 Ruritanian customs officers.", "Ruritanian customs officers"),
        ("The navy held 31 Syldavian and Bordurian smugglers.", "Syldavian and Bordurian smugglers"),
        ("They put 17 arrested smugglers on a bus.", "arrested smugglers"),
        ("It sold one new printed edition.", "new printed edition"),
        ("Tens of million of ballots were lost.", "ballots"),
        ("They found six AB 12 launchers.", "AB 12 launchers"),
        ("It sold more than the 415,000 analysts had predicted.", None),
        ("More than one ferry sank.", "ferry"),
        ("Police found three stolen vans.", "stolen vans"),
        ("Nine goals proves the point.", "goals"),
        ("She won two of the last decade's finals.", None),
        ("The blast hurt nine US sailors.", "US sailors"),
        ("They bought seven F-16s.", "F-16s"),
        ("They ordered eight Boeing 737s.", "Boeing 737s"),
        ("It has five open-to-sky terraces.", "open-to-sky terraces"),
        ("The ten most costly storms.", "costly storms"),
        ("They counted 3,210 newly reported cases.", "newly reported cases"),
        ("The board raised nine (9) issues.", "issues"),
        ("They scored six second-half goals.", "second-half goals"),
        ("A crowd of about 40,000 watched.", "crowd"),
        ("They put the toll at 40.", "toll"),
        ("He is a father of three.", None),
        ("She won two of her previous finals.", "finals"),
        ("They own 45 so-called express outlets.", "so-called express outlets"),
        ("It adds 1,500 well-paid jobs.", "well-paid jobs"),
        ("Four out-of-work actors came.", "out-of-work actors"),
        ("The fleet has 12 Airbus A320 jets.", "Airbus A320 jets"),
        ("One in-house lawyer left.", "in-house lawyer"),
        ("They demand the release of 20.", None),
    ],
)
def test_the_noun_phrase_that_is_counted(text: str, counted: str | None) -> None:
    assert only(text).counted == counted


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


@pytest.mark.parametrize(
    "text",
    [
        "The Airbus 320 taxied past Gate 14 near Highway 9.",
        "G7 leaders met on the A4 to recall 9/11.",
        "Call 1-800-555-0199 or +49 30 1234 5678.",
        "4. Council widens road",
        "Page 3 of 9 | Section C",
        "Comments (24) | 6 min read",
        "One of the pilots slept; no one else did.",
        "Flight QX118 had seats 2A to 31F and COVID-19 tests.",
        "Visit http://example.org/2041/77 or write to box@7news.example.",
        "He lives at 41 Harrow Lane.",
        "The second half was better than the first.",
        "Version 3.11.2 fixed it.",
        "On the other hand, one might ask why.",
        "An all-in-one kit on a one-way street won a five-star award.",
        "He doubled down on the claim of one-time losses.",
        "The number one seat of its kind.",
        "Write to Old Tower, 40 High Street, Velden 179434.",
        "Fax: 5550 1842",
        "It stands in s 310 (6) of the act and rule 12(1)(b).",
        "Shops may ask for small deposits 1 .",
        "Nothing was found. 7 The panel will report.",
        "Read the annex (189KB) and the form (PDF, 0.2 MB).",
        "A caller used 911 calls as a joke.",
        "The 7300's screen and PhotoBook 09 shone at 640 x 480.",
        "The Second Minister for Health spoke at the Third Reading.",
        "The Group of Eight met after Guccifer 2.0 wrote of third party claims.",
        "The 9-11 attacks and the memory of 9-11.",
        "A 50-50 chance of a 2-for-1 offer.",
        "They aim for net zero and are back at square one.",
        "It began on 1 May 2020 1 , for all.",
        "Nothing else was said. 12",
        "Clauses 3 and 4: what it means.",
        "Senate Bill 8 (SB 8), passed.",
        "Fax: 55501842 for more.",
        "It was a one-in-one idea of the previous evening.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert [q.text for q in extract_quantities(text) if q.kind != "date"] == []


# ---- any text -----------------------------------------------------------------------------------------------------

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
    "line", ["7" * 1_000_000, "1," * 500_000, "at least " * 110_000, "7 " * 4000, "7-" * 4000, "half a " * 2000, "$" * 20_000]
)
def test_time_grows_with_the_text_and_no_faster(line: str) -> None:
    extract_quantities("12 men")  # the word lists are read once

    def seconds(text: str) -> float:
        start = process_time()
        extract_quantities(text)
        return process_time() - start

    part = min(seconds(line[: len(line) // 10]) for _ in range(2))
    assert seconds(line) < 10 * part * 4 + 0.5
