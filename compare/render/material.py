"""A Comparison with the look-ups that every part of a report needs, and the wordings that are quoted from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from compare.messages import ENGLISH, in_language
from compare.model import Annotated, AnnotatedDocument, Comparison, Evidence, Finding, FindingKind, Reading, Verdict
from compare.render.legible import Direction, direction, legible, shortened, told_apart
from compare.render.redline import Run, Span, apart, marked, same_words
from compare.render.views import Reference, Saying, Wording
from compare.render.words import Words

CONTENT = frozenset({FindingKind.ADDITION, FindingKind.OMISSION})
PASSAGES = CONTENT | {FindingKind.MOVED}
"""Kinds whose evidence is whole sentences, shown as one passage."""
LONG_EVIDENCE = 40
"""Characters beyond which a marked place is searched for the words that matter."""
LONGEST_SAYING = 900
"""Characters of an explanation."""
LABEL_LENGTH = 36
"""Characters of a label beside its letter; the table of versions has all of it."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much of each list a report holds; the rest is counted in words."""

    figures: int = 2_000
    agreed: int = 5_000
    agreed_links: int = 5_000
    """Agreeing figures up to which each links to its row; of more only the row's number is told."""
    findings: int = 5_000
    passages: int = 20_000
    excluded: int = 5_000
    passage_length: int = 600
    """Characters of a passage; all of it stands in the alignment."""
    per_version: int = 20_000
    """Passages left out, and added, by one version."""
    moves: int = 20_000
    wordings: int = 24
    """Wordings of one finding or figure."""
    alignment: bool = True
    by_value: bool = False
    """One line for each value of a figure, with the first sentence that gives it, rather than one for each reading."""

    def without_alignment(self) -> Bounds:
        return replace(self, alignment=False)


class SentenceAt(NamedTuple):
    """Where a sentence stands: its version's letter and its index there."""

    version: str
    sentence: int


def at(place: Evidence | Reading) -> SentenceAt:
    """The sentence in which a place or a reading stands."""
    return SentenceAt(place.version, place.sentence)


