"""Ages: the same number may be told of two people."""

from __future__ import annotations

import pytest

from compare.figures import match_figures
from tests.builders import aligned, document

FATHER = "Officer Dan Reyes, of Melby, a diver and the father of two boys, ages 6 and 16, was shot on the quay."


@pytest.mark.parametrize(
    ("other", "agree"),
    [
        ("The officer, who was shot on the quay, leaves two sons, ages 6 and 16.", ["16", "6"]),
        ("The shots fell on the quay while a woman's daughters, ages 6 and 8, looked on at the officer.", []),
        ("The shots fell on the quay while a six-year-old girl looked on at the officer.", []),
    ],
)
def test_a_girls_age_is_no_boys(other: str, agree: list[str]) -> None:
    documents = [document("A", FATHER), document("B", other)]
    figures = match_figures(documents, aligned(documents, "A1 B1"))
    both = [f for f in figures if f.readings[0].quantity.kind == "age" and len({r.version for r in f.readings}) == 2]
    assert sorted(f.readings[0].quantity.text for f in both) == agree
