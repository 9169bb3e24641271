"""Side -> Deed*: what was done to what, by whom, and whether a sentence tells it, denies it or leaves it open.

Read by small words and forms alone: a past form, or the word that "not", "will" or "may" leads to, is the verb; what stands
behind it, or in front of "was", the object.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from compare.differences.slot_words import bounds, breaks
from compare.differences.words import Side
from compare.language import function_words
from compare.lexicon import base_form, irregular_bases, word_class
from compare.lexicon.opposites import phrasal_verbs
from compare.model import Cue

Status = Literal["told", "denied", "open"]

LONGEST_PHRASE = 5
"""Words of an object or a doer with what stands before it."""
BEFORE_VERB = 12
"""Words in front of a verb among which its subject stands."""
SUBJECTS = frozenset({"it", "they"})
REACH = 4
"""Words in front of a verb among which a "not", a modal or a hedge is its own."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done to something: "rejected the plan"."""

    span: tuple[int, int]
    """The verb's words."""
    verb: str
    """The verb, by one word."""
    object: str
    """The last word of what it was done to, in its base form; "" where there is none."""
    doer: frozenset[str]
    """The words of who did it; none where the clause does not say."""
    status: Status

    @property
    def key(self) -> str:
        """What stands for all forms of the verb."""
        return base_form(self.verb)


def deeds(side: Side) -> Iterator[Deed]:
    """The deeds of some sentences."""
    cues = [c for s in side.sentences for c in s.statement.cues]
    for at, norm in enumerate(side.norms):
        leads = led_by(side, at, cues) or refused(side, at)
        past = norm.endswith("ed") or norm in irregular_bases()
        status = status_of(side, at, cues) if leads or past else None
        if status is None or norm in function_words("en") or norm.endswith("ing") or not side.words(at, at + 1).islower():
            continue
        end = at + 2 if side.norms[at : at + 2] in phrasal_verbs() else at + 1
        verb = phrasal_verbs().get(side.norms[at:end], norm)
        passive = at > 0 and side.norms[at - 1] in word_class("forms_of_be")
        front, behind = subject(side, at - 2 if refused(side, at) else at, cues), phrase(side, end)
        of, doer = (front, agent(side, end)) if passive else (behind, front)
        yield Deed((at, end), verb, of[-1] if of else "", frozenset(doer), status)


def led_by(side: Side, at: int, cues: Sequence[Cue]) -> bool:
    """Whether a "not", a modal or the like leads to a word, with adverbs and "be" between them at most."""
    before = at - 1
    while before >= 0 and (side.norms[before].endswith("ly") or side.norms[before] in word_class("between_verbs")):
        before -= 1
    return before >= 0 and any(c.start <= side.tokens[before].start < c.end for c in cues
                               if c.kind in ("negation", "modal"))  # fmt: skip


def status_of(side: Side, at: int, cues: Sequence[Cue]) -> Status | None:
    """What a clause says of its verb; None for what should, must or can be done, and for bounds ("not lose more than")."""
    who = word_class("relative_subject")
    opens = (i for i in range(at, max(0, at - REACH), -1) if breaks(side, i) or side.norms[i - 1] in who)
    first = next(opens, max(0, at - REACH))
    near = [c for c in cues if side.tokens[first].start <= c.start < side.tokens[at].start]
    if not near and refused(side, at):
        return "denied"
    if any(c.kind == "negation" for c in near):
        return None if any(bounds(side, c) for c in near) else "denied"
    modals = {n for i, n in enumerate(side.norms[first:at], first) if any(c.start == side.tokens[i].start and c.kind == "modal"
                                                                         for c in near)}  # fmt: skip
    if any(c.kind == "hedge" and c.strength != "weak" for c in near):
        return "open"
    return "told" if modals <= {"will"} else None


def refused(side: Side, at: int) -> bool:
    """Whether a verb is what somebody refused, or failed, to do."""
    return at > 1 and side.norms[at - 1] == "to" and side.norms[at - 2] in word_class("refuses")


def subject(side: Side, verb: int, cues: Sequence[Cue]) -> list[str]:
    """The first words of weight of the clause that leads to a verb: "plan" of "a plan for a stadium was"."""
    start = verb
    while start > max(0, verb - BEFORE_VERB) and not breaks(side, start) and (start == verb or side.norms[start - 1] != "that"):
        start -= 1
    if start == verb:
        return opening(side, verb)
    passing = word_class("late_or_early") | word_class("calendar") | function_words("en") - SUBJECTS
    while start < verb and side.norms[start] in passing:
        start += 1
    if side.norms[start] in SUBJECTS:
        return ["it"]
    marked = {c.start for c in cues}
    words = takewhile(lambda i: weighs(side.norms[i]) and side.tokens[i].start not in marked, range(start, verb))
    return [base_form(side.norms[i].removesuffix("'s")) for i in words if not side.norms[i].endswith("ly")]


def opening(side: Side, verb: int) -> list[str]:
    """The words of weight in front of the first mark of a verb's sentence: "Bell, who had doubts, imposed"."""
    start = side.homes.index(side.homes[verb])
    end = next((i for i in range(start + 1, verb) if breaks(side, i)), verb)
    tells_when = word_class("late_or_early") | word_class("calendar")
    return [base_form(n) for n in side.norms[start:end] if weighs(n) and n not in tells_when]


def phrase(side: Side, first: int) -> list[str]:
    """The words of weight that stand behind a verb or "by", up to a mark or a small word; without "late", "unanimously"."""
    at = first
    while at < len(side.norms) and side.norms[at] in word_class("determiners") and not breaks(side, at):
        at += 1
    if side.norms[at : at + 1] in (("it",), ("them",)):
        return ["it"]
    end = at
    while end < min(len(side.norms), first + LONGEST_PHRASE) and weighs(side.norms[end]) and not breaks(side, end):
        end += 1
    words = [n.removesuffix("'s") for n in side.norms[at:end]]
    while words and (words[-1].endswith("ly") or words[-1] in word_class("late_or_early") | word_class("calendar")):
        words.pop()
    return [base_form(w) for w in words]


def agent(side: Side, first: int) -> list[str]:
    """The words of who did it, behind "by"; none if that says by how much, or by when."""
    by = next((i for i in range(first, min(first + LONGEST_PHRASE, len(side.norms))) if side.norms[i] == "by"), None)
    words = phrase(side, by + 1) if by is not None and not any(breaks(side, i) for i in range(first, by + 1)) else []
    return [] if words and words[-1] in map(base_form, word_class("by_how_much")) else words


def weighs(norm: str) -> bool:
    """Whether a word is no small one."""
    return norm not in function_words("en")
