"""A number told by the month is the same in whatever words the month is named, and comes to twelve times as much a year."""

from __future__ import annotations

import pytest

from compare import Version, compare_versions


def findings(a: str, b: str) -> list[tuple[str, str]]:
    """Kinds and verdicts of what two sentences show, each before the same second sentence."""
    rest = " Rescuers worked through the night in heavy rain."
    report = compare_versions([Version(label="Gazette", text=a + rest), Version(label="Courier", text=b + rest)])
    return [(str(f["kind"]), str(f["verdict"])) for f in report.to_dict()["findings"]]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The game has 40 million monthly players.", "The game has 40 million players a month."),
        ("The mill makes 40,000 wagons annually.", "The mill makes 40,000 wagons a year."),
        ("The ferry carries 900 daily passengers.", "The ferry carries 900 passengers a day."),
    ],
)
def test_a_period_may_be_told_by_an_adjective(a: str, b: str) -> None:
    assert findings(a, b) == findings(b, a) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The game has 40 million monthly players.", "The game has 40 million players a day."),
        ("The mill makes 40,000 wagons a month.", "The mill makes 40,000 wagons a year."),
        ("Tenants pay £1,200 a month for a flat.", "Tenants pay £1,200 a year for a flat."),
    ],
)
def test_one_number_of_two_periods_is_a_conflict_of_units(a: str, b: str) -> None:
    assert findings(a, b) == [("unit_conflict", "conflict")]


def test_a_rent_by_the_month_comes_to_one_by_the_year() -> None:
    assert findings("Tenants pay £1,200 a month for a flat.", "Tenants pay £14,400 a year for a flat.") == [
        ("precision_change", "reconciled")
    ]


def test_a_benefit_by_the_month_monthly_and_by_the_year_is_one() -> None:
    texts = (
        "Families will receive a child benefit of 1,050 crowns a month for each child.",
        "Child benefit will be raised to 12,600 crowns a year for each child.",
        "Families receive a child benefit of 1,050 crowns monthly for each child.",
    )
    report = compare_versions([Version(label=label, text=text) for label, text in zip("XYZ", texts, strict=True)]).to_dict()
    assert [(len(f["readings"]), f["verdict"]) for f in report["figures"]] == [(3, "reconciled")]
