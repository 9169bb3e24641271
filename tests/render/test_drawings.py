"""The number line of a figure, and the drawing of what moved where."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from compare.model import Comparison, Figure, Outcome, Quantity, Reading, Row, Verdict
from compare.render.material import Bounds, Material
from compare.render.number_line import number_line
from compare.render.order_part import order_pictures
from compare.render.words import catalogue
from tests.render.invented_story import bridge, retold


def material(comparison: Comparison) -> Material:
    return Material(comparison, catalogue(), Bounds(), {})


def counted(*values: tuple[int | None, int | None]) -> Figure:
    """A figure that version A, B, C ... give with these ends."""
    readings = tuple(
        Reading("ABCD"[i], 0, Quantity(kind="count", text=f"{low}-{high}", lower=None if low is None else Decimal(low),
                                       upper=None if high is None else Decimal(high)))
        for i, (low, high) in enumerate(values)
    )  # fmt: skip
    return Figure("f", "people", None, readings, Outcome.CONTRADICTORY, Verdict.CONFLICT)


def test_three_values_stand_along_a_line_in_their_order() -> None:
    line = number_line(counted((30, 30), (10, 10), (20, 20), (10, 10)), material(retold(4)))
    assert line is not None
    assert [m.letters for m in line.marks] == ["B, D", "C", "A"]
    first, middle, last = (m.start for m in line.marks)
    assert middle - first == pytest.approx(last - middle)
    assert line.told == "B, D: 10-10; C: 20-20; A: 30-30"


def test_a_range_has_a_length_and_an_open_end_none() -> None:
    line = number_line(counted((10, 40), (20, None), (50, 50)), material(retold(3)))
    assert line is not None
    assert [m.end > m.start for m in line.marks] == [True, False, False]


def test_labels_that_are_close_stand_above_each_other() -> None:
    line = number_line(counted((100, 100), (101, 101), (900, 900)), material(retold(3)))
    assert line is not None
    assert [m.level for m in line.marks] == [0, 1, 0]


def test_two_values_and_several_units_have_no_line() -> None:
    assert number_line(counted((14, 14), (17, 17), (14, 14)), material(retold(3))) is None
    several = counted((1, 1), (2, 2), (3, 3))
    odd = replace(several.readings[2], quantity=replace(several.readings[2].quantity, unit="metre"))
    assert number_line(replace(several, readings=(*several.readings[:2], odd)), material(retold(3))) is None


def test_a_move_is_drawn_from_where_it_stood_to_where_it_stands() -> None:
    (drawn,) = order_pictures(material(bridge()))
    assert drawn.who == "B Post"
    assert drawn.told == "Passages of A that moved in B: A5 stands as B3."
    assert drawn.moved.count("M") == 1
    assert drawn.kept.count("M") == 3  # before the place it moved to, between that and where it stood, and after


def test_what_keeps_its_order_has_no_drawing() -> None:
    assert order_pictures(material(retold(3))) == ()


def test_the_longest_moves_are_drawn_and_the_rest_counted() -> None:
    told = retold(2, tuple(f"Sentence number {n} is about the weir." for n in range(60)))
    rows = tuple(Row(n + 1, (("A", (n,)), ("B", (59 - n,))), 0.0, ("B",)) for n in range(60))
    (drawn,) = order_pictures(material(replace(told, alignment=replace(told.alignment, rows=rows))))
    assert drawn.moved.count("M") == 20
    assert drawn.more == "and 40 more"
