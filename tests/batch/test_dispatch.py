"""Stories handed out and results collected: bundles, what dies on the way, what a story may do to its worker."""

from __future__ import annotations

import os
import resource
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from pathlib import Path

import pytest

from compare.batch.dispatch import MOST_TOGETHER, bundles, results
from compare.batch.engines import ThisProcess
from compare.batch.records import unpacked
from compare.batch.story import CannotGoOn, Result, Story, Task
from compare.batch.time_limit import OutOfTime, at_most
from compare.batch.work import report_name, work_on, worked
from tests.batch.tasks import numbered, task


class Fragile(ThisProcess):
    """An engine whose worker dies of some stories; the first death takes all in flight with it, as a process pool's does."""

    slots = 2
    breaks_whole = True
    deaths: tuple[type[BaseException], ...] = (BrokenProcessPool,)

    def __init__(self, deadly: Callable[[Story], bool], start: bool = True) -> None:
        self.deadly, self.start = deadly, start
        self.broken = False
        self.tried: list[int] = []

    def submit(self, stories: Sequence[Story], task: Task) -> Future[tuple[Result, ...]]:
        self.tried += [s.number for s in stories]
        future: Future[tuple[Result, ...]] = Future()
        if self.broken or not self.start or any(self.deadly(s) for s in stories):
            self.broken = True
            future.set_exception(BrokenProcessPool())
        else:
            future.set_result(tuple(Result(s.number, b"", 0.0) for s in stories))
        return future

    def renew(self) -> None:
        self.broken = False


def test_a_story_that_kills_its_worker_twice_is_skipped_and_no_other() -> None:
    engine = Fragile(lambda s: s.number == 20)
    found = sorted(chain.from_iterable(results(map(numbered, range(1, 101)), task(), engine)), key=lambda r: r.number)
    assert [r.number for r in found] == list(range(1, 101))
    skipped = [r for r in found if r.skipped]
    assert [(r.number, r.again) for r in skipped] == [(20, True)]
    assert "died twice" in unpacked(skipped[0].record).story["reason"]
    assert engine.tried.count(20) == 2


def test_a_worker_that_dies_once_costs_no_story() -> None:
    died: list[int] = []

    def once(s: Story) -> bool:
        if s.number == 7 and not died:
            died.append(7)
            return True
        return False

    found = list(chain.from_iterable(results(map(numbered, range(1, 41)), task(), Fragile(once))))
    assert sorted(r.number for r in found) == list(range(1, 41))
    assert not any(r.skipped for r in found)


def test_workers_that_cannot_start_end_the_batch() -> None:
    with pytest.raises(CannotGoOn, match="as soon as they start"):
        list(results(map(numbered, range(1, 4)), task(), Fragile(lambda s: False, start=False)))


def test_small_stories_travel_together_and_large_ones_alone() -> None:
    sizes = [500] * 40 + [100_000, 500, 100_000]
    made = list(bundles(numbered(n, size) for n, size in enumerate(sizes, start=1)))
    assert [s.number for bundle in made for s in bundle] == list(range(1, 44))
    assert [len(bundle) for bundle in made] == [MOST_TOGETHER, MOST_TOGETHER, 8, 1, 1, 1]


def test_only_as_many_stories_are_read_as_are_in_flight() -> None:
    read: list[int] = []

    def reading() -> Iterator[Story]:
        for n in range(1, 1001):
            read.append(n)
            yield numbered(n)

    first = next(results(reading(), task(), Fragile(lambda s: False)))[0]
    assert first.number == 1
    assert len(read) < 150


def test_a_story_that_takes_too_long_is_skipped_and_may_be_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_: object) -> None:
        while True:
            time.sleep(0.001)

    monkeypatch.setattr("compare.batch.work.compared", endless)
    result = worked(numbered(1), task(seconds=1))
    assert (result.skipped, result.again) == (True, True)
    assert "--max-seconds" in unpacked(result.record).story["reason"]


def test_a_bug_in_one_story_is_told_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("compare.batch.work.compared", failing)
    (result,) = work_on([numbered(1)], task())
    reason = unpacked(result.record).story["reason"]
    assert (result.skipped, result.again) == (True, False)
    assert "ZeroDivisionError" in reason
    assert Path(__file__).name in reason


def test_time_that_is_over_reaches_any_thread() -> None:
    caught: list[bool] = []

    def work() -> None:
        try:
            with at_most(0.05):
                while True:
                    time.sleep(0.001)
        except OutOfTime:
            caught.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(10)
    assert caught == [True]


def test_work_in_time_is_left_alone() -> None:
    for _ in range(20):
        with at_most(0.01):
            time.sleep(0.002)
    time.sleep(0.02)  # nothing comes later


def test_a_folder_for_reports_that_is_not_there_ends_the_batch(tmp_path: Path) -> None:
    with pytest.raises(CannotGoOn, match="share"):
        work_on([numbered(1)], task(tmp_path / "elsewhere", "json"))


def test_a_disk_too_full_for_a_report_ends_the_batch_and_leaves_no_piece_of_it(tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, hard))
    try:
        with pytest.raises(CannotGoOn, match="make room, then carry on with --resume"):
            work_on([numbered(1)], task(tmp_path, "json"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("story_id", ["../../etc/passwd", "a/b\\c:d*e", "x" * 300, "..", "", "Ünï ☃", "con", "a\nb\0c", None])
def test_any_id_gives_a_name_that_any_file_system_takes(story_id: str | None, tmp_path: Path) -> None:
    made = Story(number=3, where="line 3", story_id=story_id, rows=numbered(3).rows)
    (result,) = work_on([made], task(tmp_path, "json"))
    (report,) = unpacked(result.record).story["reports"]
    assert os.listdir(tmp_path) == [report]
    assert report.isascii()
    assert len(report) < 120
    assert report.startswith("000003")


def test_names_of_stories_with_one_id_differ() -> None:
    one, two = (Story(number=n, where="", story_id="same") for n in (1, 2))
    assert report_name(one) != report_name(two)
