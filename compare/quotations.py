"""Text -> Quotation*: the words between quotation marks, over one or several sentences, and whose they are.

Marks are read by their shape and by what stands beside them: an apostrophe is no mark, a mark that is never closed ends with
its sentence, and a paragraph that opens with a mark again goes on with the quotation before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from compare.attribution import Attribution, find_attributions
from compare.lexicon import word_class
from compare.model import Field, Quotation, Sentence

MARK = regex.compile(r"[\"“”„‟«»‘’‚‹›']|``|''")
DOUBLE_OPEN, DOUBLE_CLOSE = {"“", "„", "‟", "«", "``"}, {"”", "»", "''"}
SINGLE = {"'", "‘", "’", "‚", "‹", "›"}
LONGEST = 4000
"""Characters of the longest quotation; what runs on has lost its closing mark."""
SCARE_WORDS = 2
"""A quotation of so few words inside the paper's sentence is a label, not an utterance."""


@dataclass(frozen=True, slots=True)
class Open:
    """A mark that waits for its partner."""

    start: int
    mark: str
    sentence: int


def find_quotations(text: str, sentences: Sequence[Sentence], field: Field) -> tuple[Quotation, ...]:
    """The quotations of a text, in order; a quotation within another is not told apart from it."""
    spans = quoted_spans(text, sentences)
    quotations: list[Quotation] = []
    for start, end in spans:
        before = quotations[-1] if quotations else None
        quotations.append(attributed(text, start, end, field, sentences, spans, before))
    return tuple(quotations)


def quoted_spans(text: str, sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Spans between marks, without the marks; `sentences` are where marks are looked for."""
    spans: list[tuple[int, int]] = []
    opened: Open | None = None
    for number, sentence in enumerate(sentences):
        new_paragraph = number > 0 and is_break(text[sentences[number - 1].end : sentence.start])
        if opened and (new_paragraph or sentence.start - opened.start > LONGEST) and not goes_on(sentence, opened):
            spans += cut_short(opened, sentences)
            opened = None
        for m in MARK.finditer(text, sentence.start, sentence.end):
            at, mark = m.start(), m.group()
            if opened is None:
                if opens(text, at, mark, sentence):
                    opened = Open(m.end(), mark, number)
            elif closes(text, at, mark, opened, sentence):
                if at > opened.start:
                    spans.append(trimmed(text, opened.start, at))
                opened = None
            elif mark == opened.mark and opens(text, at, mark, sentence) and not (new_paragraph and at == sentence.start):
                spans += cut_short(opened, sentences, at)
                opened = Open(m.end(), mark, number)
    if opened:
        spans += cut_short(opened, sentences)
    return [(start, end) for start, end in spans if text[start:end].strip()]


def is_break(gap: str) -> bool:
    """Whether a paragraph ends in the space between two sentences."""
    return "\n" in gap


def goes_on(sentence: Sentence, opened: Open) -> bool:
    """Whether a paragraph opens with the same mark again, as quotations over several paragraphs do."""
    return sentence.text.startswith(opened.mark)


def opens(text: str, at: int, mark: str, sentence: Sentence) -> bool:
    """Whether a mark can open a quotation where it stands."""
    before = text[at - 1] if at > sentence.start else " "
    after = text[at + len(mark)] if at + len(mark) < sentence.end else " "
    if mark in DOUBLE_OPEN:
        return True
    if mark == '"':
        return not before.isalnum() and (not after.isspace() or before.isspace())
    if mark in ("'", "‘", "‹", "‚"):
        free = not before.isalnum() and before not in ".,!?" and (after.isalnum() or after in "[(…")
        return free and has_partner(text, at, sentence)
    return False


def has_partner(text: str, at: int, sentence: Sentence) -> bool:
    """Whether a single mark is closed in its sentence by one that is no apostrophe within a word."""
    partner = regex.compile(r"(?<=[\p{L}\p{N}.,!?…])['’›](?![\p{L}\p{N}])")
    return partner.search(text, at + 2, sentence.end) is not None


def closes(text: str, at: int, mark: str, opened: Open, sentence: Sentence) -> bool:
    """Whether a mark closes what was opened."""
    before = text[at - 1] if at > sentence.start else " "
    after = text[at + len(mark)] if at + len(mark) < sentence.end else " "
    if opened.mark in SINGLE:
        if mark not in ("'", "’", "›", "‘") or after.isalnum() or (before.isspace() and not after.isspace()):
            return False
        possessive = before == "s" and after == " " and text[at + 2 : at + 3].islower()
        return not (possessive and has_partner(text, at, sentence))
    if mark == '"':
        return opened.mark in ('"', "“", "„") and not (opened.mark == '"' and before.isspace() and not after.isspace())
    if opened.mark == "„":
        return mark in ("“", "”")
    return mark in DOUBLE_CLOSE if opened.mark != '"' else mark == "”"


def cut_short(opened: Open, sentences: Sequence[Sentence], limit: int | None = None) -> list[tuple[int, int]]:
    """The span of a quotation that is never closed: to the end of the sentence in which it began."""
    end = sentences[opened.sentence].end
    if limit is not None:
        end = min(end, limit)
    return [(opened.start, end)] if end > opened.start else []


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without space at its ends."""
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), end - (len(inside) - len(inside.rstrip()))


def attributed(
    text: str, start: int, end: int, field: Field,
    sentences: Sequence[Sentence], spans: Sequence[tuple[int, int]], before: Quotation | None,
) -> Quotation:  # fmt: skip
    """The quotation with its speaker, read from its sentences, or taken over from the one before it in the paragraph."""
    quotation = Quotation(start, end, text[start:end], field)
    around = [s for s in sentences if s.start < end and start < s.end]
    if not around:
        return quotation
    where = Sentence(text[around[0].start : around[-1].end], around[0].start, around[-1].end)
    holes = [(s - 1, e + 1) for s, e in spans if s < where.end and where.start < e]
    found = find_attributions(where.text, where.start, holes)
    own = nearest(found, start, end)
    if is_scare(quotation.text):
        quotation = replace(quotation, scare=True)
    if own is None:
        alone = not text[where.start : start].strip("\"“”'‘’ ") and not text[end : where.end].strip("\"“”'‘’., ")
        if alone and before and before.speaker and not is_break(text[before.end : start]):
            return replace(quotation, speaker=before.speaker, speaker_span=before.speaker_span, verb=before.verb)
        return quotation
    if own.speaker_span is None:
        return replace(quotation, verb=own.verb)
    speaker = text[own.speaker_span[0] : own.speaker_span[1]]
    span = own.speaker_span
    if speaker.lower() in word_class("points_back") and before and before.speaker and not is_break(text[before.end : start]):
        speaker, span = before.speaker, before.speaker_span or span
    return replace(quotation, speaker=speaker, speaker_span=span, verb=own.verb)


def nearest(found: Sequence[Attribution], start: int, end: int) -> Attribution | None:
    """The attribution that stands closest to a quotation, the one after it first."""
    def distance(a: Attribution) -> int:
        lo, hi = a.verb_span
        return start - hi if hi <= start else lo - end

    outside = [a for a in found if not (start <= a.verb_span[0] < end)]
    return min(outside, key=distance, default=None)


def is_scare(words: str) -> bool:
    """Whether quoted words are too few to be an utterance, and do not end as one."""
    return len(words.split()) <= SCARE_WORDS and not words.rstrip().endswith((",", ".", "!", "?"))