@dataclass(frozen=True)
class Material:
    """A comparison, the words to tell it in, and the bounds of the telling."""

    comparison: Comparison
    words: Words
    bounds: Bounds
    row_anchors: Mapping[int, str]
    """Where each row of the alignment can be linked to; empty without an alignment."""
    figure_numbers: dict[str, int] = field(default_factory=dict)
    """Numbers of the figures that are shown, by id."""

    @cached_property
    def place(self) -> dict[str, int]:
        return {d.id: i for i, d in enumerate(self.comparison.documents)}

    @cached_property
    def documents(self) -> dict[str, AnnotatedDocument]:
        return {d.id: d for d in self.comparison.documents}

    @cached_property
    def labels(self) -> dict[str, str]:
        """Each version's label at a length that fits beside a text."""
        short = told_apart([legible(d.label) for d in self.comparison.documents], LABEL_LENGTH)
        return dict(zip(self.documents, short, strict=True))

    @cached_property
    def directions(self) -> dict[str, Direction]:
        return {d.id: direction(d.document.text) for d in self.comparison.documents}

    @cached_property
    def row_of(self) -> dict[SentenceAt, int]:
        """The number of the row of each sentence."""
        return {
            SentenceAt(letter, i): row.number
            for row in self.comparison.alignment.rows
            for letter, indices in row.cells
            for i in indices
        }

    def language(self, letter: str) -> str | None:
        """The version's language where it is not the report's own."""
        known = self.documents[letter].document.language
        return known if known != self.words.language else None

    def said(self, text: str, limit: int = LONGEST_SAYING) -> Saying:
        """What the comparison says, as it can be printed and at a length that can be read; English where no other is known."""
        own = text if self.words.language == ENGLISH else in_language(text, self.words.language)
        told = shortened(legible(text if own is None else own), limit)
        return Saying(told, ENGLISH if told and own is None else None)

    def in_order(self, letters: Iterable[str]) -> list[str]:
        return sorted(dict.fromkeys(letters), key=self.place.__getitem__)

    def named(self, letter: str) -> str:
        """A letter with its label: "A Wire"."""
        return f"{letter} {self.labels[letter]}"

    def who(self, letters: Iterable[str]) -> str:
        """One version by letter and label, several by letters."""
        ordered = self.in_order(letters)
        return self.named(ordered[0]) if len(ordered) == 1 else self.letters(ordered)

    def letters(self, letters: Iterable[str]) -> str:
        """Letters in order; "all others" where a list would only be long.

        Only lists of more than six are shortened: fewer are read faster than counted.
        """
        ordered = self.in_order(letters)
        missing = [d for d in self.documents if d not in ordered]
        if len(ordered) > 6 and len(missing) <= 3:
            return self.words.phrases["all_but"].format(letters=", ".join(missing)) if missing else self.words.phrases["all"]
        return ", ".join(ordered)

    def row(self, number: int | None) -> Reference | None:
        if number is None:
            return None
        return Reference(self.words.phrase("row", n=str(number)), self.row_anchors.get(number))

    def sentence(self, place: SentenceAt) -> Annotated:
        return self.documents[place.version].sentences[place.sentence]

    def wordings(self, finding: Finding, limit: int) -> tuple[Wording, ...]:
        """What each version says on a finding, versions of one wording together, in the order of the versions."""
        if finding.difference.kind in PASSAGES:
            return (self.passage(finding, limit),)
        grouped: dict[SentenceAt, list[Span]] = {}
        for e in sorted(finding.difference.evidence, key=lambda e: (self.place[e.version], e.sentence, e.start)):
            grouped.setdefault(at(e), []).extend(self.spans(e, finding))
        return self.together([self.wording(place, spans, limit) for place, spans in grouped.items()],
                             [place.version for place in grouped])  # fmt: skip

    def spans(self, evidence: Evidence, finding: Finding) -> tuple[Span, ...]:
        """The place to mark; in a long one only the words in which it differs from the other version's."""
        text = self.text(evidence)
        others = (self.text(e) for e in finding.difference.evidence if e.version != evidence.version)
        other = next((t for t in others if not same_words(t, text)), None)
        if (len(text) <= LONG_EVIDENCE and finding.difference.kind is not FindingKind.QUOTE_ALTERED) or other is None:
            return (Span(evidence.start, evidence.end, "evidence"),)
        return apart(text, other, evidence.start)

    def text(self, evidence: Evidence) -> str:
        """The words at a place."""
        return self.sentence(at(evidence)).slice(evidence.start, evidence.end)

    def together(self, wordings: Sequence[Wording], letters: Sequence[str]) -> tuple[Wording, ...]:
        """Wordings of the same words joined, with the letters of all who have them."""
        voices: dict[tuple[Run, ...], list[str]] = {}
        for wording, letter in zip(wordings, letters, strict=True):
            voices.setdefault(wording.runs, []).append(letter)
        first = {w.runs: w for w in reversed(wordings)}
        return tuple(
            Wording(self.who(found), first[runs].sentence, runs, first[runs].language, first[runs].direction)
            for runs, found in voices.items()
        )

    def wording(self, place: SentenceAt, spans: Sequence[Span], limit: int) -> Wording:
        """A sentence with the spans marked, cut to a window around the first of them if it is long."""
        sentence = self.sentence(place)
        return self.voiced(place.version, sentence.id, excerpt(sentence, spans, limit))

    def passage(self, finding: Finding, limit: int) -> Wording:
        """The whole sentences of a finding, from the first version that its evidence stands in; of a clause that others lack its
        sentence, with the clause marked.

        Where there is no room for all, they begin with the one that carries most.
        """
        evidence = finding.difference.evidence
        letter = self.comparison.base if any(e.version == self.comparison.base for e in evidence) else evidence[0].version
        own = [e for e in evidence if e.version == letter]
        if len(own) == 1 and self.text(own[0]) != self.sentence(at(own[0])).text:
            return self.wording(at(own[0]), [Span(own[0].start, own[0].end, "evidence")], limit)
        told = [self.sentence(at(e)) for e in own]
        text = " ".join(s.text for s in told)
        heart = finding.difference.heart
        if len(text) > limit and heart is not None:
            told = [self.sentence(at(e)) for e in own if e.sentence >= heart] or told
            text = " ".join(s.text for s in told)
            if told[0].start > evidence[0].start:
                text = f"… {text.lstrip('.… ')}"
        return self.voiced(letter, told[0].id, (Run(legible(shortened(text, limit))),))

    def voiced(self, letter: str, sentence: str, runs: tuple[Run, ...]) -> Wording:
        return Wording(self.who([letter]), sentence, runs, self.language(letter), self.directions[letter])


def excerpt(sentence: Annotated, spans: Sequence[Span], limit: int) -> tuple[Run, ...]:
    """The sentence as runs, at most about `limit` characters of it, around the first span."""
    local = [Span(s.start - sentence.start, s.end - sentence.start, s.mark) for s in spans]
    if len(local) == 1 and local[0].start <= 0 and local[0].end >= len(sentence.text):
        local = []  # marking everything marks nothing
    text = sentence.text
    if len(text) <= limit:
        return tuple(marked(text, 0, len(text), local))
    focus = next((s for s in local if s.mark == "evidence"), Span(0, 0, ""))
    start = max(0, focus.start - limit // 3)
    end = min(len(text), max(start + limit, focus.end))
    start = text.find(" ", start, start + 20) + 1 if start else 0
    cut = text.rfind(" ", end - 20, end) if end < len(text) else end
    end = cut if cut > start else end
    before = (Run("… "),) if start else ()
    after = (Run(" …"),) if end < len(text) else ()
    return (*before, *marked(text, start, end, local), *after)


def open_verdict(verdict: Verdict) -> bool:
    """Whether a person has to look at it."""
    return verdict in (Verdict.CONFLICT, Verdict.CHECK)
