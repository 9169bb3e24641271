"""Two passages -> runs of kept, added and removed words; and runs with the figures or the evidence in them marked.

Marks stand on whole words, never on letters. What is kept between two changes must be worth reading: a lone "the" is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import regex

from compare.render.legible import legible
from compare.tokens import normal_form

Change = Literal["", "added", "removed"]
Mark = Literal["", "figure", "differs", "evidence", "stretch"]
"""`evidence` is what a finding is about; `stretch` the rest of a long passage that it is about a few words of."""

UNIT = regex.compile(r"[\p{L}\p{M}\p{N}]{1,200}(?:['’.,\-][\p{L}\p{M}\p{N}]{1,200}){0,20}|[^\s\p{L}\p{M}\p{N}]")
STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
"""Typographic marks that differ between outlets by house style alone."""
SMALL_WORD = 3
"""Letters up to which a word that stands alone between changes goes with them."""
REWORDED = 0.5
"""Share of kept words below which marks would only make two sentences harder to read."""
LONGEST = 20_000
"""Characters beyond which a passage is shown without marks: the comparison would cost more than it tells."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text shown in one way."""

    text: str
    change: Change = ""
    mark: Mark = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A marked place in a passage."""

    start: int
    end: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or a punctuation mark; `form` is what is compared."""

    start: int
    end: int
    form: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Units of the old and the new passage that are the same, or that replace each other."""

    kept: bool
    old: Sequence[Unit]
    new: Sequence[Unit]


def units_of(text: str) -> tuple[Unit, ...]:
    """Words and punctuation marks of a text."""
    return tuple(Unit(m.start(), m.end(), normal_form(m.group().translate(STRAIGHT)) or m.group()) for m in UNIT.finditer(text))


def same_words(a: str, b: str) -> bool:
    """Whether two passages have the same words and punctuation, whatever their spaces and quotation marks."""
    if a == b or max(len(a), len(b)) > LONGEST:
        return a.split() == b.split()
    return [u.form for u in units_of(a)] == [u.form for u in units_of(b)]


def redline(old: str, new: str, spans: Sequence[Span] = ()) -> tuple[Run, ...] | None:
    """The new passage with what changed against the old; None where so little is kept that marks would mislead.

    >>> [(r.change, r.text) for r in redline("Almost 50 trucks left the town.", "Fifty trucks left the town.")]
    [('removed', 'Almost 50'), ('', ' '), ('added', 'Fifty'), ('', ' trucks left the town.')]
    """
    if max(len(old), len(new)) > LONGEST:
        return None
    before, after = units_of(old), units_of(new)
    if not before or not after:
        return None
    stretches = list(joined(stretches_of(before, after)))
    kept = sum(len(s.new) for s in stretches if s.kept)
    if kept < REWORDED * max(len(before), len(after)):
        return None
    return tuple(runs_of(stretches, old, new, spans))


def apart(passage: str, other: str, at: int) -> tuple[Span, ...]:
    """The passage, which stands at a place, as a stretch in which the words are marked that the other has not.

    >>> [(s.start, s.end, s.mark) for s in apart("we heard a crack", "we heard a bang", 5)]
    [(5, 16, 'stretch'), (16, 21, 'evidence')]
    """
    whole = (Span(at, at + len(passage), "evidence"),)
    if max(len(passage), len(other)) > LONGEST:
        return whole
    changed = [s.new for s in joined(stretches_of(units_of(other), units_of(passage))) if s.new and not s.kept]
    if not changed:
        return whole
    out: list[Span] = []
    done = 0
    for found in changed:
        out += [Span(at + done, at + found[0].start, "stretch"), Span(at + found[0].start, at + found[-1].end, "evidence")]
        done = found[-1].end
    out.append(Span(at + done, at + len(passage), "stretch"))
    return tuple(s for s in out if s.start < s.end)


def stretches_of(before: Sequence[Unit], after: Sequence[Unit]) -> Iterator[Stretch]:
    """Kept and changed stretches in order: the longest common subsequence of units."""
    from rapidfuzz.distance import Indel

    codes: dict[str, int] = {}
    old = [codes.setdefault(u.form, len(codes)) for u in before]
    new = [codes.setdefault(u.form, len(codes)) for u in after]
    for op in Indel.opcodes(old, new):
        yield Stretch(op.tag == "equal", before[op.src_start : op.src_end], after[op.dest_start : op.dest_end])


def joined(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Neighbouring changes joined, with kept scraps between them."""
    found = list(stretches)
    out: list[Stretch] = []
    for i, s in enumerate(found):
        between = 0 < i < len(found) - 1
        scrap = s.kept and between and len(s.new) <= 2 and all(len(u.form) <= SMALL_WORD and not u.form.isdigit() for u in s.new)
        changed = not s.kept or scrap
        if changed and out and not out[-1].kept:
            out[-1] = Stretch(False, (*out[-1].old, *s.old), (*out[-1].new, *s.new))
        else:
            out.append(Stretch(not changed, s.old, s.new))
    return iter(out)


def runs_of(stretches: Sequence[Stretch], old: str, new: str, spans: Sequence[Span]) -> Iterator[Run]:
    """The runs of the new text, removed words of the old one put in where they stood."""
    at = 0
    for s in stretches:
        if s.kept:
            yield from marked(new, at, s.new[-1].end, spans)
            at = s.new[-1].end
            continue
        first = s.new[0].start if s.new else at
        yield from marked(new, at, first, spans)
        at = first
        if s.old:
            gone = old[s.old[0].start : s.old[-1].end]
            if at and not s.new and new[at - 1].isalnum() and gone[0].isalnum():
                yield Run(" ")
            yield Run(legible(gone), "removed")
            if s.new or new[at : at + 1].isalnum():
                yield Run(" ")
        if s.new:
            yield from (Run(r.text, "added", r.mark) for r in marked(new, at, s.new[-1].end, spans))
            at = s.new[-1].end
    yield from marked(new, at, len(new), spans)


def marked(text: str, start: int, end: int, spans: Sequence[Span]) -> Iterator[Run]:
    """The text between two places as runs, with the spans in it marked."""
    at = start
    for span in spans:
        a, b = max(span.start, at), min(span.end, end)
        if a >= b:
            continue
        if at < a:
            yield Run(legible(text[at:a]))
        yield Run(legible(text[a:b]), "", span.mark)
        at = b
    if at < end:
        yield Run(legible(text[at:end]))
