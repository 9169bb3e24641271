"""What `storycompare batch` costs beside a plain loop, what more workers bring, and how memory and time grow with the stories.

The machine may be shared, so overhead is told in CPU seconds of all processes before the clock's, and what a second worker brings
in seconds by the clock, runs of both kinds by turns. `python -m benchmarks.batch overhead usual scaling dask standing memory
length stages` names what (`usual` is the overhead with stories of usual length); `--stories N` how many;
`python -m benchmarks.batch all FILE.jsonl ...` runs over files of stories.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.dask_cluster import ONE_THREAD, second_worker
from benchmarks.stories import rewritten, story

LOOP = """
import json, sys
from compare import compare_versions
for line in open(sys.argv[1], encoding="utf-8"):
    compare_versions(json.loads(line)["versions"])
"""
CANNED = """
import resource, sys
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from compare.clock import now
from compare.batch.engines import ThisProcess
from compare.batch.records import Record, packed, unpacked
from compare.batch.run import Batch, run_batch
from compare.batch.work import work_on
from compare.settings import Settings

class Canned(ThisProcess):
    known = None
    def submit(self, stories, task):
        if self.known is None:
            self.known = unpacked(work_on(stories[:1], task)[0].record)
        future = Future()
        future.set_result(tuple(replace(RESULT, number=s.number, record=self.renumbered(s)) for s in stories))
        return future
    def renumbered(self, story):
        name = {"number": story.number, "story_id": story.story_id}
        rows = {part: [row | name for row in getattr(self.known, part)] for part in ("versions", "findings", "figures")}
        return packed(Record(story=self.known.story | name, **rows))

from compare.batch.story import Result
RESULT = Result(0, b"", 0.0)
run_batch(Batch(source=Path(sys.argv[1]), folder=Path(sys.argv[2]), settings=Settings()), Canned(), now())
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
PR_SET_CHILD_SUBREAPER = 36
"""Of Linux's prctl: orphans below this process become its children."""
STAGES = {
    "clean": ("compare.pipeline", "clean"),
    "annotate": ("compare.pipeline", "annotate"),
    "align": ("compare.pipeline", "align"),
    "figures": ("compare.pipeline", "match_figures"),
    "differences": ("compare.pipeline", "find_differences"),
    "similarity": ("compare.pipeline", "pair_similarities"),
    "lineage": ("compare.pipeline", "lineage"),
    "tables": ("compare.batch.work", "record_of"),
    "packing": ("compare.batch.work", "packed"),
}
"""Where each stage is called from, so that its time can be taken there."""


PAPERS = ("Post", "Herald", "Courier")


@dataclass(frozen=True, slots=True)
class Size:
    """How long a generated story is."""

    versions: int
    sentences: int
    """Of the wire's version; the others have about as many."""


SHORT = Size(versions=2, sentences=5)
"""A seventh of the words of a usual story, so that what a batch adds to the work shows most."""
USUAL = Size(versions=3, sentences=25)
"""3 x 337 words. The median story of the development sets has three versions of 309 words (outlets) or two of 533 (revisions)."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process cost: seconds by the clock, and of CPU with its children's."""

    clock: float
    cpu: float


