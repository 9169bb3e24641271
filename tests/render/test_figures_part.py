"""The part on figures as the page and the paper tell it."""

from __future__ import annotations

from functools import cache

from compare import Settings, Version
from compare.api import compare_versions
from compare.model import Comparison
from compare.render.length import AGREED_LINKS, bounds_for
from compare.render.material import Bounds
from compare.render.pages import report_view
from compare.render.views import Reference

TOWNS = "Arlen Bask Corin Dunmore Eskel Farley Gorst Hale Ilford Jarrow Kelso Lorne Morar Nairn".split()


@cache
def agreeing(count: int) -> Comparison:
    """Two papers that give the same figures, one a sentence."""
    told = [f"The fire in {town} destroyed {310 + 7 * i} houses." for i, town in enumerate(TOWNS[:count])]
    told += [f"The storm in {town} uprooted {2_410 + 9 * i} trees." for i, town in enumerate(TOWNS[: count - len(told)])]
    other = [sentence.replace("The", "This", 1) for sentence in told]
    versions = [Version(label="Wire", sentences=tuple(told)), Version(label="Post", sentences=tuple(other))]
    return compare_versions(versions, Settings()).comparison


def rows_named(comparison: Comparison, bounds: Bounds) -> list[Reference]:
    """The rows named behind agreeing figures."""
    agreed = report_view(comparison, bounds).figures.agreed
    return [figure.row for group in agreed for figure in group.figures if figure.row is not None]


def test_a_few_agreeing_figures_link_to_their_rows_on_paper() -> None:
    comparison = agreeing(8)
    rows = rows_named(comparison, bounds_for(comparison))
    assert len(rows) >= 6
    assert all(row.anchor for row in rows)


def test_many_agreeing_figures_name_their_rows_on_paper_and_link_to_them_on_the_page() -> None:
    comparison = agreeing(28)
    paper, page = rows_named(comparison, bounds_for(comparison)), rows_named(comparison, Bounds())
    assert len(page) > AGREED_LINKS
    assert all(row.anchor for row in page)
    assert [row.text for row in paper] == [row.text for row in page]
    assert not any(row.anchor for row in paper)
