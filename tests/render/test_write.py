"""Files are put in place whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.errors import RenderError
from compare.render import Rendered, rendered_format
from compare.render.write import write_whole


def test_every_part_gets_its_name(tmp_path: Path) -> None:
    written = write_whole({tmp_path / "x.csv": (Rendered("", b"a"), Rendered("figures", b"b"))})
    assert [p.name for p in written] == ["x.csv", "x.figures.csv"]
    assert (tmp_path / "x.figures.csv").read_bytes() == b"b"


def test_one_bad_place_leaves_everything_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "old.json").write_bytes(b"old")
    with pytest.raises(RenderError, match="cannot be written"):
        write_whole({tmp_path / "old.json": (Rendered("", b"new"),), tmp_path / "none" / "x.json": (Rendered("", b"new"),)})
    assert [p.name for p in tmp_path.iterdir()] == ["old.json"]
    assert (tmp_path / "old.json").read_bytes() == b"old"


def test_two_outputs_in_one_file_are_refused(tmp_path: Path) -> None:
    table = (Rendered("", b"a"), Rendered("figures", b"b"))
    with pytest.raises(RenderError, match=r"x\.figures\.csv: two of the outputs"):
        write_whole({tmp_path / "x.csv": table, tmp_path / "x.figures.csv": table})
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="is a folder"):
        write_whole({tmp_path: (Rendered("", b""),)})


@pytest.mark.parametrize(
    ("name", "wanted"), [("a.PDF", "pdf"), ("a.htm", "html"), ("a.html", "html"), ("b.c.json", "json"), ("x.csv", "csv")]
)
def test_the_ending_names_the_format(name: str, wanted: str) -> None:
    assert rendered_format(Path(name)) == wanted


@pytest.mark.parametrize("name", ["report", "report.docx", "pdf"])
def test_another_ending_is_refused(name: str) -> None:
    with pytest.raises(RenderError, match="names no format"):
        rendered_format(Path(name))
