"""Alignment -> Difference*: one by its article, several by their number: "a soldier was killed", "two soldiers were killed".

An article is no quantity, so that no figure holds it. It is told where the words around are the same, and where the version with
the article gives the number nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from compare.differences.changes import Change, merged
from compare.differences.slot_words import change
from compare.differences.words import Collation, Side, Slot, collations
from compare.figures.nouns import ANYBODY, SAME_NOUN, is_person, noun_of, nouns_agree
from compare.lexicon import word_class
from compare.messages import message
from compare.model import AnnotatedDocument, Compared, Difference, FindingKind, Quantity, Severity, Verdict

NOUN_WITHIN = 3
"""Words behind an article among which its noun is looked for: "a young German soldier"."""


def article_differences(compared: Compared) -> Iterable[Difference]:
    """A difference for each noun that stands with an article here and with a number there."""
    return merged((c for link in collations(compared) if link.close for c in changes_of(link)), compared)


def changes_of(link: Collation) -> Iterator[Change]:
    """What one link shows."""
    for slot in link.slots:
        if slot.replaced and slot.sure and (found := one_or_several(link, slot)):
            yield found


def one_or_several(link: Collation, slot: Slot) -> Change | None:
    """The change of a slot that holds an article on one side and a number on the other."""
    for (one, at), (several, place) in (((link.a, slot.a), (link.b, slot.b)), ((link.b, slot.b), (link.a, slot.a))):
        for q, numbered in counts_in(several, place):
            single = alone(one, at, noun_of(q))
            if single and not gives(one.document, q):
                same_noun = nouns_agree(one.norms[single[1] - 1], noun_of(q)) == SAME_NOUN
                return told(link, (single, numbered) if one is link.a else (numbered, single), same_noun)
    return None


def told(link: Collation, spans: tuple[tuple[int, int], tuple[int, int]], same_noun: bool) -> Change:
    """The change: a conflict, unless the versions are of different times or the nouns differ."""
    if len({side.document.document.version.published for side in (link.a, link.b)}) > 1:
        reason = message("reason.other_times")
        return change(link, FindingKind.UPDATED_COUNT, *spans, reason, 0.5, Verdict.CHECK, Severity.MEDIUM)
    reason = message("reason.one_or_several")
    if same_noun:
        return change(link, FindingKind.NUMBER_CONFLICT, *spans, reason, 0.8)
    return change(link, FindingKind.NUMBER_CONFLICT, *spans, reason, 0.6, Verdict.CHECK, Severity.MEDIUM)


def counts_in(side: Side, span: tuple[int, int]) -> Iterator[tuple[Quantity, tuple[int, int]]]:
    """The exact counts of two or more that begin in a span, with their words; those of people who are quoted are sources."""
    for index in dict.fromkeys(side.homes[slice(*span)]):
        sentence = side.document.sentences[index]
        source = sentence.statement.speaker_span or (0, 0)
        for q in sentence.quantities:
            words = side.span(index, q.start, q.end)
            exact = q.kind == "count" and q.modifier == "=" and q.lower == q.upper and q.lower is not None and q.lower >= 2
            if exact and span[0] <= words[0] < span[1] and noun_of(q) and not source[0] <= q.start < source[1]:
                yield q, words


def alone(side: Side, span: tuple[int, int], noun: str) -> tuple[int, int] | None:
    """The words, from a span on, in which one thing or person stands for the noun, with an article or an owner: "her brother"."""
    for i in range(*span):
        if side.norms[i] in word_class("of_one") and not spoken(side, i):
            behind = range(i + 1, min(i + 1 + NOUN_WITHIN, len(side.norms)))
            nouns = sorted((k for k in behind if is_one_of(side.norms[k], noun)), key=lambda k: -nouns_agree(side.norms[k], noun))
            if nouns and not joined(side.norms[nouns[0] + 1 : nouns[0] + 3]):
                return i, nouns[0] + 1
    return None


def is_one_of(word: str, noun: str) -> bool:
    """Whether a word is the singular of a noun, or names one person where the noun names several: brother, men."""
    one_person = is_person(word) and is_person(noun) and not is_plural(word)
    return word != noun and (one_person or nouns_agree(word, noun) == SAME_NOUN)


def is_plural(word: str) -> bool:
    return word.endswith("s") or word in ANYBODY or word in word_class("irregular_plurals")


def joined(behind: Sequence[str]) -> bool:
    """Whether another is named in the same breath: "a soldier and a nurse"."""
    return behind[:1] in (("and",), ("or",)) and not word_class("of_one").isdisjoint(behind[1:])


def spoken(side: Side, word: int) -> bool:
    """Whether a word stands in its sentence's source: "a soldier said"."""
    first, last = side.document.sentences[side.homes[word]].statement.speaker_span or (0, 0)
    return first <= side.tokens[word].start < last


def gives(document: AnnotatedDocument, quantity: Quantity) -> bool:
    """Whether a version gives the number of the same thing anywhere."""
    noun = noun_of(quantity)
    return any(q.lower == quantity.lower == q.upper and nouns_agree(noun_of(q), noun) > 0
               for s in document.sentences for q in s.quantities)  # fmt: skip