def write_stories(path: Path, count: int, size: Size = SHORT) -> Path:
    """A file of so many invented stories of a size: a wire's text, and what papers in turn make of it."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            original = story(number, size.sentences)
            texts = (original, *(rewritten(original, number * 7 + k) for k in range(1, size.versions)))
            outlets = ("Wire", *(PAPERS[(number + k) % len(PAPERS)] for k in range(size.versions - 1)))
            versions = [{"outlet": o, "text": "\n".join(t)} for o, t in zip(outlets, texts, strict=True)]
            file.write(json.dumps({"story_id": f"story-{number}", "versions": versions}) + "\n")
    return path


def cost(command: Sequence[str], *, alone: bool = True) -> Cost:
    """What a finished process cost, with all that it started. Raises CalledProcessError when it fails.

    Linux alone: a batch never waits for the server that forks its workers, so this process becomes the one that does.
    """
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
    before, began = os.times(), time.perf_counter()
    subprocess.run(list(command), check=True, capture_output=True, env=os.environ | ONE_THREAD)
    clock = time.perf_counter() - began
    with suppress(ChildProcessError):
        while alone:  # with other children at work this would wait for them
            os.waitpid(-1, 0)
    after = os.times()
    return Cost(clock, after.children_user + after.children_system - before.children_user - before.children_system)


def batch(source: Path, out: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "compare", "batch", str(source), "-o", str(out), "-q", *options]


def overhead(folder: Path, stories: int, runs: int = 3, size: Size = SHORT) -> str:
    """CPU of all processes, and seconds by the clock, of a batch with one worker, tables only, beside those of a plain loop.

    They run by turns, and ratios are those of a turn, so that what slows both down weighs little. The clock says what a user
    waits, on a machine that does nothing else.
    """
    source = write_stories(folder / "stories.jsonl", stories, size)
    turns = []
    for _ in range(runs):
        loop = cost([sys.executable, "-c", LOOP, str(source)])
        turns.append((cost(batch(source, Path(tempfile.mkdtemp(dir=folder)), "--workers", "1")), loop))
    cpu = beside([(ours.cpu, loop.cpu) for ours, loop in turns])
    clock = beside([(ours.clock, loop.clock) for ours, loop in turns])
    told = f"{stories} stories of {size.versions} x {size.sentences} sentences"
    return f"{told}, batch and loop: CPU {cpu}; by the clock {clock}"


def beside(pairs: Sequence[tuple[float, float]]) -> str:
    """Medians of seconds of two kinds, and of the ratios of each pair, with the least and the greatest."""
    ratios = sorted(ours / loop for ours, loop in pairs)
    ours, loop = (statistics.median(column) for column in zip(*pairs, strict=True))
    return f"{ours:.1f} and {loop:.1f} s, ratio {statistics.median(ratios):.3f} ({ratios[0]:.3f} to {ratios[-1]:.3f})"


def scaling(folder: Path, stories: int, options: Sequence[str] = (), runs: int = 3) -> str:
    """Seconds by the clock of whole batches with one worker beside two, run by turns: start, tables and index included."""
    source = write_stories(folder / "stories.jsonl", stories)
    kind = "".join(options)
    pairs = []
    for n in range(runs):
        one, two = (
            cost(batch(source, folder / f"{kind}{n}-{workers}", "--workers", str(workers), *options)).clock for workers in (1, 2)
        )
        pairs.append((one, two))
    ratios = sorted(one / two for one, two in pairs)
    one, two = (statistics.median(column) for column in zip(*pairs, strict=True))
    middle = f"{statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"
    fastest = [min(column) for column in zip(*pairs, strict=True)]  # what other work on the machine disturbed least
    told = f"ratio {middle}, of the fastest {fastest[0] / fastest[1]:.2f}"
    return f"{stories} stories in {one:.1f} s with 1 worker, {two:.1f} s with 2; {told}"


def standing(folder: Path, stories: int, runs: int = 3) -> Iterator[str]:
    """The same on Dask clusters that stand already."""
    source, warm = write_stories(folder / "stories.jsonl", stories), write_stories(folder / "warm.jsonl", 100)

    def run(table: Path, address: str) -> float:
        out = Path(tempfile.mkdtemp(dir=folder))
        return cost(batch(table, out, "--engine", "dask", "--scheduler", address), alone=False).clock

    yield from second_worker(folder, source, warm, run, runs)


def memory(folder: Path, sizes: Sequence[int]) -> str:
    """Peak memory of the parent for so many stories; `CANNED` gives all the same result, lest the workers take the time."""
    peaks = []
    for stories in sizes:
        source = write_stories(folder / f"{stories}.jsonl", stories)
        command = [sys.executable, "-c", CANNED, str(source), str(folder / f"memory{stories}")]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ | ONE_THREAD)
        peaks.append(int(done.stdout) / 1024)
    told = ", ".join(f"{peak:.0f} MB at {stories:,}" for stories, peak in zip(sizes, peaks, strict=True))
    return f"{told} stories: {100 * (peaks[-1] / peaks[0] - 1):+.0f}%"


def length(folder: Path, sizes: Sequence[int] = (10, 20, 40, 80, 160)) -> Iterator[str]:
    """CPU seconds of one story of two versions beside its words."""
    from compare import compare_versions

    for sentences in sizes:
        original = story(1, sentences)
        texts = ["\n".join(original), "\n".join(rewritten(original, 8))]
        words = sum(len(t.split()) for t in texts)
        times = []
        for _ in range(5):
            began = time.process_time()
            compare_versions([{"text": t} for t in texts])
            times.append(time.process_time() - began)
        seconds = min(times)
        yield f"2 x {sentences} sentences, {words:,} words: {1000 * seconds:.0f} ms, {1e6 * seconds / words:.0f} µs a word"


def stages(sources: Sequence[Path], limit: int) -> str:
    """Share of each stage in the CPU time of a worker."""
    from compare.batch import work
    from compare.batch.reading import Reading, read_stories
    from compare.batch.story import Story, Task
    from compare.settings import Settings

    spent: defaultdict[str, float] = defaultdict(float)
    for name, (module, function) in STAGES.items():
        home = import_module(module)
        setattr(home, function, timed(getattr(home, function), name, spent))
    with tempfile.TemporaryDirectory() as scratch:
        task = Task(settings=Settings(), formats=(), folder="", made=datetime.now(UTC), seconds=10_000)
        began, done = time.process_time(), 0
        for source in sources:
            for found in islice(read_stories(Reading(source, task.settings, None, Path(scratch) / "rows")), limit):
                if isinstance(found, Story):
                    work.work_on([found], task)
                    done += 1
        total = time.process_time() - began
    spent["the rest"] = max(0.0, total - sum(spent.values()))
    shares = ", ".join(f"{name} {100 * seconds / total:.0f}%" for name, seconds in sorted(spent.items(), key=lambda x: -x[1]))
    return f"{done} stories in {total:.1f} s of CPU: {shares}"


def timed(function: Callable[..., Any], name: str, spent: defaultdict[str, float]) -> Callable[..., Any]:
    """The function, its CPU seconds added up under a name."""

    def wrapped(*arguments: Any, **keywords: Any) -> Any:
        began = time.process_time()
        try:
            return function(*arguments, **keywords)
        finally:
            spent[name] += time.process_time() - began

    return wrapped


def whole_files(folder: Path, sources: Sequence[Path]) -> Iterator[str]:
    """Files of stories, each as a batch with a worker for each core."""
    for n, source in enumerate(sources):
        out = folder / f"file{n}"
        spent = cost(batch(source, out))
        from pyarrow.parquet import read_table

        status = read_table(out / "stories.parquet", columns=["status", "reason", "where"]).to_pylist()
        skipped = [f"{row['where']}: {row['reason']}" for row in status if row["status"] == "skipped"]
        rate = f"{len(status)} stories in {spent.clock:.0f} s, {len(status) / spent.clock:.1f} a second, {spent.cpu:.0f} s of CPU"
        yield "; ".join([f"{source.parent.name}: {rate}, {len(skipped)} skipped", *skipped[:5]])


def main(arguments: Sequence[str]) -> None:
    """Prints a line for each thing to measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="+", help="any of those named above, and files for stages and all")
    parser.add_argument("--stories", type=int, default=1000)
    parser.add_argument("--most", type=int, default=50_000, help="stories for which memory is measured")
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args(arguments)
    files = [Path(name) for name in chosen.what if name.endswith(".jsonl")]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measures: dict[str, Callable[[], Iterable[str]]] = {
            "overhead": lambda: [overhead(folder, chosen.stories, chosen.runs)],
            "usual": lambda: [overhead(folder, chosen.stories, chosen.runs, USUAL)],
            "scaling": lambda: [scaling(folder, chosen.stories, (), chosen.runs)],
            "dask": lambda: [scaling(folder, chosen.stories, ("--engine", "dask"), chosen.runs)],
            "standing": lambda: standing(folder, chosen.stories, chosen.runs),
            "memory": lambda: [memory(folder, (1_000, chosen.most))],
            "length": lambda: length(folder),
            "stages": lambda: [stages(files or [write_stories(folder / "stages.jsonl", chosen.stories)], chosen.stories)],
            "all": lambda: whole_files(folder, files),
        }
        for what in chosen.what:
            for line in measures[what]() if what in measures else ():
                print(f"{what}: {line}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
