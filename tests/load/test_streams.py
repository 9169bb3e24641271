"""Tables of any size, row by row: each row as it stands there, what cannot be read named by its place, memory that stays."""

from __future__ import annotations

import csv
import json
import sys
import tracemalloc
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.errors import InputError
from compare.load.fields import all_columns, known_columns
from compare.load.inputs import Place
from compare.load.streams import ENDINGS, read_places
from compare.settings import Settings

ROWS = [{"outlet": f"Outlet {n}", "text": f"A ferry ran aground,\nand {n} were hurt."} for n in range(1, 6)]


def places_in(path: Path, data: str | bytes, **settings: int | str) -> list[Place]:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(read_places(path, Settings().changed(**settings)))


def as_lines(rows: Sequence[object], path: Path) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))


def as_csv(rows: Sequence[dict[str, str]], path: Path) -> None:
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter="\t" if path.suffix == ".tsv" else ",")
        writer.writeheader()
        writer.writerows(rows)


def as_parquet(rows: Sequence[dict[str, str]], path: Path) -> None:
    """Groups of two rows; of more than a few rows, one group, which is the hard case for memory."""
    size = 2 if len(rows) < 10 else len(rows)
    pq.write_table(pa.Table.from_pylist(list(rows)), path, row_group_size=size, compression="zstd")


WRITERS: dict[str, Callable[[Sequence[dict[str, str]], Path], None]] = {
    ".jsonl": as_lines, ".ndjson": as_lines, ".csv": as_csv, ".tsv": as_csv, ".parquet": as_parquet,
}  # fmt: skip


