"""What one version tells and the other denies."""

from __future__ import annotations

import pytest

from compare.differences.claims.slots import claim_differences
from tests.differences.linked import kinds


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Fjellkraft denied that it had ignored the warnings.", "Fjellkraft ignored the warnings."),
        ("The firm denied ignoring the warnings.", "The firm ignored the warnings."),
        ("The firm denied having paid the bribes.", "The firm paid the bribes."),
        ("The firm denied it was to blame for the spill.", "The firm was to blame for the spill."),
        ("The minister denied that he had known of it.", "The minister said he had known of it."),
    ],
)
def test_a_denial_that_became_a_fact_is_found_either_way(before: str, after: str) -> None:
    assert kinds(claim_differences, before, after) == ["negation_flip"]
    assert kinds(claim_differences, after, before) == ["negation_flip"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The court denied the appeal of the mayor.", "The court heard the appeal of the mayor."),
        ("He denied that he had lied to the house.", "He did not lie to the house."),
        ("He denied that he had lied to the house.", "He denied lying to the house."),
    ],
)
def test_a_denial_of_other_words_is_left(before: str, after: str) -> None:
    assert "negation_flip" not in kinds(claim_differences, before, after)
