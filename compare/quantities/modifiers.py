"""Words around a number -> what they make of it: about, almost, at least, or so; rises and falls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from compare.model import Modifier
from compare.quantities.lexemes import Line
from compare.quantities.lexicon import Lexicon

BOUNDS = frozenset({"<", "<=", ">", ">="})
LONGEST = 6
"""Lexemes in the longest phrase of the list."""


@dataclass(frozen=True, slots=True)
class Modified:
    """A modifier and the lexeme at which its phrase starts, or behind which it ends."""

    modifier: Modifier
    edge: int


def modifier_before(line: Line, i: int, lexicon: Lexicon, floor: int = 0) -> Modified:
    """The modifier whose phrase ends directly before lexeme i; no phrase reaches below `floor`."""
    found = Modified("=", i)
    skip = before_total(line, i, lexicon)
    if skip < i:
        far = one_before(line, skip, lexicon, floor) if skip > floor else None  # at least another 20
        return far if far is not None and far.modifier != "=" else one_before(line, i, lexicon, floor) or found
    for _ in range(2):  # up to an estimated 50: the outer phrase decides
        step = one_before(line, found.edge, lexicon, floor)
        outer = found.edge < i
        if step is None or (outer and (step.modifier not in ("=", "<=", ">=") or found.modifier in BOUNDS)):
            break
        found = Modified(step.modifier if step.modifier != "=" else found.modifier, step.edge)
    return found


def modifier_of_time(line: Line, i: int, lexicon: Lexicon, floor: int = 0) -> Modified:
    """The modifier directly before the time of day at lexeme i: about, shortly after, no later than."""
    times = lexicon.approximators.before_times
    if line[i - 1].low not in lexicon.approximators.before_times_ends:
        return modifier_before(line, i, lexicon, floor)
    phrases = (Modified(times[said], k) for k in range(max(i - LONGEST, floor), i) if (said := line.phrase(k, i)) in times)
    return next(phrases, None) or modifier_before(line, i, lexicon, floor)


def before_total(line: Line, i: int, lexicon: Lexicon) -> int:
    """The lexeme before which a modifier of the number at lexeme i may stand: "another 20", "a record 50", "a total of 50"."""
    words, k = lexicon.approximators, i
    if line[k - 1].low in lexicon.words["of"] and line[k - 2].low in words.totals:
        k -= 2
    k -= line[k - 1].low in words.between
    if k == i:
        return i
    return k - 1 if line[k - 1].low in lexicon.words["article"] else k


def one_before(line: Line, i: int, lexicon: Lexicon, floor: int) -> Modified | None:
    """The longest phrase of the list that ends directly before lexeme i."""
    if line[i - 1].low not in lexicon.approximators.before_ends:
        return None
    if line[i - 1].low in lexicon.words["over"] and line[i - 2].low in lexicon.words["no_bound_over"]:
        return None  # a win over ten-man Carver, anger over 40 job cuts
    for length in range(LONGEST, 0, -1):
        k = i - length
        tied = line[k].glued and line[k - 1].text == "-" and line[k - 2].kind == "number"  # 17-under 271
        if i - length >= floor and not tied and (modifier := lexicon.approximators.before.get(line.phrase(i - length, i))):
            return Modified(modifier, i - length)
    return None


def modifier_after(line: Line, i: int, lexicon: Lexicon, *, noun: bool = False) -> Modified | None:
    """The modifier whose phrase starts at lexeme i: or so, -plus, or more; behind a noun "and more" joins something else."""
    words = lexicon.approximators
    if line[i].low not in words.after_starts:
        return None
    after = words.behind_noun if noun and line[i].low in lexicon.words["and"] | {"-", "+"} else words.after
    for length in range(LONGEST, 0, -1):
        phrase = line.phrase(i, i + length) if i + length <= line.length else ""
        behind = line[i + length]
        closed = behind.kind == "mark" and behind.text not in "-(%$"
        modifier = after.get(phrase) or (words.final.get(phrase) if closed else None)
        if modifier is None or (length == 1 and line[i].low == "plus" and not line[i].glued):
            continue  # "40 plus 3"
        if goes_on(line, i + length, lexicon):
            continue  # "$100,000 and over $1 million"
        return Modified(modifier, i + length)
    return None


def goes_on(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Whether a number follows at lexeme i, or "to" or "than": then the words before it belong to what comes."""
    x = line[i]
    if x.kind == "number" or x.low in lexicon.words["to"] or x.low in lexicon.words["than"] or x.low in lexicon.small:
        return True
    if x.low in lexicon.words["article"] and line[i + 1].low in lexicon.magnitudes:
        return True
    return x.kind == "mark" and line[i + 1].kind == "number" and line[i + 1].glued and x.text not in "-–(["


def no_change(line: Line, i: int, start: int, lexicon: Lexicon) -> bool:
    """Whether the word at lexeme i tells of no change by the quantity at lexeme start: raised $20 million, lost by 62."""
    word, before = line[i].low, line[i - 1].low
    behind_at = line[start - 1].low in lexicon.words["at"]  # closed lower at 318 pence
    margin = word in lexicon.directions["margins"] and line[i + 1].low in lexicon.words["by"]
    cause = word in lexicon.directions["by_only"] and i == start - 1
    return behind_at or margin or cause or before in lexicon.directions["making"]


def direction(line: Line, start: int, end: int, lexicon: Lexicon, *, behind: bool) -> Literal["up", "down"] | None:
    """Whether the quantity at lexemes start to end is the size of a rise or a fall; `behind` when a word after it may say so."""
    i = start - 1
    while i >= start - 4 and line[i].low in lexicon.directions["adverbs"]:
        i -= 1
    near = [line[i]]
    if no_change(line, i, start, lexicon):
        return None
    said = [line[end], line[end + 1]] if line[end].kind == "word" else [line[end]]  # a 5% pay rise
    if behind:
        near += [x for x in said if x.low not in lexicon.directions["verbs"]]  # those on $2 a day fell by half
    if line[i + 1].low in lexicon.words["by"] and i < start - 1:
        near += line[i - 1], line[i - 2]  # raised interest rates by 50 basis points
    for candidate in (x.low for x in near):
        if candidate in lexicon.directions["up"]:
            return "up"
        if candidate in lexicon.directions["down"]:
            return "down"
    return None
