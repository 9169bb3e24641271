"""Words around a number -> what they make of it: about, almost, at least, or so; rises and falls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from compare.model import Modifier
from compare.quantities.lexemes import Line
from compare.quantities.lexicon import Lexicon

BOUNDS = frozenset({"<", "<=", ">", ">="})
LONGEST = 5
"""Lexemes in the longest phrase of the list."""


@dataclass(frozen=True, slots=True)
class Modified:
    """A modifier and the lexeme at which its phrase starts, or behind which it ends."""

    modifier: Modifier
    edge: int


def modifier_before(line: Line, i: int, lexicon: Lexicon, floor: int = 0) -> Modified:
    """The modifier whose phrase ends directly before lexeme i; no phrase reaches below `floor`."""
    found = Modified("=", i)
    if line[i - 1].low in lexicon.words["further"] and i - 1 > floor:
        skip = i - 2 if line[i - 2].low in lexicon.words["article"] else i - 1
        step = one_before(line, skip, lexicon, floor)  # at least another 20
        return step or found
    for _ in range(2):  # up to an estimated 50: the outer phrase decides
        step = one_before(line, found.edge, lexicon, floor)
        outer = found.edge < i
        if step is None or (outer and (step.modifier not in ("=", "<=", ">=") or found.modifier in BOUNDS)):
            break
        found = Modified(step.modifier if step.modifier != "=" else found.modifier, step.edge)
    return found


def one_before(line: Line, i: int, lexicon: Lexicon, floor: int) -> Modified | None:
    """The longest phrase of the list that ends directly before lexeme i."""
    if line[i - 1].low not in lexicon.before_ends:
        return None
    for length in range(LONGEST, 0, -1):
        if i - length >= floor and (modifier := lexicon.before.get(line.phrase(i - length, i))):
            return Modified(modifier, i - length)
    return None


def modifier_after(line: Line, i: int, lexicon: Lexicon) -> Modified | None:
    """The modifier whose phrase starts at lexeme i: or so, -plus, or more."""
    if line[i].low not in lexicon.after_starts:
        return None
    for length in (4, 3, 2, 1):
        if i + length <= line.length and (modifier := lexicon.after.get(line.phrase(i, i + length))):
            if length == 1 and line[i].low == "plus" and not line[i].glued:
                continue  # "40 plus 3"
            if line[i + length].kind == "number" or currency_ahead(line, i + length):
                continue  # "$100,000 and over $1 million"
            return Modified(modifier, i + length)
    return None


def currency_ahead(line: Line, i: int) -> bool:
    """Whether a currency sign and a number follow."""
    return line[i].kind == "mark" and line[i + 1].kind == "number" and line[i + 1].glued and line[i].text not in "-–(["


def direction(line: Line, start: int, end: int, lexicon: Lexicon, *, behind: bool) -> Literal["up", "down"] | None:
    """Whether the quantity at lexemes start to end is the size of a rise or a fall; `behind` when a word after it may say so."""
    i = start - 1
    while i >= start - 4 and line[i].low in lexicon.directions["adverbs"]:
        i -= 1
    near = [line[i]]
    if line[i].low in lexicon.directions["by_only"] and i == start - 1:
        return None  # raised $20 million
    if behind:
        near.append(line[end])
    if behind and line[end].kind == "word":
        near.append(line[end + 1])  # a 5% pay rise
    if line[i + 1].low in lexicon.words["by"] and i < start - 1:
        near += line[i - 1], line[i - 2]  # raised interest rates by 50 basis points
    for candidate in (x.low for x in near):
        if candidate in lexicon.directions["up"]:
            return "up"
        if candidate in lexicon.directions["down"]:
            return "down"
    return None
