"""One number that is not of the same thing."""

from __future__ import annotations

from compare.align import align
from compare.differences.figures.meanings import meaning_differences
from compare.figures import match_figures
from compare.model import Compared, Difference, FindingKind
from tests.builders import document

LEAD = "The coast guard stopped two boats off Port Anwen on Friday."
CREW = "The two boats had 14 Orban crew on board."
PIRATES = "The guard caught 14 Orban pirates on board the two boats."
HAUL = "The guard seized 31 rifles and 923 rounds of ammunition from the boat."
TOTAL = "In its five operations so far, the guard has seized 31 rifles and 923 rounds of ammunition."


def found(*versions: tuple[str, ...]) -> list[Difference]:
    documents = tuple(document("ABCD"[n], LEAD, *v) for n, v in enumerate(versions))
    alignment = align(documents, "A")
    return list(meaning_differences(Compared(documents, alignment, match_figures(documents, alignment), "A")))


def test_the_same_people_under_another_name() -> None:
    (one,) = found((CREW,), (PIRATES,))
    assert (one.kind, one.versions) == (FindingKind.SUBJECT_CHANGE, ("A", "B"))
    assert one.explanation.startswith("Version A has “14 Orban crew”; Version B has “14 Orban pirates”: the same number")


def test_a_version_with_both_names_sides_with_neither() -> None:
    assert found((CREW, PIRATES), (PIRATES,)) == []


def test_a_total_told_as_one_haul() -> None:
    (one,) = found((TOTAL,), (HAUL,))
    assert one.versions == ("B", "A")
    assert "in Version B is of one event; Version A gives it as a total of several." in one.explanation


def test_one_figure_alone_proves_no_total() -> None:
    assert found(("In its five operations so far, the guard has seized 31 rifles.",), ("The guard seized 31 rifles.",)) == []


def test_a_sum_over_a_season_is_no_single_event() -> None:
    assert found((TOTAL,), (HAUL.replace("from the boat", "this season"),)) == []
