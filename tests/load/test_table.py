"""Tables of versions."""

from __future__ import annotations

import io
import sys
from contextlib import suppress
from datetime import datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.errors import InputError
from compare.load import read_source
from compare.load.inputs import Inputs, Source, Unreadable
from compare.load.table import read_parquet
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
    assert read("text\n" + "word " * 30_000).versions[0].text == ("word " * 30_000)


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


def parquet(**columns: list[object]) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def test_a_parquet_table_is_read_like_csv() -> None:
    data = parquet(source=["Post", "Wire"], maintext=["A ferry.", "A ship."], date=[datetime(2024, 5, 14, 9), None],
                   score=[0.5, float("nan")])  # fmt: skip
    versions = read(data, "rows.parquet").versions
    assert [(v.outlet, v.text, v.published) for v in versions] == [
        ("Post", "A ferry.", "2024-05-14T09:00:00"), ("Wire", "A ship.", None)]  # fmt: skip


def test_a_parquet_table_is_refused_for_the_same_reasons() -> None:
    with pytest.raises(Unreadable, match="no column of text; the columns are id"):
        read(parquet(id=[1]), "rows.parquet")
    with pytest.raises(InputError, match="use batch"):
        read(parquet(story_id=["x", "y"], text=["A.", "B."]), "rows.parquet")
    with pytest.raises(Unreadable, match="a damaged Parquet table"):
        read(parquet(text=["A ferry."])[:-40], "rows.parquet")


def test_a_parquet_table_that_unpacks_to_far_more_is_refused() -> None:
    data = parquet(text=["A ferry ran aground. " * 500] * 2_000)
    assert len(data) < 100_000
    with pytest.raises(Unreadable, match="unpacks to more than 500,000 bytes"):
        read_parquet(Source("rows.parquet", data), Settings(max_bytes=100_000))


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    data = parquet(text=["A ferry."])
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(Unreadable, match=r"rows\.parquet: a Parquet table; reading one needs pyarrow: pip install"):
        read(data, "rows.parquet")


def test_many_rows_are_no_versions_of_one_story() -> None:
    for name, data in (("a.csv", "text\n" + "A ferry.\n" * 20_000), ("a.jsonl", '{"text": "A ferry."}\n' * 20_000)):
        with pytest.raises(Unreadable, match="more than 10,000 rows"):
            read(data, name)
