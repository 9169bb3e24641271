"""What is installed from the wheel works by itself: in a clean environment, from another folder, with all its data."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = ("compare", "report_templates", "pyproject.toml", "README.md", "LICENSE", "constraints.txt")
STORY = ROOT / "examples" / "raqqa"

pytestmark = pytest.mark.slow


def run(command: Sequence[str | Path], folder: Path) -> subprocess.CompletedProcess[str]:
    """The finished command, which must not have failed; the checkout is not on its path."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    words = [str(part) for part in command]
    done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(words)}\n{done.stdout}\n{done.stderr}"
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the sources so that the checkout stays clean."""
    source, built = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, source / name)
    run([sys.executable, "-m", "build", "--wheel", "--outdir", built, source], built)
    (found,) = built.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of a clean environment that holds the wheel and what it needs."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder)
    # With our own pip: to give the environment one costs more time than all the rest.
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--python", folder / "bin" / "python"]
    run([*pip, "install", "-q", "--no-compile", "-c", ROOT / "constraints.txt", wheel], folder)
    return folder / "bin"


def sources(folder: Path) -> list[Path]:
    """The files of a folder but for what was compiled of them."""
    return [p for p in folder.rglob("*") if p.is_file() and p.parent.name != "__pycache__"]


def test_wheel_holds_every_file_of_the_sources(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
    code = {p.relative_to(ROOT).as_posix() for p in sources(ROOT / "compare")}
    templates = {p.relative_to(ROOT).as_posix() for p in sources(ROOT / "report_templates")}
    assert packed == code | {f"compare/{name}" for name in templates}


def test_installed_wheel_works_from_another_folder(installed: Path, tmp_path: Path) -> None:
    """One test, so that workers side by side do not each make an environment."""
    shown = run([installed / "python", "-m", "compare", "--version"], tmp_path).stdout
    imported = run([installed / "python", "-c", "import compare; print(compare.__version__, compare.__file__)"], tmp_path).stdout
    version, place = imported.split()
    assert shown.split() == ["storycompare", version]
    assert Path(place).is_relative_to(installed.parent)

    files = [STORY / name for name in ("long-report.txt", "wire.txt", "outlet.html", "update.json")]
    outputs = [part for ending in ("pdf", "html", "json") for part in ("-o", f"report.{ending}")]
    run([installed / "storycompare", "report", *files, *outputs], tmp_path)
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")
    assert "<table" in (tmp_path / "report.html").read_text(encoding="utf-8")
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert [found["id"] for found in report["versions"]] == ["A", "B", "C", "D"]
    assert report["findings"]
