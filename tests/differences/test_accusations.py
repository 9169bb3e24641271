"""A crime that one version suspects and another states."""

from __future__ import annotations

import pytest

from compare.differences.claims.accusations import accusation_differences
from compare.model import FindingKind, Severity, Verdict
from tests.differences.linked import kinds, linked, quoted

WARY = ["The barn burned on Friday.", "They are treating it as possible arson for now."]


def test_a_suspicion_that_became_a_fact_is_found_whatever_the_words_around_it() -> None:
    flat = ["Nobody was hurt.", "The roof came down in the arson fire at the mill."]
    (found,) = accusation_differences(linked(WARY, flat))
    assert (found.kind, found.verdict, found.severity) == (FindingKind.HEDGE_DROP, Verdict.CHECK, Severity.MEDIUM)
    assert found.explanation == "Version A has “possible arson”; Version B states “arson” as a fact."
    assert quoted(accusation_differences, WARY, flat) == [["possible arson", "arson"]]


@pytest.mark.parametrize(
    "other",
    [
        "The roof came down in the alleged arson fire.",
        "A man was charged with arson at the mill.",
        "It was arson, the fire chief said.",
        "Police are looking into whether it was arson.",
        "Was it arson?",
        "It was not arson.",
        "The roof came down in the blaze.",
        "“It was arson and nothing else,” read the note.",
    ],
)
def test_a_crime_that_is_left_open_in_any_way_is_silent(other: str) -> None:
    assert kinds(accusation_differences, WARY, [other]) == []


def test_a_version_that_states_it_once_itself_has_lost_nothing() -> None:
    assert kinds(accusation_differences, [*WARY, "The arson shocked the town."], ["The arson shocked the town."]) == []
