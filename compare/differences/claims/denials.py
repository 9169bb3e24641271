"""Link -> Change*: what one version tells and the other denies: "it ignored the signs", "it denied that it had ignored them"."""

from __future__ import annotations

from collections.abc import Iterator

from compare.differences.changes import Change
from compare.differences.quotations.quotes import told_as_altered
from compare.differences.slot_words import change, negated
from compare.differences.words import Collation, Side
from compare.lexicon import base_form, word_class
from compare.lexicon.opposites import denial
from compare.messages import message
from compare.model import FindingKind

LEAST_TOLD = 2
"""Words that must be the same behind a denial and behind what the other version tells."""


def denied_and_told(link: Collation) -> Iterator[Change]:
    """The slots in which only one side has a denial, of the very words that the other tells."""
    for slot in link.slots if negated(link.a) == negated(link.b) else ():
        same = not any(s.replaced for s in link.slots if s != slot)
        denied = denies(link.a, slot.a, link.b, slot.b) or denies(link.b, slot.b, link.a, slot.a)
        if same and slot.sure and slot.before and slot.after >= LEAST_TOLD and denied and not told_as_altered(link, slot):
            a, b = (slot.a[0], slot.a[1] + 1), (slot.b[0], slot.b[1] + 1)
            yield change(link, FindingKind.NEGATION_FLIP, a, b, message("reason.denied"), 0.9)


def denies(one: Side, at: tuple[int, int], other: Side, where: tuple[int, int]) -> bool:
    """Whether a span denies what another tells, in the same words but for the form of the verb."""
    words, others = one.norms[slice(*at)], other.norms[slice(*where)]
    if not words or not denial(words[0]):
        return False
    opens = word_class("opens_what_is_denied")
    told = [w for w in others[1:] if w not in opens] if others[:1] in (("said",), ("says",)) else others
    return [base_form(w) for w in words[1:] if w not in opens] == [base_form(w) for w in told if w not in opens]
