"""Link -> Change*: quotation marks around words that the base gives without them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from compare.annotate import within
from compare.differences.changes import Change, Wording
from compare.differences.quotations.utterances import LEAST_WORDS, Spoken, quoted_part
from compare.differences.words import Collation, Side, matching_blocks
from compare.language import function_words
from compare.lexicon import irregular_bases, word_class
from compare.model import FindingKind, Severity, Verdict

GAINED = 0.75
"""Least share of a quotation's words that stand without marks in the base before marks count as gained, and of the base's own
words, its source left out, that the quotation holds."""
ANCHOR = 2
"""Words on either side of a quotation that must be the base's, or the sentence's end."""
GAINED_MARKS = "sides.as_quotation"
PLAIN: dict[str, Sequence[str]] = {
    "they": "i we he she you they it".split(),
    "them": "me us him her you them".split(),
    "their": "my our his her your their its".split(),
    "will": "will would shall".split(),
    "can": "can could".split(),
    "may": "may might".split(),
    "be": "am is are was were be been".split(),
    "have": "have has had".split(),
}
"""Words that reported speech changes: person and tense."""


def gained_in_place(link: Collation, base: Side, quote: Spoken) -> Change | None:
    """A quotation whose words stand in the base in the same place without marks: called it a waste, called it “a waste”.

    A title of a work is none: house styles differ in whether it stands in marks.
    """
    first, last = quote.places[0], quote.places[-1] + 1
    wanted = quote.side.norms[first:last]
    starts = [i for i in range(len(base.norms) - len(wanted) + 1) if base.norms[i : i + len(wanted)] == wanted]
    if len(starts) != 1 or base.sentences[0].field == "title" or is_title(quote):
        return None
    span = starts[0], starts[0] + len(wanted)
    before = base.norms[max(0, span[0] - ANCHOR) : span[0]] == quote.side.norms[max(0, first - ANCHOR) : first]
    after = base.norms[span[1] : span[1] + ANCHOR] == quote.side.norms[last : last + ANCHOR]
    if not (before and after) or any(within(base.document.quotations, "text", base.tokens[i].start, base.tokens[i].end)
                                     for i in range(*span)):  # fmt: skip
        return None
    told = change(link, base, span, quote)
    return told if gives_words_of_another(base) else replace(told, severity=Severity.LOW)


def gives_words_of_another(base: Side) -> bool:
    """Whether a passage without marks still tells that somebody said this, or called it so; else the paper says it itself, and
    mostly another sentence has the speaker, or both have it from one agency."""
    return any(s.statement.verb for s in base.sentences) or not word_class("calling").isdisjoint(base.norms)


def is_title(quote: Spoken) -> bool:
    """Whether every word of weight has a capital."""
    words = [quote.side.words(i, i + 1) for i in quote.places if quote.side.norms[i] not in function_words("en")]
    return all(w[0].isupper() or w[0].isdigit() for w in words)


def gained(link: Collation, base: Side, quote: Spoken) -> Change | None:
    """A quotation whose words the base gives without quotation marks."""
    said = tuple(plain(n) for n in base.norms)
    wanted = tuple(plain(n) for n in quote.norms)
    blocks = [b for b in matching_blocks(said, wanted) if b[2]]
    if not blocks or sum(size for _, _, size in blocks) < max(LEAST_WORDS, GAINED * len(wanted)):
        return None
    if not any(s.statement.verb for s in base.sentences):
        return None
    own = sum(not in_source(base, i) for i in range(len(said)))
    if sum(size for _, _, size in blocks) < GAINED * own:
        return None
    return change(link, base, (blocks[0][0], blocks[-1][0] + blocks[-1][2]), quote)


def change(link: Collation, base: Side, span: tuple[int, int], quote: Spoken) -> Change:
    """Words of the base against a quotation."""
    here = Wording(base.version, base.evidence(*span), base.words(*span))
    there = Wording(quote.side.version, quoted_part(quote, quote.places[0], quote.places[-1]),
                    quote.side.words(quote.places[0], quote.places[-1] + 1))  # fmt: skip
    return Change(kind=FindingKind.QUOTE_ADDED, verdict=Verdict.CHECK, severity=Severity.MEDIUM, a=here, b=there,
                  row=link.row, telling=GAINED_MARKS)  # fmt: skip


def in_source(side: Side, word: int) -> bool:
    """Whether a word belongs to the source or its verb."""
    statement = side.document.sentences[side.homes[word]].statement
    spans = (statement.speaker_span, statement.verb_span)
    return side.norms[word] == "that" or any(span and span[0] <= side.tokens[word].start < span[1] for span in spans)


@cache
def plain_forms() -> dict[str, str]:
    return {form: name for name, forms in PLAIN.items() for form in forms}


def plain(norm: str) -> str:
    """A word as reported speech would have it, irregular verbs by their base: "had done", "did"."""
    return plain_forms().get(norm) or irregular_bases().get(norm, norm)
