"""Text -> Quotation*: the words between quotation marks, over one or several sentences, and whose they are.

Marks are read by their shape and by what stands beside them: an apostrophe is no mark, a mark that is never closed ends with
its sentence, and a paragraph that opens with a mark again goes on with the quotation before it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from compare.attribution import Attribution, Span, find_attributions
from compare.lexicon import word_class
from compare.model import Field, Quotation, Sentence

MARK = regex.compile(r"[\"“”„‟«»‘’‚‹›']|``")
CLOSERS = {
    '"': '"”', "“": '”"', "„": '“”"', "‟": '”"', "«": "»", "»": "«", "``": "'\"”",
    "'": "'’", "‘": "’'", "‚": "‘’", "‹": "›",
}  # fmt: skip
"""For each mark that opens what may close it; German writes „…“ and »…«, LaTeX ``…''."""
SINGLE = frozenset("'‘‚‹")
PARTNER = regex.compile(r"(?<=[\p{L}\p{N}.,!?…])['’‘›](?![\p{L}\p{N}])")
LONGEST = 2000
"""Characters of the longest quotation; what runs on has lost its closing mark."""
LONGEST_SINGLE = 600
"""Characters within which a single mark must be closed, else it is an apostrophe."""
SCARE_WORDS = 2
"""A quotation of so few words inside the paper's sentence is a label, not an utterance."""


@dataclass(frozen=True, slots=True)
class Open:
    """A mark that waits for its partner."""

    start: int
    mark: str
    end_of_sentence: int


def find_quotations(text: str, sentences: Sequence[Sentence], field: Field) -> tuple[Quotation, ...]:
    """The quotations of a text, in order; a quotation within another is not told apart from it."""
    spans = quoted_spans(text, sentences)
    sources = sources_of(sentences, spans)
    quotations: list[Quotation] = []
    for start, end in spans:
        quotation = Quotation(start, end, text[start:end], field, scare=is_scare(text[start:end]))
        quotations.append(attributed(quotation, text, sentences, sources, quotations[-1] if quotations else None))
    return tuple(quotations)


def quoted_spans(text: str, sentences: Sequence[Sentence]) -> list[Span]:
    """Spans between marks, without the marks; `sentences` are where marks are looked for."""
    spans: list[Span] = []
    opened: Open | None = None
    for number, sentence in enumerate(sentences):
        begins = number == 0 or is_break(text, sentences[number - 1].end, sentence.start)
        goes_on = opened is not None and sentence.text.startswith(opened.mark)
        runs_on = goes_on or (opened is not None and closed_later(text, sentence.start, opened))
        if opened and (sentence.start - opened.start > LONGEST or (begins and not runs_on)):
            spans.append((opened.start, opened.end_of_sentence))
            opened = None
        for m in MARK.finditer(text, sentence.start, sentence.end):
            at, mark = m.start(), m.group()
            if opened and closes(text, at, mark, opened, sentence):
                spans.append((opened.start, at))
                opened = None
            elif opens(text, at, mark, sentence):
                if opened and (opened.mark != mark or (begins and at == sentence.start)):
                    continue
                if opened:  # the one before was never closed
                    spans.append((opened.start, min(at, opened.end_of_sentence)))
                opened = Open(m.end(), mark, sentence.end)
    if opened:
        spans.append((opened.start, opened.end_of_sentence))
    return [s for s in (trimmed(text, *span) for span in spans) if s[0] < s[1]]


def closed_later(text: str, start: int, opened: Open) -> bool:
    """Whether the next double mark after a paragraph's end closes what is open: then its paragraphs are one quotation."""
    if opened.mark in SINGLE:
        return False
    marks = (m for m in MARK.finditer(text, start, min(len(text), opened.start + LONGEST)) if m.group() not in "'’‘‚‹›")
    at = next((m.start() for m in marks), None)
    if at is None or text[at] not in CLOSERS[opened.mark]:
        return False
    return not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum()


def is_break(text: str, start: int, end: int) -> bool:
    """Whether a paragraph ends between two sentences: at a blank line, or at any line's end in a text without blank lines."""
    gap = text[start:end]
    return "\n" in gap and (gap.count("\n") > 1 or "\n\n" not in text)


def opens(text: str, at: int, mark: str, sentence: Sentence) -> bool:
    """Whether a mark can open a quotation where it stands."""
    before = text[at - 1] if at > sentence.start else " "
    after = text[at + len(mark)] if at + len(mark) < sentence.end else " "
    if mark in SINGLE:
        free = not before.isalnum() and before not in ".,!?'`" and (after.isalnum() or after in "[(…")
        return free and has_partner(text, at, sentence)
    if mark == '"':
        return not before.isalnum() and (not after.isspace() or before.isspace())
    if mark == "»":
        return not before.isalnum() and after.isalnum()
    return mark in CLOSERS


