"""Link -> Change*: none of them, and some of them: "no arrests" and "three arrests", "nobody was hurt" and "a man was hurt"."""

from __future__ import annotations

from collections.abc import Iterator

from compare.differences.changes import Change
from compare.differences.claims.extents import NONE, differ_in_extent, extent_of
from compare.differences.figures.numerals import number_of
from compare.differences.quotations.quotes import told_as_altered
from compare.differences.slot_words import affirms, breaks, change, negated, within
from compare.differences.words import Collation, Side
from compare.lexicon import base_form, word_class
from compare.messages import message
from compare.model import FindingKind, Severity, Verdict
from compare.times import earlier

MOST_WORDS = 4
"""Words of those whom the other side names where the one says nobody; more of them are a clause of its own."""


def nobody_or_some(link: Collation) -> Iterator[Change]:
    """The slots where one side says that there was none, and the other tells of some, in the same words besides.

    What nobody had done on Monday somebody may have done by Wednesday: of versions of other times this is something to check.
    """
    if affirms(link.a) or affirms(link.b) or (negated(link.a) - negated(link.b)) % 2 == 0:
        return
    for slot in link.slots:
        same = link.close or differ_in_extent(link, but=slot)
        if not (same and slot.sure and slot.replaced) or told_as_altered(link, slot):
            continue
        if is_none_of(link.a, slot.a, link.b, slot.b) or is_none_of(link.b, slot.b, link.a, slot.a):
            times = (side.document.document.version.published for side in (link.a, link.b))
            later = earlier(*times) is not None
            verdict, severity = (Verdict.CHECK, Severity.MEDIUM) if later else (Verdict.CONFLICT, Severity.HIGH)
            a, b = shown(slot.a, link.a), shown(slot.b, link.b)
            yield change(link, FindingKind.NEGATION_FLIP, a, b, message("reason.denied"), 0.8, verdict, severity)


def is_none_of(one: Side, at: tuple[int, int], other: Side, place: tuple[int, int]) -> bool:
    """Whether a span says that there was none, and the other's that there were some."""
    words, others = one.norms[slice(*at)], other.norms[slice(*place)]
    denied = any(c.kind == "negation" and within(other, place, c) for s in other.sentences for c in s.statement.cues)
    if denied or leaves_some(one, at) or leaves_some(other, place) or not word_class("not_known").isdisjoint(others):
        return False
    who = next((k for k in range(min(2, len(words)), 0, -1) if is_nobody(words[:k])), 0)
    rest = nouns(words[who or 1 :])
    if rest and (words[0] == "no" or words[who - 1] == "of"):
        return is_some(other, place[0]) and rest == nouns(others[1:])
    if words == ("no",):
        return is_some(other, place[0]) and len(others) == 1
    opens = at[0] == 0 or breaks(one, at[0])
    return bool(who and opens and not rest) and 0 < len(nouns(others)) <= MOST_WORDS


def leaves_some(side: Side, span: tuple[int, int]) -> bool:
    """Whether words say "no other", "nobody else", or "hardly any", which deny nothing of those who are counted."""
    held = range(span[0], span[1])
    if any(side.norms[k] in word_class("hardly_any") and side.norms[k - 1 : k] != ("a",) for k in held):
        return True
    nobody = [k for k in held if side.norms[k] == "no" or is_nobody(side.norms[k : k + 1])]
    behind = [k + 1 + (side.norms[k : k + 2] == ("no", "one")) for k in nobody]
    return any(word_class("besides_these").intersection(side.norms[k : k + 1]) for k in behind)


def is_nobody(words: tuple[str, ...]) -> bool:
    """Whether words say nobody, nothing, or none of what follows."""
    return extent_of(words) == NONE or (len(words) == 1 and words[0] in word_class("negated_subjects"))


def is_some(side: Side, word: int) -> bool:
    """Whether a word tells of one, some or a number of what follows."""
    return side.norms[word] in word_class("some_of_them") or (number_of(side, word) or "0") != "0"


def nouns(words: tuple[str, ...]) -> list[str]:
    """Words in their base forms, without "the" and the like, and forms of "be", which change with the number."""
    return [base_form(w) for w in words if w not in word_class("forms_of_be") and w not in word_class("of_them")]


def shown(span: tuple[int, int], side: Side) -> tuple[int, int]:
    """The words of a span, and the one behind "no" that it is said of."""
    return span[0], min(span[1] + (span[1] - span[0] == 1), len(side.tokens))
