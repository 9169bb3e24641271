"""Lines above a story, what is known of its version -> what of them only says who published it, who wrote it, where and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.clean.lines import Line
from compare.clean.rules import BAR, RuleBook
from compare.model import Excluded, Version

DASH = re.compile(r" [-–—]{1,2} ")
FIELD = re.compile(r"(?:headline|title|byline|author|source|outlet) ?: (?:by )?(.{1,300})", re.IGNORECASE)
AND = re.compile(r", ?| (?:and|und|et|y|e|&) ")
FEWEST_LETTERS = 3
"""Letters of an outlet's or author's name, else a line of initials may be anything."""
LONGEST_DATELINE = 150
DEEPEST = 40
"""Lines among which the head of a story stands, menus of a page above it counted."""
ROLE = re.compile(
    r", (?:[\w&'’-]{1,20} ){0,4}(?:writer|reporter|correspondent|editor)(?: (?:in|at|from) .{1,60})?| in .{1,40}", re.IGNORECASE
)


def heading_rules(lines: Sequence[Line], first: int, version: Version, book: RuleBook) -> Iterator[tuple[int, str]]:
    """Index and rule of each line before the story's first long sentence that only tells its outlet, author or day, or several.

    The headline is never one of them. The rules know times by their form; outlet and author are compared with what the file, or
    its header, says of them. Two times are a period, which may be what the story is about.
    """
    known = {folded(version.outlet): "outlet", **{folded(name): "byline" for name in AND.split(version.author or "")}}

    def rule_of(part: str) -> str | None:
        name = folded(part) if folded(part) in known else folded(ROLE.sub("", part))
        if len(name) >= FEWEST_LETTERS and name in known:
            return known[name]
        rule = book.head.first(part)
        return rule.name if rule else None

    for number in range(min(first, DEEPEST)):
        form = lines[number].form
        if version.title and folded(form) == folded(version.title):
            continue
        field = FIELD.fullmatch(form)
        if field and folded(field[1]) in {*known, folded(version.title)} - {""}:
            yield number, "header"
            continue
        for parts in splits(form):
            rules = [rule_of(part.strip()) for part in parts if part.strip()]
            if rules and (rule := rules[0]) and all(rules) and (len(rules) == 1 or not {"outlet", "byline"}.isdisjoint(rules)):
                yield number, rule
                break


def splits(form: str) -> Iterator[Sequence[str]]:
    """A line in the ways in which it may be put together: whole, by bars, by dashes, by its first comma."""
    yield [form]
    yield BAR.split(form)
    yield [part for bar in BAR.split(form) for part in DASH.split(bar)]
    yield form.split(",", 1)


def dateline(text: str, line: Line, book: RuleBook) -> Excluded | None:
    """Where and when the story was filed, as an agency writes at its beginning: a day that no sentence of it tells."""
    opening = text[line.start : min(line.end, line.start + LONGEST_DATELINE)]
    ends = (found.end() for rule in book.dateline.rules if rule.starts and (found := rule.starts.match(opening)))
    end = next(ends, None)
    return Excluded(line.start, line.start + end, "dateline") if end else None


def folded(name: str | None) -> str:
    """A name as it is compared: without capitals, article and signs.

    >>> folded("The Daily Example"), folded("DAILY EXAMPLE:")
    ('daily example', 'daily example')
    """
    return " ".join(re.findall(r"\w+", (name or "").lower())).removeprefix("the ")
