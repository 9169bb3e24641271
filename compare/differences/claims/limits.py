"""Link -> Change*: what limits a claim in one version alone: "discounts", "discounts, but only for pensioners".

Who leaves out an exception or a condition says more than was said. A version that tells the limit anywhere else has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from compare.differences.changes import Change
from compare.differences.quotations.quotes import told_as_altered
from compare.differences.slot_words import breaks, change
from compare.differences.words import Collation, Side, Slot
from compare.figures.stems import stem
from compare.lexicon import sections, word_class
from compare.messages import message
from compare.model import FindingKind, Severity, Verdict

LEAST_BEFORE = 3
"""Equal words in front, by which both versions are known to make the same claim."""
LEAST_WORDS = 2
"""Words of weight of a limit: "only if needed" limits little."""
TOLD = 0.5
"""Share of a limit's words of weight in one sentence of the other version from which it is told there."""


def limits(link: Collation) -> Iterator[Change]:
    """The limits that only one side of a link sets to a claim of both."""
    for slot in link.slots:
        limited = limited_side(link, slot)
        if limited and not told_as_altered(link, slot):
            free = link.b if limited is link.a else link.a
            reason = message("reason.limits", free=link.name(free))
            a, b = (last_word(span) for span in (slot.a, slot.b))
            yield change(link, FindingKind.SUBJECT_CHANGE, a, b, reason, 0.6, Verdict.CHECK, Severity.MEDIUM)


def limited_side(link: Collation, slot: Slot) -> Side | None:
    """The side of a slot that limits what both sides claim before it, if only one does."""
    if slot.replaced or slot.before < LEAST_BEFORE:
        return None
    (limited, at), (free, where) = sorted(((link.a, slot.a), (link.b, slot.b)), key=lambda side: side[1][0] == side[1][1])
    over = slot.ends or breaks(free, where[0])
    return limited if over and is_limit(limited, at) and not is_told(limited, at, free) else None


def last_word(span: tuple[int, int]) -> tuple[int, int]:
    """A span, or the word in front of it where it holds none."""
    return span if span[0] < span[1] else (span[0] - 1, span[0])


def is_limit(side: Side, span: tuple[int, int]) -> bool:
    """Whether words begin with a limit, "but" and the like left aside, and name what it is."""
    words = side.norms[slice(*span)]
    start = 1 if words[0] in word_class("before_limits") else 0
    begins = any(words[start : start + len(limit)] == limit for limit in limits_of_claims())
    begins = begins or (words[start : start + 1] == ("if",) and not word_class("promises").isdisjoint(side.norms[: span[0]]))
    return begins and len(weighty(words)) >= LEAST_WORDS


def weighty(words: tuple[str, ...]) -> set[str]:
    """The stems of the words of weight, figures among them."""
    return {word for n in words if (word := stem(n))}


def is_told(side: Side, span: tuple[int, int], other: Side) -> bool:
    """Whether a sentence of the other version has enough of the words of a limit."""
    wanted = weighty(side.norms[slice(*span)])
    told = (weighty(tuple(t.norm for t in s.tokens)) for s in other.document.sentences)
    return any(len(wanted & words) >= TOLD * len(wanted) for words in told)


@cache
def limits_of_claims() -> tuple[tuple[str, ...], ...]:
    """Words that begin a limit to what stands before them: "only for", "except"."""
    return tuple(tuple(line.split()) for line in sections("grammar.toml")["limits_of_claims"].strip().splitlines())
