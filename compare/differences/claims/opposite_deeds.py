"""Link -> Change*: one object, two opposite deeds, in sentences worded anew: "rejected the plan", "the plan was approved".

No slot holds such verbs, and little else need be the same. What makes sure that one thing is meant is the object of both, and who
did it, or else most of the words; and that no version has the other's deed as well, as a story tells of a plan that was rejected
first and approved in the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from compare.differences.changes import Change
from compare.differences.names.one_name import bare
from compare.differences.slot_words import breaks, change
from compare.differences.words import Collation, Side
from compare.differences.words import side as side_of
from compare.language import function_words
from compare.lexicon import base_form, irregular_bases, title_words, word_class
from compare.lexicon.opposites import excluding, phrasal_verbs
from compare.messages import message
from compare.model import Annotated, AnnotatedDocument, FindingKind, Name, Relation, Severity, Verdict

LONGEST_PHRASE = 5
"""Words of an object or a doer with what stands before it."""
BEFORE_VERB = 12
"""Words in front of a verb among which its subject stands."""
LEAST_SHARED = 0.5
"""Least share of the words of weight of the shorter side that the other has, where one does not say who did it."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done to something: "rejected the plan"."""

    span: tuple[int, int]
    """The verb's words."""
    verb: str
    """The verb, by one word."""
    object: str
    """The last word of what it was done to, in its base form."""
    doer: frozenset[str]
    """The words of who did it; none where the clause does not say."""


Told = dict[str, frozenset[tuple[str, str]]]
"""Letter of a version -> the verb and object of each of its deeds."""


def opposite_deeds(link: Collation, told: Told) -> Iterator[Change]:
    """The opposite deeds that the two sides of a link tell of one object; fills `told` as it goes."""
    if link.link.relation in (Relation.PARTIAL, Relation.IDENTICAL):
        return
    others = list(deeds(link.b))
    for one in deeds(link.a) if others else ():
        for other in others:
            if one.object != other.object or not excluding("antonyms.txt", one.verb, other.verb) or in_slot(link, one, other):
                continue
            both = tells(link.a.document, other, told) or tells(link.b.document, one, told)
            if same_doer(link, one, other) and not both:
                yield change(link, FindingKind.PREDICATE_CONFLICT, shown(link.a, one), shown(link.b, other),
                             message("reason.exclude"), 0.6, Verdict.CHECK, Severity.MEDIUM)  # fmt: skip


def shown(side: Side, deed: Deed) -> tuple[int, int]:
    """The words of a deed with its object behind them, or with the "was" in front."""
    start, end = deed.span
    behind = range(end, min(end + LONGEST_PHRASE, len(side.norms)))
    last = next((i for i in behind if base_form(side.norms[i].removesuffix("'s")) == deed.object), None)
    return (start, last + 1) if last is not None else (max(0, start - 1), end)


def same_doer(link: Collation, one: Deed, other: Deed) -> bool:
    """Whether the same is said to have done it: two who differ may have done both. Where a side does not say who, most words
    must be the same."""
    if one.doer and other.doer:
        return not known_as(link.a.document, one.doer).isdisjoint(known_as(link.b.document, other.doer))
    mine, theirs = ({base_form(n) for n in side.norms} - function_words("en") for side in (link.a, link.b))
    return len(mine & theirs) >= LEAST_SHARED * min(len(mine), len(theirs))


def known_as(document: AnnotatedDocument, doer: frozenset[str]) -> frozenset[str]:
    """The words of a doer, and the surnames of those whom the version gives such a title: "the judge" is Judge Ann Bell."""
    titles = {title for title in title_words("person") if base_form(title) in doer}
    if not titles:
        return doer
    named = ((s, n) for s in document.sentences for n in s.names)
    return doer | {base_form(bare(n)[-1]) for s, n in named if titles.intersection(called(s, n))}


def called(sentence: Annotated, name: Name) -> list[str]:
    """The words of a name, and the one in front of it."""
    return [t.norm for t in sentence.tokens if t.end <= name.start][-1:] + name.text.casefold().split()


def in_slot(link: Collation, one: Deed, other: Deed) -> bool:
    """Whether the verbs stand in one slot, where they are compared as such."""
    return link.close and any(s.sure and s.a[0] <= one.span[0] < s.a[1] and s.b[0] <= other.span[0] < s.b[1] for s in link.slots)


def tells(document: AnnotatedDocument, deed: Deed, told: Told) -> bool:
    """Whether a version tells anywhere of a deed to the same object that is no opposite of one."""
    if document.id not in told:
        sentences = (side_of(document, (i,)) for i in range(len(document.sentences)))
        told[document.id] = frozenset((d.verb, d.object) for side in sentences for d in deeds(side))
    return any(of == deed.object and not excluding("antonyms.txt", verb, deed.verb) for verb, of in told[document.id])


# ---- reading deeds -----------------------------------------------------------------------------------------------------


def deeds(side: Side) -> Iterator[Deed]:
    """The deeds of some sentences that are told as done, without a negation, a modal or a hedge."""
    cues = {c.start for s in side.sentences for c in s.statement.cues if c.kind in ("negation", "modal", "hedge")}
    open_until = 0
    for at, norm in enumerate(side.norms):
        if at and breaks(side, at):
            open_until = at
        if not (norm.endswith("ed") or norm in irregular_bases()):
            continue
        if any(side.tokens[i].start in cues for i in range(max(open_until, at - 4), at)):
            continue
        end = at + 2 if side.norms[at : at + 2] in phrasal_verbs() else at + 1
        verb = phrasal_verbs().get(side.norms[at:end], norm)
        passive = at > 0 and side.norms[at - 1] in word_class("forms_of_be")
        front, behind = subject(side, at - 1 if passive else at), phrase(side, end)
        of, doer = (front, agent(side, end)) if passive else (behind, front)
        if of:
            yield Deed((at, end), verb, of[-1], frozenset(doer))


def subject(side: Side, verb: int) -> list[str]:
    """The first words of weight of the clause that leads to a verb: "plan" of "a plan for a stadium was"."""
    start = verb
    while start > max(0, verb - BEFORE_VERB) and not breaks(side, start):
        start -= 1
    if start == verb:
        return opening(side, verb)
    while start < verb and side.norms[start] in function_words("en"):
        start += 1
    return [base_form(n.removesuffix("'s")) for n in takewhile(weighs, side.norms[start:verb])]


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
