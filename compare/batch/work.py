"""Story, Task -> Result: what a worker does, in whatever process it runs. It writes the story's reports, whole or not at all."""

from __future__ import annotations

import re
import time
import traceback
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from compare.batch.records import Record, packed, record_of, skipped
from compare.batch.story import CannotGoOn, Result, Story, Task
from compare.batch.time_limit import OutOfTime, at_most
from compare.errors import CompareError, InputError, RenderError
from compare.load import Inputs, read_inputs, without_endless
from compare.load.inputs import Source
from compare.load.rows import readable
from compare.model import Comparison
from compare.pipeline import compare_documents, sift, too_few
from compare.render import render
from compare.render.write import write_whole
from compare.settings import Settings

LONGEST_NAME = 80
"""Characters of a story's id that its files' name takes over; most file systems stop at 255 bytes."""


def work_on(stories: Sequence[Story], task: Task) -> tuple[Result, ...]:
    """What came of each story. Raises CannotGoOn where reports cannot be written: the next story's could not, either."""
    return tuple(worked(story, task) for story in stories)


def worked(story: Story, task: Task) -> Result:
    """What came of one story. Whatever is wrong with it becomes the reason why it was skipped, a bug of ours included."""
    began = time.perf_counter()
    again = False
    try:
        with at_most(task.seconds):
            record = packed(compared(story, task))
        return Result(story.number, record, time.perf_counter() - began)
    except CannotGoOn:
        raise
    except OutOfTime:
        reason, again = f"took more than {task.seconds} s; give it more with --max-seconds, or cut its texts down", True
    except CompareError as e:
        reason = str(e)
    except MemoryError:
        reason, again = "took more memory than there is; cut its texts down, or take fewer workers", True
    except Exception as e:
        reason = f"a bug of storycompare, please report it: {type(e).__name__} in {last_place(e)}: {e}"
    return skipped(story, reason, time.perf_counter() - began, again=again)


def compared(story: Story, task: Task) -> Record:
    """The rows of a story, its reports written. Raises CompareError where it cannot be compared."""
    comparison, problems = comparison_of(story, task)
    return record_of(story, comparison, problems, written(story, comparison, task))


def comparison_of(story: Story, task: Task) -> tuple[Comparison, tuple[str, ...]]:
    """The comparison, and a line for each version that could not be read."""
    inputs = inputs_of(story, task.settings)
    versions, problems = inputs.versions, inputs.problems

    def compared_all() -> Comparison:
        title = story.title or inputs.title
        return compare_documents(versions, task.settings, story_id=story.story_id, title=title, made=task.made)

    try:
        return compared_all(), problems
    except InputError:  # to sift first would clean every version twice, for the sake of the few that hold no story
        sifted, unusable = sift(versions, task.settings)
        versions, problems = tuple(sifted), (*problems, *unusable)
        if len(versions) < 2:
            raise InputError("; ".join([*problems, too_few(versions)])) from None
        if not unusable:
            raise
        return compared_all(), problems


def inputs_of(story: Story, settings: Settings) -> Inputs:
    """The versions of a story, and why others could not be read."""
    if story.files:
        return read_inputs(story.files, settings)
    source = Source(story.where, b"")
    problems: list[str] = []
    versions = readable(story.rows, source, (), problems)
    # a digest of the bytes of one file says nothing here, where a file holds thousands of stories
    plain = tuple(replace(v, path=None, sha256=None) for v in versions)
    return without_endless(Inputs(plain, tuple(problems)), source, settings)


def written(story: Story, comparison: Comparison, task: Task) -> tuple[str, ...]:
    """The names of the story's report files, in the order of the formats. Raises CannotGoOn where they cannot be written."""
    if not task.formats:
        return ()
    folder = Path(task.folder)
    if not folder.is_dir():
        raise CannotGoOn(f"{folder}: this worker does not see the folder; put the results on a disk that all workers share")
    name = report_name(story)
    made = {folder / f"{name}.{wanted}": render(comparison, wanted) for wanted in task.formats}
    try:
        write_whole(made)
    except RenderError as e:
        raise CannotGoOn(f"{e}; make room, then carry on with --resume") from None
    return tuple(path.name for path in made)


def report_name(story: Story) -> str:
    """The name of a story's files without its ending: unlike any other's by its number, readable by its id.

    >>> report_name(Story(number=12, where="", story_id="../Fire / 3 März")), report_name(Story(number=1234567, where=""))
    ('000012-Fire-3-M-rz', '1234567')
    """
    readable_id = re.sub(r"[^A-Za-z0-9_]+", "-", story.story_id or "")[:LONGEST_NAME].strip("-")
    return f"{story.number:06d}-{readable_id}".rstrip("-")


def last_place(error: Exception) -> str:
    """Where an exception was raised: file and line."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "no place"
