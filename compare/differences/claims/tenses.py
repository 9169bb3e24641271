"""Link -> Change*: what will be in one version and was in the other: "will be launched", "was launched".

Of versions of two days the later may tell what has come about since; of one day only one can be right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.differences.changes import Change
from compare.differences.quotations.quotes import told_as_altered
from compare.differences.slot_words import change
from compare.differences.words import Collation
from compare.lexicon import base_form, inflected, word_class
from compare.messages import message
from compare.model import FindingKind, Severity, Verdict


def tenses(link: Collation) -> Iterator[Change]:
    """The slots that hold the future on one side and the past on the other."""
    days = {side.document.document.version.published for side in (link.a, link.b)}
    for slot in link.slots if len(days) == 1 else ():
        mine, theirs = link.a.norms[slice(*slot.a)], link.b.norms[slice(*slot.b)]
        if slot.sure and slot.replaced and (over(mine, theirs) or over(theirs, mine)) and not told_as_altered(link, slot):
            reason = message("reason.planned_or_done")
            yield change(link, FindingKind.PREDICATE_CONFLICT, slot.a, slot.b, reason, 0.6, Verdict.CHECK, Severity.MEDIUM)


def over(future: Sequence[str], past: Sequence[str]) -> bool:
    """Whether words tell that something will be, and others that it was: an auxiliary for an auxiliary, or a verb's two forms;
    or that it is considered, and has been decided.

    >>> over(("will", "be"), ("was",)), over(("will", "launch"), ("launched",)), over(("will",), ("did", "not"))
    (True, True, False)
    >>> over(("plans", "to", "sell"), ("has", "sold")), over(("plans", "to", "sell"), ("will", "sell"))
    (True, False)
    >>> over(("is", "considering"), ("has", "approved")), over(("is", "considering"), ("discussed",))
    (True, False)
    """
    if len(future) == 2 and future[0] in word_class("forms_of_be") and future[1] in word_class("considers"):
        return past[-1] in word_class("decided") and set(past[:-1]) <= word_class("past_auxiliaries")
    if tuple(future[1:2]) == ("to",) and future[0] in word_class("plans"):
        future = ("will", *future[2:])
    if not future or future[0] != "will":
        return False
    if set(future) <= {"will", "be"}:
        return bool(past) and set(past) <= word_class("past_auxiliaries")
    done = past[1:] if len(past) == 2 and past[0] in word_class("past_auxiliaries") else past
    return len(future) == 2 and len(done) == 1 and done[0] != future[1] and done[0] in past_forms(future[1])


def past_forms(verb: str) -> tuple[str, ...]:
    """The forms of a verb that tell what was."""
    return tuple(form for form in inflected(verb) if not form.endswith(("ing", "s")) and base_form(form) == base_form(verb))
