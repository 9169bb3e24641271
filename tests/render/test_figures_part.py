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
from tests.stories.told import told

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


def said_by(story: str) -> set[str]:
    """Who is named beside the readings of a story's figures."""
    return {r.speaker for b in report_view(told(story), Bounds()).figures.blocks for r in b.readings if r.speaker}


def test_who_gives_a_figure_is_named_as_within_a_sentence_and_those_counted_are_no_source() -> None:
    assert "a count kept at one camp" in said_by("raqqa")
    assert not [speaker for speaker in said_by("raqqa") if speaker.startswith(("Eleven", "Fourteen"))]


def test_why_readings_differ_is_said_once() -> None:
    for block in report_view(told("raqqa"), Bounds()).figures.blocks:
        why = [*(f.explanation.text for f in block.findings), block.reason.text]
        assert " ".join(why).count("more precise") + " ".join(why).count("another count") <= 1
        assert block.reason.text or any(block.findings), "a block says why it stands there"
    conflict = report_view(told("raqqa"), Bounds()).figures.blocks[0]
    assert conflict.tone == "conflict"
    assert "cannot both be right" in conflict.reason.text


def test_a_block_names_its_row_once() -> None:
    blocks = report_view(told("raqqa"), Bounds()).figures.blocks
    assert all(block.row for block in blocks)
    assert not [f.row for block in blocks for f in block.findings if f.row == block.row]
