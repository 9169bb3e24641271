"""Names of files -> Inputs: a reader per format, chosen by content, then by name.

A reader is a function of a Source and the Settings to Inputs, and raises Unreadable for what it cannot read. To add a format,
write its reader and enter it in `READERS`. Nothing is ever fetched from the network.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from typing import BinaryIO

from compare.errors import InputError
from compare.load.inputs import Inputs, Source, Unreadable
from compare.load.opening import open_source
from compare.load.sniff import ENDINGS, Format, sniff
from compare.messages import message
from compare.model import Version
from compare.settings import Settings

__all__ = ["Inputs", "read_inputs"]

Reader = Callable[[Source, Settings], Inputs]

MOST_LINES = 10_000
"""Lines, or given sentences, of the longest text that later stages get: a story has a few hundred."""
READERS: dict[Format, tuple[str, str]] = {
    Format.TEXT: ("text", "read_text"),
    Format.MARKDOWN: ("text", "read_markdown"),
    Format.HTML: ("web", "read_page"),
    Format.JSON: ("json_lines", "read_json"),
    Format.DOCX: ("word", "read_word"),
    Format.EML: ("mail", "read_mail"),
    Format.PDF: ("pdf", "read_pdf"),
    Format.CSV: ("table", "read_table"),
    Format.PARQUET: ("table", "read_parquet"),
}
"""Module here and function of each reader; imported when first needed, for some bring libraries that cost half a second."""

INSTEAD: dict[Format, str] = {
    Format.WORD: "save it as .docx without a password, or as plain text",
    Format.ODT: "save it as plain text",
    Format.RTF: "save it as plain text",
    Format.WARC: "take the page out of it and give that as .html",
    Format.EXCEL: "save it as .csv",
    Format.EPUB: "save the story's text as .txt",
    Format.PAGES: "export it as .docx or plain text",
    Format.ZIP: "unpack it and give the files in it",
    Format.PACKED: "unpack it first",
    Format.PICTURE: "give the story's text; letters in pictures are not read",
    Format.BINARY: "give a text, web page or JSON file",
}
"""What a user can do about a format that has no reader."""


def read_inputs(sources: Sequence[str], settings: Settings, *, stdin: BinaryIO | None = None) -> Inputs:
    """The versions in all the files, in order; what cannot be read is skipped, with a line each in `problems`.

    Raises InputError where the command was misused: an address in place of a file, stdin twice, more than one story.
    """
    if sources.count("-") > 1:
        raise InputError("-: stdin was given twice, and can be read once; save one of the two to a file")
    parts: list[Inputs] = []
    for name in sources:
        try:
            parts.append(read_source(open_source(name, settings, stdin), settings))
        except Unreadable as e:
            parts.append(Inputs((), (str(e),)))
    stories = sorted({part.story_id for part in parts if part.story_id is not None})
    if len(stories) > 1:
        raise InputError(f"the files hold {len(stories)} stories ({', '.join(stories[:3])}); report compares one: use batch")
    return Inputs(
        versions=tuple(v for part in parts for v in part.versions),
        problems=tuple(p for part in parts for p in part.problems),
        story_id=stories[0] if stories else None,
        title=next((part.title for part in parts if part.title), None),
    )


def read_source(source: Source, settings: Settings) -> Inputs:
    """What one input holds, with a warning where its name promised another format. Raises Unreadable."""
    format = sniff(source)
    if format not in READERS:
        raise Unreadable(f"{source.name}: {format.value}, which is not read; {INSTEAD[format]}")
    module, function = READERS[format]
    reader: Reader = getattr(import_module(f"compare.load.{module}"), function)
    read = without_endless(reader(source, settings), source, settings)
    named = ENDINGS.get(source.ending)
    if named is None or named is format:
        return read
    warning = message("warning.named", ending=source.ending, format=message(f"format.{format.name.lower()}"))
    return replace(read, versions=tuple(replace(v, warnings=(warning, *v.warnings)) for v in read.versions))


def without_endless(read: Inputs, source: Source, settings: Settings) -> Inputs:
    """What was read, but for versions that are too long to compare. Raises Unreadable if there is no other."""
    problems = [too_long(version, source, settings) for version in read.versions]
    kept = tuple(v for v, problem in zip(read.versions, problems, strict=True) if problem is None)
    found = tuple(dict.fromkeys(p for p in problems if p))
    if read.versions and not kept:
        raise Unreadable(found[0])
    return replace(read, versions=kept, problems=(*read.problems, *found))


def too_long(version: Version, source: Source, settings: Settings) -> str | None:
    """What to say of a version that is too long; None for one that is not."""
    parts = (version.text,) if version.text is not None else version.sentences or ()
    label = version.label or version.outlet or ""
    name = source.name if label in source.name else f"{source.name} ({label})"
    lines = len(parts) + sum(part.count("\n") for part in parts)
    if lines > MOST_LINES + 1:
        return f"{name}: more than {MOST_LINES:,} lines; cut it down to the story"
    length = sum(map(len, parts))
    if length > settings.max_characters:
        found = f"{length:,} characters, above the limit of {settings.max_characters:,}"
        return f"{name}: {found}; cut it down to the story, or raise max_characters"
    return None
