"""What one version leaves open and the other tells as settled."""

from __future__ import annotations

import pytest

from compare.differences.claims.slots import claim_differences
from compare.model import Relation
from tests.differences.linked import kinds


def told(before: str, after: str) -> list[str]:
    """The kinds found in sentences that are linked as paraphrases."""
    return kinds(claim_differences, before, after, relation=Relation.PARAPHRASE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The firm would study the ruling before deciding whether to appeal.", "The firm will appeal against the ruling."),
        ("The firm has yet to say whether to close the mill.", "The firm closed the mill on Monday."),
        ("Ministers are split over whether to extend the truce.", "The truce, ministers said, they will extend by a week."),
    ],
)
def test_what_is_left_open_and_what_is_settled(before: str, after: str) -> None:
    assert told(before, after) == told(after, before) == ["hedge_drop"]


@pytest.mark.parametrize(
    "after",
    [
        "The firm will decide on Friday if it will appeal against the ruling.",
        "The firm will not appeal against the ruling.",
        "The firm may appeal against the ruling.",
        "The union will appeal to its members.",
    ],
)
def test_what_is_open_in_both_denied_or_another_thing_is_silent(after: str) -> None:
    assert told("The firm will say on Friday whether to appeal.", after) == []
