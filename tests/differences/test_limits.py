"""What limits a claim in one version alone."""

from __future__ import annotations

import pytest

from compare.differences.claims.slots import claim_differences
from compare.differences.content.clauses import clause_differences
from compare.model import Severity, Verdict
from tests.differences.linked import kinds, linked

OFFER = "The pool offers several discounts in the summer"


@pytest.mark.parametrize(
    ("free", "limited"),
    [
        (f"{OFFER}.", f"{OFFER}, but only for those over 65 years."),
        ("Buses will run again from Monday.", "Buses will run again from Monday, unless the strike goes on."),
        ("The court freed the men at noon.", "The court freed the men at noon, except for two brothers."),
        ("Shops will open on Sundays in May.", "Shops will open on Sundays in May if the council agrees."),
        ("It is free to every visitor who signs up.", "It is free to the first 20 visitors who sign up."),
    ],
)
def test_a_limit_that_one_version_leaves_out_is_to_be_checked(free: str, limited: str) -> None:
    for pair in ((free, limited), (limited, free)):
        (found,) = claim_differences(linked(*pair))
        assert (str(found.kind), found.verdict, found.severity) == ("subject_change", Verdict.CHECK, Severity.MEDIUM)
        assert kinds(clause_differences, *pair) == []


@pytest.mark.parametrize(
    ("free", "limited"),
    [
        ("He came back to the house at noon.", "He came back to the house at noon, only to find it empty."),
        ("Shops opened on Sundays in May.", "Shops opened on Sundays in May, as he asked if they might."),
        ("The team won all of the ties and the first 20 games.", "The team won the first 20 games and all of the ties."),
        ([f"{OFFER}.", "They are for guests over 65 years."], [f"{OFFER}, only for those over 65 years.", "They go fast."]),
    ],
)
def test_what_limits_nothing_or_is_told_elsewhere_is_left(free: str | list[str], limited: str | list[str]) -> None:
    assert "subject_change" not in kinds(claim_differences, free, limited)
