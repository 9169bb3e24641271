"""Checks the invariants of a report on every story of some files: python -m tests.check_stories STORIES.jsonl ... [--pdfs N].

A line is {"story_id", "versions": [{"outlet", "title", "date", "url", "text"}, ...]}. Prints a line for each story that fails,
then totals; exits 1 when one failed. With --pdfs, N stories of all sizes are also written as PDF twice, and must be the same.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from compare import Report, Settings, Version, compare_versions
from compare.render.pdf import render_pdf
from tests.invariants import check_report, without_letters


def stories(paths: Sequence[Path]) -> Iterator[tuple[str, list[Version]]]:
    """(id, versions) of each story of the files."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            story = json.loads(line)
            yield story["story_id"], [version(i, v) for i, v in enumerate(story["versions"])]


def version(number: int, values: dict[str, Any]) -> Version:
    """A Version of a story's line; the number keeps labels apart."""
    return Version(
        label=f"{number} {values.get('outlet') or ''}".strip(),
        text=values["text"],
        title=values.get("title") or None,
        published=values.get("date") or None,
        url=values.get("url") or None,
    )


def check(versions: list[Version]) -> Report:
    """The story's report. Raises AssertionError where it breaks a promise: the contract, another order, a version with itself."""
    report = compare_versions(versions)
    told = report.to_dict()
    check_report(told)
    check_every_quantity(report)
    base = Settings(base=told["versions"][0]["label"])
    assert without_letters(compare_versions(versions[::-1], base).to_dict()) == without_letters(told), (
        "another order, other findings"
    )
    twin = Version(label="twin", text=versions[0].text, title=versions[0].title, published=versions[0].published)
    assert compare_versions([versions[0], twin]).to_dict()["findings"] == [], "a version differs from itself"
    return report


def check_every_quantity(report: Report) -> None:
    """Raises AssertionError unless every quantity that was read stands in exactly one figure."""
    comparison = report.comparison
    read = [(s.version, k, q) for d in comparison.documents for k, s in enumerate(d.sentences) for q in s.quantities]
    held = [(r.version, r.sentence, r.quantity) for f in comparison.figures for r in f.readings]
    assert sorted(read, key=repr) == sorted(held, key=repr), "a quantity is lost, or stands in two figures"


def main() -> None:
    """Checks every story named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--pdfs", type=int, default=0, help="stories that are also written as PDF")
    parser.add_argument("--keep", type=Path, help="folder for these PDFs")
    args = parser.parse_args()
    os.environ["SOURCE_DATE_EPOCH"] = "1700000000"
    reports: dict[str, Report] = {}
    failed, start = 0, time.perf_counter()
    for story_id, versions in stories(args.paths):
        try:
            reports[story_id] = check(versions)
        except Exception:
            failed += 1
            print(f"{story_id} ({len(versions)} versions): {traceback.format_exc(limit=-3)}", flush=True)
    print(f"{len(reports)} stories keep every promise, {failed} do not; {time.perf_counter() - start:.0f} s")
    by_size = sorted(reports, key=lambda i: (sum(len(d.sentences) for d in reports[i].comparison.documents), i))
    chosen = [by_size[round(k * (len(by_size) - 1) / max(1, args.pdfs - 1))] for k in range(args.pdfs)]
    for story_id in dict.fromkeys(chosen):
        first, second = (render_pdf(reports[story_id].comparison) for _ in range(2))
        if first != second:
            failed += 1
            print(f"{story_id}: two PDFs of one report differ")
        if args.keep:
            (args.keep / f"{story_id}.pdf").write_bytes(first)
    print(f"{len(set(chosen))} PDFs written twice")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
