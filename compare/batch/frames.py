"""A DataFrame of versions -> DataFrames over all stories: a batch without files, for a notebook."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from compare.batch.columns import COLUMNS, WHOLE
from compare.batch.dispatch import results
from compare.batch.engines import Engine, GivenExecutor, ThisProcess, engine
from compare.batch.records import unpacked
from compare.batch.story import Story, Task
from compare.clock import now
from compare.errors import InputError
from compare.load.fields import as_text, by_field, known_columns, plain_cell
from compare.load.rows import Value
from compare.settings import Settings

if TYPE_CHECKING:
    import pandas as pd

NO_LIMIT = 86_400
"""Seconds for a story where nobody asked for a limit: a day."""


@dataclass(frozen=True, slots=True)
class Frames:
    """The tables over all stories, as `storycompare batch` writes them; docs/batch.md describes their columns."""

    stories: pd.DataFrame
    versions: pd.DataFrame
    findings: pd.DataFrame
    figures: pd.DataFrame


def compare_stories(
    frame: pd.DataFrame,
    settings: Settings | None = None,
    *,
    story_key: str | None = None,
    workers: int = 1,
    executor: Executor | None = None,
) -> Frames:
    """Compares the versions in the rows of a frame, story by story; a story that cannot be compared says why in `stories`.

    Columns are named as in the files that `report` reads: text, outlet, published and so on; `story_key` names the one that says
    which story a row belongs to (story_id or the like by default). More than one worker means processes of this machine; an
    executor, say a Dask client's `get_executor()`, takes the work elsewhere. Raises InputError for a frame without such columns.
    """
    tables = {name: columns for name, columns in COLUMNS.items() if name != "timings"}
    rows: dict[str, list[Any]] = {name: [] for name in tables}
    task = Task(settings=settings or Settings(), formats=(), folder="", made=now(), seconds=NO_LIMIT)
    with at_hand(workers, executor) as worker:
        found = chain.from_iterable(results(stories_in(frame, story_key), task, worker))
        made = sorted(found, key=lambda result: result.number)
    for record in (unpacked(result.record) for result in made):
        rows["stories"].append(record.story)
        for name in ("versions", "findings", "figures"):
            rows[name] += getattr(record, name)
    import pandas as pd

    # whole numbers stay whole where a skipped story has none
    return Frames(**{
        name: pd.DataFrame(rows[name], columns=list(columns)).astype({c: "Int64" for c, kind in columns.items() if kind == WHOLE})
        for name, columns in tables.items()
    })  # fmt: skip


def at_hand(workers: int, executor: Executor | None) -> Any:
    """A context with whoever works."""
    given: Engine | None = GivenExecutor(executor) if executor else ThisProcess() if workers == 1 else None
    return nullcontext(given) if given else engine("local", workers, None)


def stories_in(frame: pd.DataFrame, key: str | None) -> Iterator[Story]:
    """The stories in the order in which they first appear. Raises InputError where no column says which is which."""
    names = [str(name) for name in frame.columns]
    if key is None:
        key = next((name for name in names if "story_id" in by_field({name: "x"})), None)
    if key is None or key not in names:
        found = "no column that says which story a row belongs to" if key is None else f"no column {key!r}"
        raise InputError(f"{found}; the columns are {', '.join(names)[:200]}: name one with story_key")
    known = list(known_columns(names))
    plain = frame[known].astype(object).where(frame[known].notna(), None)
    for number, (value, places) in enumerate(frame.groupby(key, sort=False).indices.items(), start=1):
        cells = plain.iloc[sorted(places)].to_dict("records")
        plain_rows = ({k: plain_cell(v) for k, v in row.items()} for row in cells)
        rows = tuple(Value(row, f"row {at}") for at, row in zip(sorted(places), plain_rows, strict=True))
        size = sum(len(cell) for row in cells for cell in row.values() if isinstance(cell, str))
        name = as_text(value.item() if hasattr(value, "item") else value)  # numpy's numbers are no int
        yield Story(number=number, where=rows[0].where, story_id=name, rows=rows, size=size)
