"""JSON -> Inputs: a version, a list of versions, or a story; or JSON lines, each a version or the one story."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping, Sequence

from compare.load.deadline import Deadline, deadline_of
from compare.load.decoding import decode
from compare.load.fields import as_text, by_field, kind_of
from compare.load.inputs import Inputs, Source, Unreadable
from compare.load.rows import MOST_ROWS, Value, readable, refuse_many, refuse_several
from compare.model import Version
from compare.settings import Settings


def read_json(source: Source, settings: Settings) -> Inputs:
    """The versions of one story. Raises InputError for several stories, Unreadable if no version can be read."""
    deadline = deadline_of(source, settings)
    decoded = decode(source.data, settings.encoding, deadline=deadline)
    problems: list[str] = []
    versions: list[Version] = []
    stories: list[Mapping[str, object]] = []
    keys: list[str] = []
    for number, item in enumerate(flattened(values_in(decoded.text, source.name, problems, deadline)), start=1):
        if number > MOST_ROWS:
            refuse_several(source, stories, keys)
            refuse_many(source, number)
        deadline.check(item.where.removeprefix(f"{source.name} "))
        if not isinstance(item.value, Mapping):
            problems.append(f"{item.where}: expected an object that holds a version or a story, found {kind_of(item.value)}")
            continue
        fields = by_field(item.value)
        rows: Sequence[Value] = (item,)
        if isinstance(members := fields.get("versions"), Sequence) and not isinstance(members, str):
            stories.append(fields)
            refuse_many(source, len(members))
            rows = [Value(v, f"{item.where}, version {n}") for n, v in enumerate(members, start=1)]
        elif (key := as_text(fields.get("story_id"))) is not None:
            keys.append(key)
        versions += readable(rows, source, decoded.warnings, problems)
    refuse_several(source, stories, keys)
    if not versions:
        raise Unreadable(problems[0] if problems else f"{source.name}: no version in it; give an object with a text")
    story = stories[0] if stories else {}
    story_id = as_text(story.get("story_id")) or next(iter(keys), None)
    return Inputs(tuple(versions), tuple(problems), story_id, as_text(story.get("title")))


def values_in(text: str, name: str, problems: list[str], deadline: Deadline) -> Iterator[Value]:
    """The values of the file: it is one value, or one a line; lines that are no JSON go to the problems."""
    try:
        yield Value(parsed(text), name)
        return
    except (ValueError, RecursionError) as e:
        whole = e
    read = 0
    broken: list[str] = []
    for number, line in enumerate(io.StringIO(text), start=1):
        if not line.strip():
            continue
        deadline.check(f"line {number}")
        if len(broken) > MOST_ROWS:
            break
        try:
            value = line_value(line)
        except Unreadable as e:
            broken.append(f"{name} line {number}: {e}")
        else:
            read += 1
            yield Value(value, f"{name} line {number}")
    if read:
        problems += broken
    else:
        problems.append(f"{name}: not JSON ({reason(whole)}); mend it, or give the text as .txt")


def line_value(line: str) -> object:
    """The value of a line. Raises Unreadable for what is no JSON."""
    try:
        return parsed(line)
    except (ValueError, RecursionError) as e:
        raise Unreadable(f"not JSON ({reason(e)}); mend the line or take it out") from None


def parsed(text: str) -> object:
    """The value of some JSON; None for NaN, which Python and pandas write where there is nothing."""
    value: object = json.loads(text, parse_constant=lambda name: None)
    return value


def reason(error: Exception) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)


def flattened(values: Iterator[Value]) -> Iterator[Value]:
    """The values, with a list in place of its members."""
    for item in values:
        if isinstance(item.value, list):
            for number, member in enumerate(item.value, start=1):
                yield Value(member, f"{item.where}, entry {number}")
        else:
            yield item
