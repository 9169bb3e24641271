"""None of them, and some of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.differences.claims.slots import claim_differences
from compare.model import Severity, Verdict
from tests.differences.linked import kinds, linked


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The police made two arrests.", "The police made no arrests."),
        ("Three arrests were made there.", "No arrests were made there."),
        ("No passengers were injured.", "Four passengers were injured."),
        ("No one was held after the match.", "Two men were held after the match."),
        ("Nobody was hurt in the fire.", "A man was hurt in the fire."),
        ("Nobody has claimed the attack on the mill.", "The Red Front has claimed the attack on the mill."),
        ("None of the passengers was injured.", "Several passengers were injured."),
        ("No buses will run to the hill.", "A few buses will run to the hill."),
        ("The firm has paid the fine.", "The firm has yet to pay the fine."),
    ],
)
def test_none_denies_some_either_way(before: str, after: str) -> None:
    assert kinds(claim_differences, before, after) == ["negation_flip"]
    assert kinds(claim_differences, after, before) == ["negation_flip"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("No other car was involved.", "One car was involved."),
        ("Nobody else was hurt in the fire.", "A man was hurt in the fire."),
        ("No one but the captain was hurt.", "The captain was hurt."),
        ("There was no damage to the pier.", "There was little damage to the pier."),
        ("Nobody knows who will win the race.", "It is unclear who will win the race."),
        ("No one was in the house at the time.", "The house was empty at the time."),
        ("None of the wells was clean.", "Not one well was clean."),
        ("No decision has been made yet.", "A decision has not been made yet."),
        ("The office did not answer questions.", "The office could not answer questions."),
    ],
)
def test_what_leaves_some_denies_nothing(before: str, after: str) -> None:
    assert kinds(claim_differences, before, after) == []


def test_what_nobody_had_done_somebody_may_have_done_later() -> None:
    compared = linked("The police made no arrests.", "The police made two arrests.")
    documents = tuple(
        replace(d, document=replace(d.document, version=replace(d.document.version, published=day)))
        for d, day in zip(compared.documents, ("2031-05-02", "2031-05-04"), strict=True)
    )
    (found,) = claim_differences(replace(compared, documents=documents))
    assert (found.verdict, found.severity) == (Verdict.CHECK, Severity.MEDIUM)
