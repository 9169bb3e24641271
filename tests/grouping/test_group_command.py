"""`storycompare group` as a person meets it: tables in, tables out."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from compare.cli import main
from tests.grouping.articles import BAKERY, FERRY, MUSEUM


def rows() -> list[dict[str, str]]:
    """A table of seven articles and a copy, by four outlets."""
    told = [*MUSEUM, *FERRY, BAKERY[0], MUSEUM[1]]
    return [{"headline": title, "body": text, "date": f"2024-05-0{7 + at % 2}", "source": f"Outlet {at % 4}"}
            for at, (title, text) in enumerate(told)]  # fmt: skip


def as_lines(path: Path, values: Sequence[object]) -> Path:
    path.write_text("".join(json.dumps(value) + "\n" for value in values), encoding="utf-8")
    return path


def group(*arguments: object) -> int:
    """The exit status of the command."""
    with pytest.raises(SystemExit) as stopped:
        main(["group", *map(str, arguments)])
    return int(stopped.value.code or 0)


def written(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_rows_come_back_as_they_were_with_their_story(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, out = as_lines(tmp_path / "articles.jsonl", rows()), tmp_path / "stories.jsonl"
    assert group(table, "-o", out) == 0
    made = written(out)
    assert [{k: row[k] for k in ("headline", "body", "date", "source")} for row in made] == rows()
    stories = [row["story_id"] for row in made]
    assert stories[0] == stories[1] == stories[2] == stories[6] != stories[3] == stories[4] != stories[5]
    assert [row["copy_of"] for row in made] == [None, 7, None, None, None, None, None]
    told = capsys.readouterr().err
    assert "7 articles, 1 of them near-copies; of 3 stories 2 told in two or more" in told
    assert f"1 article alone:\n   {stories[5]}" in told
    assert "least sure: " in told
    assert told.endswith(f"written: {out}\n")


@pytest.mark.parametrize("ending", ["csv", "parquet", "jsonl"])
def test_each_format_can_be_written_and_read_again(tmp_path: Path, ending: str) -> None:
    table = as_lines(tmp_path / "articles.jsonl", [row | {"words": 60 + at, "tags": ["a", "b"]} for at, row in enumerate(rows())])
    there, back, usual = tmp_path / f"there.{ending}", tmp_path / "back.jsonl", tmp_path / "usual.jsonl"
    assert group(table, "-o", there, "-q") == group(there, "-o", back, "-q") == group(table, "-o", usual, "-q") == 0
    for name in ("story_id", "row", "story_size", "copy_of", "cohesion", "body"):
        assert [row[name] for row in written(back)] == [row[name] for row in written(usual)]
    if ending != "csv":
        assert [row["words"] for row in written(back)] == list(range(60, 67))


def test_csv_has_the_columns_of_the_table_behind_those_that_were_added(tmp_path: Path) -> None:
    table, out = as_lines(tmp_path / "articles.jsonl", rows()), tmp_path / "stories.csv"
    assert group(table, "-o", out, "-q") == 0
    with out.open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == "story_id row copy_of story_size cohesion headline body date source".split()


def test_bad_rows_are_named_and_the_rest_is_grouped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = as_lines(tmp_path / "articles.jsonl", [rows()[0], {"headline": "No text"}, 7, rows()[1], {"text": "x" * 300_000}])
    table.write_bytes(table.read_bytes() + b'{"text": \n\n' + json.dumps({"versions": [{"text": "A"}]}).encode())
    assert group(table, "-o", tmp_path / "out.jsonl") == 0
    warnings = [line for line in capsys.readouterr().err.splitlines() if line.startswith("warning: ")]
    named = [line.split("articles.jsonl ")[1].split(":")[0] for line in warnings]
    assert named == ["line 2", "line 3", "line 5", "line 6", "line 8"]
    assert [row["row"] for row in written(tmp_path / "out.jsonl")] == [1, 4]


def test_many_bad_rows_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = as_lines(tmp_path / "articles.jsonl", [*rows(), *({"title": "No text"} for _ in range(50))])
    assert group(table, "-o", tmp_path / "out.jsonl") == 0
    told = capsys.readouterr().err
    assert told.count("warning: ") == 20
    assert "30 more rows hold no article" in told


def test_small_stories_are_left_out_when_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = as_lines(tmp_path / "articles.jsonl", rows())
    assert group(table, "-o", tmp_path / "out.jsonl", "--min-versions", "2") == 0
    assert [row["row"] for row in written(tmp_path / "out.jsonl")] == [1, 2, 3, 4, 5, 7]
    assert "left out: 1 stories of fewer than 2 articles" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("none.jsonl", None, "no such file"),
        ("empty.jsonl", b"", "no article in it"),
        ("noise.jsonl", b"\xff\xfe\x00\x01\n{", "no article in it"),
        ("table.csv", b"name,size\nA,3\n", "no column of text"),
        ("table.parquet", b"PAR1 but not really", "a damaged Parquet table"),
        ("articles.txt", b"text", "expected a table that ends in"),
    ],
)
def test_what_is_no_table_of_articles_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes | None, said: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    assert group(tmp_path / name, "-o", tmp_path / "out.jsonl") == 2
    told = capsys.readouterr().err
    assert said.lower() in told.lower()
    assert len(told.splitlines()) == 1
    assert not (tmp_path / "out.jsonl").exists()


def test_the_table_of_articles_is_never_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = as_lines(tmp_path / "articles.jsonl", rows())
    before = table.read_bytes()
    assert group(table, "-o", table) == 2
    assert "is the table of articles" in capsys.readouterr().err
    assert table.read_bytes() == before


def test_an_output_of_no_known_format_is_refused_before_reading(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert group(tmp_path / "none.jsonl", "-o", tmp_path / "out.xlsx") == 2
    assert "expected a name that ends in .jsonl, .csv, .parquet" in capsys.readouterr().err


def test_a_csv_table_in_an_old_encoding_with_semicolons(tmp_path: Path) -> None:
    lines = ["title;text", *(f'"{title} – é";"{text}"' for title, text in [*MUSEUM, *FERRY])]
    (tmp_path / "articles.csv").write_bytes("\n".join(lines).encode("cp1252"))
    assert group(tmp_path / "articles.csv", "-o", tmp_path / "out.jsonl", "-q") == 0
    made = written(tmp_path / "out.jsonl")
    assert made[0]["title"] == f"{MUSEUM[0][0]} – é"
    assert len({str(row["story_id"]) for row in made}) == 2
