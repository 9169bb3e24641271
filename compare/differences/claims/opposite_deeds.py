"""Link -> Change*: one object, two deeds that exclude each other, in sentences worded anew: "rejected the plan" and "the plan was
approved", "blamed the referee" and "did not blame the referee", "may raise taxes" and "will raise taxes".

No slot holds such verbs, and little else need be the same. What makes sure that one thing is meant is the object of both, and who
did it, or else most of the words; and that no version has the other's deed as well, as a story tells of a plan that was rejected
first and approved in the end.
"""

from __future__ import annotations

from collections.abc import Iterator

from compare.differences.changes import Change
from compare.differences.claims.deeds import LONGEST_PHRASE, Deed, deeds, refused
from compare.differences.claims.doers import same_person_or_body
from compare.differences.claims.hedges import asks, hedge, hedges, sourced
from compare.differences.claims.rewordings import said
from compare.differences.slot_words import change
from compare.differences.words import Collation, Side
from compare.differences.words import side as side_of
from compare.language import function_words
from compare.lexicon import base_form, word_class
from compare.lexicon.opposites import excluding
from compare.messages import message
from compare.model import AnnotatedDocument, FindingKind, Relation, Severity, Verdict

LEAST_SHARED = 0.5
"""Least share of the words of weight of the shorter side that the other has, where one does not say who did it."""

Told = dict[str, tuple[Deed, ...]]
"""Letter of a version -> its deeds."""


def opposite_deeds(link: Collation, told: Told) -> Iterator[Change]:
    """The deeds of one object in a link that exclude each other; fills `told` as it goes."""
    if link.link.relation in (Relation.PARTIAL, Relation.IDENTICAL):
        return
    others = list(deeds(link.b))
    for one in deeds(link.a) if others else ():
        for other in others:
            found = excluded(link, one, other)
            if not found or not same_doer(link, one, other) or in_slot(link, one, other):
                continue
            if not (tells(link.a.document, other, told) or tells(link.b.document, one, told)):
                yield found


def excluded(link: Collation, one: Deed, other: Deed) -> Change | None:
    """What is told of two deeds that exclude each other; None for others."""
    if one.object != other.object or not (one.object or one.doer & other.doer):
        return None
    here, there = shown(link.a, one), shown(link.b, other)
    if one.status == other.status == "told" and excluding("antonyms.txt", one.verb, other.verb) and one.object:
        return change(link, FindingKind.PREDICATE_CONFLICT, here, there, message("reason.exclude"), 0.6, Verdict.CHECK,
                      Severity.MEDIUM)  # fmt: skip
    turned = word_class("turns_claims") & {*link.a.norms, *link.b.norms}
    by_refusal = refused(link.a, one.span[0]) or refused(link.b, other.span[0])  # who refused to concede it did not
    if one.key != other.key or turned or (one.verb in said() and not by_refusal) or asks(link.a) or asks(link.b):
        return None
    if {one.status, other.status} == {"told", "denied"}:
        return change(link, FindingKind.NEGATION_FLIP, here, there, message("reason.denied"), 0.7, Verdict.CHECK,
                      Severity.MEDIUM)  # fmt: skip
    if {one.status, other.status} == {"told", "open"}:
        return left_open(link, one, other)
    return None


def left_open(link: Collation, one: Deed, other: Deed) -> Change | None:
    """A deed that only one side hedges; None where the other gives it to a source and this one to none."""
    spans = (link.a, shown(link.a, one)), (link.b, shown(link.b, other))
    (hedged, here), (plain, there) = spans if one.status == "open" else spans[::-1]
    if hedges(plain) or (sourced(plain) and not sourced(hedged)):
        return None
    return hedge(link, hedged, here, there, hedges(hedged), 0.5)


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
        return same_person_or_body(link, one, other)
    mine, theirs = ({base_form(n) for n in side.norms} - function_words("en") for side in (link.a, link.b))
    return len(mine & theirs) >= LEAST_SHARED * min(len(mine), len(theirs))


def in_slot(link: Collation, one: Deed, other: Deed) -> bool:
    """Whether the verbs stand in one slot, where they are compared as such, or in words that are the same."""
    in_one = any(s.sure and s.a[0] <= one.span[0] < s.a[1] and s.b[0] <= other.span[0] < s.b[1] for s in link.slots)
    return link.close and (in_one or one.verb == other.verb)


def tells(document: AnnotatedDocument, deed: Deed, told: Told) -> bool:
    """Whether a version tells anywhere of a deed to the same object as another version does."""
    if document.id not in told:
        sentences = (side_of(document, (i,)) for i in range(len(document.sentences)))
        told[document.id] = tuple(d for side in sentences for d in deeds(side))
    return any((d.object == deed.object or ("it" in (d.object, deed.object) and d.key == deed.key)) and d.status == deed.status
               and not excluding("antonyms.txt", d.verb, deed.verb) and (d.key == deed.key or deed.status == "told")
               for d in told[document.id])  # fmt: skip
