"""Times that are told from the day of publication: last year, two years ago, yesterday."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.differences.figures.values import figure_differences
from compare.figures import match_figures
from compare.model import Alignment, Relation
from tests.builders import aligned, compared, document

Days = tuple[str | None, str | None]
SAME_DAY, NEXT_DAY, NEW_YEAR = ("2031-05-01", "2031-05-01"), ("2031-05-02", "2031-05-01"), ("2031-01-02", "2030-12-30")
UNKNOWN = (None, None)


def told(a: str, b: str, published: Days) -> list[str]:
    """Kind and verdict of what differs between two linked sentences that say when a bridge was closed."""
    documents = [document(letter, f"The old bridge was closed {when} after a fire on the pier.", published=day)
                 for letter, when, day in zip("AB", (a, b), published, strict=True)]  # fmt: skip
    figures = match_figures(documents, aligned(documents, "A1 B1"))
    return [f"{d.kind} {d.verdict}" for d in figure_differences(compared(documents, "A1 B1", figures=figures))]


@pytest.mark.parametrize(
    ("a", "b", "published", "expected"),
    [
        ("last year", "two years ago", UNKNOWN, ["date_conflict conflict"]),
        ("last year", "next year", UNKNOWN, ["date_conflict conflict"]),
        ("last month", "three months ago", SAME_DAY, ["date_conflict conflict"]),
        ("last year", "2029", SAME_DAY, ["date_conflict conflict"]),
        ("last month", "three months ago", UNKNOWN, ["figure_check check"]),
        ("yesterday", "today", UNKNOWN, ["figure_check check"]),
        ("last year", "two years ago", NEW_YEAR, ["figure_check check"]),
        ("yesterday", "today", NEXT_DAY, []),
        ("last year", "last year", UNKNOWN, []),
    ],
)
def test_times_told_from_one_day_are_compared(a: str, b: str, published: Days, expected: list[str]) -> None:
    assert told(a, b, published) == expected
    assert told(b, a, (published[1], published[0])) == expected


def test_today_and_next_week_of_texts_without_a_date_are_not_reconciled() -> None:
    a = document("A", "Today, farms can order the seed drill from the maker in Orby.")
    b = document("B", "Farms can register to order the seed drill from the maker in Orby starting next week.")
    (pair,) = aligned([a, b], "A1 B1").pairs
    partly = replace(pair, links=tuple(replace(link, relation=Relation.PARTIAL) for link in pair.links))
    assert all(len(f.readings) == 1 for f in match_figures([a, b], Alignment((partly,), ())))


def test_a_duration_without_ago_is_no_time() -> None:
    documents = [document("A", "The bridge was closed for two years."), document("B", "The bridge was closed last year.")]
    assert [f.outcome for f in match_figures(documents, aligned(documents, "A1 B1"))] == [None, None]


def test_the_explanation_says_how_the_times_were_told() -> None:
    documents = [document("A", "Rents rose by 7% against last year."), document("B", "Rents rose by 7% against two years ago.")]
    figures = match_figures(documents, aligned(documents, "A1 B1"))
    (difference,) = figure_differences(compared(documents, "A1 B1", figures=figures))
    assert difference.explanation.endswith("“last year” and “two years ago” are not the same time.")


def test_a_tuesday_that_is_left_open_may_be_the_tuesday_of_the_other_version() -> None:
    a = document("A", "Hackers struck on Tuesday, and doctors had to postpone 140 operations.", published="2031-05-14")
    b = document("B", "Hit by hackers on Tuesday, doctors had to postpone 410 operations.", published="2031-05-14")
    (figure,) = [f for f in match_figures([a, b], aligned([a, b], "A1 B1")) if f.unit is None and f.readings[0].quantity.lower]
    assert (figure.verdict, figure.cause) == ("conflict", None)
