"""The guide's questions, asked of the example as the guide asks them, have the answers that it gives."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from compare.batch.columns import COLUMNS
from compare.cli import main
from compare.cli.batch import batch

ROOT = Path(__file__).parent.parent.parent
GUIDE = (ROOT / "docs" / "batch.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The names that the guide's code leaves, run beside the results of its command."""
    folder = tmp_path_factory.mktemp("guide")
    with pytest.raises(SystemExit) as end:
        main(["batch", str(ROOT / "examples/archive/stories.jsonl"), "-o", str(folder / "archive"), "--workers", "1", "-q"])
    assert end.value.code == 0
    names: dict[str, Any] = {}
    for block in re.findall(r"```python\n(.*?)```", GUIDE, flags=re.DOTALL):
        exec(block.replace('"archive/', f'"{folder}/archive/'), names)  # our own document's code
    return names


def test_who_leaves_out_responses(asked: dict[str, Any]) -> None:
    assert asked["rates"].round(2).to_dict() == {"Harbour Post": 1.0, "Meridian Record": 0.33, "Atlas Wire": 0.0}


def test_columns_that_are_explained_are_those_of_the_tables() -> None:
    part = GUIDE.split("### Columns that do not say it themselves")[1].split("## Three questions")[0]
    table, told = "", set()
    for first, names in re.findall(r"^\| (?:`(\w+)` )?\| ([^|]+) \|", part, flags=re.MULTILINE):
        table = first or table
        told |= {(table, name) for name in re.findall(r"`(\w+)`", names)}
    assert ("figures", "grain") in told
    assert sorted((table, name) for table, name in told if name not in COLUMNS[table]) == []


def test_how_tolls_change(asked: dict[str, Any]) -> None:
    found = {story: (row["first"], row["last"]) for (story, _, _), row in asked["changed"].iterrows()}
    assert found == {"ferry": (3, 11), "quake": (20, 118), "strike": (62, 26)}


def test_which_quotations_are_altered(asked: dict[str, Any]) -> None:
    texts = " ".join(asked["wordings"]["text"])
    for words in ("We heard the", "We felt the", "was moving", "was falling", "an answer", "an apology"):
        assert words in texts


def test_frames_come_out_of_a_notebook(asked: dict[str, Any]) -> None:
    assert list(asked["frames"].findings["kind"]) == ["number_conflict"]


def test_the_guide_asks_each_question_in_ten_lines() -> None:
    blocks = re.findall(r"```python\n(.*?)```", GUIDE, flags=re.DOTALL)
    assert all(len(block.splitlines()) <= 10 for block in blocks)


def test_the_readme_names_every_option() -> None:
    told = README.partition("### Options of `storycompare batch`\n")[2].partition("\n## ")[0]
    for option in batch.params:
        for spelling in option.opts if option.param_type_name == "option" else ():
            assert f"`{spelling}" in told, spelling
