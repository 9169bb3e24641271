"""Alignment -> Change*: numbers that measure nothing and differ in sentences that are the same but for them.

A Boeing 737, section 377, a 3D view, flight 370 and the second place are no quantities, so that no figure holds them; another
number there is yet another plane or another section. It is told only where no word around it differs: a version that words the
clause anew may mean something else. What a text numbers by itself is left out: the number that opens a line, a note behind a full
stop, and what stands in brackets, such as the size of a file.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter
from unicodedata import decimal

import regex

from compare.differences.changes import Change, Wording
from compare.differences.words import Collation, Side, Slot, collations
from compare.figures.mentions import clause_numbers, token_range
from compare.messages import message
from compare.model import Compared, FindingKind, Severity, Verdict
from compare.quantities.lexicon import lexicon

LEAST_SHARED = 4
"""Words that two sentences must share: "Page 3" and "Page 4" are no sentence."""
MOST_NUMERALS = 3
"""Numbers that may differ; more of them are a table, or a text that was numbered anew."""
OPEN_BRACKET = regex.compile(r"[(\[][^)\]]{0,80}$")
NOTE = regex.compile(r"[.,;:!?”\"'’]$")
HELD_BEFORE, HELD_AFTER = 3, 2
"""Equal words before and behind a number that hold it, where other parts of the sentence are worded anew."""


def numeral_changes(compared: Compared) -> Iterator[Change]:
    """A change for each number that is no quantity and differs between two sentences that are the same but for numbers."""
    for collation in collations(compared):
        read = [s for s in collation.slots if is_read(collation, s)]
        if any(other_numbers(collation, s) for s in read):
            continue  # another figure beside it: perhaps another quarter, another flight
        slots = [s for s in collation.slots if s not in read]
        numbers = [s for s in slots if is_numeral(collation.a, s.a) and is_numeral(collation.b, s.b)]
        if not collation.close or not 0 < len(numbers) <= MOST_NUMERALS or len(collation.a.norms) < LEAST_SHARED + len(slots):
            continue
        alone = len(numbers) == len(slots)
        if all(s.sure and (alone or is_held(collation, s)) for s in numbers):
            reason = message("reason.number_alone" if alone else "reason.number_held")
            yield from (change_of(collation, s, reason) for s in numbers if differs(collation, s))


def is_held(collation: Collation, slot: Slot) -> bool:
    """Are the words around it the same on both sides, as far as its clause or some words reach?"""
    side, (first, last) = collation.a, slot.a
    sentence = side.document.sentences[side.homes[first]]
    own, at = clause_numbers(sentence), first - side.homes.index(side.homes[first])
    opening, closing = own[:at].count(own[at]), own[at + last - first :].count(own[at])
    return slot.before >= min(HELD_BEFORE, max(1, opening)) and slot.after >= min(HELD_AFTER, closing)


def is_read(collation: Collation, slot: Slot) -> bool:
    """Do both sides stand within quantities, which figures compare?"""
    return slot.replaced and within_quantity(collation.a, slot.a) and within_quantity(collation.b, slot.b)


def other_numbers(collation: Collation, slot: Slot) -> bool:
    """Do the words of a slot hold other numbers on either side?"""
    mine, theirs = ([number_of(side, i) for i in range(*at)] for side, at in ((collation.a, slot.a), (collation.b, slot.b)))
    return mine != theirs


def within_quantity(side: Side, place: tuple[int, int]) -> bool:
    """Does each word stand within a quantity? Those of a sentence stand in order, none within another.

    What is counted may have a number in its name, which no figure compares: twelve 737 MAX 9 aircraft.
    """
    for i in range(*place):
        token, sentence = side.tokens[i], side.document.sentences[side.homes[i]]
        before = bisect_right(sentence.quantities, token.start, key=attrgetter("start"))
        if not before:
            return False
        last = token_range(sentence, sentence.quantities[before - 1])[1]
        if token.start >= sentence.tokens[last - 1].end:
            return False
    return True


def is_numeral(side: Side, place: tuple[int, int]) -> bool:
    """Is it one number in running text, that opens no line, marks no note and stands in no bracket?"""
    if place[1] - place[0] != 1 or place[0] == 0 or number_of(side, place[0]) is None:
        return False
    sentence, token = side.document.sentences[side.homes[place[0]]], side.tokens[place[0]]
    before = sentence.slice(sentence.start, token.start)
    return bool(before) and not OPEN_BRACKET.search(before) and not NOTE.search(before)


def number_of(side: Side, place: int) -> str | None:
    """The number that a word is, as digits from 0 to 9, whatever script it is written in; None for any other word."""
    norm, known = side.norms[place], lexicon(side.document.document.language)
    if norm[:1].isdigit():
        return norm if norm.isascii() else "".join(str(decimal(sign, sign)) for sign in norm)
    value = known.ordinals.get(norm, known.small.get(norm))
    return None if value is None else str(value)


def differs(collation: Collation, slot: Slot) -> bool:
    """Is it another number, not the same in other signs?"""
    return number_of(collation.a, slot.a[0]) != number_of(collation.b, slot.b[0])


def change_of(collation: Collation, slot: Slot, reason: str) -> Change:
    """The change that a slot shows; each version's word before the number tells what it numbers."""
    ranks = all(is_rank(side, at[0]) for side, at in ((collation.a, slot.a), (collation.b, slot.b)))
    a, b = (Wording(side.version, side.evidence(*shown(side, at)), side.words(*shown(side, at)))
            for side, at in ((collation.a, slot.a), (collation.b, slot.b)))  # fmt: skip
    kind = FindingKind.ORDINAL_CONFLICT if ranks else FindingKind.NUMBER_CONFLICT
    return Change(kind=kind, verdict=Verdict.CONFLICT, severity=Severity.MEDIUM, a=a, b=b, reason=reason, row=collation.row)


def is_rank(side: Side, place: int) -> bool:
    """Is it a number that gives a place in a row: second, 27th?"""
    known = lexicon(side.document.document.language)
    after = side.norms[place + 1] if place + 1 < len(side.norms) else ""
    return side.norms[place] in known.ordinals or after in ("st", "nd", "rd", "th")


def shown(side: Side, at: tuple[int, int]) -> tuple[int, int]:
    """The number with the word before it, and the letters that are written to it: Boeing 737, 3D, 27th."""
    first, last = at
    if first and side.homes[first - 1] == side.homes[first]:
        first -= 1
    while last < len(side.tokens) and side.tokens[last].start == side.tokens[last - 1].end:
        last += 1
    return first, last
