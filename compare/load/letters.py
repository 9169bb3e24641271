"""The text of a mail -> Letter*: what its sender wrote, and each message that is forwarded or quoted below, with its own header.

A newsroom forwards stories and answers them. Which letter is the story is told by its length, and by whether it was forwarded.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

STORY_WORDS = 60
"""Words from which what stands above a quoted message is a story, and not a note on it: a brief has as many."""
MOST_LETTERS = 20
LONGEST_MARK = 400
"""Characters of the longest line that may be a mark."""
DEEPEST_FIELD = 10
"""Lines of a quoted message's header."""
SIGNATURE_LINES = 12
FIELD = re.compile(r"[\s>*]{0,6}([^\W\d_][\w-]{0,14})\s?:\*?\s{0,5}(.{0,300})")
RULE = re.compile(r"[_-]{10,100}")


@dataclass(frozen=True, slots=True)
class Letter:
    """One message of a mail, and what the header above it says; `forwarded` if its mark says that it was."""

    lines: tuple[str, ...]
    sender: str | None = None
    date: str | None = None
    subject: str | None = None
    forwarded: bool = False

    @property
    def words(self) -> int:
        return sum(len(line.split()) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of `mail_marks.toml`, and the meaning of each name of a header's field."""

    forwarded: re.Pattern[str]
    original: re.Pattern[str]
    wrote: re.Pattern[str]
    reply: re.Pattern[str]
    fields: dict[str, str]


@cache
def marks() -> Marks:
    table = tomllib.loads(files("compare.load").joinpath("mail_marks.toml").read_text(encoding="utf-8"))
    forwarded, original, wrote = (re.compile("|".join(table[name]), re.IGNORECASE) for name in ("forwarded", "original", "wrote"))
    reply = re.compile(rf"(?:(?:{'|'.join(table['reply'])})(?:\[\d{{1,3}}\])?\s?:\s{{0,5}}){{1,20}}", re.IGNORECASE)
    fields = {name: field for field, names in table["header"].items() for name in names}
    return Marks(forwarded, original, wrote, reply, fields)


def story_letter(text: str) -> tuple[Letter, int]:
    """The letter that is the story, without its signature, and the number of words that the others have.

    A forwarded message longer than the note above it is the story; else the first one that is long enough, else the longest.
    """
    found = tuple(letters(text))
    at = 0
    while at + 1 < len(found) and found[at + 1].forwarded and found[at + 1].words > found[at].words:
        at += 1
    chosen = found[at] if found[at].words >= STORY_WORDS else max(found[at:], key=lambda letter: letter.words)
    return unsigned(chosen), sum(letter.words for letter in found) - unsigned(chosen).words


def letters(text: str) -> Iterator[Letter]:
    """The letters of a text from above; at least one."""
    rest, letter = tuple(text.split("\n")), Letter(())
    for _ in range(MOST_LETTERS):
        found = next_mark(rest)
        if found is None:
            break
        at, length, forwarded = found
        yield replace(letter, lines=rest[:at])
        letter, rest = headed(unquoted(rest[at + length :]))
        letter = replace(letter, forwarded=forwarded)
    yield replace(letter, lines=rest)


def next_mark(lines: Sequence[str]) -> tuple[int, int, bool] | None:
    """Where a message below begins, how many lines its mark has, and whether it was forwarded; None without one."""
    known = marks()
    quoted_from = tail_of_quotes(lines)
    for at, line in enumerate(lines):
        here = line.strip(" >*") if len(line) <= LONGEST_MARK else ""
        wrapped = f"{here} {lines[at + 1].strip(' >')}" if here and len(here) < 100 and at + 1 < len(lines) else ""
        if at == quoted_from:
            return at, 0, False
        if known.forwarded.fullmatch(here):
            return at, 1, True
        if known.original.fullmatch(here) or known.wrote.fullmatch(here):
            return at, 1, False
        if wrapped.endswith(":") and len(wrapped) <= LONGEST_MARK and known.wrote.fullmatch(wrapped):
            return at, 2, False
        if ":" in here and is_header(lines, at):
            ruled = at > 0 and RULE.fullmatch(lines[at - 1].strip()) is not None
            return (at - 1, 1, False) if ruled else (at, 0, False)
    return None


def tail_of_quotes(lines: Sequence[str]) -> int | None:
    """The line from which on all lines are quoted with ">"; None if fewer than two are."""
    first, count = None, 0
    for at in range(len(lines) - 1, -1, -1):
        if lines[at].startswith(">"):
            first, count = at, count + 1
        elif lines[at].strip():
            break
    return first if count > 1 else None


def is_header(lines: Sequence[str], at: int) -> bool:
    """Whether a header begins here as Outlook quotes it: the sender, and then two other fields at least, a line each."""
    names = []
    for line in lines[at : at + 5]:
        field = FIELD.match(line[:LONGEST_MARK])
        name = marks().fields.get(field[1].lower()) if field else None
        if name is None:
            break
        names.append(name)
    return names[:1] == ["from"] and len(names) > 2 and "date" in names


def headed(lines: Sequence[str]) -> tuple[Letter, tuple[str, ...]]:
    """A letter with what the header at the top of these lines says, and the lines after it."""
    values: dict[str, str] = {}
    at = after = 0
    while at < len(lines) and at < DEEPEST_FIELD:
        line = lines[at][:LONGEST_MARK]
        field = FIELD.match(line)
        name = marks().fields.get(field[1].lower()) if field else None
        if field and name:
            values.setdefault(name, field[2].strip(" *"))
            after = at + 1
        elif line.strip() or values:
            break
        at += 1
    return Letter((), values.get("from"), values.get("date"), values.get("subject")), tuple(lines[after:])


def unquoted(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines with one level of ">" taken off, if most have one; those that have none are an answer in between."""
    told = [line for line in lines if line.strip()]
    if 2 * sum(line.startswith(">") for line in told) <= len(told):
        return tuple(lines)
    return tuple(line.removeprefix(">").removeprefix(" ") for line in lines if line.startswith(">") or not line.strip())


def unsigned(letter: Letter) -> Letter:
    """The letter without the signature that "-- " parts from it (RFC 3676, 4.3)."""
    for at in range(max(0, len(letter.lines) - SIGNATURE_LINES), len(letter.lines)):
        if letter.lines[at] in ("-- ", "--"):
            return replace(letter, lines=letter.lines[:at])
    return letter


def subject_without_prefix(subject: str) -> str:
    """A subject without "Re:" and "Fwd:".

    >>> subject_without_prefix("WG: Re: Ferry aground")
    'Ferry aground'
    """
    found = marks().reply.match(subject)
    return subject[found.end() :] if found else subject
