"""Link -> Change*: a deed of which one passage only accuses somebody, told as done in the other: "charged with poisoning two
patients", "poisoned two patients"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from compare.differences.changes import Change
from compare.differences.claims.hedges import asks, hedges, sourced
from compare.differences.slot_words import negated, wording
from compare.differences.words import Collation, Side
from compare.language import function_words
from compare.lexicon import base_form, irregular_bases, lines, word_class
from compare.model import FindingKind, Severity, Verdict

WITHIN = 4
"""Words behind a deed among which its object begins."""
HEDGED = "sides.hedged"


def charged(link: Collation) -> Iterator[Change]:
    """A deed behind words of accusation that the other side tells as done to the same object, without a source or a doubt."""
    known = word_class("keeps_open") | word_class("admits")
    for wary, flat in ((link.a, link.b), (link.b, link.a)):
        if sourced(flat) or hedges(flat) or negated(flat) or asks(flat) or known & set(flat.norms):
            continue
        for start, deed in accused_deeds(wary):
            place = done(flat, base_form(wary.norms[deed]), object_of(wary, deed))
            if place is not None:
                yield Change(kind=FindingKind.HEDGE_DROP, verdict=Verdict.CHECK, severity=Severity.HIGH,
                             a=wording(wary, (start, deed + 1)), b=wording(flat, (place, place + 1)),
                             row=link.row, weight=0.6, telling=HEDGED)  # fmt: skip


def accused_deeds(side: Side) -> Iterator[tuple[int, int]]:
    """Where words of accusation begin, and where the deed stands: "charged with poisoning", "claims that he took"."""
    norms = side.norms
    for start in range(len(norms) - 2):
        if norms[start : start + 2] in accusing():
            deed = start + 2 + (norms[start + 2] == "having")
            if norms[start + 1] == "that":
                deed = start + 3  # behind its subject
            if deed < len(norms) and (norms[deed].endswith("ing") or deed > start + 2):
                yield start, deed


def done(side: Side, deed: str, of: str) -> int | None:
    """Where a side tells a deed, with its object, as done: in the past, and by somebody."""
    for place, norm in enumerate(side.norms):
        past = base_form(norm) == deed and (norm.endswith("ed") or norm in irregular_bases())
        passive = place > 0 and side.norms[place - 1] in word_class("forms_of_be")
        if past and not passive and of and object_of(side, place) == of:
            return place
    return None


def object_of(side: Side, verb: int) -> str:
    """The first word of weight behind a verb, in its base form; "" where none stands close by."""
    near = side.norms[verb + 1 : verb + 1 + WITHIN]
    return next((base_form(n) for n in near if n not in function_words("en")), "")


@cache
def accusing() -> frozenset[tuple[str, ...]]:
    """Pairs of words behind which a deed is only charged."""
    return frozenset(tuple(line.split()) for line in lines("charges.txt"))
