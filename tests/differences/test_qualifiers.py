"""A word that makes what follows another thing, and that one version lost."""

from __future__ import annotations

import pytest

from compare.differences.claims.slots import claim_differences
from tests.differences.linked import kinds, linked


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("He was charged with attempted murder.", "He was charged with murder."),
        ("The acting head of the agency resigned.", "The head of the agency resigned."),
        ("The team's former doctor, Pavel Stern, was held.", "The team's doctor, Pavel Stern, was held."),
        ("The failed coup was led by a colonel.", "The coup was led by a colonel."),
        ("It is the second-biggest mine in the north.", "It is the biggest mine in the north."),
        ("He has denied knowingly taking pills.", "He has denied taking pills."),
        ("Only members may vote on the plan.", "Members may vote on the plan."),
        ("The salve is for adults only.", "The salve is for adults."),
    ],
)
def test_a_lost_qualifier_is_found_either_way(before: str, after: str) -> None:
    assert kinds(claim_differences, before, after) == ["subject_change"]
    assert kinds(claim_differences, after, before) == ["subject_change"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Only two of the crew came home.", "Two of the crew came home."),
        ("They only came home in May.", "They came home in May."),
        ("Only the pilot was on board.", "The pilot was alone on board."),
        ("The interim was short for all.", "The was short for all."),
    ],
)
def test_what_qualifies_no_noun_is_left(before: str, after: str) -> None:
    assert kinds(claim_differences, before, after) == []


def test_a_qualifier_told_elsewhere_is_told() -> None:
    before = "The acting head of the agency resigned.", "She had led it since May."
    after = "The head of the agency resigned.", "She had been acting head since May."
    assert kinds(claim_differences, before, after) == []


def test_the_reason_names_the_word() -> None:
    (found,) = claim_differences(linked("He was charged with attempted murder.", "He was charged with murder."))
    assert found.explanation.endswith(": Version B does not have “attempted”, which changes what is meant.")
