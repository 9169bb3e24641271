"""A batch from its input to its tables: what is to be done, what of it is done, the rest handed out, all put together."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from compare.batch.dispatch import results
from compare.batch.engines import Engine
from compare.batch.merging import merged
from compare.batch.overview import write_overview
from compare.batch.progress import Begun, Progress
from compare.batch.reading import Reading, files_of, read_stories
from compare.batch.records import skipped
from compare.batch.story import CannotGoOn, Story, Task, Unread
from compare.errors import InputError, RenderError
from compare.render import Format
from compare.render.pango import import_weasyprint
from compare.render.theme import theme_of
from compare.settings import Settings
from compare.version import __version__

REPORTS = "reports"
BLOCK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What a user asks for."""

    source: Path
    folder: Path
    settings: Settings
    formats: tuple[Format, ...] = ()
    key: str | None = None
    """Column or field that says which story a row belongs to; None takes one of the usual names."""
    seconds: int = 600
    """After which a story is given up: a hundred times what the longest reportage in three versions takes."""
    resume: bool = False
    limit: int | None = None
    """Stories to look at, from the first; None for all."""
    only: frozenset[str] = frozenset()
    """Ids of the stories to compare; empty for all."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a batch has come."""

    total: int | None
    """Stories that there are to do; None where only reading the input would tell."""
    done: int
    """With those of earlier runs."""
    now: int
    """Of this run."""
    skipped: int


Watch = Callable[[Tally], None]


def run_batch(batch: Batch, engine: Engine, made: datetime, watch: Watch = lambda tally: None) -> Tally:
    """Compares the stories and writes everything into the folder; gives the count of all that are in the tables.

    Raises CompareError: what of the batch was done stays there for a resumed run.
    """
    make_folder(batch)
    digest, stories = fingerprint(batch.source)
    with closing(Progress(batch.folder)) as progress:
        begun = progress.begin(Begun(digest, signature(batch), made), resume=batch.resume)
        task = Task(
            settings=batch.settings,
            formats=batch.formats,
            folder=str((batch.folder / REPORTS).resolve()),
            made=begun.made,
            seconds=batch.seconds,
        )
        scratch = batch.folder / ".rows.sqlite"
        compare_all(batch, Reading(batch.source, batch.settings, batch.key, scratch, stories), task, engine, progress, watch)
        there = progress.count()
        if not there.all:
            raise InputError(nothing_found(batch))
        write_overview(merged(progress.results(), batch.folder), batch.folder, begun.made, batch.settings)
        return Tally(there.all, there.all, 0, there.skipped)


def nothing_found(batch: Batch) -> str:
    """What to say of an input in which no story is, or none of those asked for."""
    if batch.only:
        wanted = " or ".join(sorted(batch.only))
        return f"{batch.source}: no story has the id {wanted}; look ids up in the input, or leave out --story"
    return f"{batch.source}: no story in it; a story is a line of .jsonl, the rows of a table with one story key, or a folder"


def make_folder(batch: Batch) -> None:
    """Makes the folder and the one for reports. Raises InputError where there is nothing to read, CannotGoOn where it cannot."""
    if not batch.source.exists():
        raise InputError(f"{batch.source}: no such file or folder; check the path")
    try:
        batch.folder.mkdir(parents=True, exist_ok=True)
        if batch.formats:
            (batch.folder / REPORTS).mkdir(exist_ok=True)
    except OSError as e:
        raise CannotGoOn(f"{batch.folder}: cannot be made ({e.strerror}); name another folder") from None


def compare_all(batch: Batch, reading: Reading, task: Task, engine: Engine, progress: Progress, watch: Watch) -> None:
    """Compares what is not done yet and keeps what came of it."""
    before = progress.count()
    done, skipped = before.all - before.again, before.skipped - before.again
    watch(Tally(total(batch, reading), done, 0, skipped))
    now = 0
    for bundle in results(to_do(batch, reading, progress), task, engine):
        progress.keep(bundle)
        now += len(bundle)
        skipped += sum(result.skipped for result in bundle)
        watch(Tally(total(batch, reading), done + now, now, skipped))
        if now == len(bundle):  # workers have more in hand: what the summary needs is there before the last of them is done
            import_ahead()


def import_ahead() -> None:
    """Imports what draws the summary, which takes a third of a second; where it cannot be, the summary says so in the end."""
    with suppress(RenderError):
        import_weasyprint()


def total(batch: Batch, reading: Reading) -> int | None:
    """How many stories there are to compare, as far as that is known."""
    if batch.only:
        return None
    return min(batch.limit, reading.total) if batch.limit is not None and reading.total is not None else reading.total


def to_do(batch: Batch, reading: Reading, progress: Progress) -> Iterator[Story]:
    """The stories that are wanted and not done; a place that holds none is noted on the way."""
    fresh = not progress.count().all
    for found in read_stories(reading):
        if batch.limit is not None and found.number > batch.limit:
            return
        if (batch.only and found.story_id not in batch.only) or (not fresh and progress.has(found.number)):
            continue
        if isinstance(found, Unread):
            progress.keep((skipped(found, found.reason),))
        else:
            yield found


def signature(batch: Batch) -> str:
    """All that changes what a batch writes, as JSON: resumed with other values, its tables and reports would mix two.

    Of a theme and of templates it holds a digest, since what stands in a file may be another when the run is resumed.
    """
    settings = batch.settings
    chosen = asdict(settings) | {"formats": batch.formats, "story_key": batch.key, "storycompare": __version__}
    if theme := theme_of(settings):
        chosen["theme"] = hashlib.blake2b(repr(theme).encode(), digest_size=16).hexdigest()
    if settings.templates is not None:
        chosen["templates"], _ = fingerprint(Path(settings.templates))
    return json.dumps(chosen, sort_keys=True)


def fingerprint(source: Path) -> tuple[str, int | None]:
    """A digest of all that the input holds, and how many stories those are, where folders or lines tell."""
    digest = hashlib.blake2b(digest_size=16)
    if source.is_dir():
        entries = sorted(p for p in source.iterdir() if not p.name.startswith("."))
        for entry in entries:
            with suppress(OSError):  # what may not be read is told when its story is read
                for path in filter(Path.is_file, files_of(entry)):
                    digest.update(os.fsencode(f"{path.relative_to(source).as_posix()}\0{path.stat().st_size}\0"))
                    digest.update(path.read_bytes())
        return digest.hexdigest(), len(entries)
    lines = 0
    with source.open("rb") as file:
        head = file.read(BLOCK).partition(b"\n")[0]
        file.seek(0)
        while block := file.read(BLOCK):
            digest.update(block)
            lines += block.count(b"\n")
    whole_stories = source.suffix.lower() in (".jsonl", ".ndjson") and b'"versions"' in head
    return digest.hexdigest(), lines if whole_stories else None
