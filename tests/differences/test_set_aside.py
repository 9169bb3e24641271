"""What one version sets aside and the other tells."""

from __future__ import annotations

import pytest

from compare.differences.claims.slots import claim_differences
from compare.model import Relation
from tests.differences.linked import kinds

FUND = "The money will come from a reserve fund and not from school budgets, he said."


def told(before: str, after: str) -> list[str]:
    """The kinds found in sentences that are linked as paraphrases."""
    return kinds(claim_differences, before, after, relation=Relation.PARAPHRASE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (FUND, "He said that money would be taken from school budgets."),
        ("A gas leak was to blame, not a car bomb, the mayor said.", "The mayor spoke of a car bomb in the square."),
    ],
)
def test_what_is_set_aside_is_not_what_happened(before: str, after: str) -> None:
    assert told(before, after) == told(after, before) == ["negation_flip"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (FUND, "He said that no money would be taken from school budgets."),
        (FUND, "He said that money from a reserve fund would help school budgets."),
        (FUND, "He said that budgets of every school had grown."),
        ("He blamed the firm, not only the local managers.", "The local managers were to blame, he said."),
        ("The fire began in the kitchen, not the engine room.", "Divers who saw the engine room say that the kitchen burnt."),
    ],
)
def test_who_tells_of_both_or_denies_it_too_is_silent(before: str, after: str) -> None:
    assert told(before, after) == told(after, before) == []
