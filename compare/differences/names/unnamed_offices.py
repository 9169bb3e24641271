"""Alignment -> Difference*: an office of somebody without a name, with a word in front of it: "a deputy minister", "a minister".

Of people with a name all mentions are read (`offices`); here the one sentence must do, and the other version must not have the
longer office anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from compare.differences.changes import Change, merged
from compare.differences.names.offices import changes_office, changing, offices
from compare.differences.slot_words import change
from compare.differences.words import Collation, Side, collations
from compare.messages import message
from compare.model import AnnotatedDocument, Compared, Difference, FindingKind, Severity, Verdict


def unnamed_office_differences(compared: Compared) -> Iterable[Difference]:
    """A difference for each office that only one version puts a word in front of."""
    return merged((c for link in collations(compared) if link.close for c in changes_of(link)), compared)


def changes_of(link: Collation) -> Iterator[Change]:
    """What one link shows."""
    for slot in link.slots:
        for longer, span, shorter, place in ((link.a, slot.a, link.b, slot.b[0]), (link.b, slot.b, link.a, slot.a[0])):
            if span[1] - span[0] != 1 or slot.replaced or not (slot.sure and slot.after):
                continue
            if is_other_office(longer, span[0]) and not has_pair(shorter.document, *longer.norms[span[0] : span[0] + 2]):
                acting = changing()[longer.norms[span[0]]] == "acting"  # whoever acts in an office has its powers
                spans = ((span[0], span[1] + 1), (place, place + 1))
                a, b = spans if longer is link.a else spans[::-1]
                yield change(link, FindingKind.SUBJECT_CHANGE, a, b, message("reason.other_office"), 0.6,
                             Verdict.CHECK, Severity.LOW if acting else Severity.MEDIUM)  # fmt: skip


def is_other_office(side: Side, word: int) -> bool:
    """Whether a word makes another office of the one behind it, whose holder is not named."""
    head = side.norms[word + 1]
    return head in offices() and changes_office(side.norms[word], head) and not opens_name(side, word + 1)


def opens_name(side: Side, word: int) -> bool:
    """Whether a name stands right behind a word, or holds it."""
    sentence, token = side.document.sentences[side.homes[word]], side.tokens[word]
    return any(n.start <= token.start < n.end or 0 < n.start - token.end <= 1 for n in sentence.names)


def has_pair(document: AnnotatedDocument, one: str, other: str) -> bool:
    """Whether two words stand together anywhere in a version."""
    return any((one, other) in pairwise(t.norm for t in s.tokens) for s in document.sentences)
