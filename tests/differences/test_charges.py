"""What somebody is only accused of in one version, and has done in the other."""

from __future__ import annotations

import pytest

from compare.differences.claims.slots import claim_differences
from tests.differences.linked import linked


def told(before: str, after: str) -> list[str]:
    """Kinds and severities of what is told of two linked sentences."""
    return [f"{d.kind} {d.severity}" for d in claim_differences(linked(before, after))]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The vet is charged with poisoning two horses.", "The vet poisoned two horses."),
        ("The vet, on trial for poisoning two horses, wept.", "The vet, who poisoned two horses, wept."),
        ("The broker is accused of hiding losses.", "The broker hid losses."),
        ("The senator is under investigation for taking cash.", "The senator took cash."),
        ("The senator was indicted for having taken cash.", "The senator took cash."),
        ("The mayor faces claims that he took cash.", "The mayor took cash."),
        ("It is believed that the boat had been overloaded.", "The boat had been overloaded."),
    ],
)
def test_a_charge_told_as_a_deed(before: str, after: str) -> None:
    assert told(before, after) == told(after, before) == ["hedge_drop high"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The vet, on trial for poisoning two horses, wept.", "The vet, who admitted she poisoned two horses, wept."),
        ("The vet is charged with poisoning two horses.", "The vet poisoned two horses, prosecutors said."),
        ("The vet is charged with poisoning two horses.", "The vet allegedly poisoned two horses."),
        ("The vet is charged with poisoning two horses.", "Two horses were poisoned."),
        ("The broker is accused of hiding losses.", "The broker hid nothing."),
        ("The agency charged with overseeing banks will act.", "The agency that oversees banks will act."),
    ],
)
def test_what_is_still_a_charge_or_more_than_one(before: str, after: str) -> None:
    assert told(before, after) == []


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("The firm is considering closing the mill.", "The firm is closing the mill.", ["hedge_drop medium"]),
        ("The town is considering a ban on drones.", "The town has approved a ban on drones.", ["predicate_conflict medium"]),
        ("The town is considering a ban on drones.", "The town discussed a ban on drones.", []),
        ("Considering its age, the ship is sound.", "For its age, the ship is sound.", []),
    ],
)
def test_what_is_considered_and_what_is_decided(before: str, after: str, found: list[str]) -> None:
    assert told(before, after) == told(after, before) == found
