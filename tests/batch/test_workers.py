"""The processes that compare the stories of a batch run the code that the batch runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from compare.batch.engines import same_modules
from tests.batch.invented_batches import PATIENCE, story, surroundings, write_lines

AS_INSTALLED = "import sys; sys.path.remove(''); from compare.cli import run; run()"
"""The command as its script starts it: without the working folder among the places of modules."""


def test_a_module_of_our_name_in_the_working_folder_is_none_of_ours(tmp_path: Path) -> None:
    (tmp_path / "compare.py").write_text("raise RuntimeError('the user has a script of this name')\n", encoding="utf-8")
    write_lines(tmp_path / "stories.jsonl", [story(0), story(1)])
    done = subprocess.run(
        [sys.executable, "-c", AS_INSTALLED, "batch", "stories.jsonl", "-o", "out", "--workers", "1"],
        cwd=tmp_path, env=surroundings(), capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "2 stories: 2 compared, 0 skipped" in done.stderr


def test_the_environment_is_left_as_it_was() -> None:
    before = dict(os.environ)
    with same_modules():
        assert os.environ["PYTHONSAFEPATH"] == "1"
    assert dict(os.environ) == before
