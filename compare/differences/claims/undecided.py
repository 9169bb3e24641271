"""Link -> Change*: what one passage leaves open and the other tells as settled: "will decide whether to appeal", "will appeal".

Of versions of two days the later may tell what has been settled since.
"""

from __future__ import annotations

from collections.abc import Iterator

from compare.differences.changes import Change
from compare.differences.claims.charges import object_of
from compare.differences.claims.hedges import asks, hedges
from compare.differences.slot_words import negated, wording
from compare.differences.words import Collation, Side
from compare.language import function_words
from compare.lexicon import base_form, word_class
from compare.model import FindingKind, Relation, Severity, Verdict

REACH = 2
"""Words between "will" and its verb, and one more."""


def undecided(link: Collation) -> Iterator[Change]:
    """A verb behind "whether to" or "considering" on one side that the other tells as what will be, or was, done."""
    days = {side.document.document.version.published for side in (link.a, link.b)}
    if link.link.relation is Relation.PARTIAL or len(days) > 1:
        return
    for leaving, telling in ((link.a, link.b), (link.b, link.a)):
        if hedges(telling) or negated(telling) or asks(telling) or {"whether", "if"} & set(telling.norms):
            continue
        for start, verb in left_open(leaving):
            if related(leaving, telling, leaving.norms[verb]):
                place = settled(telling, base_form(leaving.norms[verb]), object_of(leaving, verb))
                if place:
                    yield Change(kind=FindingKind.HEDGE_DROP, verdict=Verdict.CHECK, severity=Severity.MEDIUM,
                                 a=wording(leaving, (start, verb + 1)), b=wording(telling, place), row=link.row, weight=0.6,
                                 telling="sides.hedged")  # fmt: skip


def left_open(side: Side) -> Iterator[tuple[int, int]]:
    """Where words begin that leave a deed open, and where its verb stands: "whether to close", "is considering closing"."""
    for at in range(len(side.norms) - 2):
        first, second, third = side.norms[at : at + 3]
        if (first, second) == ("whether", "to") or (second == "considering" and third.endswith("ing")):
            yield at, at + 2


def settled(side: Side, verb: str, of: str) -> tuple[int, int] | None:
    """Where a side tells that something will be done, or is or was done to the same object."""
    for at, norm in enumerate(side.norms):
        if base_form(norm) != verb:
            continue
        ahead = next((i for i in range(at - 1, max(-1, at - 1 - REACH), -1) if side.norms[i] in word_class("tells_future")), None)
        if ahead is not None:
            return ahead, at + 1
        be = at > 0 and side.norms[at - 1] in word_class("forms_of_be")
        if norm.endswith("ing" if be else "ed") and object_of(side, at) == of:
            return at, at + 1
    return None


def related(one: Side, other: Side, verb: str) -> bool:
    """Whether two passages share a word of weight beside the verb."""
    light = function_words("en") | word_class("auxiliaries")
    mine, theirs = ({base_form(n) for n in side.norms if n not in light} for side in (one, other))
    return bool(mine & theirs - {base_form(verb)})
