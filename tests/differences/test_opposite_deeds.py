"""Opposite deeds to one object, in sentences worded anew."""

from __future__ import annotations

import pytest

from compare.differences.claims.reordered import reordered_differences
from compare.model import Relation
from tests.differences.linked import kinds, linked, quoted

REJECTED = "The council rejected the plan for a stadium on Monday after a long debate."


def told(before: str | list[str], after: str | list[str]) -> list[str]:
    """The kinds found in sentences that are linked as paraphrases."""
    return kinds(reordered_differences, *(before, after), relation=Relation.PARAPHRASE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (REJECTED, "A plan for a stadium was approved by the city council late on Monday."),
        (REJECTED, "Late on Monday the council, despite protests, approved plans for the stadium."),
        ("Lawmakers approved the bill by a wide margin.", "The bill was voted down by a wide margin, whatever unions had said."),
        ("The regulator confirmed the fine last week.", "Last week, in a rare step, the fine was overturned by the regulator."),
    ],
)
def test_opposite_deeds_to_one_object(before: str, after: str) -> None:
    assert told(before, after) == told(after, before) == ["predicate_conflict"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (REJECTED, "Ministers in the capital had long approved the plan."),  # others did
        (REJECTED, "Nothing was said of costs when the council approved the budget on Monday."),
        (REJECTED, "The council may have approved the plan, a clerk said first."),
        (REJECTED, "It is not true that the council never approved the plan."),
        ("The duke sold the house in May.", "A banker bought the house in May for his family."),
    ],
)
def test_others_other_objects_and_what_is_only_possible_are_silent(before: str, after: str) -> None:
    assert told(before, after) == told(after, before) == []


def test_a_version_that_tells_both_deeds_excludes_neither() -> None:
    after = ["On Monday the council, despite protests, approved the plan.", "It had rejected the plan in May."]
    assert told(REJECTED, after) == []


def test_a_deed_to_it_is_one_to_what_was_named() -> None:
    before = "Halden met its target in March, the firm said, but missed it in April."
    assert told(before, "In April, after a weak spring, Halden missed the target that Halden met in March.") == []


@pytest.mark.parametrize("after", ["Late on Monday the lower house approved it.", "Late on Monday the upper house approved it."])
def test_two_houses_are_two(after: str) -> None:
    before = "On Monday, after a long debate, the upper house rejected it."
    assert told(before, after) == ([] if "lower" in after else ["predicate_conflict"])


def test_the_evidence_is_what_was_done() -> None:
    after = "A plan for a stadium was approved by the council late on Monday."
    assert quoted(reordered_differences, REJECTED, after) == [["rejected the plan", "was approved"]]
    (found,) = reordered_differences(linked(REJECTED, after))
    assert (found.verdict, found.severity) == ("check", "medium")


def test_a_title_stands_for_its_holder() -> None:
    before = ["Judge Ann Holm heard the case.", "The judge rejected the ban, for want of proof."]
    after = ["Judge Ann Holm heard the case.", "Holm, who saw proof enough, imposed the ban."]
    others = ["Judge Ann Holm and Minister Piet Raab were there.", "Raab, who saw proof enough, imposed the ban."]
    assert told(before, after) == ["predicate_conflict"]
    assert told(before, others) == []


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("The coach blamed the referee and left.", "Still angry, the coach did not blame the referee.", "negation_flip"),
        ("Divers did not find oil in the lock.", "In the lock, oil was found by divers.", "negation_flip"),
        ("The mayor signed the charter before midnight.", "On Sunday the mayor refused to sign the charter.", "negation_flip"),
        ("The council may raise taxes next year.", "Taxes will be raised by the council in May.", "hedge_drop"),
    ],
)
def test_one_deed_denied_or_left_open_in_one_and_told_in_the_other(before: str, after: str, kind: str) -> None:
    assert told(before, after) == told(after, before) == [kind]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The coach did not blame the referee.", "The captain blamed the referee, as did two players."),
        ("The coach did not blame the referee.", "The coach blamed the crowd for what had happened."),
        ("The coach did not lose more than two games.", "The coach lost two games in all, in May."),
        ("The coach will not sell the goalkeeper unless a bid comes.", "A bid has come, and the coach will sell the goalkeeper."),
        ("The council may raise taxes next year.", "A clerk said the council might raise taxes."),
        ("The council may raise taxes next year.", "Taxes will be raised next year by the state, not by a village."),
    ],
)
def test_other_doers_other_objects_bounds_and_conditions_are_silent(before: str, after: str) -> None:
    assert told(before, after) == told(after, before) == []


@pytest.mark.parametrize(
    ("before", "after", "kinds_told"),
    [
        ("Mayor Dana Kolar conceded defeat on Sunday.", "Dana Kolar, the mayor, refused to concede defeat.", ["negation_flip"]),
        ("The airline failed to warn its passengers.", "It found that passengers were warned by the airline.", ["negation_flip"]),
        ("Mayor Dana Kolar refused to concede defeat.", "Dana Kolar, the mayor, did not concede defeat on Sunday.", []),
        ("The airline failed to warn its passengers.", "It found that the crew warned the passengers.", []),  # others did
    ],
)
def test_what_was_refused_was_not_done(before: str, after: str, kinds_told: list[str]) -> None:
    assert told(before, after) == told(after, before) == kinds_told


def test_a_hedge_in_front_of_a_relative_clause_is_not_of_its_verb() -> None:
    after = "She was hit by an allegedly drunk driver who fled the scene."
    assert told("A woman was hit by a car that fled the scene.", after) == []
