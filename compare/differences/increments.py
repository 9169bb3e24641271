"""Link -> Change*: one number told as a whole and as an addition, as a level and as a step, in all and for each day."""

from __future__ import annotations

from collections.abc import Iterator

from compare.differences.changes import Change
from compare.differences.slot_words import change
from compare.differences.words import Collation
from compare.model import FindingKind, Severity, Verdict

ADDING = frozenset("additional another further extra more added other supplementary".split())


def added_numbers(link: Collation) -> Iterator[Change]:
    """The same number as a whole on one side and as an addition on the other: "2,400" and "an additional 2,400"."""
    for adding, plain in ((link.a, link.b), (link.b, link.a)):
        if set(plain.norms) & ADDING:
            continue
        for i in range(len(adding.norms) - 1):
            number = adding.norms[i + 1]
            if adding.norms[i] in ADDING and number.isdigit() and plain.norms.count(number) == adding.norms.count(number) == 1:
                other = plain.norms.index(number)
                if other and plain.norms[other - 1] not in {*adding.norms[max(0, i - 2) : i]}:  # another word for it
                    continue
                here, there = (i, i + 2), (other, other + 1)
                a, b = (here, there) if adding is link.a else (there, here)
                reason = f"the number is an addition in {link.name(adding)}, the whole in {link.name(plain)}"
                yield change(link, FindingKind.SUBJECT_CHANGE, a, b, reason, 0.6, Verdict.CHECK, Severity.MEDIUM)
