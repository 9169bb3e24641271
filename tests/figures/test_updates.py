"""What changed because the story moved on between two dated versions, and what did not."""

from __future__ import annotations

import pytest

from compare.model import Figure, Verdict
from tests.figures.one_row import figures_of

MORNING, EVENING, NEXT_DAY = "2031-05-04T08:00", "2031-05-04T20:00", "2031-05-05T08:00"


def differing(*figures: Figure) -> Figure:
    """The one figure on which the versions do not agree."""
    (figure,) = (f for f in figures if f.verdict in (Verdict.CONFLICT, Verdict.CHECK))
    return figure


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The gale left 9,000 homes without power.", "The gale left 2,000 homes without power."),
        ("Some 140 hikers are still stranded on the ridge.", "Some 25 hikers are still stranded on the ridge."),
        ("The flood keeps 31 roads closed.", "The flood keeps 12 roads closed."),
        ("The slide killed 8 hikers.", "The slide killed 11 hikers."),
    ],
)
def test_a_plight_is_mended_and_a_toll_grows(a: str, b: str) -> None:
    assert differing(*figures_of(a, b, published=(MORNING, EVENING))).cause == "time"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The slide killed 11 hikers.", "The slide killed 8 hikers."),
        ("The gale killed 9 men and left the town without power.", "The gale killed 7 men and left the town without power."),
    ],
)
def test_a_toll_does_not_fall(a: str, b: str) -> None:
    assert differing(*figures_of(a, b, published=(MORNING, EVENING))).verdict is Verdict.CONFLICT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("With 38 per cent of the ballots counted, Venn leads.", "With 64 per cent of the ballots counted, Venn leads."),
        (
            "The ballots are being counted. Orla Venn had 51.2 per cent, the board said.",
            "Most ballots are counted. Orla Venn had 50.6 per cent, the board said.",
        ),
        ("Shares in Brix fell 4.8 per cent in Porto.", "Shares in Brix fell 5.2 per cent in Porto."),
        ("The storm blew over Orby with winds of 130 km/h.", "The storm blew over Orby with winds of 115 km/h."),
        ("The fire has burnt 3,200 acres of forest.", "The fire has burnt 4,900 acres of forest."),
    ],
)
def test_what_moves_by_the_hour_may_be_an_update(a: str, b: str) -> None:
    assert differing(*figures_of(a, b, published=(MORNING, EVENING))).cause == "time"
    assert differing(*figures_of(a, b)).cause != "time"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Profit at Brix fell 4.8 per cent last year.", "Profit at Brix fell 5.2 per cent last year."),
        ("Orla Venn, 51, counted the ballots.", "Orla Venn, 56, counted the ballots."),
    ],
)
def test_other_figures_do_not_move_by_the_hour(a: str, b: str) -> None:
    assert differing(*figures_of(a, b, published=(MORNING, EVENING))).verdict is Verdict.CONFLICT


def test_a_plight_without_dates_is_a_conflict() -> None:
    a, b = "The gale left 9,000 homes without power.", "The gale left 2,000 homes without power."
    assert differing(*figures_of(a, b)).verdict is Verdict.CONFLICT


def test_a_weekday_counts_from_the_day_of_its_version() -> None:
    a, b = "The council meets on Sunday.", "The council meets on Monday."
    assert differing(*figures_of(a, b, published=(MORNING, NEXT_DAY))).verdict is Verdict.CHECK
    assert differing(*figures_of(a, b, published=(MORNING, EVENING))).verdict is Verdict.CONFLICT


def test_a_date_with_digits_does_not_move_with_the_version() -> None:
    figures = figures_of("The council meets on 3 May.", "The council meets on 4 May.", published=(MORNING, NEXT_DAY))
    assert differing(*figures).verdict is Verdict.CONFLICT


def test_a_point_may_stand_for_a_comma() -> None:
    figure = differing(*figures_of("The camp holds 12,500 goats.", "The camp holds 12.500 goats."))
    assert figure.verdict is Verdict.CHECK
    assert "point" in figure.reason


def test_a_plight_of_which_one_version_tells_is_one() -> None:
    a, b = "The gale left 9,000 homes in Orby without power.", "Power is back in Orby, with 2,000 homes still dark."
    assert differing(*figures_of(a, b, published=(MORNING, EVENING))).cause == "time"


def test_one_person_has_one_age() -> None:
    a, b = "Jonas Brack, 34, must go to prison.", "A clerk, Jonas Brack, 43, was led away."
    assert differing(*figures_of(a, b)).verdict is Verdict.CONFLICT
    assert differing(*figures_of(a, b.replace("43", "35"))).verdict is Verdict.CHECK


def test_a_sentence_that_gives_both_numbers_tells_of_both() -> None:
    a, b = "Two tremors of magnitude 5.1 and 4.8 followed.", "The second of two tremors had a magnitude of 4.8."
    assert not [f for f in figures_of(a, b) if f.verdict in (Verdict.CONFLICT, Verdict.CHECK)]
