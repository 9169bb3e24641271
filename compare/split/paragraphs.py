"""Text -> the passages that no sentence crosses: its lines, or its paragraphs where lines were broken at a width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
START_OF_ITEM = re.compile(r"(?:[•⁃◦▪‣●■►➤*+>–—-]|\(?(?:\d{1,3}|[a-z])[.)])(?:\s|$)|[•⁃◦▪‣●■►➤]")
BULLET = re.compile(r"[•⁃◦▪‣●■►➤]")
ENUMERATOR = re.compile(r"(?P<mark>\d{1,3}|[a-z])(?P<form>\.\)|\)|\.)(?=\s)")
ITEM = re.compile(r"(?<=\s)(?P<mark>\d{1,3}|[a-z])(?P<form>\.\)|\)|\.)(?=\s[^\W\d_])")
HEADING = re.compile(r"(?<!\S)\*\*\s[^*\n]{1,120}\s\*\*(?!\S)")
"""How newsletters in plain text mark a heading: ** The week ahead **"""
RULE = re.compile(r"(?<!\S)(?:[_=~-]{5,}+|\*{3,}+)(?!\S)")
RULES = ("***", "-----", "_____", "=====", "~~~~~")
ADDRESS = re.compile(
    r"(?<!\S)(?P<address>[<(\[\"]?(?:https?://\S{1,2000}+|[^\s@]{1,64}+@[^\s@]{1,255}+))\s++(?=[<(\[]?https?://|[^\W\d_a-zß-ÿ]\w*)"
)
"""A web or mail address that another one or a capital follows: nothing in a sentence goes on so."""
NARROWEST, WIDEST = 30, 130
"""Widths, in characters, at which mail programs, wires and terminals break lines; beyond, a line is a paragraph."""
FULL = 0.8
"""A line was broken at the width when, with the next line's first word, it would have passed this share of the longest
line's length: print-outs in proportional type vary that much."""
LOWER = 0.35
"""Least share of the breaks that go on in lower case: in prose that was broken about three quarters do, in headlines,
lists and addresses few or none."""
FEWEST_BREAKS = 2


class Span(NamedTuple):
    """A passage of the text, half-open."""

    start: int
    end: int


class Line(NamedTuple):
    """A line that is not blank, without its outer white space; `gap` says that a blank line or more stands before it."""

    start: int
    end: int
    gap: bool
    indent: int


def paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    """The passages of `text[start:end]`, in order, without outer white space; together they hold all that is not space.

    >>> list(paragraphs("A headline\\nA paragraph. Its end.", 0, 32))
    [Span(start=0, end=10), Span(start=11, end=32)]
    """
    lines = list(lines_of(text, start, end))
    width = width_of(text, lines)
    at = 0
    for i, line in enumerate(lines):
        if i + 1 == len(lines) or width is None or not goes_on(text, line, lines[i + 1], width):
            yield from items(text, lines[at].start, line.end)
            at = i + 1


def items(text: str, start: int, end: int) -> Iterator[Span]:
    """The passage, cut where the items of a list, the headings of a newsletter, rules or addresses run on in one line."""
    cuts: set[int] = set()
    if BULLET.match(text, start):
        cuts.update(m.start() for m in BULLET.finditer(text, start + 1, end))
    elif first := ENUMERATOR.match(text, start, end):
        cuts.update(following_items(text, first, end))
    if text[start] != "|" and any(text.find(mark, start, end) >= 0 for mark in RULES):  # a bar: the row of a table
        cuts.update(place for m in RULE.finditer(text, start, end) for place in m.span())
    if text.find("** ", start, end) >= 0:
        cuts.update(place for m in HEADING.finditer(text, start, end) for place in m.span())
    if text.find("://", start, end) >= 0 or text.find("@", start, end) >= 0:
        cuts.update(m.end("address") for m in ADDRESS.finditer(text, start, end))
    at = start
    for cut in (*sorted(cuts), end):
        piece = text[at:cut]
        if bare := piece.strip():
            first_at = at + len(piece) - len(piece.lstrip())
            yield Span(first_at, first_at + len(bare))
        at = cut


def following_items(text: str, first: re.Match[str], end: int) -> Iterator[int]:
    """Places of the items after the first, "1)" or "a.": those that count on from it in the same form."""
    mark, form = first["mark"], first["form"]
    for m in ITEM.finditer(text, first.end(), end):
        wanted = str(int(mark) + 1) if mark.isdigit() else chr(ord(mark) + 1)
        if m["form"] == form and m["mark"] == wanted:
            yield m.start()
            mark = wanted


def lines_of(text: str, start: int, end: int) -> Iterator[Line]:
    """The lines of a passage that are not blank."""
    last = None
    for m in LINE.finditer(text, start, end):
        line = m.group()
        if bare := line.strip():
            indent = len(line) - len(line.lstrip())
            first = m.start() + indent
            gap = last is None or len(BREAK.findall(text, last, first)) > 1
            yield Line(first, first + len(bare), gap, indent)
            last = m.end()


def width_of(text: str, lines: list[Line]) -> int | None:
    """The width in characters at which the lines were broken; None where lines are paragraphs."""
    lengths = [line.end - line.start for line in lines]
    narrow = [n for n in lengths if n <= WIDEST]
    if len(narrow) < 0.9 * len(lengths) or not narrow or max(narrow) < NARROWEST:
        return None
    width = max(narrow)
    inner = [(a, b) for a, b in pairwise(lines) if not b.gap]
    full = [b for a, b in inner if goes_on(text, a, b, width)]
    lower = sum(text[b.start].islower() for b in full)
    if len(full) < FEWEST_BREAKS or lower < LOWER * len(full) or len(full) < 0.5 * len(inner):
        return None
    return width


def goes_on(text: str, line: Line, after: Line, width: int) -> bool:
    """Whether a line ends where it does only because the next word had no room."""
    if after.gap or after.indent > line.indent + 1 or START_OF_ITEM.match(text, after.start, after.end):
        return False
    word = text.find(" ", after.start, min(after.end, after.start + WIDEST))
    room = (after.end if word < 0 else word) - after.start + 1
    return line.end - line.start <= WIDEST and line.end - line.start + room > FULL * width