@pytest.mark.parametrize("ending", ENDINGS)
def test_rows_come_as_they_stand_and_in_order(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"rows{ending}"
    WRITERS[ending](ROWS, path)
    found = list(read_places(path, Settings()))
    assert [place.values for place in found] == ROWS
    assert [place.number for place in found] == [1, 2, 3, 4, 5]
    assert [place.problem for place in found] == [None] * 5
    assert all(place.size >= len(place.values["text"]) // 2 for place in found if isinstance(place.values["text"], str))
    last = {".jsonl": "line 5", ".ndjson": "line 5", ".parquet": "row 5"}.get(ending, "line 11")
    assert found[-1].name == last


@pytest.mark.parametrize("ending", [".csv", ".tsv", ".parquet"])
def test_only_the_columns_that_are_wanted_are_kept(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"rows{ending}"
    WRITERS[ending]([row | {"page": "7", "": "x"} for row in ROWS], path)
    assert [place.values for place in read_places(path, Settings(), known_columns)] == ROWS
    assert [*next(read_places(path, Settings(), all_columns)).values] == ["outlet", "text", "page", ""]


def test_a_table_may_be_refused_for_its_columns(tmp_path: Path) -> None:
    def none(names: Sequence[str]) -> Sequence[str]:
        raise InputError(f"columns {names}")

    as_csv(ROWS, tmp_path / "rows.csv")
    with pytest.raises(InputError, match=r"columns \['outlet', 'text'\]"):
        list(read_places(tmp_path / "rows.csv", Settings(), none))


# JSON lines


def test_a_line_that_is_no_object_is_named_and_blank_lines_are_passed_over(tmp_path: Path) -> None:
    lines = ['{"text": "A."}', "", "{", "[1]", "7", "[" * 100_000, '{"text": "' + "x" * 300_000 + '"}', '{"text": "B."}']
    found = places_in(tmp_path / "a.jsonl", "\n".join(lines), max_bytes=200_000)
    assert [(place.number, place.name) for place in found] == list(enumerate(
        ["line 1", "line 3", "line 4", "line 5", "line 6", "line 7", "line 8"], start=1))  # fmt: skip
    told = [place.problem or "" for place in found]
    expected = ("", "not JSON", "found a list", "found a number", "nested too deeply", "more than 200,000 bytes", "")
    assert all(words in problem for words, problem in zip(expected, told, strict=True))
    assert told[0] == told[-1] == ""
    assert found[-1].values == {"text": "B."}


def test_each_line_may_have_an_encoding_of_its_own(tmp_path: Path) -> None:
    one, other = '{"text": "“Fire” in Kraków"}'.encode(), '{"text": "“Fire” in a café"}'.encode("cp1252")
    found = places_in(tmp_path / "a.jsonl", b"\n".join((one, other, one)))
    assert [place.values["text"] for place in found] == ["“Fire” in Kraków", "“Fire” in a café", "“Fire” in Kraków"]
    assert [len(place.warnings) for place in found] == [0, 1, 0]
    assert "read as cp1252" in found[1].warnings[0]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
@pytest.mark.parametrize("ending", [".jsonl", ".csv"])
def test_a_byte_order_mark_or_wide_characters_are_no_part_of_the_text(encoding: str, ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"rows{ending}"
    WRITERS[ending](ROWS, path)
    data = path.read_text().replace("Outlet", "Ċ").encode(encoding)  # UTF-16 has a byte of a line's end in this letter
    assert [place.values["outlet"] for place in places_in(path, data)] == [f"Ċ {n}" for n in range(1, 6)]
    assert [place.values["outlet"] for place in places_in(path, data, encoding=encoding)] == [f"Ċ {n}" for n in range(1, 6)]


def test_not_a_number_is_nothing(tmp_path: Path) -> None:
    (found,) = places_in(tmp_path / "a.jsonl", '{"title": NaN, "text": "A."}')
    assert found.values == {"title": None, "text": "A."}


# CSV


def test_a_row_is_named_by_its_last_line_and_a_long_cell_read_whole(tmp_path: Path) -> None:
    limit = csv.field_size_limit()
    found = places_in(tmp_path / "a.csv", 'text\n"one\ntwo"\n' + "word " * 100_000 + "\n")
    assert [(place.name, len(str(place.values["text"]))) for place in found] == [("line 3", 7), ("line 4", 500_000)]
    assert csv.field_size_limit() == limit


def test_an_old_encoding_and_wrong_decoding_are_told_with_the_rows(tmp_path: Path) -> None:
    (old,) = places_in(tmp_path / "a.csv", "outlet;text\nCafé;“Fire”, he said.\n".encode("cp1252"))
    assert old.values == {"outlet": "Café", "text": "“Fire”, he said."}
    assert "read as cp1252" in old.warnings[0]
    plain, mended = places_in(tmp_path / "b.csv", "text\nFire.\nIt wasnâ€™t him.\n")
    assert (mended.values, plain.warnings) == ({"text": "It wasn’t him."}, ())
    assert mended.warnings == ("text: wrongly decoded characters (mojibake) repaired in 1 line",)


def test_a_row_that_is_too_long_is_named_and_the_next_one_read(tmp_path: Path) -> None:
    row = "x" * 30_000 + "\n"
    quoted = '"' + "line\n" * 2_500 + '"\n'
    found = places_in(tmp_path / "a.csv", "text\n" + row + "A ferry.\n" + quoted + "A ship.\n", max_bytes=10_000)
    assert [place.name for place in found] == ["line 2", "line 3", "lines 4 to 2504", "line 2505"]
    assert [place.values for place in found] == [{}, {"text": "A ferry."}, {}, {"text": "A ship."}]
    assert found[0].problem == found[2].problem == "more than 10,000 bytes in one row; cut it down, or raise max_bytes"


def test_an_open_quotation_mark_does_not_make_one_text_of_the_rest(tmp_path: Path) -> None:
    first, rest = places_in(tmp_path / "a.csv", 'outlet,text\nWire,A ferry.\nPost,"A ship.\nHerald,A boat.\n')
    assert first.values == {"outlet": "Wire", "text": "A ferry."}
    assert (rest.name, rest.values) == ("lines 3 to 4", {})
    assert "a quotation mark is opened and never closed" in str(rest.problem)
    _, rest = places_in(tmp_path / "a.csv", 'text\nA.\n"' + "A ship.\n" * 2_000, max_bytes=10_000)
    assert (rest.name, rest.problem) == ("lines 3 to 2002", "more than 10,000 bytes in one row; close its quotation mark")


def test_a_text_is_never_cut_at_a_comma_unnoticed(tmp_path: Path) -> None:
    found = places_in(tmp_path / "a.csv", "outlet,text\nWire,Ten died, police said.\nPost,Ten died.,,\nHerald\n")
    assert "3 cells, and the table has 2 columns; put quotation marks around a cell with ',' in it" in str(found[0].problem)
    assert [place.values for place in found[1:]] == [{"outlet": "Post", "text": "Ten died."}, {"outlet": "Herald"}]


# Parquet


def test_a_damaged_group_of_rows_is_one_place(tmp_path: Path) -> None:
    path = tmp_path / "rows.parquet"
    as_parquet(ROWS, path)
    column = pq.ParquetFile(path).metadata.row_group(1).column(1)
    data = bytearray(path.read_bytes())
    start = column.dictionary_page_offset or column.data_page_offset
    data[start : start + column.total_compressed_size] = b"\xff" * column.total_compressed_size
    found = places_in(path, bytes(data))
    assert [(place.number, place.name) for place in found] == [(1, "row 1"), (2, "row 2"), (3, "rows 3 to 4"), (5, "row 5")]
    assert "damaged" in str(found[2].problem)
    assert "\n" not in str(found[2].problem)
    assert found[3].values == ROWS[4]


def test_a_cell_that_cannot_be_had_costs_its_row_alone(tmp_path: Path) -> None:
    days = pa.array([19_000, 900_000_000, 19_001], pa.int32()).cast(pa.date32())
    pq.write_table(pa.table({"text": ["A.", "B.", "C."], "published": days}), tmp_path / "a.parquet")
    found = list(read_places(tmp_path / "a.parquet", Settings()))
    assert [place.values.get("published") for place in found] == ["2022-01-08", None, "2022-01-09"]
    assert [place.problem is None for place in found] == [True, False, True]


def test_a_row_that_unpacks_to_too_much_is_named(tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": ["A.", "x" * 50_000, "C."]}), tmp_path / "a.parquet")
    found = list(read_places(tmp_path / "a.parquet", Settings(max_bytes=10_000)))
    assert [place.problem for place in found] == [
        None, "more than 10,000 bytes in one row; cut it down, or raise max_bytes", None]  # fmt: skip


def test_a_missing_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    as_parquet(ROWS, tmp_path / "rows.parquet")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InputError, match=r"rows\.parquet: a Parquet table; reading one needs pyarrow: pip install"):
        list(read_places(tmp_path / "rows.parquet", Settings()))


# All of them


@pytest.mark.parametrize(("name", "data", "told"), [
    ("none.csv", None, "no such file"),
    ("rows.txt", "text\nA.\n", "expected a table that ends in .jsonl, .ndjson, .csv, .tsv, .parquet"),
    ("rows.csv", "name,size\nA,3\n", "no column of text; the columns are name, size"),
    ("rows.csv", "", "no column of text; the columns are none"),
    ("rows.csv", '"text\nA.\n', "not a CSV table (first row: "),
    ("rows.parquet", "PAR1 but not really", "a damaged Parquet table, or none"),
])  # fmt: skip
def test_what_is_no_table_is_told_in_one_line(name: str, data: str | None, told: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        places_in(tmp_path / name, data) if data is not None else list(read_places(tmp_path / name, Settings()))
    message = str(refused.value)
    assert told.lower() in message.lower()
    assert message.startswith(str(tmp_path / name))
    assert "\n" not in message


@given(data=st.binary(max_size=300), ending=st.sampled_from(ENDINGS))
def test_any_file_is_read_to_its_end_or_refused(
    data: bytes, ending: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{ending}"
    with suppress(InputError):
        found = places_in(path, b"text,title\n" + data)
        assert [place.number for place in found] == list(range(1, len(found) + 1))


@pytest.mark.parametrize("ending", [".jsonl", ".csv", ".parquet"])
def test_memory_does_not_grow_with_the_table(ending: str, tmp_path: Path) -> None:
    def most_memory(rows: int) -> int:
        path = tmp_path / f"{rows}{ending}"
        WRITERS[ending]([{"outlet": "Wire", "text": Random(n).randbytes(800).hex()} for n in range(rows)], path)
        tracemalloc.start()
        count = sum(1 for _ in read_places(path, Settings()))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert count == rows
        return most

    few = max(most_memory(1_000), most_memory(1_001))  # the first one imports
    assert most_memory(8_000) < few + 500_000
