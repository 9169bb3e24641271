"""Link -> Change*: a name that became a pronoun where nothing before says who is meant: "It claimed", without the party.

An editor who cuts the sentence in front, or moves one to the top, leaves such a pronoun behind.
"""

from __future__ import annotations

from collections.abc import Iterator

from compare.differences.changes import Change, Wording
from compare.differences.words import Collation, Side
from compare.language import function_words
from compare.lexicon import word_class
from compare.messages import message
from compare.model import FindingKind, Severity, Verdict

LEAST_AFTER = 2
"""Equal words that must follow, so that one sentence is the other edited."""
DEFINITE = ("the", "both", "these", "those")
REACH = 3
"""Sentences before a pronoun among which a name for it to stand for is looked for."""


def lost_references(link: Collation) -> Iterator[Change]:
    """The pronouns of one side in the place of a subject that the other names."""
    for slot in link.slots:
        if not slot.sure or slot.after < LEAST_AFTER:
            continue
        for pointing, span, naming, named in ((link.a, slot.a, link.b, slot.b), (link.b, slot.b, link.a, slot.a)):
            if points_back(pointing, span) and is_unknown(pointing, span[0], naming, named):
                here = Wording(pointing.version, pointing.evidence(*span), pointing.words(*span))
                there = Wording(naming.version, naming.evidence(*named), naming.words(*named))
                a, b = (here, there) if pointing is link.a else (there, here)
                reason = message("reason.nobody_before", pointing=link.name(pointing))
                yield Change(kind=FindingKind.SUBJECT_CHANGE, verdict=Verdict.CHECK, severity=Severity.MEDIUM, a=a, b=b,
                             reason=reason, row=link.row, weight=0.4)  # fmt: skip




def points_back(side: Side, span: tuple[int, int]) -> bool:
    """Whether a span is one pronoun that opens the passage."""
    return span == (0, 1) and side.norms[0] in word_class("points_back")


def is_unknown(pointing: Side, word: int, naming: Side, named: tuple[int, int]) -> bool:
    """Whether nothing stands before the pronoun, or no word of the name that it stands for and, near it, no other name."""
    first, last = named
    light = function_words("en") | word_class("points_back")
    if naming.norms[first] in DEFINITE:  # "the pair" points back itself; "a woman" brings her in
        light = light | word_class("only_counts_people")
    content = {n for n in naming.norms[first:last] if n not in light}
    index = pointing.homes[word]
    before = pointing.document.sentences[:index]
    if not content:
        return False
    if not any(s.tokens for s in before):
        return True
    held = {i for i in naming.indices for n in naming.document.sentences[i].names
            if any(n.start <= naming.tokens[k].start < n.end for k in range(first, last))}  # fmt: skip
    near = before[-REACH:]
    return bool(held) and not any(s.names for s in near) and not content & {t.norm for s in before for t in s.tokens}
