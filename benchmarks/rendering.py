"""What the pages of a PDF report cost beside as many pages of plain tagged text: CPU time, memory, bytes.

Each measurement is a process of its own that has WeasyPrint imported and the comparison made before its clock starts, with
compiled modules and templates at hand, as an installed program has them from its second report on.
`python -m benchmarks.rendering 3x40 5x200 2x2000` names the sizes of story; the last takes a few minutes.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from benchmarks.stories import versions

WORDS = "Plain words of news prose stand here, one after the other, to fill a page. " * 6
RUNS = 3
"""Of each kind, in turns, of which the fastest counts."""
KILO = 1_000
MEGA = 1_000_000


@dataclass(frozen=True, slots=True)
class Rendered:
    """What one rendering cost."""

    pages: int
    cpu: float
    """Seconds, user and system."""
    memory: float
    """Megabytes that the process's peak grew by."""
    size: int
    """Bytes of the file."""
    words: int
    """Of the input."""


def peak() -> float:
    """The process's peak memory in megabytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / MEGA


def measured(render: Callable[[], bytes], words: int) -> Rendered:
    """The cost of a call that gives a PDF."""
    import io

    from pypdf import PdfReader

    before, clock = peak(), time.process_time()
    data = render()
    cpu, memory = time.process_time() - clock, peak() - before
    return Rendered(len(PdfReader(io.BytesIO(data)).pages), cpu, memory, len(data), words)


def report(count: int, sentences: int) -> Rendered:
    """The report on an invented story of that size; the time of the comparison is not in it."""
    import weasyprint  # noqa: F401  # its import is no part of what is measured

    from compare import Settings, Version
    from compare.api import compare_versions
    from compare.render.pdf import render_pdf

    told = versions(7, count, sentences)
    made = compare_versions([Version(label=f"Paper {i}", text=text) for i, text in enumerate(told)], Settings(max_pages=2_000))
    return measured(lambda: render_pdf(made.comparison), sum(len(text.split()) for text in told))


def plain(pages: int) -> Rendered:
    """As many pages of tagged paragraphs."""
    from weasyprint import HTML

    page = f"<p>{WORDS}</p>" * 8
    sections = [f'<section style="break-after: page"><h2>A page</h2>{page}</section>'] * (pages - 1)
    body = "".join((*sections, f"<section><h2>A page</h2>{page}</section>"))
    html = f'<html lang="en" style="font: 10pt sans-serif"><title>Plain</title><body>{body}</body></html>'

    def render() -> bytes:
        data: bytes = HTML(string=html).write_pdf(pdf_tags=True)
        return data

    return measured(render, 0)


def in_a_process(*arguments: str) -> Rendered:
    """The same in a fresh process, so that no rendering profits from another. Raises CalledProcessError when it fails."""
    command = [sys.executable, "-m", "benchmarks.rendering", "--one", *arguments]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    told = subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout
    return Rendered(**json.loads(told))


def fastest(runs: Sequence[Rendered]) -> Rendered:
    """The run that other work on the machine disturbed least."""
    return min(runs, key=lambda run: run.cpu)


def row(size: str) -> str:
    """A line of the table for one size of story."""
    mine = [in_a_process("report", *size.split("x"))]
    bare = [in_a_process("plain", str(mine[0].pages))]
    for _ in range(RUNS - 1):
        mine.append(in_a_process("report", *size.split("x")))
        bare.append(in_a_process("plain", str(mine[0].pages)))
    ours, theirs = fastest(mine), fastest(bare)
    if theirs.pages != ours.pages:
        raise RuntimeError(f"the plain render has {theirs.pages} pages, not {ours.pages}")
    per_page, per_plain = (KILO * r.cpu / r.pages for r in (ours, theirs))
    return (
        f"| {size.replace('x', ' x ')} | {ours.pages} | {per_page:.0f} | {per_plain:.0f} "
        f"| {ours.cpu / theirs.cpu:.2f} | {KILO * KILO * ours.cpu / ours.words:.0f} | {ours.memory:.0f} "
        f"| {max(0.0, ours.memory - 60) / ours.pages:.1f} | {ours.size / KILO / ours.pages:.1f} |"
    )


def main(sizes: Sequence[str]) -> None:
    """Prints a row for each size of story."""
    heads = ("versions x sentences", "pages", "ms/page", "plain, ms/page", "ratio", "ms/1,000 words", "MB", "MB/page above 60")
    print(f"| {' | '.join(heads)} | kB/page |")
    print("|---" * (len(heads) + 1) + "|")
    in_a_process("report", "2", "3")  # so that everything is compiled
    for size in sizes:
        print(row(size), flush=True)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--one", "report", count, sentences]:
            print(json.dumps(asdict(report(int(count), int(sentences)))))
        case ["--one", "plain", pages]:
            print(json.dumps(asdict(plain(int(pages)))))
        case sizes:
            main(sizes or ("3x40", "5x200", "2x2000"))
