"""Dates and times with their values, as far as the text says them."""

from __future__ import annotations

import pytest

from compare.quantities import extract_quantities, is_relative


def dates(text: str, published: str | None = None) -> list[tuple[str, str | None]]:
    """Surface and value of every date and time."""
    return [(q.text, q.date) for q in extract_quantities(text, published=published) if q.kind in ("date", "time")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met on March 3, 2019.", [("March 3, 2019", "2019-03-03")]),
        ("They met on 3 March 2019.", [("3 March 2019", "2019-03-03")]),
        ("They met on the 3rd of March.", [("3rd of March", "XXXX-03-03")]),
        ("They met on March 3by chance.", [("March 3", "XXXX-03-03")]),
        ("They met on Sept. 9.", [("Sept. 9", "XXXX-09-09")]),
        ("They met on Tuesday, March 3.", [("Tuesday, March 3", "XXXX-03-03")]),
        ("They met on March 3-5.", [("March 3-5", "XXXX-03-03/XXXX-03-05")]),
        ("They met on 2019-03-03.", [("2019-03-03", "2019-03-03")]),
        ("They met on 23/03/2019.", [("23/03/2019", "2019-03-23")]),
        ("They met on 03/04/2019.", [("03/04/2019", "2019-XX-XX")]),
        ("They met in March 2019.", [("March 2019", "2019-03")]),
        ("They met in May.", [("May", "XXXX-05")]),
        ("They may march on.", []),
        ("Ms May said so.", []),
        ("In the 2016/17 season they met.", [("2016/17", "2016/2017")]),
        ("They met in mid-May.", [("mid-May", "XXXX-05")]),
        ("They met on 5/6 May.", [("5/6 May", "XXXX-05-05/XXXX-05-06")]),
        ("They met in 2019.", [("2019", "2019")]),
        ("In 1850 people met.", []),
        ("It rose in 2019 to 2000 euros.", [("2019", "2019")]),
        ("The late 1970s were loud.", [("late 1970s", "197X")]),
        ("The 19th century ended.", [("19th century", "18XX")]),
        ("In the summer of 2018 it rained.", [("summer of 2018", "2018-SU")]),
        ("The 2016-17 season began.", [("2016-17", "2016/2017")]),
        ("They met at 6.15pm.", [("6.15pm", "T18:15")]),
        ("They met at 4:35 a.m. on Friday.", [("4:35 a.m.", "T04:35"), ("Friday", "XXXX-WXX-5")]),
        ("They met at 8 : 30pm.", [("8 : 30pm", "T20:30")]),
        ("Sales fell in Q3.", [("Q3", "XXXX-Q3")]),
        ("Sales fell in Q2 of 2018 and in 4Q 2019.", [("Q2 of 2018", "2018-Q2"), ("4Q 2019", "2019-Q4")]),
        ("Sales fell in the third quarter of 2018.", [("third quarter of 2018", "2018-Q3")]),
        ("He drove an Audi Q3 and scored in the third quarter.", []),
        ("They met at noon.", [("noon", "T12:00")]),
        ("They met at 1430 GMT.", [("1430 GMT", "T14:30")]),
    ],
)
def test_what_a_text_says_by_itself(text: str, found: list[tuple[str, str]]) -> None:
    assert dates(text) == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It broke on Monday.", "2021-03-08"),
        ("It broke on Wednesday.", "2021-03-10"),
        ("It will open on Friday.", "XXXX-WXX-5"),
        ("It opens next Friday.", "2021-03-12"),
        ("It broke last Wednesday.", "2021-03-03"),
        ("It broke yesterday.", "2021-03-09"),
        ("It opens tomorrow.", "2021-03-11"),
        ("It broke last year.", "2020"),
        ("It broke last month.", "2021-02"),
        ("It opens next week.", "2021-W11"),
        ("It broke last October.", "2020-10"),
        ("It broke last night.", "2021-03-09"),
        ("It broke this morning.", "2021-03-10"),
    ],
)
def test_what_depends_on_the_day_of_publication(text: str, value: str) -> None:
    assert [v for _, v in dates(text, "2021-03-10T09:00:00+01:00")] == [value]


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "yesterday", "", "2021-13-45"])
def test_no_day_of_publication_is_too_odd(published: str) -> None:
    assert len(dates("It broke yesterday, last week and last year, next Friday and tomorrow.", published)) == 5


@pytest.mark.parametrize(
    ("surface", "relative"),
    [
        ("today", True), ("on Monday", True), ("last month", True), ("early last year", True), ("last October", True),
        ("Monday, 12 October", False), ("12 October", False), ("in early 2016", False), ("in October", False), ("6 pm", False),
        ("40 tents", False),
    ],
)  # fmt: skip
def test_a_date_told_by_its_distance_from_the_day_of_publication(surface: str, relative: bool) -> None:
    for published in (None, "2021-03-10"):
        (found,) = extract_quantities(f"It broke {surface}.", published=published)
        assert is_relative(found) is relative


def test_a_publication_date_that_cannot_be_read_leaves_days_open() -> None:
    assert dates("It broke yesterday, on Monday.", "10 March") == [("yesterday", "XXXX-XX-XX"), ("Monday", "XXXX-WXX-1")]
