"""Link -> Change*: how many of them: "both pilots" and "one of the pilots", "everybody" and "nearly everybody".

None, some, nearly all and all exclude each other where the words around are the same. Words for some of them ("a few", "many",
"most of") may stand for each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from compare.differences.changes import Change
from compare.differences.figures.numerals import number_of
from compare.differences.quotations.quotes import told_as_altered
from compare.differences.slot_words import affirms, change
from compare.differences.words import Collation, Side, Slot
from compare.lexicon import base_form, sections, word_class
from compare.messages import message
from compare.model import FindingKind, Severity, Verdict

NONE, FIRST, SOME, ALL = "none", "first", "some", "all"
NO_EXTENT_AFTER, NO_EXTENT_BEFORE = frozenset({"at", "after", "above", "in", "the"}), frozenset({"but", "over", "time", "along"})
"""Words in front of "all" and "most", and behind them, with which they tell no extent: at all, the most, all but."""


def extents(link: Collation) -> Iterator[Change]:
    """The slots that tell on either side of how many something is so, and of another share of them."""
    for slot in link.slots:
        mine, theirs = extent_at(link.a, slot.a), extent_at(link.b, slot.b)
        if slot.sure and mine and theirs and mine != theirs and not told_as_altered(link, slot):
            a, b = (shown(span) for span in (slot.a, slot.b))
            if NONE in (mine, theirs) and not (affirms(link.a) or affirms(link.b)):
                yield change(link, FindingKind.NEGATION_FLIP, a, b, message("reason.denied"), 0.9)
            elif ALL in (mine, theirs) and NONE not in (mine, theirs):
                reason = message("reason.all_or_some")
                yield change(link, FindingKind.SUBJECT_CHANGE, a, b, reason, 0.6, Verdict.CHECK, Severity.MEDIUM)


def differ_in_extent(link: Collation, but: Slot | None = None) -> bool:
    """Whether nothing differs, `but` one slot, save an extent and forms of words: "neither pilot was", "both pilots were"."""
    return all(same_besides(link.a.norms[slice(*s.a)], link.b.norms[slice(*s.b)]) for s in link.slots if s != but)


def same_besides(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two runs of words begin with an extent, if at all, and go on with forms of the same words.

    >>> neither = "neither", "pilot", "was"
    >>> same_besides(neither, ("both", "pilots", "were")), same_besides(neither, ("both", "boats", "were"))
    (True, False)
    """
    be = word_class("forms_of_be")
    mine, theirs = (["be" if w in be else base_form(w) for w in words if (w,) not in phrases()] for words in (one, other))
    return mine == theirs


def parts(link: Collation) -> Iterator[Change]:
    """What one side tells of a part of them, and the other of them: "two of the three hostages", "the three hostages"."""
    for slot in link.slots:
        if slot.sure and slot.after and not told_as_altered(link, slot) and (spans := part_and_whole(link, slot)):
            reason = message("reason.all_or_some")
            yield change(link, FindingKind.SUBJECT_CHANGE, *spans, reason, 0.6, Verdict.CHECK, Severity.MEDIUM)


def part_and_whole(link: Collation, slot: Slot) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The words to show of a slot that tells of a part on one side alone; None where it tells of none."""
    if slot.replaced:
        return (slot.a, slot.b) if leaves_out(link.a, slot.a) != leaves_out(link.b, slot.b) else None
    part, at, where = (link.a, slot.a, slot.b) if slot.a[0] < slot.a[1] else (link.b, slot.b, slot.a)
    if not is_part(part, at):
        return None
    spans = (at[0], at[1] + 1), (where[0], where[0] + 2)
    return spans if part is link.a else spans[::-1]


def is_part(side: Side, span: tuple[int, int]) -> bool:
    """Whether words take a part of what "the", "his" and the like stand before: "two of", "most of"."""
    words = side.norms[slice(*span)]
    if leaves_out(side, span):
        return True
    counted = len(words) == 2 and (number_of(side, span[0]) or phrases().get(words) == SOME)
    return bool(counted and words[-1] == "of" and side.norms[span[1]] in word_class("of_them"))


def leaves_out(side: Side, span: tuple[int, int]) -> bool:
    """Whether words behind "all" leave some out: "all but two"."""
    words = side.norms[slice(*span)]
    behind_all = side.norms[max(0, span[0] - 1) : span[0]] == ("all",)
    return behind_all and len(words) == 2 and words[0] == "but" and number_of(side, span[0] + 1) is not None


def shown(span: tuple[int, int]) -> tuple[int, int]:
    """The words of a span, and the one behind it."""
    return span[0], span[1] + (span[0] == span[1])


def extent_at(side: Side, span: tuple[int, int]) -> str | None:
    """Of how many the words tell that begin in a span, or right behind where it holds none."""
    for i in range(span[0], max(span[1], span[0] + 1)):
        extent = extent_of(side.norms[i : i + LONGEST + 1])
        if extent and (extent == FIRST or not i or side.norms[i - 1] not in NO_EXTENT_AFTER):
            return extent
    return None


def extent_of(words: Sequence[str]) -> str | None:
    """The extent that some words begin with: the longest phrase decides.

    >>> extent_of(("nearly", "all", "of")), extent_of(("all", "but", "two")), extent_of(("some", "40"))
    ('nearly', None, None)
    """
    if len(words) > 1 and words[0] in ("first", "last") and words[1].isdigit():
        return FIRST
    for size in range(min(LONGEST, len(words)), 0, -1):
        if extent := phrases().get(tuple(words[:size])):
            behind = words[size] if size < len(words) else ""
            return None if behind in NO_EXTENT_BEFORE or (behind.isdigit() and extent != ALL) else extent
    return None


@cache
def phrases() -> dict[tuple[str, ...], str]:
    """Phrases that tell of how many something is so, each with its extent."""
    out: dict[tuple[str, ...], str] = {}
    for line in sections("grammar.toml")["extents"].strip().splitlines():
        extent, _, listed = line.partition(":")
        out |= {tuple(phrase.split()): extent for phrase in listed.split(",")}
    return out


LONGEST = 3
"""Words of the longest phrase."""
