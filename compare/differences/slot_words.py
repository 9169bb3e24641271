"""Slot -> Held: what one side of a slot holds, and the change that is told of it.

Shared by all that looks into the slots of two linked passages: claims, hedges, numbers of another meaning.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from compare.differences.changes import Change, Wording
from compare.differences.words import Collation, Side, Slot, same_stem
from compare.language import function_words
from compare.lexicon import base_form, word_class
from compare.lexicon.opposites import denial
from compare.model import Cue, FindingKind, Quantity, Relation, Severity, Verdict

MOST_CONTENT = 2
"""Content words of a slot beyond which a word in it cannot be set against one word of the other side."""


BOUND_WITHIN = 4
"""Words from a negation on among which "more than" begins a bound that it turns."""


@dataclass(frozen=True, slots=True)
class Held:
    """What one side of a slot holds."""

    side: Side
    span: tuple[int, int]
    content: tuple[int, ...]
    """Words that are neither function words nor cues."""
    negations: tuple[Cue, ...]
    hedges: tuple[Cue, ...]


def held(side: Side, span: tuple[int, int]) -> Held:
    """The words of a span sorted by what they do."""
    cues = [c for s in side.sentences for c in s.statement.cues if within(side, span, c)]
    covered = {i for c in cues for i in range(*span) if c.start <= side.tokens[i].start < c.end}
    content = tuple(i for i in range(*span) if i not in covered and side.norms[i] not in function_words("en"))
    negations = tuple(c for c in cues if c.kind == "negation" and not bounds(side, c))
    hedges = tuple(c for c in cues if c.kind == "hedge" and c.strength != "weak")
    return Held(side, span, content, negations, hedges)


def bounds(side: Side, cue: Cue) -> bool:
    """Whether a negation makes a bound of the figure behind it: "cannot carry more than eight" is at most eight, no denial."""
    first = next((i for i, t in enumerate(side.tokens) if t.start >= cue.start), len(side.tokens))
    near = range(first, min(first + BOUND_WITHIN, len(side.tokens) - 1))
    return any(side.norms[i + 1] == "than" and side.norms[i] in word_class("before_than") for i in near)


def negated(side: Side) -> int:
    """How often a side negates."""
    return sum(c.kind == "negation" for s in side.sentences for c in s.statement.cues)


def affirms(side: Side) -> bool:
    """Whether a passage says that nobody denied or doubted something."""
    nobody, doubts = word_class("negated_subjects"), word_class("doubts")
    return any(one in nobody and (denial(two) or two in doubts) for one, two in pairwise(side.norms))


def within(side: Side, span: tuple[int, int], cue: Cue) -> bool:
    """Whether some word of a cue stands in a span."""
    return any(cue.start <= side.tokens[i].start < cue.end for i in range(*span))


def words_of(held: Held) -> list[int]:
    """The words of a slot that are no figure, though they may be what it counts: figures are compared as such."""
    figures = [(i, q) for i in held.side.indices for q in held.side.document.sentences[i].quantities]
    return [k for k in range(*held.span) if not any(is_figure(held.side, k, i, q) for i, q in figures)]


def is_figure(side: Side, word: int, sentence: int, quantity: Quantity) -> bool:
    """Whether a word is the number, the unit or the bound of a quantity; not the "fewer" of "400 fewer jobs"."""
    inside = side.homes[word] == sentence and quantity.start <= side.tokens[word].start < quantity.end
    compares = side.norms[word] in word_class("more_or_fewer") and side.tokens[word].start > quantity.start
    return inside and not compares and side.norms[word] not in (quantity.counted or "").lower().split()


def same_content(a: Held, b: Held) -> bool:
    """Whether a slot says the same on both sides but for its cues: "did not sign" and "signed"."""
    mine, theirs = [a.side.norms[i] for i in a.content], [b.side.norms[j] for j in b.content]
    return len(mine) == len(theirs) <= MOST_CONTENT and all(same_word(x, y) for x, y in zip(mine, theirs, strict=True))


def same_word(one: str, other: str) -> bool:
    """Whether two words are forms of one word: signed and sign, knew and know."""
    return same_stem(one, other) or base_form(one) == base_form(other)


def breaks(side: Side, place: int) -> bool:
    """Whether a punctuation mark or the end stands in front of a word."""
    if place >= len(side.tokens) or side.homes[place] != side.homes[place - 1]:
        return True
    gap = side.document.sentences[side.homes[place]].slice(side.tokens[place - 1].end, side.tokens[place].start)
    return any(c in ",;:.—–()" for c in gap)


def shown(held: Held, slot: Slot) -> tuple[int, int]:
    """The span to show: the slot's words, with the next one where there are none or only a cue."""
    first, last = held.span
    if not held.content:
        last = min(last + 1, len(held.side.tokens)) if slot.after else last
    return (max(0, first - 1), last) if first >= last else (first, last)


def change(
    link: Collation, kind: FindingKind, a: tuple[int, int], b: tuple[int, int], reason: str, weight: float,
    verdict: Verdict = Verdict.CONFLICT, severity: Severity = Severity.HIGH,
) -> Change:  # fmt: skip
    """A change with its evidence; a partial link gives at most something to check."""
    if link.link.relation is Relation.PARTIAL:
        verdict = Verdict.CHECK
    return Change(kind=kind, verdict=verdict, severity=severity, a=wording(link.a, a), b=wording(link.b, b),
                  reason=reason, row=link.row, weight=weight)  # fmt: skip


def wording(side: Side, span: tuple[int, int]) -> Wording:
    return Wording(side.version, side.evidence(*span), side.words(*span))
