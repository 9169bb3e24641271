"""How many of them: none, some, nearly all, all."""

from __future__ import annotations

import pytest

from compare.differences.claims.slots import claim_differences
from tests.differences.linked import kinds


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("Both pilots survived the crash.", "One of the pilots survived the crash.", "subject_change"),
        ("All 40 miners were brought up.", "Most of the 40 miners were brought up.", "subject_change"),
        ("Everybody in the hall stood up.", "Nearly everybody in the hall stood up.", "subject_change"),
        ("It is free to all visitors.", "It is free to the first 20 visitors.", "subject_change"),
        ("Two of the three hostages were freed.", "The three hostages were freed.", "subject_change"),
        ("All eight belong to the team.", "All but one belong to the team.", "subject_change"),
        ("All but two of the crew survived.", "All of the crew survived.", "subject_change"),
        ("Nobody was in the building then.", "Several people were in the building then.", "negation_flip"),
        ("None of the wells was clean.", "All of the wells were clean.", "negation_flip"),
    ],
)
def test_another_share_of_them_is_found_either_way(before: str, after: str, kind: str) -> None:
    assert kind in kinds(claim_differences, before, after)
    assert kind in kinds(claim_differences, after, before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("All of the 40 miners were brought up.", "All 40 miners were brought up."),
        ("Many of the wells were clean.", "Most of the wells were clean."),
        ("The party won some 40 seats.", "The party won all but 40 seats."),
        ("None of the wells is clean.", "Not one of the wells is clean."),
        ("Both of the towers will be pulled down.", "The two towers will both be pulled down."),
        ("Not all of the wells were tested.", "Some of the wells were not tested."),
        ("Nobody was in the house at noon.", "The house was empty at noon."),
        ("They did not want it at all.", "They did not want it some days."),
    ],
)
def test_words_that_may_stand_for_each_other_are_left(before: str, after: str) -> None:
    assert kinds(claim_differences, before, after) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The union accepted the offer.", "The union turned down the offer."),
        ("The match was called off on Friday.", "The match went ahead on Friday."),
        ("The firm took on 40 people.", "The firm laid off 40 people."),
    ],
)
def test_a_verb_of_two_words_has_opposites(before: str, after: str) -> None:
    assert kinds(claim_differences, before, after) == ["predicate_conflict"]


def test_a_verb_of_two_words_is_no_opposite_of_its_synonym() -> None:
    found = kinds(claim_differences, "The union rejected the offer.", "The union turned down the offer.")
    assert "predicate_conflict" not in found
