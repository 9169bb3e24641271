"""The same batch on a Dask cluster: scheduler and workers as processes of their own, on this machine."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.batch.invented_batches import begin, finished, kill, run, story, tables, wait_until, write_lines, written

STORIES = 80
ENOUGH = 60_000

pytestmark = pytest.mark.slow


@contextmanager
def process(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A dask process, ended at the end."""
    started = subprocess.Popen(
        [sys.executable, "-m", "dask", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        env=os.environ | {"DASK_DISTRIBUTED__WORKER__DAEMON": "False"},
    )  # fmt: skip
    try:
        yield started
    finally:
        kill(started)


@contextmanager
def scheduler(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A scheduler on a port that is free, and its address."""
    file = folder / "scheduler.json"
    arguments = ("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file))
    with process(*arguments) as started:
        wait_until(lambda: file.exists() and "tcp://" in file.read_text(), process=started)
        address = file.read_text().partition('"address": "')[2].partition('"')[0]
        yield started, address


@contextmanager
def worker(address: str) -> Iterator[subprocess.Popen[str]]:
    """A worker of the scheduler, one process of one thread."""
    with process("worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard") as started:
        yield started


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_lines(tmp_path_factory.mktemp("input") / "stories.jsonl", map(story, range(STORIES)))


@pytest.fixture(scope="module")
def local(source: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("local")
    assert run(source, "-o", folder, "-q").returncode == 0
    return tables(folder)


def test_a_cluster_gives_the_tables_of_one_machine_though_a_worker_is_killed(
    source: Path, local: dict[str, bytes], tmp_path: Path
) -> None:
    with scheduler(tmp_path) as (_, address), worker(address), worker(address) as doomed:
        out = tmp_path / "out"
        running = begin(source, "-o", out, "--engine", "dask", "--scheduler", address, "-q")
        wait_until(lambda: written(out) > ENOUGH, process=running)
        doomed.send_signal(signal.SIGKILL)
        _, told = running.communicate(timeout=90)
        assert (running.returncode, told) == (0, "")
        assert tables(out) == local


def test_a_lost_scheduler_is_told_in_one_line_and_the_batch_resumed(
    source: Path, local: dict[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    with scheduler(tmp_path) as (head, address), worker(address):
        running = begin(source, "-o", out, "--engine", "dask", "--scheduler", address, "-q")
        wait_until(lambda: written(out) > ENOUGH, process=running)
        head.send_signal(signal.SIGKILL)
        _, told = running.communicate(timeout=90)
    assert running.returncode == 2
    assert told.count("\n") == 1, told
    assert "--resume" in told
    assert finished(out) < STORIES
    resumed = run(source, "-o", out, "--resume", "-q")
    assert resumed.returncode == 0, resumed.stderr
    assert tables(out) == local


def test_where_there_is_no_cluster_one_line_says_so(source: Path, tmp_path: Path) -> None:
    done = run(source, "-o", tmp_path, "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9", "-q")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1, done.stderr
    assert "tcp://127.0.0.1:9" in done.stderr
