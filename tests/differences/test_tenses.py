"""What will be here, and was there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.differences.claims.slots import claim_differences
from compare.model import Severity, Verdict
from tests.differences.linked import kinds, linked


@pytest.mark.parametrize(
    ("future", "past"),
    [
        ("The probe will be launched from Orby.", "The probe was launched from Orby."),
        ("The court will hear the case in Lund.", "The court heard the case in Lund."),
    ],
)
def test_what_will_be_and_what_was_are_to_be_checked(future: str, past: str) -> None:
    for pair in ((future, past), (past, future)):
        (found,) = claim_differences(linked(*pair))
        assert (str(found.kind), found.verdict, found.severity) == ("predicate_conflict", Verdict.CHECK, Severity.MEDIUM)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("He said it would be launched in May.", "He said it will be launched in May."),
        ("The law will take effect in May.", "The law takes effect in May."),
    ],
)
def test_a_reported_and_a_planned_future_are_one(before: str, after: str) -> None:
    assert kinds(claim_differences, before, after) == []


def test_a_version_of_a_later_day_may_tell_what_came_about() -> None:
    compared = linked("The probe will be launched from Orby.", "The probe was launched from Orby.")
    first, second = (replace(d, document=replace(d.document, version=replace(d.document.version, published=day)))
                     for d, day in zip(compared.documents, ("2031-05-01", "2031-05-02"), strict=True))  # fmt: skip
    assert list(claim_differences(replace(compared, documents=(first, second)))) == []
