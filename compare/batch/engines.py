"""Who works: the processes of this machine, or the workers of a Dask cluster. Each is a concurrent.futures executor.

An engine says how many tasks it takes at a time (`slots`) and which exceptions of a future mean that a worker died
(`deaths`) or that all of it is gone (`lost`); after a death, `renew` makes it fit for work again.
"""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from importlib import import_module
from multiprocessing.connection import wait
from tempfile import gettempdir
from typing import Any, Protocol

from compare.batch.story import CannotGoOn, Result, Story, Task
from compare.errors import SettingsError

ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""Where numeric libraries read how many threads to start; a process for each core leaves no room for more."""
SELDOM = (100_000, 50, 100)
"""Thresholds of the cycle collector in a worker, as for a single report: a comparison leaves few cycles."""
START_SECONDS = 60
"""How long a cluster may take to show its first worker."""


class Engine(Protocol):
    """What `dispatch` asks of whoever works."""

    slots: int
    deaths: tuple[type[BaseException], ...]
    lost: tuple[type[BaseException], ...]
    breaks_whole: bool
    """Whether the death of one worker takes with it what the others have in hand."""

    def submit(self, stories: Sequence[Story], task: Task) -> Future[tuple[Result, ...]]: ...

    def renew(self) -> None: ...


def at_work(stories: Sequence[Story], task: Task) -> tuple[Result, ...]:
    """What came of each story. The pipeline is imported in the worker: the parent, which only hands out, has no use for it."""
    from compare.batch.work import work_on

    return work_on(stories, task)


class LocalEngine:
    """Processes of this machine. They are forked from a clean server, or spawned where there is no fork: threads stay safe."""

    deaths: tuple[type[BaseException], ...] = (BrokenProcessPool,)
    lost: tuple[type[BaseException], ...] = ()
    breaks_whole = True

    def __init__(self, workers: int) -> None:
        self.slots = workers
        for name in ONE_THREAD:
            os.environ.setdefault(name, "1")
        kind = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
        self.context: Any = multiprocessing.get_context(kind)
        if kind == "forkserver":
            from multiprocessing.forkserver import ensure_running

            self.context.set_forkserver_preload(["compare.batch.work"])
            try:
                with same_modules():
                    ensure_running()  # it imports that while this process opens its files
            except OSError as e:  # a socket's path has about 100 bytes
                place = gettempdir()
                raise SettingsError(f"{place}: worker processes cannot talk there ({e}); set TMPDIR to a shorter path") from None
        self.others = frozenset(multiprocessing.active_children())
        self.pool = self.new_pool()

    def new_pool(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self.slots, mp_context=self.context, initializer=begin)

    def submit(self, stories: Sequence[Story], task: Task) -> Future[tuple[Result, ...]]:
        return self.pool.submit(at_work, stories, task)

    def renew(self) -> None:
        self.pool.shutdown(wait=False, cancel_futures=True)
        self.pool = self.new_pool()

    def close(self, *, at_once: bool) -> None:
        """Ends the processes; `at_once` does not wait for what they have in hand."""
        if at_once:
            for process in multiprocessing.active_children():
                if process not in self.others:
                    process.terminate()
        self.pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def same_modules() -> Iterator[None]:
    """Inside, a Python that is started finds modules where this one does.

    The server of Python 3.11 looks in the working folder first, and would take a `compare.py` of the user's for ours.
    """
    wanted = {"PYTHONSAFEPATH": "1", "PYTHONPATH": os.pathsep.join(place or os.getcwd() for place in sys.path)}
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def begin() -> None:
    """Makes a new process of ours fit for many stories; it ends when its parent does, which a killed parent cannot ask for."""
    gc.freeze()  # what the server imported is here to stay
    gc.set_threshold(*SELDOM)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process; the parent says what it means
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=end_with, args=(parent.sentinel,), daemon=True).start()


def end_with(sentinel: int) -> None:
    """Waits for the parent's end, then ends this process."""
    wait([sentinel])
    os._exit(1)


class ThisProcess:
    """No other process: the work is done where it is asked for."""

    slots = 1
    deaths: tuple[type[BaseException], ...] = ()
    lost: tuple[type[BaseException], ...] = ()
    breaks_whole = False

    def submit(self, stories: Sequence[Story], task: Task) -> Future[tuple[Result, ...]]:
        future: Future[tuple[Result, ...]] = Future()
        try:
            future.set_result(at_work(stories, task))
        except Exception as e:
            future.set_exception(e)
        return future

    def renew(self) -> None:
        """Nothing to do."""


class GivenExecutor:
    """An executor that somebody else made, and will end; what dies in it is dead."""

    deaths: tuple[type[BaseException], ...] = ()
    lost: tuple[type[BaseException], ...] = (BrokenExecutor, CancelledError)
    breaks_whole = False

    def __init__(self, executor: Executor) -> None:
        self.slots = cores()
        self.executor = executor

    def submit(self, stories: Sequence[Story], task: Task) -> Future[tuple[Result, ...]]:
        return self.executor.submit(at_work, stories, task)

    def renew(self) -> None:
        """Nothing that we could do."""


class DaskEngine:
    """A Dask cluster: at an address, or one that is started on this machine for the time."""

    breaks_whole = False

    def __init__(self, address: str | None, workers: int | None) -> None:
        try:
            distributed: Any = import_module("distributed")  # which has no types
        except ImportError:
            raise SettingsError("--engine dask needs Dask; try pip install 'dask[distributed]'") from None
        for name in ("distributed", *logging.root.manager.loggerDict):
            if name.partition(".")[0] == "distributed":
                logging.getLogger(name).setLevel(logging.CRITICAL)  # what goes wrong is told once, by us
        self.deaths: tuple[type[BaseException], ...] = (distributed.KilledWorker,)
        self.lost: tuple[type[BaseException], ...] = (CancelledError, OSError)
        self.cluster: Any = None
        try:
            if address is None:
                self.cluster = distributed.LocalCluster(
                    n_workers=workers, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
                )
            self.client: Any = distributed.Client(address or self.cluster, timeout=START_SECONDS // 2, set_as_default=False)
            self.client.wait_for_workers(1, timeout=START_SECONDS)
        except (OSError, ValueError) as e:
            found = " ".join(str(e).split())[:200]
            place = address or "this machine"
            raise CannotGoOn(f"no Dask cluster at {place} ({found}); start its scheduler and workers") from None
        self.slots = max(1, sum(self.client.nthreads().values()))
        self.pool: Executor = self.client.get_executor(pure=False)

    def submit(self, stories: Sequence[Story], task: Task) -> Future[tuple[Result, ...]]:
        return self.pool.submit(at_work, stories, task)

    def renew(self) -> None:
        """Nothing to do: Dask starts its workers anew, or works on with those that are left."""

    def close(self, *, at_once: bool) -> None:
        """Leaves the cluster, and ends the one that was started here."""
        self.client.close(timeout=5)
        if self.cluster is not None:
            self.cluster.close(timeout=5)


@contextmanager
def engine(kind: str, workers: int | None, scheduler: str | None) -> Iterator[Engine]:
    """The engine "local" or "dask", closed at the end. `workers` is the number of processes, None one for each core."""
    made: LocalEngine | DaskEngine = DaskEngine(scheduler, workers) if kind == "dask" else LocalEngine(workers or cores())
    try:
        yield made
    except BaseException:
        made.close(at_once=True)
        raise
    made.close(at_once=False)


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
