"""Equal values of other things are no agreement: sums that go elsewhere, prices of other things, statements of one day."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from compare.figures import match_figures
from tests.builders import aligned, document


def joined(a: Sequence[str], b: Sequence[str], *rows: str) -> set[str]:
    """The values on which two versions agree, by their sentences; rows tell which are linked."""
    documents = [document("A", *a), document("B", *b)]
    figures = match_figures(documents, aligned(documents, *rows))
    return {f.readings[0].quantity.text for f in figures if f.outcome is not None}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The mayor bought a leather coat for $5,200 and a boat.", "Among his purchases was a $5,200 guitar."),
        ("The mayor spent $3,900 on a fur cape, the clerk said.", "The clerk said that he spent $3,900 on a signed ball."),
        ("The mayor agreed to forfeit $750,000.", "The mayor spent $750,000 of council money on trips."),
    ],
)
def test_a_sum_may_go_to_another_end(a: str, b: str) -> None:
    assert not joined([a], [b], "A1 B1")


@pytest.mark.parametrize(
    ("a", "b", "sum"),
    [
        ("The mayor bought a leather coat for $5,200 and a boat.", "Among his purchases was a $5,200 coat.", "$5,200"),
        ("The mayor spent $3,900 on a fur cape.", "A fur cape cost the council $3,900.", "$3,900"),
        ("Kern bought a $640 million stake in Norvik.", "Kern paid $640 million for a share of Norvik.", "$640 million"),
        ("The mayor must repay $750,000.", "The mayor will forfeit $750,000 under the deal.", "$750,000"),
        ("The mayor must repay $750,000 that he spent.", "The mayor spent $750,000 of council money.", "$750,000"),
    ],
)
def test_a_sum_in_other_words_is_one(a: str, b: str, sum: str) -> None:
    assert joined([a], [b], "A1 B1") == {sum}


@pytest.mark.parametrize(("speaker", "expected"), [("Tom Rusk", set()), ("Ann Vale", {"Monday"})])
def test_two_statements_of_one_day_are_of_those_who_made_them(speaker: str, expected: set[str]) -> None:
    a = "Tom Rusk lends money.", "Ann Vale said on Monday that the loan was fair."
    b = "Ann Vale owes money to Tom Rusk.", f"{speaker} said on Monday that the loan was fair and small."
    assert joined(a, b, "A1 B1", "A2", "B2") == expected


def test_a_thing_that_is_bought_may_stand_in_another_clause_than_the_verb() -> None:
    a, b = "He spent $9,400 on cars and $75,000 on a boat.", "He bought cars for $9,400, and a $75,000 watch."
    assert joined([a], [b], "A1 B1") == {"$9,400"}
