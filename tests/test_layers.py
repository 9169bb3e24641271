"""Imports point one way: a stage knows only the stages before it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "compare"

RANKS = (
    ("errors", "version"),
    ("clock",),
    ("settings",),
    ("model", "messages"),
    ("tokens", "times"),
    ("lexicon", "language"),
    ("split", "quantities", "attribution"),
    ("load", "clean", "quotations", "names"),
    ("statements",),
    ("annotate",),
    ("align",),
    ("similarity",),
    ("figures",),
    ("lineage",),
    ("differences",),
    ("score",),
    ("decisions",),
    ("pipeline",),
    ("plain",),
    ("tables",),
    ("render",),
    ("api",),
    ("grouping",),
    ("batch",),
    ("cli",),
    ("__init__", "__main__"),
)
RANK = {name: number for number, names in enumerate(RANKS) for name in names}


def stage_of(path: Path) -> str:
    """The stage that a file belongs to: its name, or its top folder's."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_stages(path: Path) -> set[str]:
    """Stages of the product that a file imports, anywhere in it, but for type checking."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    names = [
        *(n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n not in typing_only),
        *(a.name for n in ast.walk(tree) if isinstance(n, ast.Import) and n not in typing_only for a in n.names),
    ]
    return {n.split(".")[1] if "." in n else "__init__" for n in names if n == "compare" or n.startswith("compare.")}


FILES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=[str(f.relative_to(PACKAGE)) for f in FILES])
def test_a_file_imports_only_earlier_stages(path: Path) -> None:
    stage = stage_of(path)
    assert stage in RANK, f"{path.name}: give the new stage {stage!r} a rank"
    upward = {other for other in imported_stages(path) if other != stage and RANK[other] >= RANK[stage]}
    assert not upward, f"{path.relative_to(PACKAGE)} imports {sorted(upward)}, which come later or stand beside it"


def test_an_upward_import_would_be_seen(tmp_path: Path) -> None:
    """The test above can fail."""
    wrong = tmp_path / "model.py"
    wrong.write_text("from compare.pipeline import compare_documents\n")
    assert {RANK[s] > RANK["model"] for s in imported_stages(wrong)} == {True}
