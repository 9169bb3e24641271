"""Words of a quotation changed, cut, trimmed; marks gained."""

from __future__ import annotations

import pytest

from compare.differences.quotes import quote_differences
from compare.model import Relation, Severity, Verdict
from tests.differences.linked import kinds, linked, quoted


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("“We will never leave,” Ms Hale said.", "“We will not leave,” Ms Hale said.", ["quote_altered"]),
        ("“We will never willingly leave,” Ms Hale said.", "“We will never leave,” Ms Hale said.", ["quote_altered"]),
        ("“We will never willingly leave,” Ms Hale said.", "“We will never … leave,” Ms Hale said.", ["quote_trimmed"]),
        ("“He will never leave,” Ms Hale said.", "“[The mayor] will never leave,” Ms Hale said.", ["quote_trimmed"]),
        ("Ms Hale said they would never leave.", "“We will never leave,” Ms Hale said.", ["quote_added"]),
        ("“We will never leave,” Ms Hale said.", "Ms Hale said they would never leave.", []),
        ("“We will never leave,” Ms Hale said.", "'We will never leave', Ms Hale said.", []),
        ("“We will never leave,” Ms Hale said.", "Ms Hale said: \"We will never leave.\"", []),
        ("“We’ll never leave the city centre,” she said.", "“We will never leave the city center,” she said.", []),
        ("“Our work force will never leave,” she said.", "“Our workforce will never leave,” she said.", []),
        ("“We will never leave this place,” she said.", "She said they would “never leave this place”.", []),
        ("“He is the 12th, and it’s OK,” she said.", "“He is the twelfth, and it’s O.K.,” she said.", []),
        ("“We will, um, never leave,” she said.", "“We will never leave,” she said.", []),
        ("“The dam will surely hold,” Ann Bell said.", "“The dam will never hold,” Peter Lind said.", []),
        ("The “safe zone” was hit.", "The “no-go zone” was hit.", []),
    ],
)
def test_quotations_before_and_after(before: str, after: str, found: list[str]) -> None:
    assert kinds(quote_differences, before, after) == found


def test_a_lost_little_word_weighs_less_than_a_lost_word_of_weight() -> None:
    (little,) = quote_differences(linked("“I know that we left,” she said.", "“I know we left,” she said."))
    (weighty,) = quote_differences(linked("“I know they all left,” she said.", "“I know they secretly left,” she said."))
    assert (little.severity, weighty.severity) == (Severity.MEDIUM, Severity.HIGH)


def test_marks_are_gained_only_against_the_base() -> None:
    stories = ["“We will never leave,” Ms Hale said.", "Ms Hale said they would never leave."]
    assert kinds(quote_differences, *stories) == []
    assert kinds(quote_differences, *reversed(stories)) == ["quote_added"]


def test_a_shared_quotation_alone_is_only_to_check() -> None:
    before, after = "“We will never leave this place alive,” she said.", "“We will not leave this place alive,” she said."
    (found,) = quote_differences(linked(before, after, relation=Relation.PARTIAL))
    assert found.verdict is Verdict.CHECK


def test_the_evidence_is_the_quotation() -> None:
    found = quoted(quote_differences, "“We will never leave,” she said.", "“We will not leave,” she said.")
    assert found == [["We will never leave", "We will not leave"]]
