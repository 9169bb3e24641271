"""Six stories whose reports are approved under tests/gold and read back from PDF: two examples, and four beside this file.

`flood`: an agency, its update and two outlets, in metric and American units. `court`: quotations, sources and names, altered.
`ministry`: one page over four days, with a copy of one day. `march`: nine outlets in three languages, and a figure with a spread.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from compare.load import read_inputs
from compare.model import Comparison
from compare.pipeline import compare_documents
from compare.settings import Settings

ROOT = Path(__file__).parent.parent.parent
FILES = {
    "raqqa": tuple(f"examples/raqqa/{name}" for name in ("long-report.txt", "wire.txt", "outlet.html", "update.json")),
    "quiet": ("examples/quiet/island-weekly.txt", "examples/quiet/mainland-courier.txt"),
    "flood": ("tests/stories/flood.json",),
    "court": ("tests/stories/court.json",),
    "ministry": ("tests/stories/ministry.json",),
    "march": ("tests/stories/march.json",),
}
MADE = datetime(2024, 1, 2, 3, 4, tzinfo=UTC)


@cache
def told(story: str) -> Comparison:
    """The story's comparison, made at a fixed time."""
    inputs = read_inputs([str(ROOT / path) for path in FILES[story]], Settings())
    assert inputs.problems == ()
    return compare_documents(inputs.versions, Settings(), story_id=story, title=inputs.title, made=MADE)
