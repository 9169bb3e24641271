"""The reports of six stories, as they were read and approved: a change of any finding shows here.

`python -m tests.test_gold` writes the gold files anew; read the difference before you commit it. A missing file fails.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from compare.model import FindingKind, Verdict
from compare.render.html import render_html
from compare.render.json import render_json
from compare.version import __version__
from tests.invariants import check_report
from tests.stories.told import FILES, ROOT, told

GOLD = Path(__file__).parent / "gold"


def rendered(story: str) -> dict[str, str]:
    """The gold files' contents by ending; paths are told from the repository, the product's version is left out."""
    made = told(story)
    texts = {"json": render_json(made).decode(), "html": render_html(made).decode()}
    return {ending: text.replace(f"{ROOT}/", "").replace(__version__, "VERSION") for ending, text in texts.items()}


@pytest.mark.parametrize("story", FILES)
def test_the_report_is_the_approved_one(story: str) -> None:
    for ending, text in rendered(story).items():
        assert text == (GOLD / f"{story}.{ending}").read_text(encoding="utf-8"), "run python -m tests.test_gold and read the diff"


@pytest.mark.parametrize("story", FILES)
def test_gold_reports_follow_the_schema(story: str) -> None:
    check_report(json.loads((GOLD / f"{story}.json").read_text(encoding="utf-8").replace("VERSION", __version__)))


def test_no_gold_file_is_left_of_a_story_that_went() -> None:
    assert {p.name for p in GOLD.iterdir()} == {f"{story}.{ending}" for story in FILES for ending in ("json", "html")}


def test_the_stories_show_every_kind_of_finding_and_every_verdict() -> None:
    comparisons = [told(story) for story in FILES]
    assert {f.difference.kind for c in comparisons for f in c.findings} == set(FindingKind)
    of_figures = {f.verdict for c in comparisons for f in c.figures}
    assert {f.difference.verdict for c in comparisons for f in c.findings} | of_figures == set(Verdict)


def test_the_stories_show_every_way_of_setting_them() -> None:
    sizes = {len(told(story).documents) for story in FILES}
    assert {2, 3, 4, 5} < sizes, "in columns"
    assert max(sizes) > 5, "base and variants"
    assert any(d.document.duplicate_of for d in told("ministry").documents)
    assert any(d.document.excluded for d in told("flood").documents)
    assert {d.document.language for d in told("march").documents} == {"en", "de", "ar"}


def test_the_quiet_story_has_nothing_to_report() -> None:
    found = told("quiet").findings
    assert [f for f in found if f.difference.verdict in ("conflict", "check")] == []


def write_gold() -> None:
    """Writes every gold file anew."""
    GOLD.mkdir(exist_ok=True)
    for story in FILES:
        for ending, text in rendered(story).items():
            (GOLD / f"{story}.{ending}").write_text(text, encoding="utf-8")
            print(f"written: {story}.{ending}", file=sys.stderr)


if __name__ == "__main__":
    write_gold()
