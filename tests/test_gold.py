"""The reports of the example stories, as they were read and approved: a change of any finding shows here.

`python -m tests.test_gold` writes the gold files anew; read the difference before you commit it. A missing file fails.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from compare.load import read_inputs
from compare.model import Comparison
from compare.pipeline import compare_documents
from compare.render.html import render_html
from compare.render.json import render_json
from compare.settings import Settings
from compare.version import __version__
from tests.invariants import check_report

EXAMPLES = Path(__file__).parent.parent / "examples"
GOLD = Path(__file__).parent / "gold"
STORIES = {
    "raqqa": ("long-report.txt", "wire.txt", "outlet.html", "update.json"),
    "quiet": ("island-weekly.txt", "mainland-courier.txt"),
}
MADE = datetime(2024, 1, 2, 3, 4, tzinfo=UTC)


def comparison(story: str) -> Comparison:
    """The example's comparison; paths and the product's version are left out of what is compared."""
    inputs = read_inputs([str(EXAMPLES / story / name) for name in STORIES[story]], Settings())
    assert inputs.problems == ()
    return compare_documents(inputs.versions, Settings(), story_id=story, title=inputs.title, made=MADE)


def rendered(story: str) -> dict[str, str]:
    """The gold files' contents by ending."""
    made = comparison(story)
    texts = {"json": render_json(made).decode(), "html": render_html(made).decode()}
    return {ending: text.replace(f"{EXAMPLES}/", "examples/").replace(__version__, "VERSION") for ending, text in texts.items()}


@pytest.mark.parametrize("story", STORIES)
def test_the_report_is_the_approved_one(story: str) -> None:
    for ending, text in rendered(story).items():
        assert text == (GOLD / f"{story}.{ending}").read_text(encoding="utf-8"), "run python -m tests.test_gold and read the diff"


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.json")), ids=lambda p: p.stem)
def test_gold_reports_follow_the_schema(path: Path) -> None:
    check_report(json.loads(path.read_text(encoding="utf-8").replace("VERSION", __version__)))


def test_the_quiet_story_has_nothing_to_report() -> None:
    found = comparison("quiet").findings
    assert [f for f in found if f.difference.verdict in ("conflict", "check")] == []


def write_gold() -> None:
    """Writes every gold file anew."""
    GOLD.mkdir(exist_ok=True)
    for story in STORIES:
        for ending, text in rendered(story).items():
            (GOLD / f"{story}.{ending}").write_text(text, encoding="utf-8")
            print(f"written: {story}.{ending}", file=sys.stderr)


if __name__ == "__main__":
    write_gold()
