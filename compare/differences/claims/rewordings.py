"""Alignment -> Difference*: another word in the place of one, between versions of which one is the other edited.

Who changes a word of a text that otherwise stays had a reason: "bonuses" for "payments", "sectarian" for "communal". Between
outlets every sentence is worded anew, so that nothing is told there. All are low, one for each sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import regex
from rapidfuzz.distance import Levenshtein

from compare.annotate import within
from compare.differences.changes import Change, merged
from compare.differences.claims.slots import change_in
from compare.differences.slot_words import wording
from compare.differences.sources.attribution import told_as_sources
from compare.differences.words import Collation, Side, Slot, collations, same_stem
from compare.figures.stems import stem
from compare.lexicon import base_form, inflected, sections, word_class
from compare.lexicon.spelling import one_spelling
from compare.messages import message
from compare.model import Compared, Difference, FindingKind, Quantity, Relation, Severity, Verdict
from compare.similarity import pair_similarities

CLOSE = 0.5
"""Similarity of two versions above which one is taken for the other edited, as for additions."""
LEAST_SHARED = 0.7
"""Least share of the shorter passage's words that the other has in order: a sentence that was mostly rewritten shows no word."""
SHORTEST, LEAST_LETTERS = 3, 5
"""Letters of a word of weight (shorter ones number paragraphs), and of words in which two letters may be a slip."""
ADDRESS = regex.compile(r"[@/]|\.\p{L}|\p{L}:/")
MOST_CONTENT = 4
"""Words of weight that may stand in one place; more of them are a clause of its own."""


def rewording_differences(compared: Compared) -> Iterable[Difference]:
    """A difference for each sentence in which an edit put another word in the place of one."""
    similarities = pair_similarities(compared.documents, compared.alignment)
    close = {frozenset({p.a, p.b}) for p in similarities if p.similarity >= CLOSE}
    links = (link for link in collations(compared) if frozenset({link.a.version, link.b.version}) in close)
    return merged((c for link in links for c in first_change(link)), compared)


def first_change(link: Collation) -> Iterator[Change]:
    """The first word of a sentence that became another; none where a heading, or words that were not read, differ."""
    if link.link.relation is not Relation.EDITED or link.shared < LEAST_SHARED:
        return
    for slot in link.slots:
        told = change_in(link, slot) is not None or told_as_sources(link, slot)
        if slot.replaced and slot.sure and is_reworded(link, slot) and not told:
            yield Change(kind=FindingKind.SUBJECT_CHANGE, verdict=Verdict.CHECK, severity=Severity.LOW, a=wording(link.a, slot.a),
                         b=wording(link.b, slot.b), reason=message("reason.reworded"), row=link.row,
                         weight=0.2)  # fmt: skip
            return


def is_reworded(link: Collation, slot: Slot) -> bool:
    """Whether both sides of a slot hold words of weight, none of them a figure or name, that are no forms of each other."""
    mine, theirs = content(link.a, slot.a), content(link.b, slot.b)
    if not (0 < len(mine) <= MOST_CONTENT and 0 < len(theirs) <= MOST_CONTENT) or told_otherwise(link, slot):
        return False
    return not all(any(is_form(x, y) for y in theirs) for x in mine) and not all(any(is_form(x, y) for x in mine) for y in theirs)


def is_form(one: str, other: str) -> bool:
    """Whether two words are forms, spellings or names of one idea: explosion and exploded, recieve and receive, hurt, injured."""
    mine, theirs = one_spelling(one), one_spelling(other)  # the lists of forms and ideas know words as they are written
    slip = min(len(mine), len(theirs)) >= LEAST_LETTERS and Levenshtein.distance(mine, theirs) <= 2
    return same_stem(mine, theirs) or stem(one) == stem(other) or base_form(one) == base_form(other) or slip


def content(side: Side, span: tuple[int, int]) -> list[str]:
    """The words of weight in a span; verbs of saying are none."""
    words = (n for n in side.norms[slice(*span)] if len(n) >= SHORTEST and n.isalpha() and n not in said())
    return [n for n in words if stem(n)]


@cache
def said() -> frozenset[str]:
    """Verbs of saying in all forms."""
    stored = sections("attribution.toml")
    bases = (base for group in ("claims", "others") for line in stored[group].values() for base in line.split())
    return frozenset(form for base in bases for form in inflected(base)) | word_class("fillers")


def told_otherwise(link: Collation, slot: Slot) -> bool:
    """Whether a slot holds a figure, a name or quoted words, which other detectors compare, or a part of a web address."""
    return any(is_told(side, i) for side, span in ((link.a, slot.a), (link.b, slot.b)) for i in range(*span))


def number_span(quantity: Quantity) -> tuple[int, int]:
    """Where the number and its unit stand, without what is counted."""
    counted = quantity.counted or ""
    behind = quantity.kind == "count" and quantity.text.casefold().endswith(f" {counted}".casefold())
    return quantity.start, quantity.end - (len(counted) if behind else 0)


def is_told(side: Side, word: int) -> bool:
    """Whether a word belongs to a figure, a name, a quotation or a web address; what a figure counts is a word like others."""
    token, sentence = side.tokens[word], side.document.sentences[side.homes[word]]
    spans = [number_span(q) for q in sentence.quantities] + [(n.start, n.end) for n in sentence.names]
    if any(start <= token.start < end for start, end in spans):
        return True
    around = sentence.slice(max(sentence.start, token.start - 1), min(sentence.end, token.end + 2))
    quoted = any(True for _ in within(side.document.quotations, sentence.field, token.start, token.end))
    return quoted or ADDRESS.search(around) is not None
