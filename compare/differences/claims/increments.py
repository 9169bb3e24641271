"""Link -> Change*: one number told as a whole and as an addition, as a level and as a step, in all and for each day."""

from __future__ import annotations

from collections.abc import Iterator

from compare.differences.changes import Change
from compare.differences.slot_words import change
from compare.differences.words import Collation, Side
from compare.lexicon import word_class
from compare.messages import message
from compare.model import FindingKind, Quantity, Severity, Verdict

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
                reason = message("reason.addition_or_whole", adding=link.name(adding), plain=link.name(plain))
                yield change(link, FindingKind.SUBJECT_CHANGE, a, b, reason, 0.6, Verdict.CHECK, Severity.MEDIUM)


def levels_and_steps(link: Collation) -> Iterator[Change]:
    """A number that something changed to on one side, and by which it changed on the other: "rose to 40" and "rose by 40"."""
    for slot in link.slots:
        here, there = link.a.norms[slice(*slot.a)], link.b.norms[slice(*slot.b)]
        if {here, there} != {("to",), ("by",)} or not slot.before or not slot.after:
            continue
        mine, theirs = figure_at(link.a, slot.a[1]), figure_at(link.b, slot.b[1])
        if mine and theirs:
            level, step = (link.a, link.b) if here == ("to",) else (link.b, link.a)
            reason = message("reason.level_or_step", level=link.name(level), step=link.name(step))
            a, b = (slot.a[0] - 1, mine[1]), (slot.b[0] - 1, theirs[1])
            yield change(link, FindingKind.SUBJECT_CHANGE, a, b, reason, 0.8)


def figure_at(side: Side, word: int) -> tuple[int, int] | None:
    """The words of the quantity that begins at a word, dates and times left out."""
    sentence, token = side.document.sentences[side.homes[word]], side.tokens[word]
    held = (q for q in sentence.quantities if q.start <= token.start < q.end and q.kind not in ("date", "time"))
    return next((side.span(side.homes[word], q.start, q.end) for q in held), None)


def rates(link: Collation) -> Iterator[Change]:
    """A number that one side gives for each day or year, and the other as it stands: "2,000 a day" and "2,000"."""
    for rated, plain in ((link.a, link.b), (link.b, link.a)):
        if tells_rate(plain):
            continue
        for here, q in quantities(rated):
            alike = [(there, p) for there, p in quantities(plain) if p.lower == q.lower and p.upper == q.upper]
            if q.per not in word_class("spans_of_time") or q.lower is None or len(alike) != 1 or alike[0][1].per:
                continue
            first, second = rated.span(here, q.start, q.end), plain.span(alike[0][0], alike[0][1].start, alike[0][1].end)
            a, b = (first, second) if rated is link.a else (second, first)
            reason = message("reason.rate", per=message(f"span.{q.per}"), rated=link.name(rated))
            yield change(link, FindingKind.SUBJECT_CHANGE, a, b, reason, 0.6, Verdict.CHECK, Severity.MEDIUM)


def quantities(side: Side) -> list[tuple[int, Quantity]]:
    """The counts and sums of money of a passage, each with the index of its sentence."""
    return [(i, q) for i in side.indices for q in side.document.sentences[i].quantities if q.kind in ("count", "money")]


def tells_rate(side: Side) -> bool:
    """Whether a passage has words for a rate: "daily", "each week", "an hour"."""
    pairs = zip(side.norms, side.norms[1:], strict=False)
    return bool(word_class("rates") & set(side.norms)) or any(
        one in word_class("before_rates") and other in word_class("spans_of_time") for one, other in pairs)
