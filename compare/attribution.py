"""A stretch of prose -> who is said to say something in it: verb, tone, and the source as it stands in the text.

There is no parser here: the subject of "said" is the run of words before it back to a comma, a "that" or a quotation mark,
and the subject of an inverted "said" is the run after it. Both hold because newspapers write sources in few ways.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import regex

from compare.lexicon import inflected, sections
from compare.tokens import normal_form

Tone = Literal["neutral", "doubting", "assertive"]
WORD = regex.compile(r"[\p{L}\p{M}\p{N}$€£%][\p{L}\p{M}\p{N}'’.\-]*|[^\s\p{L}\p{N}]")
LONGEST_SOURCE = 14
"""Words of the longest source that is read; longer ones are clauses."""
AUXILIARIES = frozenset("has have had also later earlier then once already repeatedly again just never did does do".split())
PASSIVE = frozenset("is are was were be been being get gets got to will would could can may might must should".split())
STOPS = frozenset(
    """that and but or who which when while as if because although though after before since until whether where what how
    than so yet""".split()
)
PREPOSITIONS = frozenset("in on at after during by for from to through via about when as while before since with who which that".split())
PRONOUNS = frozenset("he she they it i we you".split())
POINTLESS = frozenset("there this these those his her their its one some many which who that what".split())


@dataclass(frozen=True, slots=True)
class Attribution:
    """A verb of saying with its source; offsets as in the text that was searched."""

    verb: str
    tone: Tone
    verb_span: tuple[int, int]
    speaker_span: tuple[int, int] | None
    inverted: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or a mark of the stretch."""

    start: int
    end: int
    norm: str

    @property
    def is_word(self) -> bool:
        return self.norm[:1].isalnum() or self.norm[:1] in "$€£%"


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """What the lexicon knows of a form."""

    lemma: str
    tone: Tone
    claims: bool
    """Whether the verb gives words wherever it stands ("said"); others only beside a quotation, "that" or a comma."""


@cache
def speech_verbs() -> dict[str, SpeechVerb]:
    """Verbs of saying by their forms, without the forms in -ing."""
    table: dict[str, SpeechVerb] = {}
    for section in ("others", "claims"):
        for tone, lemmas in sections("attribution.toml")[section].items():
            for lemma in lemmas.split():
                for form in inflected(lemma):
                    if not form.endswith("ing"):
                        table[form] = SpeechVerb(lemma, tone, section == "claims")
    return table


@cache
def source_phrases() -> tuple[tuple[tuple[str, ...], Tone], ...]:
    """Phrases that name a source, as words."""
    found = sections("attribution.toml")["phrases"]
    return tuple((tuple(line.split()), tone) for tone, text in found.items() for line in text.splitlines() if line.strip())


def pieces_of(text: str, offset: int, holes: Sequence[tuple[int, int]]) -> list[Piece]:
    """Words and marks of a stretch; each hole (quoted words) becomes one piece `"`."""
    out: list[Piece] = []
    for m in WORD.finditer(text):
        start, end = offset + m.start(), offset + m.end()
        hole = next((h for h in holes if h[0] <= start < h[1]), None)
        if hole is None:
            word = m.group()
            trimmed = word.rstrip(".-'’") if word[0].isalnum() else word
            out.append(Piece(start, end - (len(word) - len(trimmed)), normal_form(trimmed)))
        elif not out or out[-1].norm != '"' or out[-1].start != hole[0]:
            out.append(Piece(hole[0], hole[1], '"'))
    return out


def find_attributions(text: str, offset: int = 0, holes: Sequence[tuple[int, int]] = ()) -> tuple[Attribution, ...]:
    """All attributions in a stretch of prose, in order; `offset` is added to their places, `holes` are quoted words in it."""
    pieces = pieces_of(text, offset, holes)
    found = [a for i in range(len(pieces)) for a in (attribution_at(pieces, i),) if a]
    return tuple(found)


