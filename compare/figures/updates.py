"""Readings of one figure, times of publication -> may the story have moved on between its versions?

A toll grows from one version to the next. A count of people in a plight that ends, such as a blackout, falls as it is mended.
What moves by the hour, such as shares of votes while they are counted, a price on the market or the winds of a storm, goes both
ways. A weekday is told from the day on which its version came out.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from compare.figures.concepts import concepts
from compare.figures.distance import from_one_day, other_distance
from compare.figures.mentions import Mention
from compare.messages import Message, message
from compare.model import AnnotatedDocument
from compare.times import earlier

FIXED = frozenset({"age", "date", "time", "ordinal", "duration"})
"""Families of what does not move by the hour, whatever stands around it."""


def is_update(told: Sequence[Mention], documents: Sequence[AnnotatedDocument]) -> bool:
    """Do later versions always give the higher count, or tell of a plight that ends, or of what moves by the hour?

    A version without a time may only repeat what one with a time says.
    """
    counts = [(m.quantity.lower if m.quantity.lower is not None else m.quantity.upper, documents[m.document]) for m in told]
    if len({documents[m.document].document.version.published for m in told}) < 2:
        return False  # most stories have no times: then nothing needs to be looked for in their words
    moving = all(moves(m, documents[m.document]) for m in told)
    changed, falls = False, moving or may_fall(told)
    explained = set()
    for (x, a), (y, b) in combinations(counts, 2):
        first = earlier(a.document.version.published, b.document.version.published)
        if x is None or y is None or x == y or first is None:
            continue
        if not falls and (x < y) is not (first == 0):
            return False
        changed = True
        explained |= {x, y}
    return changed and (moving or {m.family for m in told} == {"count"}) and {x for x, _ in counts} == explained


def may_fall(told: Sequence[Mention]) -> bool:
    """Are those counted missing, or, as one of them says, in another plight that ends? The dead stay dead."""
    states = {m.state for m in told}
    return states == {"missing"} or (any(m.ends for m in told) and not states & {"dead", "hurt"})


def moves(mention: Mention, document: AnnotatedDocument) -> bool:
    """Does it measure what moves by the hour: is it told of a market, a storm or a fire, or a share while votes are counted?"""
    if mention.family in FIXED:
        return False
    near = {concepts("running").get(t.norm) for t in document.sentences[mention.sentence].tokens}
    return "moving" in near or (mention.family in ("share", "count") and {"vote", "tally"} <= near) or (
        mention.family == "share" and counts_votes(document))  # fmt: skip


def counts_votes(document: AnnotatedDocument) -> bool:
    """Does a sentence of the version tell of votes that are being counted?"""
    known = concepts("running")
    return any({"vote", "tally"} <= {known.get(t.norm) for t in s.tokens} for s in document.sentences)


def updated(told: Sequence[Mention], documents: Sequence[AnnotatedDocument]) -> Message:
    """Why a count may have changed between versions with a time."""
    if all(moves(m, documents[m.document]) for m in told):
        return message("figure.moves")
    return message("figure.another_count" if may_fall(told) else "figure.higher_count")


def is_other_day(a: Mention, b: Mention, documents: Sequence[AnnotatedDocument]) -> bool:
    """Do versions of different days, or perhaps so, name days without a date, each of which may be right as it was written?"""
    times = [documents[m.document].document.version.published for m in (a, b)]
    if a.distance and other_distance(a.distance, b.distance):
        return not from_one_day(a.distance, *times)
    undated = a.family == b.family == "date" and not any(c.isdigit() for c in a.quantity.text + b.quantity.text)
    return undated and earlier(*times) is not None and (times[0] or "")[:10] != (times[1] or "")[:10]
