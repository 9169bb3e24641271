"""Plain text and Markdown -> Version: the text as decoded, with the marks of Markdown taken off."""

from __future__ import annotations

import re
from dataclasses import replace

from compare.load.deadline import deadline_of
from compare.load.decoding import Decoded, decode
from compare.load.fields import version_from_fields
from compare.load.inputs import Inputs, Source, Unreadable
from compare.load.story_header import with_header
from compare.model import Version
from compare.settings import Settings

MOST_BYTES = 4
"""Bytes of a character, in any encoding that is read."""
FRONT_MATTER = re.compile(r"---[ \t]*\n((?:[^\n]{0,2000}\n){0,60}?)(?:---|\.\.\.)[ \t]*\n")
FRONT_FIELD = re.compile(
    r"(title|author|outlet|source|date|published|url|language|lang)[ \t]{0,20}:[ \t]{0,20}(\S[^\n]{0,2000})", re.IGNORECASE
)
HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]{1,20}(?=\S)", re.MULTILINE)
UNDERLINE = re.compile(r"^ {0,3}(?:={3,200}|-{3,200}|\*{3,200}|_{3,200})[ \t]*\n?", re.MULTILINE)
PICTURE = re.compile(r"!\[([^\[\]\n]{0,500})\]\([^)\n]{0,2000}\)")
LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\([^)\n]{0,2000}\)")
STARRED = re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,1000})(?<=\S)\1(?![\w*])")
UNDERSCORED = re.compile(r"(?<![\w_])(_{1,3})(?=\S)([^_\n]{1,1000})(?<=\S)\1(?![\w_])")
QUOTE_MARK = re.compile(r"^ {0,3}>[ \t]?", re.MULTILINE)


def read_text(source: Source, settings: Settings) -> Inputs:
    """One version with the whole text. Raises Unreadable if there is none, or far too much."""
    decoded = decoded_text(source, settings)
    if not decoded.text.strip():
        raise no_text(source)
    version = Version(text=decoded.text, path=source.name, sha256=source.sha256, warnings=decoded.warnings)
    return Inputs((with_header(version),))


def read_markdown(source: Source, settings: Settings) -> Inputs:
    """One version without the marks of Markdown; front matter gives its metadata. Raises Unreadable as `read_text` does.

    >>> story = Source("a.md", b"---\\ntitle: Fire\\n---\\n# Fire *again*\\n\\nA [blaze](http://x.org) hit **Porto**.\\n")
    >>> version = read_markdown(story, Settings()).versions[0]
    >>> version.title, version.text
    ('Fire', 'Fire again\\n\\nA blaze hit Porto.\\n')
    """
    decoded = decoded_text(source, settings)
    text = decoded.text
    fields: dict[str, str] = {}
    if front := FRONT_MATTER.match(text):
        for line in front[1].splitlines():
            if field := FRONT_FIELD.match(line):
                fields.setdefault(field[1].lower(), field[2].strip().strip("\"'"))
        text = text[front.end() :]
    text = unmarked(text)
    if not text.strip():
        raise no_text(source)
    version = version_from_fields({**fields, "text": text}, source, source.name)
    return Inputs((with_header(replace(version, warnings=decoded.warnings)),))


def decoded_text(source: Source, settings: Settings) -> Decoded:
    """The text of a file that holds nothing else. Raises Unreadable, without decoding, if it must be above the limit."""
    if len(source.data) > MOST_BYTES * settings.max_characters:
        found = f"{len(source.data):,} bytes of text, above the limit of {settings.max_characters:,} characters"
        raise Unreadable(f"{source.name}: {found}; cut it down to the story, or raise max_characters")
    return decode(source.data, settings.encoding, deadline=deadline_of(source, settings))


def unmarked(text: str) -> str:
    """The words that a Markdown text shows."""
    for pattern, shown in ((UNDERLINE, ""), (HEADING, ""), (QUOTE_MARK, ""), (PICTURE, r"\1"), (LINK, r"\1")):
        text = pattern.sub(shown, text)
    return UNDERSCORED.sub(r"\2", STARRED.sub(r"\2", text))


def no_text(source: Source) -> Unreadable:
    found = "an empty file" if not source.data else "no text in it"
    return Unreadable(f"{source.name}: {found}; give a file with the story's text")
