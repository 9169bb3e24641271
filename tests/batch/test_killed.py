"""Whatever dies, no story is lost and none counted twice: the tables are those of a run that nobody disturbed."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import pandas as pd
import pytest

from tests.batch.invented_batches import (
    PATIENCE,
    begin,
    children_of,
    command,
    finished,
    kill,
    run,
    story,
    surroundings,
    tables,
    wait_until,
    workers_of,
    write_lines,
    written,
)

STORIES = 80
TRIES = 5
ENOUGH = 60_000
"""Bytes of progress by which the first bundle of stories is done, and others are not."""
FULL = 150_000
"""Bytes of a file at which the disk is full: after some bundles."""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Stories between lines that hold none."""
    lines = [story(n) for n in range(STORIES)]
    mixed = [*lines[:7], "{broken", *lines[7:20], "[1]", *lines[20:]]
    return write_lines(tmp_path_factory.mktemp("input") / "stories.jsonl", mixed)


@pytest.fixture(scope="module")
def done_already(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a batch that nobody disturbed."""
    folder = tmp_path_factory.mktemp("undisturbed")
    done = run(source, "-o", folder, "--workers", "1", "-q")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return folder


@pytest.fixture(scope="module")
def undisturbed(done_already: Path) -> dict[str, bytes]:
    return tables(done_already)


def halfway(source: Path, folder: Path, workers: str, disturb: Callable[[subprocess.Popen[str]], None]) -> Iterator[Path]:
    """Folders of batches that were disturbed once some stories were finished, in several tries.

    On a machine under load a batch may be through with all of them before anyone looks: whoever asks takes the next one then.
    """
    for number in range(TRIES):
        tried = folder / str(number)
        running = begin(source, "-o", tried, "--workers", workers, "-q")
        wait_until(partial(under_way_or_done, tried, running))
        disturb(running)
        yield tried
    pytest.fail(f"{TRIES} batches were done before they could be disturbed")


def under_way_or_done(folder: Path, running: subprocess.Popen[str]) -> bool:
    return written(folder) > ENOUGH or running.poll() is not None


def kill_and_see_all_end(running: subprocess.Popen[str]) -> None:
    """Kills a batch; none of its processes works on for nobody."""
    processes = children_of(running.pid)
    kill(running)
    wait_until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in processes))


def test_a_killed_run_is_resumed(source: Path, undisturbed: dict[str, bytes], tmp_path: Path) -> None:
    out = next(out for out in halfway(source, tmp_path, "2", kill_and_see_all_end) if 0 < finished(out) < STORIES)
    assert not (out / "findings.parquet").exists()
    assert "--resume" in run(source, "-o", out).stderr

    resumed = run(source, "-o", out, "--workers", "2", "--resume", "-q")
    assert resumed.returncode == 0, resumed.stderr
    assert tables(out) == undisturbed


def test_a_killed_worker_costs_nothing(source: Path, undisturbed: dict[str, bytes], tmp_path: Path) -> None:
    killed: list[int] = []

    def kill_a_worker(running: subprocess.Popen[str]) -> None:
        for worker in workers_of(running.pid)[:1]:
            with suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)
                killed.append(worker)
        _, told = running.communicate(timeout=PATIENCE)
        assert (running.returncode, told) == (0, "")

    out = next(out for out in halfway(source, tmp_path, "2", kill_a_worker) if killed)
    assert tables(out) == undisturbed


def run_on_full_disk(most: int, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """A batch that may write no file of more than so many bytes."""

    def small_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    return subprocess.run(
        command(*arguments), capture_output=True, text=True, env=surroundings(), preexec_fn=small_files, timeout=90, check=False
    )


def is_told_in_one_line(done: subprocess.CompletedProcess[str]) -> bool:
    """Whether a batch ended as it does where it can be carried on."""
    return done.returncode == 2 and len(done.stderr.splitlines()) == 1 and "--resume" in done.stderr


def test_a_full_disk_is_told_in_one_line_and_resumed(source: Path, undisturbed: dict[str, bytes], tmp_path: Path) -> None:
    done = run_on_full_disk(FULL, source, "-o", tmp_path, "--workers", "1", "-q")
    assert is_told_in_one_line(done), done.stderr
    assert 0 < finished(tmp_path) < STORIES
    resumed = run(source, "-o", tmp_path, "--workers", "1", "--resume", "-q")
    assert resumed.returncode == 0, resumed.stderr
    assert tables(tmp_path) == undisturbed


@pytest.mark.parametrize("name", ["findings.parquet", "index.html", "summary.pdf"])
def test_a_disk_that_is_full_at_the_end_costs_no_comparison(
    name: str, source: Path, done_already: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    shutil.copytree(done_already, tmp_path, dirs_exist_ok=True)
    done = run_on_full_disk(len(undisturbed[name]) - 1, source, "-o", tmp_path, "--workers", "1", "--resume", "-q")
    assert is_told_in_one_line(done), done.stderr
    assert {p.name for p in tmp_path.glob(".*")} == set()  # no draft is left
    assert all(tables(tmp_path)[other] == data for other, data in undisturbed.items())  # what was there is whole
    resumed = run(source, "-o", tmp_path, "--workers", "1", "--resume", "-q")
    assert (resumed.returncode, tables(tmp_path)) == (0, undisturbed), resumed.stderr


def test_ctrl_c_stops_within_seconds_and_says_how_to_go_on(source: Path, tmp_path: Path) -> None:
    ends: list[tuple[int, str]] = []

    def interrupt(running: subprocess.Popen[str]) -> None:
        processes, began = children_of(running.pid), time.monotonic()
        running.send_signal(signal.SIGINT)
        _, told = running.communicate(timeout=PATIENCE)
        assert time.monotonic() - began < 20
        wait_until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in processes))
        ends.append((running.returncode, told))

    next(out for out in halfway(source, tmp_path, "1", interrupt) if ends[-1] != (0, ""))
    status, told = ends[-1]
    assert status == 130
    assert told.count("\n") == 1
    assert "--resume" in told


def test_what_cannot_be_read_is_named_by_its_line(undisturbed: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "stories.parquet"
    path.write_bytes(undisturbed["stories.parquet"])
    stories = pd.read_parquet(path)
    assert list(stories["number"]) == list(range(1, STORIES + 3))
    skipped = stories[stories["status"] == "skipped"]
    assert list(skipped["where"]) == ["stories.jsonl line 8", "stories.jsonl line 22"]
    assert "not JSON" in skipped["reason"].iloc[0]
    assert "expected an object" in skipped["reason"].iloc[1]
