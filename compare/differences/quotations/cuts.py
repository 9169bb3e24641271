"""Link -> Change*: quotations that say something else by what was left out at their ends, or by being run into one.

Newspapers shorten quotations at either end, and may. Not so where the words left out limit or deny what is left: "the dam is
safe" of "I do not think the dam is safe". Nor may two quotations become one by words that nobody said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from compare.differences.changes import Change, Wording
from compare.differences.quotations.utterances import Spoken, around, other_speakers, quoted_part
from compare.differences.words import Collation
from compare.lexicon import sections, word_class
from compare.messages import message
from compare.model import FindingKind, Severity, Verdict

LEAST_WORDS = 4
"""Words of the shorter quotation: fewer are a turn of phrase that stands anywhere."""
LONGEST_JOINT = 3
"""Words put between two quotations that were run into one: "and", "so that"."""
CONDITIONS = frozenset({("if",), ("unless",), ("until",)})
ENDS_SENTENCE, PARTS_CLAUSES = ".!?…", ",;:—–-()[]"


def cut_quotations(link: Collation, mine: Sequence[Spoken], theirs: Sequence[Spoken]) -> Iterator[Change]:
    """What one link shows; the quotations of its two sides."""
    if not link.close:
        return
    for longer, shorter in ((x, y) for one in mine for other in theirs for x, y in ((one, other), (other, one))):
        if not other_speakers(longer, shorter) and (cut := limit_cut(longer, shorter)):
            reason = message("reason.limits", free=link.name(shorter.side))
            yield told(link, around(longer, [cut]), whole(shorter), longer, reason)
    for parts, wholes in ((mine, theirs), (theirs, mine)):
        for (first, second), one in ((pair, one) for pair in pairwise(parts) for one in wholes):
            joint = one.norms[len(first.norms) : len(one.norms) - len(second.norms)]
            fused = 0 < len(joint) <= LONGEST_JOINT and one.norms == (*first.norms, *joint, *second.norms)
            if fused and not other_speakers(first, one) and not other_speakers(second, one):
                reason = message("reason.run_together", joined=link.name(one.side))
                yield told(link, both(first, second), whole(one), first, reason)


def limit_cut(longer: Spoken, shorter: Spoken) -> tuple[int, int] | None:
    """The words of a quotation beside those that another is, if they limit or deny them within the sentence."""
    size = len(shorter.norms)
    starts = [i for i in range(len(longer.norms) - size + 1) if longer.norms[i : i + size] == shorter.norms]
    if size < LEAST_WORDS or len(starts) != 1 or size == len(longer.norms):
        return None
    at, end = starts[0], starts[0] + size
    first, last = sentence_around(longer, at, end)
    cut = longer.norms[first:at]
    clause = next((k for k in range(at, first, -1) if set(gap(longer, k)) & set(PARTS_CLAUSES)), first)
    denied = bool(word_class("limits_what_follows").intersection(longer.norms[clause:at]))
    if (denied or cut[:1] in CONDITIONS) and not told_outside(shorter, cut):
        return first, at
    after = longer.norms[end:last]
    limited = limits_before() & {after[:1], after[:2]} or waits(shorter.norms, after)
    return (end, last) if limited and not told_outside(shorter, after) else None


def waits(kept: Sequence[str], after: Sequence[str]) -> bool:
    """Whether the words behind a promise tell what it waits for: "I will accept it" of "I will accept it when all is counted"."""
    promised = not word_class("promises").isdisjoint(kept)
    return promised and after[0] in word_class("waits_for") if after else False


def sentence_around(spoken: Spoken, first: int, last: int) -> tuple[int, int]:
    """The words of the sentence in which some words of a quotation stand."""
    while first > 0 and not set(gap(spoken, first)) & set(ENDS_SENTENCE):
        first -= 1
    while last < len(spoken.norms) and not set(gap(spoken, last)) & set(ENDS_SENTENCE):
        last += 1
    return first, last


@cache
def limits_before() -> frozenset[tuple[str, ...]]:
    """Words and pairs of words that limit what stands before them: "unless", "for most"."""
    return frozenset(tuple(line.split()) for line in sections("grammar.toml")["limits_what_stands_before"].strip().splitlines())


def told_outside(shorter: Spoken, cut: Sequence[str]) -> bool:
    """Whether the paper tells the limit in its own words around the shorter quotation: he doubted that “the dam is safe”."""
    inside = set(shorter.places)
    own = {n for i, n in enumerate(shorter.side.norms) if i not in inside}
    cues = {"negation", "denial", "hedge"} & {c.kind for s in shorter.side.sentences for c in s.statement.cues
                                              if not shorter.quotation.start <= c.start < shorter.quotation.end}  # fmt: skip
    limits = word_class("limits_what_follows").union(*limits_before())
    return bool(cues or own & limits.intersection(cut))


def gap(spoken: Spoken, place: int) -> str:
    """What stands between a word of a quotation and the one before it."""
    before, here = (spoken.side.tokens[spoken.places[i]] for i in (place - 1, place))
    start = spoken.quotation.start
    return spoken.quotation.text[max(0, before.end - start) : max(0, here.start - start)]


def whole(spoken: Spoken) -> Wording:
    """A quotation as far as it stands in its passage."""
    first, last = spoken.places[0], spoken.places[-1]
    return Wording(spoken.side.version, quoted_part(spoken, first, last), spoken.side.words(first, last + 1))


def both(first: Spoken, second: Spoken) -> Wording:
    """Two quotations of one passage."""
    one, other = whole(first), whole(second)
    return Wording(one.version, (*one.evidence, *other.evidence), f"{one.words} … {other.words}")


def told(link: Collation, one: Wording, other: Wording, first: Spoken, reason: str) -> Change:
    """The change, with the wordings in the order of the link."""
    a, b = (one, other) if first.side is link.a else (other, one)
    return Change(kind=FindingKind.QUOTE_ALTERED, verdict=Verdict.CHECK, severity=Severity.MEDIUM, a=a, b=b, reason=reason,
                  row=link.row, weight=0.6)  # fmt: skip
