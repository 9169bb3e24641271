"""`storycompare batch` in this process: options, refusals, reports, tables, the end's exit status."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from compare.batch.engines import ThisProcess
from compare.cli import main
from tests.batch.invented_batches import rows_of, story, write_csv, write_lines


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work without processes and without drawing, which other tests do."""
    from contextlib import nullcontext

    monkeypatch.setattr("compare.batch.engines.engine", lambda *_: nullcontext(ThisProcess()))
    monkeypatch.setattr("compare.batch.overview.write_summary", lambda counts, path, *_: path.write_bytes(b"%PDF-"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


def batch(*arguments: str | Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Exit status and what was told."""
    with pytest.raises(SystemExit) as end:
        main(["batch", *map(str, arguments)])
    return int(end.value.code or 0), capsys.readouterr().err


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_lines(tmp_path / "stories.jsonl", [story(0), {"story_id": "empty", "versions": []}, story(1), story(2)])


def test_tables_an_index_a_summary_and_reports_are_written(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, told = batch(source, "-o", tmp_path / "out", "-f", "json", "-f", "csv", capsys=capsys)
    assert status == 0
    assert "4 stories: 3 compared, 1 skipped" in told
    assert "stories.jsonl line 2: no usable versions, and a comparison needs two" in told
    names = {p.name for p in (tmp_path / "out").iterdir()}
    tables = {f"{name}.parquet" for name in ("stories", "versions", "findings", "figures", "timings")}
    assert names == tables | {"index.html", "summary.pdf", "reports", "progress.sqlite"}
    reports = pd.read_parquet(tmp_path / "out" / "stories.parquet")["reports"]
    assert [list(r) if r is not None else None for r in reports][:2] == [["000001-fire-0.json", "000001-fire-0.csv"], None]
    assert all((tmp_path / "out" / "reports" / name).exists() for row in reports.dropna() for name in row)


def test_strict_tells_of_skipped_stories_by_its_status(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert batch(source, "-o", tmp_path / "a", "--strict", "-q", capsys=capsys) == (1, "")
    assert batch(source, "-o", tmp_path / "b", "--strict", "-q", "--limit", "1", capsys=capsys) == (0, "")


def test_a_batch_can_be_made_of_some_stories(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    batch(source, "-o", tmp_path / "out", "--story", "fire-2", "--story", "fire-0", "-q", capsys=capsys)
    assert list(pd.read_parquet(tmp_path / "out" / "stories.parquet")["number"]) == [1, 4]


def test_more_stories_can_be_added_later(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, whole = tmp_path / "out", tmp_path / "whole"
    batch(source, "-o", out, "--limit", "2", "-q", capsys=capsys)
    assert batch(source, "-o", out, "--resume", "-q", capsys=capsys) == (0, "")
    batch(source, "-o", whole, "-q", capsys=capsys)
    for name in ("stories", "versions", "findings", "figures"):
        assert (out / f"{name}.parquet").read_bytes() == (whole / f"{name}.parquet").read_bytes()


def test_another_input_or_other_settings_are_not_mixed_in(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    batch(source, "-o", out, "-q", capsys=capsys)
    refusals: dict[str, list[str | Path]] = {
        "holds a batch already": [source],
        "other settings (base)": [source, "--resume", "--base", "Post"],
        "other settings (formats)": [source, "--resume", "-f", "json"],
        "another input": [write_lines(tmp_path / "other.jsonl", [story(5)]), "--resume"],
    }
    for words, arguments in refusals.items():
        status, told = batch(*arguments, "-o", out, capsys=capsys)
        assert status == 2
        assert words in told
        assert told.count("\n") == 1


def test_a_refused_batch_leaves_its_folder_free_for_the_next_try(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "s.csv"
    table.write_text("outlet,text\nWire,A tug sank.\n", encoding="utf-8")
    assert "no column that says which story" in batch(table, "-o", tmp_path / "out", capsys=capsys)[1]
    assert "no column 'case'" in batch(table, "-o", tmp_path / "out", "--story-key", "case", capsys=capsys)[1]
    assert batch(source, "-o", tmp_path / "out", "-q", capsys=capsys) == (0, "")


def test_a_batch_without_a_story_is_refused(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty, nobody = tmp_path / "empty.jsonl", tmp_path / "stories"
    empty.touch()
    nobody.mkdir()
    refusals: dict[str, list[str | Path]] = {
        "empty.jsonl: no story in it": [empty],
        "stories: no story in it": [nobody],
        "no story has the id fire-77 or fire-78": [source, "--story", "fire-78", "--story", "fire-77"],
    }
    for words, arguments in refusals.items():
        status, told = batch(*arguments, "-o", tmp_path / "out", capsys=capsys)
        assert status == 2
        assert words in told
        assert told.count("\n") == 1
    assert {p.name for p in (tmp_path / "out").iterdir()} == {"progress.sqlite"}


def test_a_theme_may_lie_elsewhere_when_a_batch_is_resumed_but_not_hold_something_else(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house, copy, out = tmp_path / "house.toml", tmp_path / "copy.toml", tmp_path / "out"
    for file in (house, copy):
        file.write_text('name = "The Harbour Gazette"\n', encoding="utf-8")
    batch(source, "-o", out, "--theme", house, "-q", capsys=capsys)
    assert batch(source, "-o", out, "--resume", "--theme", copy, "-q", capsys=capsys) == (0, "")
    house.write_text('name = "The Harbour Gazette"\naccent = "#0b4aa2"\n', encoding="utf-8")
    status, told = batch(source, "-o", out, "--resume", "--theme", house, capsys=capsys)
    assert status == 2
    assert "other settings (theme)" in told


@pytest.mark.parametrize(("arguments", "words"), [
    (["-"], "save it to a file"),
    (["nothing.jsonl"], "no such file"),
    (["s.jsonl", "--scheduler", "tcp://x:1"], "--engine dask"),
    (["s.jsonl", "--engine", "dask", "--scheduler", "tcp://x:1", "--workers", "2"], "its own"),
])  # fmt: skip
def test_a_misuse_is_told_in_one_line(
    arguments: list[str], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_lines(tmp_path / "s.jsonl", [story(0)])
    status, told = batch(*arguments, "-o", tmp_path / "out", capsys=capsys)
    assert status == 2
    assert words in told
    assert told.count("\n") == 1


def test_settings_reach_the_workers(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    batch(source, "-o", tmp_path / "out", "--base", "Post", "-q", capsys=capsys)
    stories = pd.read_parquet(tmp_path / "out" / "stories.parquet")
    assert list(stories["base"].dropna()) == ["B", "B", "B"]


def test_rows_of_a_table_give_the_same_findings_as_whole_stories(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stories = [story(n) for n in range(3)]
    batch(write_lines(tmp_path / "s.jsonl", stories), "-o", tmp_path / "a", "-q", capsys=capsys)
    batch(write_csv(tmp_path / "s.csv", rows_of(stories)), "-o", tmp_path / "b", "-q", capsys=capsys)
    assert (tmp_path / "a" / "findings.parquet").read_bytes() == (tmp_path / "b" / "findings.parquet").read_bytes()


def test_a_story_counts_for_more_than_an_article_and_a_wrong_key_is_hinted_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [f'{n},fire,{outlet},"{n + 9} people were killed in Lenk, police said."' for n, outlet in enumerate(["Wire", "Post"])]
    (tmp_path / "s.csv").write_text("\n".join(["article_id,story,outlet,text", *rows]) + "\n", encoding="utf-8")
    assert "1 story: 1 compared" in batch(tmp_path / "s.csv", "-o", tmp_path / "a", capsys=capsys)[1]
    told = batch(tmp_path / "s.csv", "-o", tmp_path / "b", "--story-key", "article_id", capsys=capsys)[1]
    assert "2 stories: 0 compared, 2 skipped" in told
    assert "--story-key names the column" in told
