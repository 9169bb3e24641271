"""A DataFrame of versions -> DataFrames over all stories: a batch without files, for a notebook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from compare.batch.columns import COLUMNS, WHOLE
from compare.batch.dispatch import results
from compare.batch.engines import Engine, GivenExecutor, ThisProcess, engine
from compare.batch.records import skipped, unpacked
from compare.batch.story import Story, Task, Unread
from compare.clock import now
from compare.errors import InputError, SettingsError
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
    executor, say a Dask client's `get_executor()`, takes the work elsewhere. Raises InputError for a frame without such columns,
    SettingsError for no workers.
    """
    if workers < 1:
        raise SettingsError(f"workers: {workers} cannot work; give 1 or more")
    tables = {name: columns for name, columns in COLUMNS.items() if name != "timings"}
    rows: dict[str, list[Any]] = {name: [] for name in tables}
    task = Task(settings=settings or Settings(), formats=(), folder="", made=now(), seconds=NO_LIMIT)
    found = list(stories_in(frame, story_key))
    with at_hand(workers, executor) as worker:
        made = [*chain.from_iterable(results((s for s in found if isinstance(s, Story)), task, worker))]
    made += [skipped(s, s.reason) for s in found if isinstance(s, Unread)]
    made.sort(key=lambda result: result.number)
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


def stories_in(frame: pd.DataFrame, story_key: object) -> Iterator[Story | Unread]:
    """The stories in the order in which they first appear, then the rows that no story claims. Raises InputError as `checked`."""
    frame, key = checked(frame, story_key)
    known = [name for name in known_columns(list(frame.columns)) if name != key]
    cells = {name: cells_of(frame[name]) for name in known}
    rows_of: dict[str, list[int]] = {}
    homeless: list[int] = []
    for at, told in enumerate(cells_of(frame[key])):
        (homeless if (name := key_text(told)) is None else rows_of.setdefault(name, [])).append(at)
    for number, (name, places) in enumerate(rows_of.items(), start=1):
        rows = tuple(Value({column: cells[column][at] for column in known}, f"row {at}") for at in places)
        size = sum(len(cell) for column in known for at in places if isinstance(cell := cells[column][at], str))
        yield Story(number=number, where=rows[0].where, story_id=name, rows=rows, size=size)
    for number, at in enumerate(homeless, start=len(rows_of) + 1):
        yield Unread(number=number, where=f"row {at}", reason=f"nothing in {key} says which story the row belongs to")


def key_text(told: object) -> str | None:
    """A story's key as text, None where there is none. A column of whole numbers with a gap has become one of floats.

    >>> key_text(7.0), key_text(" s7 "), key_text(""), key_text(("s", 7))
    ('7', 's7', None, "('s', 7)")
    """
    if isinstance(told, float) and told.is_integer():
        return str(int(told))
    return as_text(told) if isinstance(told, str) or told is None else str(told)


def checked(frame: pd.DataFrame, story_key: object) -> tuple[pd.DataFrame, str]:
    """The frame with texts for names, those of its index among them, and the name of its key.

    Raises InputError where no column says which story a row belongs to, or what its text is, or where two have one name.
    """
    import pandas as pd

    if not isinstance(frame, pd.DataFrame):
        raise InputError(f"expected a DataFrame with a row for each version, found {type(frame).__name__}")
    for at, level in enumerate(frame.index.names):
        if level is not None and level not in frame.columns:
            frame = frame.assign(**{str(level): frame.index.get_level_values(at)})
    names = [str(name) for name in frame.columns]
    listed = ", ".join(names)[:200] or "none"
    if twice := [name for name, count in Counter(names).items() if count > 1]:
        raise InputError(f"two columns are named {twice[0]}; the columns are {listed}: drop or rename one")
    key = str(story_key) if story_key is not None else next((n for n in names if "story_id" in by_field({n: "x"})), None)
    if key is None or key not in names:
        found = "no column that says which story a row belongs to" if key is None else f"no column {key!r}"
        raise InputError(f"{found}; the columns are {listed}: name one with story_key")
    if by_field(dict.fromkeys(names, "x")).keys().isdisjoint(("text", "sentences")):
        raise InputError(f"no column of text; the columns are {listed}: name one of them text")
    return frame.set_axis(names, axis=1), key


def cells_of(column: pd.Series[Any]) -> list[object]:
    """The cells as plain values, None in gaps. Times that are all midnight are days: pandas has no other form for these."""
    if hasattr(column, "dt") and hasattr(column.dt, "normalize") and (column.dropna() == column.dropna().dt.normalize()).all():
        column = column.dt.strftime("%Y-%m-%d")
    plain = column.astype(object).where(column.notna(), None)
    return [plain_cell(cell.tolist() if hasattr(cell, "tolist") else cell) for cell in plain]
