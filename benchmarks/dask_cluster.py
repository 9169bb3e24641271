"""What a second worker brings on a Dask cluster that stands already, so that its start is not counted.

Scheduler and workers are processes of this machine, as for the tests. On a shared machine the clock also counts the seconds in
which workers were ready and other processes had the cores, so these are told beside: `schedstat` of Linux has them by thread.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
PATIENCE = 60
"""Seconds that a cluster has to start."""


Run = Callable[[Path, str], float]


@dataclass(frozen=True, slots=True)
class Cluster:
    """A cluster on this machine: where its scheduler listens, and the processes of its workers."""

    address: str
    workers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds that processes had a core, and that they were ready and waited for one."""

    worked: float
    waited: float


@contextmanager
def process(*arguments: str) -> Iterator[int]:
    """The number of a dask process, killed at the end."""
    command = [sys.executable, "-m", "dask", *arguments]
    started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | ONE_THREAD)
    try:
        yield started.pid
    finally:
        started.kill()
        started.wait()


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[Cluster]:
    """A cluster of so many workers, each one process with one thread for the work."""
    file = folder / f"scheduler{workers}.json"
    with ExitStack() as stack:
        listening = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        stack.enter_context(process("scheduler", *listening, "--scheduler-file", str(file)))
        end = time.monotonic() + PATIENCE
        while not file.exists() or "tcp://" not in file.read_text():
            if time.monotonic() > end:
                raise TimeoutError("the scheduler did not start")
            time.sleep(0.1)
        address = str(json.loads(file.read_text())["address"])
        options = (address, "--nthreads", "1", "--no-nanny", "--no-dashboard")
        numbers = tuple(stack.enter_context(process("worker", *options)) for _ in range(workers))
        wait_for(address, workers)
        yield Cluster(address, numbers)


def wait_for(address: str, workers: int) -> None:
    """Waits until all workers of a cluster are there. In a process of its own: this one must not hold a client."""
    ask = f"import distributed as d; d.Client({address!r}).wait_for_workers({workers}, timeout={PATIENCE})"
    subprocess.run([sys.executable, "-c", ask], check=True, capture_output=True)


def spent(processes: Sequence[int]) -> Spent:
    """What processes have had of the cores since they began."""
    worked = waited = 0
    for number in processes:
        for task in sorted(Path(f"/proc/{number}/task").iterdir()):
            on, ready, _ = map(int, (task / "schedstat").read_text().split())
            worked, waited = worked + on, waited + ready
    return Spent(worked / 1e9, waited / 1e9)


def second_worker(folder: Path, source: Path, warm: Path, run: Run, runs: int) -> Iterator[str]:
    """A line for each run, one worker and two by turns, and the ratio of the fastest.

    `run` gives the seconds of a batch over an input on the cluster at an address; `warm` is a short input by which each worker
    imports what it needs before anything is measured.
    """
    with ExitStack() as stack:
        clusters = [stack.enter_context(cluster(folder, workers)) for workers in (1, 2)]
        for there in clusters:
            run(warm, there.address)
        fastest = [float("inf")] * len(clusters)
        for _ in range(runs):
            for n, there in enumerate(clusters):
                before = spent(there.workers)
                clock = run(source, there.address)
                after = spent(there.workers)
                fastest[n] = min(fastest[n], clock)
                worked, waited = after.worked - before.worked, after.waited - before.waited
                had = f"they worked {worked:.1f} s and waited {waited:.1f} s for a core"
                yield f"{n + 1} standing worker(s): {clock:.1f} s; {had}"
    yield f"fastest {fastest[0]:.1f} s with 1 standing worker, {fastest[1]:.1f} s with 2; ratio {fastest[0] / fastest[1]:.2f}"
