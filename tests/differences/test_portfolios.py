"""One minister, two ministries."""

from __future__ import annotations

import pytest

from compare.differences.names.portfolios import portfolio_differences
from tests.differences.linked import kinds, quoted

EDUCATION = "Education Minister Anna Kovac left on Friday."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (EDUCATION, "Finance Minister Anna Kovac left on Friday."),
        (EDUCATION, "A fire broke out. Anna Kovac, the minister for finance, saw it."),
        ("The education secretary, Anna Kovac, left.", "Anna Kovac, secretary of state for health, left."),
        (EDUCATION, "Minister of Agriculture Anna Kovac left on Friday."),
    ],
)
def test_another_ministry_shows_wherever_the_name_stands(before: str, after: str) -> None:
    assert kinds(portfolio_differences, before, after) == ["subject_change"]
    assert kinds(portfolio_differences, after, before) == ["subject_change"]


@pytest.mark.parametrize(
    "after",
    [
        "Anna Kovac, who met the finance minister, left on Friday.",
        "Education and Science Minister Anna Kovac left on Friday.",
        "Schools minister Anna Kovac left on Friday.",
        "Minister Anna Kovac left on Friday.",
        "Former finance minister Anna Kovac left on Friday.",
        "A secretary of the finance minister, Anna Kovac, left on Friday.",
        "Finance Minister Peter Lind left on Friday.",
        "Finance Minister Anna Kovac left on Friday, who is education minister, too. Anna Kovac, the education minister, wept.",
    ],
)
def test_one_ministry_by_two_words_other_people_and_former_ones_are_silent(after: str) -> None:
    assert kinds(portfolio_differences, EDUCATION, after) == []


def test_the_evidence_holds_office_and_name() -> None:
    found = quoted(portfolio_differences, EDUCATION, "It rained on Anna Kovac, the minister for finance.")
    assert found == [["Education Minister Anna Kovac", "Anna Kovac, the minister for finance"]]
