"""`storycompare batch`: many stories -> tables over all of them, an index, a summary, and a report for each."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from compare.cli.options import UsageError, chosen_settings, counted, reading_options, tell
from compare.cli.progress_line import ProgressLine
from compare.errors import CompareError

if TYPE_CHECKING:
    from compare.render import Format

STOPPED = 130
"""Exit status after Ctrl-C, as shells have it."""


class Stopped(CompareError):
    """The user stopped a batch."""

    exit_code = STOPPED


@click.command(short_help="Compare many stories: tables over all of them, an index, a report for each.")
@click.argument("stories", metavar="STORIES", type=click.Path(path_type=Path))
@click.option("-o", "--output", "folder", required=True, metavar="DIR", type=click.Path(path_type=Path, file_okay=False),
              help="Folder for the results; made where it does not exist.")  # fmt: skip
@click.option("-f", "--format", "formats", multiple=True, type=click.Choice(["pdf", "html", "json", "csv"]),
              help="Report files for each story (repeatable); none leaves the tables.")  # fmt: skip
@click.option("--story-key", "key", metavar="NAME", help="Column with the story of a row (default: story_id or the like).")
@click.option("--base", metavar="LABEL", help="Version that additions and omissions are stated against (default: the first).")
@click.option("--theme", type=click.Path(), metavar="FILE", help="Newsroom's name, logo and accent colour, from a TOML file.")
@click.option("--engine", "kind", type=click.Choice(["local", "dask"]), default="local", help="Processes here, or Dask.")
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="Worker processes (default: one for each core).")
@click.option("--scheduler", metavar="ADDRESS", help="Dask scheduler to use; without it, --engine dask starts a cluster here.")
@click.option("--resume", is_flag=True, help="Carry on in DIR: finished stories are not compared again.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the first N stories.")
@click.option("--story", "only", multiple=True, metavar="ID", help="Only the story with this id (repeatable).")
@click.option("--max-seconds", "seconds", type=click.IntRange(min=1), default=600, metavar="N",
              help="Seconds after which a story is skipped (default: 600).")  # fmt: skip
@click.option("--strict", is_flag=True, help="Exit with status 1 when a story was skipped.")
@reading_options
def batch(
    stories: Path,
    folder: Path,
    formats: tuple[Format, ...],
    key: str | None,
    base: str | None,
    theme: str | None,
    kind: str,
    workers: int | None,
    scheduler: str | None,
    resume: bool,
    limit: int | None,
    only: tuple[str, ...],
    seconds: int,
    strict: bool,
    quiet: bool,
    **reading: Any,
) -> int:
    """Compares every story of a table (.jsonl, .csv, .parquet) or of a folder that has a folder for each story.

    A line of .jsonl is a story with its versions; a row of a table is a version, and --story-key says of which story.
    Writes findings, figures, versions and stories as Parquet tables, index.html, summary.pdf, and reports/.
    """
    from compare.batch.engines import engine
    from compare.batch.merging import check_parquet
    from compare.batch.run import Batch, run_batch
    from compare.clock import now

    if scheduler is not None and kind != "dask":
        raise UsageError("--scheduler: goes with --engine dask")
    if scheduler is not None and workers is not None:
        raise UsageError("--workers: a cluster that runs has its own; leave it out, or leave out --scheduler")
    if str(stories) == "-":
        raise UsageError("-: a batch reads its input twice, so save it to a file first")
    wanted = Batch(
        source=stories,
        folder=folder,
        settings=chosen_settings(reading, base=base, theme=theme),
        formats=tuple(dict.fromkeys(formats)),
        key=key,
        seconds=seconds,
        resume=resume,
        limit=limit,
        only=frozenset(only),
    )
    line = ProgressLine(sys.stderr, quiet=quiet)
    try:
        with engine(kind, workers, scheduler) as workers_at_hand:
            check_parquet()  # which imports Arrow, while workers start
            tally = run_batch(wanted, workers_at_hand, now(), line.show)
    except KeyboardInterrupt:
        raise Stopped(f"stopped; what was done is kept, and --resume -o {folder} carries on") from None
    finally:
        line.end()
    if not quiet:
        for told in summary(folder, tally.done, tally.skipped):
            tell(told)
    return int(strict and tally.skipped > 0)


NAMED = 5
"""Skipped stories that the summary names."""


def summary(folder: Path, done: int, skipped: int) -> list[str]:
    """What a person at the terminal wants to know, in a few lines."""
    lines = [f"{counted(done, 'story').replace('storys', 'stories')}: {done - skipped:,} compared, {skipped:,} skipped"]
    if skipped:
        lines += [f"skipped: {told}" for told in reasons(folder)]
    if skipped == done > 1:
        lines.append("no story was compared; where each row is a version, --story-key names the column that says of which story")
    return [*lines, f"written: {folder}/index.html, summary.pdf, and the tables stories, versions, findings, figures (.parquet)"]


def reasons(folder: Path) -> list[str]:
    """The first skipped stories with their reasons, and how many more there are."""
    from pyarrow.parquet import read_table

    table = read_table(folder / "stories.parquet", columns=["where", "story_id", "reason"], filters=[("status", "=", "skipped")])
    told = [f"{row['where']}: {row['reason']}" for row in table.slice(0, NAMED).to_pylist()]
    more = table.num_rows - len(told)
    return [*told, f"and {more:,} more; status and reason stand in stories.parquet"] if more else told