def attribution_at(pieces: Sequence[Piece], at: int) -> Attribution | None:
    """The attribution whose verb or phrase begins at a piece, if one does."""
    for phrase, tone in source_phrases():
        if tuple(p.norm for p in pieces[at : at + len(phrase)]) == phrase:
            span = (pieces[at].start, pieces[at + len(phrase) - 1].end)
            return Attribution(" ".join(phrase), tone, span, source_after(pieces, at + len(phrase), phrase=True))
    verb = speech_verbs().get(pieces[at].norm)
    if verb is None:
        return None
    before = back_over_auxiliaries(pieces, at)
    if before >= 0 and pieces[before].norm in PASSIVE:
        return None
    span = (pieces[at].start, pieces[at].end)
    following = pieces[at + 1].norm if at + 1 < len(pieces) else "."
    leading = pieces[before].norm if before >= 0 else ""
    beside = following in ('"', ",", ":", "that", "“", "‘", "'") or leading in ('"', ",", "”", "’") or (following == "." and before >= 0)
    if not verb.claims and not beside:
        return None
    source = source_before(pieces, before)
    if source is None and (leading in ('"', ",", "”", "’", "") or not source):
        after = source_after(pieces, at + 1, phrase=False)
        if after and leading in ('"', ",", "”", "’", "-", "—", "–"):
            return Attribution(verb.lemma, verb.tone, span, after, inverted=True)
    if source is None and not verb.claims:
        return None
    return Attribution(verb.lemma, verb.tone, span, source)


def back_over_auxiliaries(pieces: Sequence[Piece], verb: int) -> int:
    """Index of the last piece before the verb that is no auxiliary or adverb of it; -1 for none."""
    at = verb - 1
    while at >= 0 and (pieces[at].norm in AUXILIARIES or (pieces[at].norm.endswith("ly") and len(pieces[at].norm) > 4)):
        at -= 1
    return at


def source_before(pieces: Sequence[Piece], last: int) -> tuple[int, int] | None:
    """Span of the subject that ends at a piece; across an apposition ("Ann Bell, the mayor, said") the name before it."""
    end = last
    if end >= 0 and pieces[end].norm == ",":
        opening = last_comma(pieces, end - 1)
        if opening <= 0 or not is_apposition(pieces[opening + 1 : end]):
            return None
        end = opening - 1
    start = end
    while start >= 0 and end - start < LONGEST_SOURCE and continues(pieces, start, end):
        start -= 1
    return checked(pieces[start + 1 : end + 1])


def continues(pieces: Sequence[Piece], at: int, end: int) -> bool:
    """Whether a piece still belongs to the subject that ends at `end`."""
    piece = pieces[at]
    if not piece.is_word:
        return piece.norm in "&/'’" and at < end
    return piece.norm not in STOPS and (piece.norm not in speech_verbs() or at == end)


def last_comma(pieces: Sequence[Piece], at: int) -> int:
    """Index of the nearest comma at or before a piece within the length of a source; -1 if something else bars the way."""
    for i in range(at, max(-1, at - LONGEST_SOURCE), -1):
        if pieces[i].norm == ",":
            return i
        if not pieces[i].is_word and pieces[i].norm not in "&/'’-":
            return -1
    return -1


def is_apposition(pieces: Sequence[Piece]) -> bool:
    """Whether words between commas describe the name before them: an age, a function, a relative clause."""
    first = pieces[0].norm if pieces else ""
    return first.isdigit() or first in {"a", "an", "the", "who", "whose", "which", "his", "her", "its", "their", "of", "head", "chief"}


def source_after(pieces: Sequence[Piece], at: int, phrase: bool) -> tuple[int, int] | None:
    """Span of the source that begins at a piece and ends at a mark or a preposition of time and place."""
    end = at
    while end < len(pieces) and end - at < LONGEST_SOURCE and pieces[end].is_word:
        stops = STOPS if phrase else STOPS | PREPOSITIONS
        if end > at and pieces[end].norm in stops:
            break
        end += 1
    return checked(pieces[at:end])


def checked(words: Sequence[Piece]) -> tuple[int, int] | None:
    """The span of a source, None where the words cannot be one."""
    while words and (not words[0].is_word or words[0].norm in AUXILIARIES or words[0].norm in STOPS):
        words = words[1:]
    if not words or len(words) >= LONGEST_SOURCE or (len(words) == 1 and words[0].norm in POINTLESS):
        return None
    return words[0].start, words[-1].end
