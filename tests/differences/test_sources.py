"""The same figure on another's word, or on nobody's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.differences.sources.of_figures import source_differences
from compare.figures import match_figures
from compare.model import Compared, Difference, Severity
from tests.differences.linked import linked

CHIEF = "Some 31 engines fought the fire at the mill, fire chief Ann Bell said."
PLAIN = "The blaze at the mill was fought by some 31 engines for hours on end."
LIND = "Peter Lind said some 31 engines had fought the blaze at the mill for hours."


def found(*versions: str | list[str]) -> list[Difference]:
    material = linked(*versions)
    return list(source_differences(with_figures(material)))


def with_figures(material: Compared) -> Compared:
    return replace(material, figures=match_figures(material.documents, material.alignment))


@pytest.mark.parametrize(("one", "other", "kind"), [(CHIEF, PLAIN, "attribution_drop"), (CHIEF, LIND, "attribution_change")])
def test_a_figure_on_anothers_word_is_told_at_low(one: str, other: str, kind: str) -> None:
    (difference,) = found(one, other)
    assert (difference.kind, difference.severity) == (kind, Severity.LOW)
    assert difference.figure is not None


def test_the_explanation_names_who_cites_whom() -> None:
    (difference,) = found(CHIEF, PLAIN)
    assert difference.explanation.startswith("“Some 31 engines”: Version A cites “")
    assert difference.explanation.endswith("; Version B gives no source.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (CHIEF, CHIEF.replace("fought", "put out")),
        (CHIEF, "Some 31 engines fought the fire at the mill, Ms Bell said."),
        (CHIEF, "Some 38 engines fought the fire at the mill."),
        ("Two sons survive him, Ann Bell said.", "Two sons survive him."),
        ("A 15-bed ward burned down, Ann Bell said.", "A 15-bed ward burned down."),
    ],
)
def test_one_source_another_figure_and_background_are_silent(one: str, other: str) -> None:
    assert found(one, other) == []


def test_a_source_in_the_sentence_before_still_counts() -> None:
    assert found(CHIEF, ["Fire chief Ann Bell spoke at noon.", PLAIN]) == []


def test_a_sentence_told_as_a_whole_is_not_told_again_for_its_figure() -> None:
    assert found(CHIEF, CHIEF.replace(", fire chief Ann Bell said", "")) == []
