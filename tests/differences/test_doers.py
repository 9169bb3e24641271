"""Opposite deeds of others, in one place of two sentences: both may be true."""

from __future__ import annotations

import pytest

from compare.differences.claims.slots import claim_differences
from tests.differences.linked import linked


def told(before: list[str], after: list[str]) -> list[tuple[str, str, str]]:
    """Kind, verdict and severity of each finding."""
    return [(d.kind, d.verdict, d.severity) for d in claim_differences(linked(before, after))]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Lawmakers approved the budget on Tuesday.", "The president rejected the budget on Tuesday."),
        ("Farmers accepted the new offer of the dairies on Friday.", "Unions refused the new offer of the dairies on Friday."),
    ],
)
def test_opposite_deeds_of_others_are_only_a_hint(before: str, after: str) -> None:
    ((_, verdict, severity),) = told([before], [after])
    assert (verdict, severity) == ("check", "low")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Lawmakers approved the budget on Tuesday.", "Lawmakers rejected the budget on Tuesday."),
        ("It approved the budget on Tuesday.", "The council rejected the budget on Tuesday."),
        ("The council, which met late, approved the plan.", "The council, which met late, rejected the plan."),
    ],
)
def test_those_of_the_same_exclude_each_other(before: str, after: str) -> None:
    ((_, verdict, severity),) = told([before], [after])
    assert (verdict, severity) == ("conflict", "high")


def test_a_title_and_its_holder_are_one() -> None:
    opening = "Judge Bell heard the case."
    found = told([opening, "Judge Bell granted the request."], [opening, "The judge denied the request."])
    assert [x[1:] for x in found] == [("conflict", "high")]
