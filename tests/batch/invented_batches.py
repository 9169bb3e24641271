"""Tables of invented stories, and batches over them as processes of their own."""

from __future__ import annotations

import csv
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

PATIENCE = 90
"""Seconds after which a test gives up waiting for a process."""
TABLES = ("stories.parquet", "versions.parquet", "findings.parquet", "figures.parquet")
PLACES = ("Marrow Hill", "Port Senna", "Lenk", "Valdora", "Tolland", "Brae Cross")
Story = Mapping[str, object]


def story(number: int) -> dict[str, object]:
    """Two outlets on one fire; the toll differs in every second story, and the paper leaves out what the owner says."""
    place, dead = PLACES[number % len(PLACES)], 10 + number
    shared = [
        f"A fire in a warehouse in {place} killed {dead} people on Monday, police said.",
        "Firefighters needed six hours to put out the flames.",
        f"“We heard two loud bangs,” said Marta Huber, who lives in {place}.",
    ]
    denial = ["The owner of the warehouse denied that doors had been locked."]
    other = [shared[0].replace(str(dead), str(dead + number % 2)), *shared[1:], "A mass is to be held on Sunday."]
    versions = [
        {"outlet": "Wire", "published": "2024-03-04", "text": "\n".join(shared + denial)},
        {"outlet": "Post", "published": "2024-03-04", "text": "\n".join(other)},
    ]
    return {"story_id": f"fire-{number}", "title": f"Fire in {place}", "versions": versions}


def write_lines(path: Path, stories: Iterable[object]) -> Path:
    """A file of JSON lines; a string stands as it is."""
    path.write_text("".join((s if isinstance(s, str) else json.dumps(s)) + "\n" for s in stories), encoding="utf-8")
    return path


def rows_of(stories: Iterable[Mapping[str, object]]) -> list[dict[str, str]]:
    """The versions of stories as rows of a table, those of one story far apart."""
    rows = []
    for number in (0, 1):
        for one in stories:
            versions = one["versions"]
            assert isinstance(versions, list)
            rows.append({"story_id": str(one["story_id"]), **versions[number]})
    return rows


def write_csv(path: Path, rows: Iterable[Mapping[str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["story_id", "outlet", "published", "text"])
        writer.writeheader()
        writer.writerows(rows)
    return path


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "compare", "batch", *map(str, arguments)]


def surroundings() -> dict[str, str]:
    """The environment with a clock that stands still."""
    return os.environ | {"SOURCE_DATE_EPOCH": "1700000000"}


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """A batch, run to its end."""
    return subprocess.run(
        command(*arguments), capture_output=True, text=True, env=surroundings(), timeout=PATIENCE, check=False
    )


def begin(*arguments: str | Path) -> subprocess.Popen[str]:
    """A batch that runs on beside the test."""
    return subprocess.Popen(
        command(*arguments), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=surroundings()
    )


def wait_until(true: Callable[[], bool], *, process: subprocess.Popen[str] | None = None) -> None:
    """Waits for something to become true while the process runs."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "waited too long"
        assert process is None or process.poll() is None, "the process ended before that"
        time.sleep(0.01)


def written(folder: Path) -> int:
    """The size of what a running batch has kept; its file is locked, but its log grows."""
    return sum(path.stat().st_size for path in folder.glob("progress.sqlite*"))


def finished(folder: Path) -> int:
    """How many stories a batch that does not run has finished."""
    connection = sqlite3.connect(folder / "progress.sqlite")
    try:
        return int(connection.execute("SELECT count(*) FROM results").fetchone()[0])
    finally:
        connection.close()


def tables(folder: Path) -> dict[str, bytes]:
    """The bytes of every table but that of the timings, and of the index."""
    return {name: (folder / name).read_bytes() for name in (*TABLES, "index.html", "summary.pdf")}


def children_of(pid: int) -> list[int]:
    """The processes that a process started, and those that they started."""
    found = [child for path in Path("/proc").glob("[0-9]*") if parent_of(child := int(path.name)) == pid]
    return found + [further for child in found for further in children_of(child)]


def parent_of(pid: int) -> int | None:
    """The process that started a process; None for one that has ended."""
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return None


def workers_of(pid: int) -> list[int]:
    """The worker processes of a batch: a server that it started has forked them."""
    servers = [child for child in children_of(pid) if parent_of(child) == pid]
    return [child for child in children_of(pid) if parent_of(child) in servers]


def kill(process: subprocess.Popen[str]) -> None:
    """Ends a process as a crash would, and waits for it."""
    process.send_signal(signal.SIGKILL)
    process.wait(PATIENCE)
    if process.stderr:
        process.stderr.close()
