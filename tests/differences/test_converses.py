"""Two opposites that say the same, as what stands around them changed places or "less" turns one of them."""

from __future__ import annotations

import pytest

from compare.differences.claims.reordered import reordered_differences
from compare.differences.claims.roles import role_differences
from compare.differences.claims.slots import claim_differences
from compare.differences.names.slots import name_differences
from tests.differences.linked import kinds


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The siren sounded before the gallery collapsed.", "The gallery collapsed after the siren sounded."),
        ("The mayor spoke after the bishop had left.", "The bishop left before the mayor spoke."),
        ("The parents of the boy arrived before the police.", "The police arrived after the parents of the boy."),
        ("Holm won 3-1 against Orby on Sunday.", "Orby lost 3-1 against Holm on Sunday."),
        ("Holm won 3–1 against Orby on Sunday.", "Orby lost 3–1 against Holm on Sunday."),
        ("Flats became less expensive in the spring.", "Flats became cheaper in the spring."),
        ("More women than men voted in the port.", "Fewer men than women voted in the port."),
        ("Holm lost the final after extra time.", "Holm was beaten in the final after extra time."),
        ("The firm called for a truce on Friday.", "The firm condemned the attack on Friday."),
        ("Lund sold more tickets than Orby.", "Orby sold fewer tickets than Lund."),
        ("The left bank is higher than the right bank.", "The right bank is lower than the left bank."),
        ("The path is now less dangerous for cyclists.", "The path is now safer for cyclists."),
    ],
)
def test_one_thing_told_from_either_end_is_no_conflict(before: str, after: str) -> None:
    for detect in (claim_differences, reordered_differences, role_differences, name_differences):
        assert kinds(detect, before, after) == kinds(detect, after, before) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The siren sounded before the gallery collapsed.", "The siren sounded after the gallery collapsed."),
        ("The mayor spoke after the bishop had left the hall.", "Before the bishop left the hall, the mayor spoke."),
        ("Holm won 3-1 against Orby on Sunday.", "Holm lost 3-1 against Orby on Sunday."),
        ("Flats became more expensive in the spring.", "Flats became cheaper in the spring."),
        ("Lund sold more tickets than Orby.", "Lund sold fewer tickets than Orby."),
        ("In Orby the price of bread rose sharply on Monday.", "On Monday the price of bread fell sharply in Orby."),
    ],
)
def test_opposites_with_the_same_words_on_the_same_side_exclude_each_other(before: str, after: str) -> None:
    found = kinds(claim_differences, before, after) + kinds(reordered_differences, before, after)
    assert "predicate_conflict" in found
