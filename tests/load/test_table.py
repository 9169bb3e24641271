"""Tables of versions."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.errors import InputError
from compare.load import read_source
from compare.load.inputs import Inputs, Source, Unreadable
from compare.settings import Settings


def read(data: str | bytes, name: str = "rows.csv") -> Inputs:
    return read_source(Source(name, data.encode() if isinstance(data, str) else data), Settings())


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_row_is_a_version_and_columns_have_their_usual_names(separator: str) -> None:
    names = ["source", "Headline", "date_publish", "maintext"]
    row = ["Post", "Ferry", "2024-05-14", '"A ferry\nran, aground; all safe."']
    inputs = read(separator.join(names) + "\n" + separator.join(row))
    version = inputs.versions[0]
    assert (version.outlet, version.title, version.published) == ("Post", "Ferry", "2024-05-14")
    assert version.text == "A ferry\nran, aground; all safe."
    assert inputs.problems == ()


def test_a_formula_is_a_text_and_an_empty_row_is_named() -> None:
    inputs = read("outlet,text\nPost,=1+1\nWire,\n")
    assert [v.text for v in inputs.versions] == ["=1+1"]
    assert inputs.problems[0].startswith("rows.csv line 3: neither text nor sentences")


def test_a_long_cell_is_read_whole() -> None:
    assert read("text\n" + "word " * 60_000).versions[0].text == ("word " * 60_000)


def test_a_table_without_text_lists_its_columns() -> None:
    with pytest.raises(Unreadable, match=r"rows\.csv: no column of text; the columns are id, score"):
        read("id,score\n1,2\n")


def test_several_stories_are_for_batch() -> None:
    assert read("story_id,text\nx,A ferry.\nx,A ship.\n").story_id == "x"
    with pytest.raises(InputError, match="use batch"):
        read("story_id,text\nx,A ferry.\ny,A ship.\n")


@given(st.binary(max_size=200))
def test_any_table_is_read_or_refused(data: bytes) -> None:
    with suppress(InputError):
        assert read(b"text,title\n" + data).versions
