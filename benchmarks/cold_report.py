"""What one cold `storycompare report` costs beside a bare process that renders as many pages of plain tagged text.

The plain pages hold the versions' own sentences, a paragraph each, 24 to a page, which fills it.
Both import pandas and WeasyPrint; the ratio is of CPU seconds (user and system, of the whole process), pair by pair, so that
it holds when the machine's speed drifts. `python -m benchmarks.cold_report 3x40 5x200` names the sizes of story.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.stories import versions

BARE = """
import sys
from html import escape
from itertools import cycle, islice
import pandas
from weasyprint import HTML
pages, target, *files = int(sys.argv[1]), *sys.argv[2:]
sentences = cycle(line.strip() for name in files for line in open(name, encoding="utf-8"))
def page():
    return "".join(f"<p>{escape(s)}</p>" for s in islice(sentences, 24))
section = '<section style="break-after: {}"><h2>A page</h2>{}</section>'
body = "".join(section.format("page" if n + 1 < pages else "auto", page()) for n in range(pages))
html = f'<html lang="en" style="font: 10pt sans-serif"><title>Plain</title><body>{body}</body></html>'
HTML(string=html).write_pdf(target, pdf_tags=True)
"""


def cpu_seconds(command: list[str]) -> float:
    """User and system seconds of a finished process, with its bytecode at hand as an installed program has it.

    Raises CalledProcessError when it fails.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = os.times()
    subprocess.run(command, check=True, capture_output=True, env=environment)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def page_count(path: Path) -> int:
    """Pages of a PDF."""
    from pypdf import PdfReader

    return len(PdfReader(path).pages)


def measure(count: int, sentences: int, runs: int = 5) -> tuple[int, float, float, float]:
    """(pages, CPU seconds of the report, of the bare render, median ratio) for `count` versions of that many sentences."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = []
        for i, text in enumerate(versions(7, count, sentences)):
            files.append(str(folder / f"version{i}.txt"))
            Path(files[-1]).write_text(text, encoding="utf-8")
        report, plain = folder / "report.pdf", folder / "plain.pdf"
        command = [sys.executable, "-m", "compare", "report", *files, "-o", str(report), "-q"]
        cpu_seconds(command)
        pages = page_count(report)
        bare = [sys.executable, "-c", BARE, str(pages), str(plain), *files]
        cpu_seconds(bare)
        if (made := page_count(plain)) != pages:
            raise RuntimeError(f"the bare render has {made} pages, not {pages}")
        pairs = [(cpu_seconds(command), cpu_seconds(bare)) for _ in range(runs)]
    ratio = statistics.median(a / b for a, b in pairs)
    return pages, statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs), ratio


def main(sizes: Sequence[tuple[int, int]] = ((3, 40),)) -> None:
    """Prints a row for each size of story: so many versions of so many sentences."""
    print("| versions x sentences | pages | report, CPU s | bare render, CPU s | ratio |")
    print("|---|---|---|---|---|")
    for count, sentences in sizes:
        pages, ours, bare, ratio = measure(count, sentences)
        print(f"| {count} x {sentences} | {pages} | {ours:.2f} | {bare:.2f} | {ratio:.2f} |", flush=True)


if __name__ == "__main__":
    wanted = [tuple(map(int, size.split("x"))) for size in sys.argv[1:]]
    main([(count, sentences) for count, sentences in wanted] or ((3, 40),))
