"""Two who changed places around one verb."""

from __future__ import annotations

import pytest

from compare.differences.claims.roles import role_differences
from compare.model import Relation
from tests.differences.linked import kinds, linked, quoted


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ada Orde overtook Eve Lamm on the last lap.", "Eve Lamm overtook Ada Orde on the last lap."),
        ("Low water caused the loss of the mussels, they found.", "The loss of the mussels caused low water, they found."),
        ("The mayor accused the bishop of lying.", "The bishop accused the mayor of lying."),
        ("The ferry goes from Orby to Lund at noon.", "The ferry goes from Lund to Orby at noon."),
        ("The parade took place before the vote of the elders.", "The vote of the elders took place before the parade."),
        ("The mill sued Orby Council on Monday.", "The mill was sued on Monday by Orby Council."),
        ("Keldara said Marwick had closed the border.", "Marwick said Keldara had closed the border."),
        ("The road is open to cars but not to lorries.", "The road is open to lorries but not to cars."),
        ("He was born in Lund and raised in Orby.", "He was born in Orby and raised in Lund."),
        ("They blame the mill, not the council.", "They blame the council, not the mill."),
        ("The ferry was struck by a barge near Orby.", "The ferry struck a barge near Orby."),
        ("Italy beat Norway in the final.", "Norway beat Italy in the final."),
        ("Petra Kelly sued the family of the baker.", "The family of the baker sued Petra Kelly."),
        ("Italy was beaten by Norway in the final.", "Italy beat Norway in the final."),
    ],
)
def test_the_two_changed_places(before: str, after: str) -> None:
    assert kinds(role_differences, before, after) == ["subject_change"]
    assert kinds(role_differences, after, before) == ["subject_change"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("He met clerks in Lund and Orby.", "He met clerks in Orby and Lund."),
        ("Ada Orde met Eve Lamm on the last lap.", "Eve Lamm met Ada Orde on the last lap."),
        ("Ada Orde overtook Eve Lamm on the last lap.", "Eve Lamm was overtaken by Ada Orde on the last lap."),
        ("The mill sued Orby Council on Monday.", "On Monday the mill sued Orby Council."),
        ("The mill sued Orby Council on Monday.", "Orby Council was sued on Monday by the mill."),
        ("The mayor said the bridge is sound.", "The bridge is sound, said the mayor."),
        ("The winner was Ada Orde of Lund.", "Ada Orde of Lund was the winner."),
        ("The mill was badly damaged by a storm.", "A storm badly damaged the mill."),
        ("Italy beat Norway in the final.", "Norway was beaten by Italy in the final."),
        ("Next came the vote of the elders.", "The vote of the elders came next."),
        ("Prices rose and wages fell in May.", "Wages fell and prices rose in May."),
        ("The mill was closed by Friday at the latest.", "The mill closed Friday at the latest."),
        ("Ada Orde beat Eve Lamm and then Eve Lamm beat Ada Orde.", "Eve Lamm beat Ada Orde and then Ada Orde beat Eve Lamm."),
    ],
)
def test_only_the_order_of_the_words_has_changed(before: str, after: str) -> None:
    assert kinds(role_differences, before, after) == []


def test_a_shared_fact_alone_shows_no_roles() -> None:
    before, after = "The mayor accused the bishop of lying.", "The bishop accused the mayor of lying."
    assert kinds(role_differences, before, after, relation=Relation.PARTIAL) == []


def test_the_evidence_is_the_deed() -> None:
    before, after = "On Monday the mayor accused the bishop of lying.", "On Monday the bishop accused the mayor of lying."
    assert quoted(role_differences, before, after) == [["mayor accused the bishop", "bishop accused the mayor"]]
    (found,) = role_differences(linked(before, after))
    assert found.explanation.endswith("who does it and who it is done to have changed places.")
