"""Link -> Change*: what one passage sets aside, told in the other: "from a fund, not from school budgets", "from school budgets".

Of sentences worded anew, where no slot holds the "not".
"""

from __future__ import annotations

from collections.abc import Iterator

from compare.differences.changes import Change
from compare.differences.slot_words import breaks, change, negated
from compare.differences.words import Collation, Side
from compare.language import function_words
from compare.lexicon import base_form, word_class
from compare.messages import message
from compare.model import FindingKind, Relation, Severity, Verdict

LEAST_CONTENT, LONGEST = 2, 6
"""Words of weight by which what is set aside is known again, and words of it with the small ones."""


def set_aside(link: Collation) -> Iterator[Change]:
    """The phrases behind "not" on one side that the other side, which negates nothing, has word for word."""
    if link.close or link.link.relation is Relation.PARTIAL:
        return
    for denying, telling in ((link.a, link.b), (link.b, link.a)):
        if negated(denying) != 1 or negated(telling):
            continue
        for at in (i for i, n in enumerate(denying.norms) if n == "not" and contrasts(denying, i)):
            end = end_of_phrase(denying, at + 1)
            place = place_of(content(denying, at + 1, end), telling)
            if place and instead(denying, at).isdisjoint(map(base_form, telling.norms)):
                spans = (at, end), place
                here, there = spans if denying is link.a else spans[::-1]
                yield change(link, FindingKind.NEGATION_FLIP, here, there, message("reason.denied"), 0.7, Verdict.CHECK,
                             Severity.MEDIUM)  # fmt: skip


def contrasts(side: Side, place: int) -> bool:
    """Whether a "not" sets one thing aside for another, behind a mark, "and" or "but": it belongs to no verb."""
    joined = place > 0 and (breaks(side, place) or side.norms[place - 1] in ("and", "but"))
    only = side.norms[place + 1 : place + 2]
    return joined and bool(only) and only[0] not in word_class("not_only")


def end_of_phrase(side: Side, first: int) -> int:
    """Where the phrase that begins at a word ends: at a mark, "but", or after as many words as one has."""
    end = first + 1
    while end < min(len(side.norms), first + LONGEST) and not breaks(side, end) and side.norms[end] not in ("and", "but"):
        end += 1
    return end


def content(side: Side, first: int, end: int) -> list[str]:
    """The words of weight of a phrase."""
    return [base_form(n) for n in side.norms[first:end] if n not in function_words("en")]


def place_of(words: list[str], side: Side) -> tuple[int, int] | None:
    """Where a side has words of weight in a row, with the small word in front of them."""
    held = [(i, base_form(n)) for i, n in enumerate(side.norms) if n not in function_words("en")]
    size = len(words)
    if size < LEAST_CONTENT:
        return None
    for k in range(len(held) - size + 1):
        if [w for _, w in held[k : k + size]] == words and held[k + size - 1][0] - held[k][0] < LONGEST:
            return max(0, held[k][0] - 1), held[k + size - 1][0] + 1
    return None


def instead(side: Side, place: int) -> set[str]:
    """The last word of weight in front of a "not": what stands for the thing set aside. Who tells of both excludes nothing."""
    words = content(side, 0, place)
    return set(words[-1:])
