"""Link -> Change*: a word that makes what follows another thing, and that one version lost: "attempted murder", "murder".

Nothing else in the sentence tells that the murder failed, that the head is an acting one, or that others may not vote. A version
that has the word anywhere tells it.
"""

from __future__ import annotations

from collections.abc import Iterator

from compare.differences.changes import Change
from compare.differences.quotations.quotes import told_as_altered
from compare.differences.slot_words import breaks, change
from compare.differences.words import Collation, Side, Slot
from compare.language import function_words
from compare.lexicon import word_class
from compare.messages import message
from compare.model import FindingKind, Severity, Verdict

FOR_WITHIN = 4
"""Words in front of "only" at the end of a clause among which "for" tells whom it limits: "for members only"."""


def lost_qualifiers(link: Collation) -> Iterator[Change]:
    """The qualifiers that only one side of a link has, in sentences that are otherwise much the same."""
    for slot in link.slots if link.close else ():
        if slot.replaced or not slot.sure or told_as_altered(link, slot):
            continue
        (one, at), (other, where) = sorted(((link.a, slot.a), (link.b, slot.b)), key=lambda side: side[1][0] == side[1][1])
        if qualifies(one, at, slot) and not has_it(other, one.norms[at[0]]):
            reason = message("reason.qualifier", free=link.name(other), words=one.words(*at))
            spans = shown(one, at), shown(other, where)
            a, b = spans if one is link.a else spans[::-1]
            yield change(link, FindingKind.SUBJECT_CHANGE, a, b, reason, 0.6, Verdict.CHECK, Severity.MEDIUM)


def qualifies(side: Side, span: tuple[int, int], slot: Slot) -> bool:
    """Whether a span holds a qualifier of the noun behind it, or an "only" that keeps others out."""
    if span[1] - span[0] != 1:
        return False
    word = side.norms[span[0]]
    if word == "only":
        return keeps_out(side, span[0])
    if word == "former":  # in front of a name the office is compared with it
        return slot.after > 1 and breaks(side, span[1] + 1)
    return word in word_class("qualifiers") and slot.after > 0 and side.norms[span[1]] not in function_words("en")


def has_it(side: Side, qualifier: str) -> bool:
    """Whether a version has the qualifier anywhere, or another word for "only" in the same place: "alone", "sole"."""
    limited = qualifier == "only" and not word_class("limits_too").isdisjoint(side.norms)
    return limited or any(t.norm == qualifier for s in side.document.sentences for t in s.tokens)


def keeps_out(side: Side, place: int) -> bool:
    """Whether "only" says that nobody else may, or is: "only members may vote", "for members only"; not: "only two came"."""
    if breaks(side, place + 1):
        return "for" in side.norms[max(0, place - FOR_WITHIN) : place]
    opens = place == 0 or breaks(side, place)
    behind, start = side.norms[place + 1], side.tokens[place + 1].start
    counted = any(q.start <= start < q.end for s in side.sentences for q in s.quantities)
    return opens and not counted and (behind in word_class("of_them") or behind not in function_words("en"))


def shown(side: Side, span: tuple[int, int]) -> tuple[int, int]:
    """A span with the word that it qualifies: the one behind it, or at the end of a clause the one in front."""
    return (span[0] - 1, span[1]) if breaks(side, span[1]) else (span[0], span[1] + 1)
