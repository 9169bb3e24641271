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

from compare.lexicon import inflected, sections, title_words, word_class
from compare.tokens import normal_form

Tone = Literal["neutral", "doubting", "assertive"]
Span = tuple[int, int]
WORD = regex.compile(r"(?:\p{Lu}\.){2,}|[\p{L}\p{M}\p{N}$€£%][\p{L}\p{M}\p{N}'’.\-]*|[^\s\p{L}\p{N}]")
HOLE = '"'
"""Stands for quoted words among the pieces."""
CLOSING = frozenset({HOLE, ",", "”", "’", "»", "'", "-", "—", "–"})
"""What may stand before an inverted verb ("…,” said the mayor")."""
LONGEST_SOURCE = 14
"""Words of the longest source that is read; longer ones are clauses."""
LONGEST_NAME = 4
"""Capitalised words between commas that are a name: "his lawyer, Ann Bell, said"."""
LONGEST_BRACKET = 4
"""Pieces of a note in brackets that is read over."""
AFFILIATION = regex.compile(r"[dri]-\p{L}{1,12}")
"""A legislator's party and state: "D-Pa"."""
LONGEST_SUBJECT = 5
"""Words between a verb of saying and the verb of its clause: "admitted most of the fans had left"."""
NEAR_FIGURE = 4
"""Words behind a verb among which stands what it gives the size of."""
MOST_APPOSITIONS = 3
LONGEST_APPOSITION = 25
"""Words between a name and its verb of saying that may describe the name."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A verb of saying with its source; offsets as in the text that was searched."""

    verb: str
    tone: Tone
    verb_span: Span
    speaker_span: Span | None


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or a mark of the stretch."""

    start: int
    end: int
    norm: str
    capital: bool

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
    bare: bool
    """The form without ending, which is as often a noun ("report", "state")."""


@cache
def speech_verbs() -> dict[str, SpeechVerb]:
    """Verbs of saying by their forms, without the forms in -ing."""
    table: dict[str, SpeechVerb] = {}
    for section in ("others", "claims"):
        for tone, lemmas in sections("attribution.toml")[section].items():
            for lemma in lemmas.split():
                for form in inflected(lemma):
                    if not form.endswith("ing"):
                        table[form] = SpeechVerb(lemma, tone, section == "claims", form == lemma)
    return table


@cache
def source_phrases() -> dict[str, tuple[tuple[tuple[str, ...], Tone], ...]]:
    """Phrases that name a source, as words, by their first word."""
    table: dict[str, list[tuple[tuple[str, ...], Tone]]] = {}
    for tone, text in sections("attribution.toml")["phrases"].items():
        for line in text.splitlines():
            if words := tuple(line.split()):
                table.setdefault(words[0], []).append((words, tone))
    return {first: tuple(phrases) for first, phrases in table.items()}


def find_attributions(text: str, offset: int = 0, holes: Sequence[Span] = ()) -> tuple[Attribution, ...]:
    """All attributions in a stretch of prose, in order; `offset` is added to their places, `holes` are quoted words in it.

    >>> [(a.verb, a.speaker_span) for a in find_attributions("The bridge is sound, the engineer said.")]
    [('say', (21, 33))]
    """
    pieces = without_brackets(pieces_of(text, offset, holes))
    return tuple(a for i in range(len(pieces)) for a in (phrase_at(pieces, i) or verb_at(pieces, i),) if a)


def pieces_of(text: str, offset: int, holes: Sequence[Span]) -> list[Piece]:
    """Words and marks of a stretch; each hole (quoted words), given in order, becomes one piece."""
    out: list[Piece] = []
    ahead = 0
    for m in WORD.finditer(text):
        start, end = offset + m.start(), offset + m.end()
        while ahead < len(holes) and holes[ahead][1] <= start:
            ahead += 1
        if ahead == len(holes) or start < holes[ahead][0]:
            word = m.group()
            trimmed = word.rstrip(".-'’") if word[0].isalnum() else word
            out.append(Piece(start, end - len(word) + len(trimmed), normal_form(trimmed), word[0].isupper()))
        elif not out or out[-1].start != holes[ahead][0]:
            out.append(Piece(*holes[ahead], HOLE, capital=False))
    return out


def without_brackets(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without short notes in brackets, which part a source from its verb: "Ann Bell (D-Calif.), the chair, said"."""
    out: list[Piece] = []
    at = 0
    while at < len(pieces):
        inside = [p.norm for p in pieces[at + 1 : at + 2 + LONGEST_BRACKET]] if pieces[at].norm == "(" else []
        end = inside.index(")") if ")" in inside else -1
        if end >= 0 and not any(w in speech_verbs() or w in source_phrases() for w in inside[:end]):
            at += end + 2
        else:
            out.append(pieces[at])
            at += 1
    return out


