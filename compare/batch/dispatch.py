"""Story*, an engine -> Result*, as they come: a bounded number in flight, and no story lost to a worker that dies.

Small stories travel several at a time, or handing them over would cost more than a tenth of the work. When a worker dies, nobody
can tell which story it died of: those in flight are tried once more, each alone, and what kills a worker again is skipped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait

from compare.batch.engines import Engine
from compare.batch.records import skipped
from compare.batch.story import CannotGoOn, Result, Story, Task

MOST_TOGETHER, BYTES_TOGETHER = 16, 30_000
"""Stories, and bytes of them, that travel together: a tenth of a second's work or more, and little to lose with a killed run."""
AHEAD = 3
"""Bundles in flight for each worker: one in work, and enough waiting while the parent writes."""
Bundle = tuple[Story, ...]


def results(stories: Iterable[Story], task: Task, engine: Engine) -> Iterator[tuple[Result, ...]]:
    """What came of every story, bundle by bundle as they come. Raises CannotGoOn where engine or disk do not go on."""
    waiting = bundles(stories)
    flying: dict[Future[tuple[Result, ...]], Bundle] = {}
    while True:
        fallen: list[Bundle] = []
        while len(flying) < AHEAD * engine.slots and (bundle := next(waiting, None)) is not None:
            try:
                flying[engine.submit(bundle, task)] = bundle
            except engine.deaths:
                fallen.append(bundle)
                break
        if not flying and not fallen:
            return
        done = wait(flying, timeout=0 if fallen else None, return_when=FIRST_COMPLETED).done
        for future in sorted(done, key=lambda f: flying[f][0].number):
            bundle = flying.pop(future)
            try:
                yield landed(future, engine)
            except engine.deaths:
                fallen.append(bundle)
        if fallen and engine.breaks_whole:
            yield from caught(flying, fallen, engine)
        if fallen:
            engine.renew()
            for story in sorted((s for bundle in fallen for s in bundle), key=lambda s: s.number):
                yield alone(story, task, engine)


def landed(future: Future[tuple[Result, ...]], engine: Engine) -> tuple[Result, ...]:
    """The results of a future that is done. Raises CannotGoOn where the engine is gone."""
    try:
        return future.result()
    except engine.deaths:
        raise
    except engine.lost as e:
        raise CannotGoOn(f"the cluster is gone ({type(e).__name__}); start it again, then carry on with --resume") from None


def caught(
    flying: dict[Future[tuple[Result, ...]], Bundle], fallen: list[Bundle], engine: Engine
) -> Iterator[tuple[Result, ...]]:
    """The results that were there when a worker took all others down; the rest goes to the fallen."""
    for future, bundle in flying.items():
        try:
            yield landed(future, engine)
        except engine.deaths:
            fallen.append(bundle)
    flying.clear()


def alone(story: Story, task: Task, engine: Engine) -> tuple[Result, ...]:
    """The second try of a story that may have killed its worker."""
    try:
        return landed(engine.submit((story,), task), engine)
    except engine.deaths:
        engine.renew()
        check_alive(task, engine)
        reason = "its worker died twice (killed, or out of memory); cut its texts down, or take fewer workers"
        return (skipped(story, reason, again=True),)


def check_alive(task: Task, engine: Engine) -> None:
    """Raises CannotGoOn where workers die without a story in hand: then no story is to blame."""
    try:
        landed(engine.submit((), task), engine)
    except engine.deaths:
        found = "worker processes die as soon as they start"
        raise CannotGoOn(f'{found}; a script that starts them needs if __name__ == "__main__", or take one worker') from None


def bundles(stories: Iterable[Story]) -> Iterator[Bundle]:
    """The stories in order, small ones together."""
    bundle: list[Story] = []
    size = 0
    for story in stories:
        if bundle and (len(bundle) == MOST_TOGETHER or size + story.size > BYTES_TOGETHER):
            yield tuple(bundle)
            bundle, size = [], 0
        bundle.append(story)
        size += story.size
    if bundle:
        yield tuple(bundle)


