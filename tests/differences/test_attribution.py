"""Another source for the same words, a source that is gone, a verb that doubts."""

from __future__ import annotations

import pytest

from compare.differences.attribution import attribution_differences
from tests.differences.linked import kinds, linked, quoted


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("“We will never leave,” Ms Hale said.", "“We will never leave,” Mr Otieno said.", ["attribution_change"]),
        ("A resident said the dam is safe.", "Engineers said the dam is safe.", ["attribution_change"]),
        ("The dam is safe, the operator said.", "The dam is safe.", ["attribution_drop"]),
        ("The operator said the dam is safe.", "The operator claimed the dam is safe.", ["tone_change"]),
        ("The operator said the dam is safe.", "The dam is safe, said the operator.", []),
        ("“We will never leave,” Ms Hale said.", "“We will never leave,” Anna Hale said.", []),
        ("“We will never leave,” Ms Hale said.", "“We will never leave,” she said.", []),
        ("“We will never leave,” Ms Hale said.", "“We will never leave,” the mayor said.", []),
        ("Police said the dam is safe.", "Officials said the dam is safe.", []),
        ("The dam is safe, according to the chief engineer, Ann Bell.", "The dam is safe, according to engineer Ann Bell.", []),
        ("The firm reported a loss of three million.", "The firm posted a loss of three million.", []),
    ],
)
def test_sources_before_and_after(before: str, after: str, found: list[str]) -> None:
    assert kinds(attribution_differences, before, after) == found


def test_a_source_in_the_sentence_before_still_holds() -> None:
    before = ["The operator said it had looked.", "The dam is safe, the operator said."]
    after = ["The operator said it had looked.", "The dam is safe."]
    assert kinds(attribution_differences, before, after) == []


def test_the_evidence_of_a_change_is_the_sources() -> None:
    found = quoted(attribution_differences, "A resident said the dam is safe.", "Engineers said the dam is safe.")
    assert found == [["A resident", "Engineers"]]


def test_one_finding_for_three_versions() -> None:
    stories = ["The dam is safe, the operator said.", "The dam is safe.", "The dam is safe."]
    (found,) = attribution_differences(linked(*stories))
    assert found.versions == ("A", "B", "C")