def has_partner(text: str, at: int, sentence: Sentence) -> bool:
    """Whether a single mark is closed in its sentence by one that is no apostrophe within a word."""
    return PARTNER.search(text, at + 2, min(sentence.end, at + LONGEST_SINGLE)) is not None


def closes(text: str, at: int, mark: str, opened: Open, sentence: Sentence) -> bool:
    """Whether a mark closes what was opened."""
    if mark not in CLOSERS[opened.mark]:
        return False
    before = text[at - 1] if at > sentence.start else " "
    after = text[at + 1] if at + 1 < sentence.end else " "
    if opened.mark in SINGLE:
        if after.isalnum() or (before.isspace() and not after.isspace()):
            return False
        possessive = before == "s" and after == " " and text[at + 2 : at + 3].islower()
        return not (possessive and has_partner(text, at, sentence))
    return not (mark == opened.mark and before.isspace() and not after.isspace())


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without space at its ends."""
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), end - (len(inside) - len(inside.rstrip()))


def is_scare(words: str) -> bool:
    """Whether quoted words are too few to be an utterance, and do not end as one."""
    return len(words.split()) <= SCARE_WORDS and not words.endswith((",", ".", "!", "?"))


def sources_of(sentences: Sequence[Sentence], spans: Sequence[Span]) -> list[Attribution]:
    """The attributions of all sentences that may tell of a quotation, in order; quoted words are taken out."""
    starts, ends = [s for s, _ in spans], [e for _, e in spans]
    out: list[Attribution] = []
    for sentence in sentences:
        near = spans[max(0, bisect_left(ends, sentence.start) - 1) : bisect_right(starts, sentence.end) + 1]
        holes = [(s - 1, e + 1) for s, e in near]
        if near or sentence.text.endswith(":"):
            out += find_attributions(sentence.text, sentence.start, holes)
    return sorted(out, key=lambda a: a.verb_span)


def attributed(
    quotation: Quotation,
    text: str,
    sentences: Sequence[Sentence],
    sources: Sequence[Attribution],
    before: Quotation | None,
) -> Quotation:
    """The quotation with its speaker: from its sentences, from the quotation before it, or from the colon before it."""
    first = bisect_right(sentences, quotation.start, key=lambda s: s.start) - 1
    last = bisect_left(sentences, quotation.end, key=lambda s: s.start)
    own = nearest(sources, quotation, (sentences[first].start, sentences[last - 1].end))
    same_paragraph = before is not None and not is_break(text, before.end, quotation.start)
    if own is None:
        if not stands_alone(quotation, sentences[first], sentences[last - 1]):
            return quotation
        if before and before.speaker and same_paragraph:
            return replace(quotation, speaker=before.speaker, speaker_span=before.speaker_span, verb=before.verb)
        if first > 0 and sentences[first - 1].text.endswith(":"):
            own = nearest(sources, quotation, (sentences[first - 1].start, quotation.start))
    if own is None:
        return quotation
    if own.speaker_span is None:
        return replace(quotation, verb=own.verb)
    speaker, span = text[slice(*own.speaker_span)], own.speaker_span
    if before and before.speaker and same_paragraph and speaker.lower() in word_class("points_back"):
        speaker, span = before.speaker, before.speaker_span or span
    return replace(quotation, speaker=speaker, speaker_span=span, verb=own.verb)


def nearest(sources: Sequence[Attribution], quotation: Quotation, within: Span) -> Attribution | None:
    """The attribution that stands closest to a quotation within some part of the text."""
    before = bisect_right(sources, quotation.start, key=lambda a: a.verb_span[1]) - 1
    after = bisect_left(sources, quotation.end, key=lambda a: a.verb_span[0])
    beside = [sources[i] for i in (before, after) if 0 <= i < len(sources)]
    inside = [a for a in beside if within[0] <= a.verb_span[0] < within[1]]
    return min(inside, key=lambda a: max(quotation.start - a.verb_span[1], a.verb_span[0] - quotation.end), default=None)


def stands_alone(quotation: Quotation, first: Sentence, last: Sentence) -> bool:
    """Whether a quotation fills its sentences, so that its source must stand before them."""
    before, after = first.text[: quotation.start - first.start], last.text[max(0, quotation.end - last.start) :]
    return not any(c.isalnum() for c in before + after)
