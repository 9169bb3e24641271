"""Templates are compiled once, kept where Python keeps what it compiles, and compiled anew when they change."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from compare.render.compiled import CompiledBeside
from compare.render.html import environment


class Counting(Environment):
    """Jinja that counts how often it compiles."""

    compiled = 0

    def _generate(self, *arguments: object, **more: object) -> str:  # what compile() does, but for the last step
        type(self).compiled += 1
        return super()._generate(*arguments, **more)  # type: ignore[arg-type]  # handed on as they came


def told(folder: Path) -> str:
    """What the template in the folder says, as a new process would have it."""
    return Counting(loader=FileSystemLoader(folder), bytecode_cache=CompiledBeside(folder)).get_template("t.html").render()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    monkeypatch.setattr(Counting, "compiled", 0)
    (tmp_path / "t.html").write_text("{{ 6 * 7 }} boats")
    return tmp_path


def test_a_second_process_compiles_nothing(folder: Path) -> None:
    assert [told(folder), told(folder)] == ["42 boats"] * 2
    assert Counting.compiled == 1
    assert [path.parent.name for path in folder.rglob("*.cache")] == ["__pycache__"]


def test_a_changed_template_is_compiled_anew_and_takes_the_place_of_the_old(folder: Path) -> None:
    told(folder)
    (folder / "t.html").write_text("{{ 6 * 7 }} ships")
    assert told(folder) == "42 ships"
    assert len(list(folder.rglob("*.cache"))) == 1


def test_a_broken_file_does_no_harm(folder: Path) -> None:
    told(folder)
    (kept,) = folder.rglob("*.cache")
    kept.write_bytes(kept.read_bytes()[:-20])
    assert told(folder) == "42 boats"


def test_where_nothing_can_be_kept_nothing_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "__pycache__").write_text("a file stands where the folder would")
    assert [told(folder), told(folder)] == ["42 boats"] * 2
    (folder / "__pycache__").unlink()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert told(folder) == "42 boats"
    assert [path.name for path in folder.rglob("*")] == ["t.html"]


def test_templates_of_a_newsroom_are_not_kept(tmp_path: Path) -> None:
    assert environment(None).bytecode_cache is not None
    assert environment(str(tmp_path)).bytecode_cache is None
