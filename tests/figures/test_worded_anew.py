"""Figures of sentences that two outlets word each in their own way, and that no link ties together."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from compare.figures import match_figures
from compare.model import Figure
from tests.builders import aligned, document


def figures_of(a: Sequence[str], b: Sequence[str], *rows: str) -> list[Figure]:
    """The figures that both versions tell; rows tell which sentences are linked."""
    documents = [document("A", *a), document("B", *b)]
    return [f for f in match_figures(documents, aligned(documents, *rows)) if f.outcome is not None]


def told(figures: Sequence[Figure]) -> list[str]:
    return [f"{' / '.join(r.quantity.text for r in f.readings)}: {f.verdict}" for f in figures]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("He cheated 63 people.", "More than 60 customers lost money.", ["63 people / More than 60 customers: reconciled"]),
        ("The plant supplies 310,000 households.", "It serves more than 300,000 homes.",
         ["310,000 households / more than 300,000 homes: reconciled"]),
        ("He cheated 63 people.", "More than 40 customers lost money.", []),
        ("The plant supplies 310,000 households.", "More than 300,000 trees were felled.", []),
    ],
)  # fmt: skip
def test_more_than_sixty_is_how_63_is_rounded(a: str, b: str, expected: list[str]) -> None:
    assert told(figures_of([a], [b])) == expected


def test_sentences_that_share_another_number_tell_the_same() -> None:
    a = "The last flood in the valley, in 2012, drove 2,100 people from their homes."
    assert len(figures_of([a], ["In 2012 some 2,100 had to flee when the river burst its banks."])) == 2
    assert told(figures_of([a], ["In 2012 the mayor was a teacher."])) == []


@pytest.mark.parametrize(
    ("b", "expected"),
    [
        ("Some 14,200 residents have been ordered out.", "conflict"),
        ("Some 15,700 residents have been ordered out.", "check"),
        ("Some 14,200 trees below the dam have been cleared out.", "check"),
    ],
)
def test_two_digits_that_changed_places_are_a_slip_in_other_words_too(b: str, expected: str) -> None:
    figures = figures_of(["About 12,400 people were told to leave their homes below the dam."], [b], "A1 B1")
    assert [str(f.verdict) for f in figures] == [expected]


@pytest.mark.parametrize(("depth", "expected"), [("12 miles", "conflict"), ("14 miles", "check"), ("1.2 miles", "agree")])
def test_a_point_in_another_place_is_a_slip(depth: str, expected: str) -> None:
    a = "The quake struck at dawn near the village of Besh and had a depth of 1.2 miles."
    b = f"Near the village of Besh, on an old fault, the quake struck at dawn with a depth of {depth}."
    assert [str(f.verdict) for f in figures_of([a], [b], "A1 B1")] == [expected]


@pytest.mark.parametrize(
    ("b", "expected"),
    [
        ("The survey put it four miles south-west of Melby, close to the old mine.", []),
        ("The survey put it four miles east of Melby, close to the old mine.", ["four miles / four miles: agree"]),
        ("The survey put it four miles from Melby, close to the old mine.", ["four miles / four miles: agree"]),
    ],
)
def test_another_direction_is_another_distance(b: str, expected: list[str]) -> None:
    assert told(figures_of(["The quake was felt by miners in Cobley, four miles east of Melby."], [b], "A1 B1")) == expected


@pytest.mark.parametrize(("behind", "expected"), [(" last year", []), ("", ["4.5 percent / 3.9 percent: check"])])
def test_last_years_rate_is_not_this_years(behind: str, expected: list[str]) -> None:
    a = "The council voted on the budget and raised the property tax by 4.5 percent."
    b = f"The property tax was raised, and the council on the vote lost some, by 3.9 percent{behind}."
    assert told(figures_of([a], [b], "A1 B1")) == expected


@pytest.mark.parametrize(("age", "expected"), [("52", "check"), ("53", "conflict")])
def test_a_birthday_explains_one_year(age: str, expected: str) -> None:
    a = "The wall is sound, said the engineer of the dam, Lena Orsted, 51, in the morning."
    b = f"Lena Orsted, {age}, who is the engineer in charge of the dam, called the wall sound."
    assert [str(f.verdict) for f in figures_of([a], [b], "A1 B1")] == [expected]


@pytest.mark.parametrize(
    ("b", "expected"),
    [
        ("The other group waited 21 days for it.", ["three weeks / 21 days: reconciled"]),
        ("The other group waited three months for it.", []),
    ],
)
def test_units_made_one_agree_by_no_chance(b: str, expected: list[str]) -> None:
    assert told(figures_of(["The second shot is given after three weeks."], [b])) == expected
    assert not figures_of(["The trial lasted a day."], ["Fever passed within 24 hours."])


@pytest.mark.parametrize(("when", "expected"), [(" in 2019", []), ("", ["eleven miners / four: check"])])
def test_a_toll_of_another_year_is_of_another_blast(when: str, expected: list[str]) -> None:
    a = "A blast in the coal mine at Tarn killed eleven miners."
    assert told(figures_of([a], [f"A blast in a mine close to Tarn killed four{when}."])) == expected


@pytest.mark.parametrize(("minute", "expected"), [("70th", ["70th / 70th: agree"]), ("55th", [])])
def test_a_match_has_many_minutes(minute: str, expected: list[str]) -> None:
    a = "Berg scored with a header in the 70th minute of the final."
    b = f"Rovers were a man short after the {minute} minute, when Berg had a header on target."
    assert told(figures_of([a], [b], "A1 B1")) == expected


@pytest.mark.parametrize(("bill", "expected"), [("£168 million", "conflict"), ("£153 million", "check")])
def test_names_that_differ_excuse_no_swapped_digits(bill: str, expected: str) -> None:
    a = "The new bridge over the Aller will cost £186 million, the council said on Thursday."
    b = f"The bill for the bridge at Old Marl has risen to {bill}, it emerged on Thursday."
    assert [str(f.verdict) for f in figures_of([a], [b], "A1 B1") if f.readings[0].quantity.kind == "money"] == [expected]
