"""One person, two offices."""

from __future__ import annotations

import pytest

from compare.differences.names.offices import office_differences
from compare.differences.names.unnamed_offices import unnamed_office_differences
from compare.model import Severity
from tests.differences.linked import kinds, linked, quoted


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("They met assistant district attorney Anna Kovac there.", "They met district attorney Anna Kovac there."),
        ("They met Anna Kovac, an assistant district attorney, there.", "They met District Attorney Anna Kovac there."),
        ("They met acting director Anna Kovac there.", "They met Director Anna Kovac there."),
        ("They met retired harbour official Anna Kovac there.", "They met harbour official Anna Kovac there."),
        ("They met Deputy Minister Anna Kovac there.", "They met Minister Anna Kovac there."),
        ("They met President-elect Anna Kovac there.", "They met President Anna Kovac there."),
        ("They met Anna Kovac, 43, the deputy captain of the ship.", "They met Anna Kovac, the captain of the ship."),
    ],
)
def test_a_word_that_makes_another_office_is_found(before: str, after: str) -> None:
    assert kinds(office_differences, before, after) == ["subject_change"]
    assert kinds(office_differences, after, before) == ["subject_change"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("They met former Senator Anna Kovac there.", "They met Senator Anna Kovac there."),
        ("They met Acting Director Anna Kovac there.", "They met interim director Anna Kovac there."),
        ("They met former harbour official Anna Kovac there.", "They met Anna Kovac, a retired harbour official, there."),
        ("They met Anna Kovac, 43, the former captain of the ship.", "They met Anna Kovac, the captain who sank it."),
        ("They will elect Senator Anna Kovac there.", "They met Senator Anna Kovac there."),
        ("They met acting mayor Dr. Anna Kovac there.", "They met Dr. Anna Kovac there."),
        ("They met Deputy Sgt. Anna Kovac there.", "They met Sgt. Anna Kovac there."),
        ("They met former council candidate Anna Kovac.", "They met council candidate Anna Kovac."),
        ("They met former Orsa Inc. employee Anna Kovac.", "They met a former employee, Anna Kovac."),
        ("They met former Orsa Inc. employee Anna Kovac.", "They met Anna Kovac, a former employee."),
        ("They met former harbour official Anna Kovac.", "Harbour official Anna Kovac seen"),
        ("They met deputy mayor Anna Kovac there.", "They met mayor Peter Lind there."),
        ("They met deputy mayor Anna Kovac there.", "They met Anna Kovac, the engineer, there."),
        ("They met deputy mayor Anna Kovac, former engineer, there.", "They met deputy mayor Anna Kovac, a poet, there."),
    ],
)
def test_courtesy_titles_other_words_and_other_people_are_silent(before: str, after: str) -> None:
    assert kinds(office_differences, before, after) == []


def test_a_version_that_drops_the_word_at_second_mention_has_no_other_office() -> None:
    long = ["They met deputy director Anna Kovac there.", "The director, they heard from director Anna Kovac, was ill."]
    short = ["They met director Anna Kovac there.", "It rained."]
    assert kinds(office_differences, long, short) == []


def test_the_evidence_holds_office_and_name() -> None:
    found = quoted(office_differences, "They met acting director Anna Kovac there.", "They met director Anna Kovac there.")
    assert found == [["acting director Anna Kovac", "director Anna Kovac"]]


def test_the_explanation_names_both() -> None:
    (found,) = office_differences(linked("They met deputy mayor Anna Kovac.", "They met mayor Anna Kovac."))
    said = "Version A has “deputy mayor Anna Kovac”; Version B has “mayor Anna Kovac”"
    assert found.explanation == f"{said}: the same person holds another office."


def test_whoever_acts_in_an_office_has_its_powers() -> None:
    (acting,) = office_differences(linked("They met acting director Anna Kovac there.", "They met Director Anna Kovac there."))
    (deputy,) = office_differences(linked("They met Deputy Minister Anna Kovac there.", "They met Minister Anna Kovac there."))
    assert (acting.severity, deputy.severity) == (Severity.LOW, Severity.MEDIUM)


@pytest.mark.parametrize(
    ("longer", "shorter", "severity"),
    [
        ("He was deputy minister for four years.", "He was minister for four years.", "medium"),
        ("A former mayor was held on Friday.", "A mayor was held on Friday.", "medium"),
        ("The acting mayor was held on Friday.", "The mayor was held on Friday.", "low"),
    ],
)
def test_a_word_in_front_makes_another_office_of_one_who_is_not_named(longer: str, shorter: str, severity: str) -> None:
    assert [str(d.severity) for d in unnamed_office_differences(linked(longer, shorter))] == [severity]
    assert [str(d.severity) for d in unnamed_office_differences(linked(shorter, longer))] == [severity]


@pytest.mark.parametrize(
    ("longer", "shorter"),
    [
        ("Former President Lee Vance spoke in May.", "President Lee Vance spoke in May."),
        ("The chief inspector said that it broke.", "The inspector said that it broke."),
    ],
)
def test_a_person_with_a_name_and_a_word_that_changes_no_office_are_left(longer: str, shorter: str) -> None:
    assert list(unnamed_office_differences(linked(longer, shorter))) == []


def test_a_version_that_has_the_longer_office_elsewhere_means_the_same() -> None:
    shorter = ["The minister spoke of the dam in May.", "He has been deputy minister since then."]
    assert list(unnamed_office_differences(linked("The deputy minister spoke of the dam in May.", shorter))) == []
