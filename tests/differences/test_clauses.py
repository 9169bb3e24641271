"""Clauses that an edit cut from a sentence or put into it."""

from __future__ import annotations

import pytest

from compare.differences.content.clauses import clause_differences
from compare.model import FindingKind, Relation, Severity
from tests.differences.linked import kinds, linked

TEXT = "The north pier of Orby will stay shut until the spring, the council said on Friday"
CLAUSE = ", as it did after the storm that broke two of its oldest arches"
FIGURE = "The quay is shut despite the presence of 31 divers near the old lock."


def test_a_clause_that_an_edit_cut_is_an_omission() -> None:
    (found,) = clause_differences(linked(f"{TEXT}{CLAUSE}.", f"{TEXT}."))
    assert (found.kind, found.severity, found.versions, found.absent_from) == (FindingKind.OMISSION, Severity.LOW, ("A",), ("B",))
    assert found.explanation.startswith("Version B has a sentence without: “as it did after the storm")


def test_a_clause_that_an_edit_put_in_is_an_addition() -> None:
    (found,) = clause_differences(linked(f"{TEXT}.", f"{TEXT}{CLAUSE}."))
    assert (found.kind, found.versions, found.absent_from) == (FindingKind.ADDITION, ("B",), ("A",))


def test_a_few_words_are_a_clause_where_a_figure_goes_with_them() -> None:
    (found,) = clause_differences(linked(FIGURE, FIGURE.replace("presence of 31 divers", "divers")))
    assert found.explanation.endswith("(with a figure).")
    assert kinds(clause_differences, FIGURE.replace("31", "the"), FIGURE.replace("presence of 31 divers", "divers")) == []


def test_a_dateline_and_a_lone_number_are_no_clause() -> None:
    assert kinds(clause_differences, f"{TEXT}.", f"ORBY, May 4 (Harbour Wire) {TEXT}.") == []
    assert kinds(clause_differences, FIGURE, FIGURE.replace("31 ", "")) == []


def test_a_figure_for_a_figure_is_no_clause() -> None:
    assert kinds(clause_differences, FIGURE, FIGURE.replace("31", "13")) == []


def test_what_the_other_version_tells_elsewhere_is_not_cut() -> None:
    after = [f"{TEXT}.", "It had shut after the storm that broke two of its oldest arches."]
    assert kinds(clause_differences, f"{TEXT}{CLAUSE}.", after) == []


def test_sentences_that_share_only_a_part_show_no_clause() -> None:
    assert kinds(clause_differences, f"{TEXT}{CLAUSE}.", f"{TEXT}.", relation=Relation.PARTIAL) == []


def test_one_finding_for_all_versions_that_cut_it() -> None:
    (found,) = clause_differences(linked(f"{TEXT}{CLAUSE}.", f"{TEXT}.", f"{TEXT}."))
    assert found.absent_from == ("B", "C")


def test_a_web_address_is_no_clause() -> None:
    address = ": https://orby.example/harbour/works/notes/pier_north_closed/list.html"
    assert kinds(clause_differences, f"{TEXT}{address}", TEXT) == []


def test_two_figures_in_one_place_are_left_to_the_figures() -> None:
    assert kinds(clause_differences, FIGURE, FIGURE.replace("31 divers", "13 divers")) == []
    assert kinds(clause_differences, FIGURE, FIGURE.replace("31 divers near the old lock", "40 guards by a new gate")) == []


ADMITTED = "The ferry line admitted a breach of the rules but denied that it had ignored the warning."


def test_a_denial_cut_from_a_sentence_worded_anew_is_above_low() -> None:
    (found,) = clause_differences(linked(ADMITTED, "The firm has admitted that it broke safety rules."))
    assert (found.kind, found.severity, found.carries) == (FindingKind.OMISSION, Severity.MEDIUM, ("a denial",))
    assert "but denied that it had ignored the warning" in found.explanation


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (ADMITTED, ["The firm admitted breaking rules, and said that it had not ignored any warning."]),
        (ADMITTED, ["The firm has admitted breaking safety rules.", "It disputes that: the warning was not ignored, it said."]),
        ("The firm admitted a breach but was denied bail on Friday.", ["The firm has admitted a breach."]),
        ("The firm admitted a breach but denied divers access to the hull.", ["The firm has admitted a breach."]),
        ("The firm admitted a breach but denied nothing.", ["The firm has admitted a breach."]),
    ],
)
def test_what_is_denied_elsewhere_or_refused_is_no_lost_denial(before: str, after: list[str]) -> None:
    assert not [d for d in clause_differences(linked(before, after)) if "a denial" in d.carries]


def test_a_denial_that_the_last_sentence_tells_in_part_is_looked_for_up_to_the_end() -> None:
    (found,) = clause_differences(linked(ADMITTED, "The firm ignored the warning, and admitted it."))
    assert found.carries == ("a denial",)
