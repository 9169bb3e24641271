"""Stories out of files, tables and folders: rows in any order, and what cannot be read named by its place."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from compare.batch.reading import Reading, read_stories
from compare.batch.run import fingerprint
from compare.batch.story import Story, Unread
from compare.batch.work import comparison_of, inputs_of
from compare.errors import InputError
from compare.settings import Settings
from tests.batch.invented_batches import rows_of, story, write_csv, write_lines
from tests.batch.tasks import task


def found_in(path: Path, key: str | None = None, settings: Settings | None = None) -> list[Story | Unread]:
    return list(read_stories(Reading(path, settings or Settings(), key, path.parent / ".rows.sqlite")))


def labels(found: Story | Unread) -> list[str]:
    """The versions of a story as the pipeline has them."""
    assert isinstance(found, Story)
    return [d.label for d in comparison_of(found, task())[0].documents]


STORIES = [story(n) for n in range(5)]


def test_a_line_is_a_story(tmp_path: Path) -> None:
    found = found_in(write_lines(tmp_path / "s.jsonl", STORIES))
    assert [f.story_id for f in found] == [f"fire-{n}" for n in range(5)]
    assert [f.number for f in found] == [1, 2, 3, 4, 5]
    assert labels(found[2]) == ["Wire", "Post"]


@pytest.mark.parametrize("ending", ["csv", "parquet", "jsonl"])
def test_rows_of_one_story_need_not_stand_together(ending: str, tmp_path: Path) -> None:
    import pandas as pd

    rows, path = rows_of(STORIES), tmp_path / f"rows.{ending}"
    if ending == "csv":
        write_csv(path, rows)
    elif ending == "parquet":
        pd.DataFrame(rows).to_parquet(path, row_group_size=3)
    else:
        write_lines(path, rows)
    found = found_in(path)
    assert [f.story_id for f in found] == [f"fire-{n}" for n in range(5)]
    assert all(labels(f) == ["Wire", "Post"] for f in found)
    assert not (tmp_path / ".rows.sqlite").exists()


def test_a_folder_holds_a_folder_for_each_story(tmp_path: Path) -> None:
    for name in ("b-fire", "a-flood"):
        (tmp_path / "in" / name).mkdir(parents=True)
        (tmp_path / "in" / name / "post.txt").write_text("The river rose by two metres on Monday.")
        (tmp_path / "in" / name / "wire.txt").write_text("The river rose by three metres on Monday.")
    (tmp_path / "in" / "c-storm.json").write_text(json.dumps(story(3)))
    (tmp_path / "in" / "notes.txt").write_text("not a story")
    found = found_in(tmp_path / "in")
    assert [(f.story_id, f.where) for f in found] == [
        ("a-flood", "in/a-flood"), ("b-fire", "in/b-fire"), ("c-storm", "in/c-storm.json"), (None, "in/notes.txt"),
    ]  # fmt: skip
    assert labels(found[0]) == ["post.txt", "wire.txt"]
    assert isinstance(found[3], Unread)


@pytest.mark.parametrize(("line", "told"), [
    ("{", "not JSON"),
    ("7", "found a number"),
    ("[" * 100_000, "not JSON"),
    ('{"text": "A row without a key."}', "--story-key"),
    ("x" * 3_000, "more than 2,000 bytes"),
])  # fmt: skip
def test_a_line_that_is_no_story_is_named_and_the_next_one_read(line: str, told: str, tmp_path: Path) -> None:
    settings = Settings(max_bytes=2_000 if line[0] == "x" else 20_000_000)
    found = found_in(write_lines(tmp_path / "s.jsonl", [STORIES[0], line, STORIES[1]]), settings=settings)
    assert [f.number for f in found] == [1, 2, 3]
    unread = found[1]
    assert isinstance(unread, Unread)
    assert unread.where == "s.jsonl line 2"
    assert told in unread.reason


def test_a_broken_row_of_csv_is_named_and_the_next_one_read(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "rows.csv", rows_of(STORIES[:1]))
    with path.open("a", encoding="utf-8") as file:
        file.write(",Wire,,A row of no story.\n")
        file.write(f'x,Wire,,"{"long " * 10_000}"\n')
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write("fire-1,Wire,,One more row.\n")
    found = found_in(path, settings=Settings(max_bytes=40_000))
    unread = {f.where: f.reason for f in found if isinstance(f, Unread)}
    assert any("no story key" in reason for reason in unread.values())
    assert any("more than 40,000 bytes" in reason for reason in unread.values())
    assert [f.story_id for f in found if isinstance(f, Story)] == ["fire-0", "fire-1"]


def test_a_damaged_group_of_rows_is_named_and_the_others_read(tmp_path: Path) -> None:
    import pandas as pd
    from pyarrow.parquet import ParquetFile

    path = tmp_path / "rows.parquet"
    pd.DataFrame(rows_of(STORIES)).to_parquet(path, row_group_size=2, compression="zstd")
    column = ParquetFile(path).metadata.row_group(1).column(3)
    data = bytearray(path.read_bytes())
    start = column.dictionary_page_offset or column.data_page_offset
    data[start : start + column.total_compressed_size] = b"\xff" * column.total_compressed_size
    path.write_bytes(data)
    found = found_in(path)
    assert [f.where for f in found if isinstance(f, Unread)] == ["rows.parquet rows 3 to 4"]
    assert len([f for f in found if isinstance(f, Story)]) == 5


def test_an_entry_of_a_folder_that_cannot_be_read_is_named_and_the_next_one_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "closed"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "wire.txt").write_text("A tug sank off Lenk.", encoding="utf-8")
    (tmp_path / "b.json").symlink_to(tmp_path / "gone.json")
    contents = Path.iterdir

    def some_are_closed(folder: Path) -> Iterator[Path]:
        if folder.name == "closed":  # by its permissions, which the tests' user may be above
            raise PermissionError(13, "Permission denied")
        return contents(folder)

    monkeypatch.setattr(Path, "iterdir", some_are_closed)
    found = found_in(tmp_path)
    assert [f.story_id for f in found if isinstance(f, Story)] == ["a"]
    told = {f.where.rpartition("/")[2]: f.reason for f in found if isinstance(f, Unread)}
    assert told["b.json"].startswith("cannot be read (No such file or directory)")
    assert told["closed"].startswith("cannot be read (Permission denied)")
    assert fingerprint(tmp_path)[1] == 3


@pytest.mark.parametrize(("name", "text", "told"), [
    ("s.txt", "A text.", "stories are read from"),
    ("s.csv", "outlet,text\nWire,A text.\n", "--story-key"),
    ("s.csv", "story_id,outlet\n1,Wire\n", "no column of text"),
    ("s.parquet", "no table", "a damaged Parquet table, or none"),
])  # fmt: skip
def test_what_is_no_table_of_stories_is_refused(name: str, text: str, told: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(InputError, match=told):
        found_in(tmp_path / name)


@pytest.mark.parametrize("whole", [True, False])
def test_how_a_line_was_decoded_is_told_with_its_versions(whole: bool, tmp_path: Path) -> None:
    lines = [STORIES[0]] if whole else rows_of(STORIES[:1])
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (tmp_path / "s.jsonl").write_bytes(text.encode("cp1252"))
    (found,) = found_in(tmp_path / "s.jsonl")
    assert isinstance(found, Story)
    versions = inputs_of(found, Settings()).versions
    assert "“We heard" in str(versions[0].text)
    assert [warning.split(",")[0] for v in versions for warning in v.warnings] == ["not UTF-8: read as cp1252"] * 2


def test_the_key_may_have_any_name(tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_text("event,outlet,text\nfire,Wire,Ten died.\nfire,Post,Eleven died.\n")
    (found,) = found_in(tmp_path / "s.csv", key="event")
    assert found.story_id == "fire"
    with pytest.raises(InputError, match="no column 'events'"):
        found_in(tmp_path / "s.csv", key="events")


def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "s.jsonl", rows_of([story(n) for n in range(2_000)]))
    found_in(write_lines(tmp_path / "one.jsonl", rows_of(STORIES[:1])))  # imports
    tracemalloc.start()
    for _ in read_stories(Reading(path, Settings(), None, tmp_path / "rows")):
        pass
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < path.stat().st_size / 5