def phrase_at(pieces: Sequence[Piece], at: int) -> Attribution | None:
    """The attribution whose phrase ("according to") begins at a piece."""
    for phrase, tone in source_phrases().get(pieces[at].norm, ()):
        if tuple(p.norm for p in pieces[at : at + len(phrase)]) == phrase:
            source = source_after(pieces, at + len(phrase), word_class("clause_breaks"))
            return Attribution(" ".join(phrase), tone, (pieces[at].start, pieces[at + len(phrase) - 1].end), source)
    return None


def verb_at(pieces: Sequence[Piece], at: int) -> Attribution | None:
    """The attribution whose verb stands at a piece."""
    verb = speech_verbs().get(pieces[at].norm)
    if verb is None:
        return None
    before = back_over_auxiliaries(pieces, at)
    leading = pieces[before].norm if before >= 0 else ""
    if is_noun(pieces, at, verb):
        return None
    following = pieces[at + 1].norm if at + 1 < len(pieces) else "."
    ends = following == "." and not pieces[at].norm.endswith("s")
    beside = following in {HOLE, ",", ":", "that"} or leading in CLOSING or ends or has_clause(pieces, at, verb)
    sizes = gives_figure(pieces, at, verb)
    if verb.lemma in word_class("only_of_figures") and not sizes:
        return None
    if leading in word_class("no_finite_verb_after") or not (verb.claims or beside or sizes):
        return None
    span = (pieces[at].start, pieces[at].end)
    source = source_before(pieces, before)
    if source and verb.bare and not sizes and not plural(pieces[before].norm):
        return None
    if source and not verb.claims and following == "," and subordinate(pieces, source):
        return None
    if source is None and leading in CLOSING and not (verb.bare or sizes) and verb.lemma not in word_class("never_inverted"):
        source = inverted(pieces, at + 1)
    return Attribution(verb.lemma, verb.tone, span, source) if source or (verb.claims and not verb.bare) else None


def has_clause(pieces: Sequence[Piece], at: int, verb: SpeechVerb) -> bool:
    """Whether a clause without "that" follows the verb: "believe the gunman acted alone", "admitted fans had been warned",
    "conceded he knew"."""
    if verb.lemma not in word_class("with_a_finite_clause") or at + 1 == len(pieces):
        return False
    opens = word_class("opens_clause") if verb.lemma in word_class("with_a_clause") else word_class("nominatives")
    if pieces[at + 1].norm in opens:
        return True
    following = pieces[at + 2 : at + 2 + LONGEST_SUBJECT]
    ends = (n for n, p in enumerate(following) if not p.is_word or p.norm in word_class("clause_breaks"))
    return any(p.norm in word_class("finite_verbs") for p in following[: next(ends, len(following))])


def subordinate(pieces: Sequence[Piece], source: Span) -> bool:
    """Whether a subject opens a clause that only tells when or if: "if the snow continues, the school will shut"."""
    before = [p.norm for p in pieces if p.end <= source[0]][-1:]
    return bool(before) and before[0] in word_class("subordinating")


def gives_figure(pieces: Sequence[Piece], at: int, verb: SpeechVerb) -> bool:
    """Whether the verb gives a figure: "organisers put the number far higher", "the chief estimates damage at $2 million"."""
    near = {p.norm for p in pieces[at + 1 : at + 1 + NEAR_FIGURE]}
    return verb.lemma in word_class("of_figures") and bool(near & word_class("sizes"))


def is_noun(pieces: Sequence[Piece], at: int, verb: SpeechVerb) -> bool:
    """Whether the form is a noun where it stands: "his remarks", "Nixon's claim", "the wake of reports", "United States"."""
    if pieces[at].capital and at > 0 and not verb.claims:
        return True
    before = pieces[at - 1].norm if at > 0 else ""
    return before in word_class("before_nouns") or (pieces[at].norm in (verb.lemma, f"{verb.lemma}s") and before.endswith("'s"))


def plural(word: str) -> bool:
    """Whether a word may stand before a verb without ending ("residents say")."""
    return word.endswith("s") or word in word_class("plural_without_s")


def back_over_auxiliaries(pieces: Sequence[Piece], verb: int) -> int:
    """Index of the last piece before the verb that is no auxiliary, adverb or day of it; -1 for none."""
    at = verb - 1
    skipped = word_class("between_subject_and_verb")
    skipped = skipped | word_class("before_verb")
    while at >= 0 and (pieces[at].norm in skipped or (pieces[at].norm.endswith("ly") and len(pieces[at].norm) > 4)):
        at -= 1
    return at


def source_before(pieces: Sequence[Piece], last: int) -> Span | None:
    """Span of the subject that ends at a piece; across appositions ("Ann Bell, 43, the mayor, said") the name before them.

    Of "his lawyer, Ann Bell, said" it is the name between the commas.
    """
    end, name = last, None
    for _ in range(MOST_APPOSITIONS):
        if end < 0 or pieces[end].norm != ",":
            break
        opening = last_comma(pieces, end - 1)
        between = pieces[opening + 1 : end]
        if opening <= 0 or not (is_name(between) or is_apposition(between)):
            break
        name = between if is_name(between) else name
        end = opening
    if end < last:
        end -= 1
    elif end >= 0 and pieces[end].norm == ",":
        return None
    subject = subject_before(pieces, end)
    return checked(name if name and not is_name(subject) else subject)


def subject_before(pieces: Sequence[Piece], last: int) -> Sequence[Piece]:
    """The run of words that ends at a piece and can be a subject; of one with a relative clause what stands before "who"."""
    start = end = last
    if last >= 0 and pieces[last].norm in word_class("subject_pronouns"):
        return pieces[last : last + 1]
    while start >= 0 and last - start < LONGEST_APPOSITION:
        if pieces[start].norm in word_class("relative_subject") and start > 0 and pieces[start - 1].is_word:
            start -= 1
            end = start
        elif belongs(pieces, start, end):
            start -= 1
        else:
            break
    found = pieces[start + 1 : end + 1]
    if end < last:
        found = nearest_noun(found)
    elif any(p.norm in word_class("finite_verbs") for p in found):
        return ()
    return () if found and found[0].norm in word_class("begins_no_subject") else found


def nearest_noun(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """What "who" points back to: the last object, if the words before it hold a verb: "interviewed three women who claimed"."""
    for at in range(len(pieces) - 2, -1, -1):
        word, following = pieces[at].norm, pieces[at + 1].norm
        if word in word_class("before_objects"):
            return pieces[at + 1 :]
        if word.endswith(("ed", "ing")) and (following in word_class("opens_object") or following.isdigit()):
            return pieces[at + 1 :]
    return pieces


def belongs(pieces: Sequence[Piece], at: int, end: int) -> bool:
    """Whether a piece still belongs to the subject that ends at `end`."""
    piece = pieces[at]
    if not piece.is_word:
        return piece.norm in "&/'’" and at < end
    verb = speech_verbs().get(piece.norm)
    return piece.norm not in word_class("clause_breaks") and (verb is None or verb.bare or at == end)


def last_comma(pieces: Sequence[Piece], at: int) -> int:
    """Index of the nearest comma at or before a piece; -1 if another mark bars the way, or it is too far for an apposition."""
    for i in range(at, max(-1, at - LONGEST_APPOSITION), -1):
        if pieces[i].norm == ",":
            return i
        if not pieces[i].is_word and pieces[i].norm not in "&/'’-":
            return -1
    return -1


def is_name(pieces: Sequence[Piece]) -> bool:
    """Whether words between commas are all capitalised, and few."""
    return 0 < len(pieces) <= LONGEST_NAME and all(p.capital for p in pieces) and not AFFILIATION.fullmatch(pieces[0].norm)


def is_apposition(pieces: Sequence[Piece]) -> bool:
    """Whether words between commas describe the name before them: an age, a function, a relative clause."""
    first = pieces[0].norm if pieces else ""
    if first.isdigit() or first in word_class("opens_apposition") or AFFILIATION.fullmatch(first):
        return True
    return len(pieces) > 1 and not pieces[0].capital and first in title_words("person")


def inverted(pieces: Sequence[Piece], at: int) -> Span | None:
    """Span of a subject that stands after its verb; no pronoun does today."""
    barred = word_class("pronouns") | word_class("clause_breaks") | word_class("begins_no_subject") | word_class("calendar")
    if at < len(pieces) and (pieces[at].norm in barred or pieces[at].norm[:1].isdigit()):
        return None
    source = source_after(pieces, at, word_class("ends_inverted_subject"))
    held = [p.norm for p in pieces[at:] if source and p.end <= source[1]]
    return None if word_class("finite_verbs").intersection(held) else source


def source_after(pieces: Sequence[Piece], at: int, stops: frozenset[str]) -> Span | None:
    """Span of the source that begins at a piece and ends at a mark or a word that cannot belong to it."""
    end = at
    while end < len(pieces) and end - at <= LONGEST_SOURCE and pieces[end].is_word:
        if end > at and pieces[end].norm in stops:
            break
        end += 1
    return checked(pieces[at:end])


def checked(words: Sequence[Piece]) -> Span | None:
    """The span of a source, None where the words cannot be one."""
    dropped = word_class("between_subject_and_verb") | word_class("clause_breaks")
    while words and (not words[0].is_word or words[0].norm in dropped):
        words = words[1:]
    while words and words[-1].norm in word_class("between_subject_and_verb"):
        words = words[:-1]
    if not words or len(words) > LONGEST_SOURCE or (len(words) == 1 and words[0].norm in word_class("no_source")):
        return None
    return words[0].start, words[-1].end
