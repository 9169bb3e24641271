"""A Comparison made by hand: an invented story of a bridge in three versions, so that rendering is tested on its own."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from compare.model import (
    Alignment,
    Annotated,
    AnnotatedDocument,
    Comparison,
    Derivation,
    Difference,
    Document,
    Evidence,
    Excluded,
    Figure,
    Finding,
    FindingKind,
    Lineage,
    Link,
    Outcome,
    PairAlignment,
    PairSimilarity,
    Quantity,
    Reading,
    Relation,
    Row,
    Severity,
    Statement,
    Verdict,
    Version,
)
from compare.settings import Settings
from compare.tokens import tokenize

LINEAGE = (
    Lineage("A", "B", False, 0.6, 0.1, Derivation.PARTIALLY),
    Lineage("B", "A", True, 0.7, 0.25, Derivation.WHOLLY),
    Lineage("C", None, None, 0.0, 0.0, Derivation.NONE),
)

WIRE = (
    "The footbridge at Marlow Weir gave way on Tuesday evening, injuring 14 people.",
    "Most of them were students on their way home, the fire service said.",
    "“We heard a crack like a gunshot,” said Ines Calder, who runs the kiosk.",
    "The council allegedly ignored two warnings from its own engineers.",
    "The bridge was 62 metres long and was built in 1931.",
    "It will stay closed until further notice.",
)
POST = (
    "The footbridge at Marlow Weir gave way on Tuesday evening, injuring 17 people.",
    "Most of them were students on their way home, the fire service said.",
    "The bridge was 62 metres long and was built in 1931.",
    "“We heard a bang like a gunshot,” said Ines Calder, who runs the kiosk.",
    "The council ignored two warnings from its own engineers.",
    "It will stay closed until further notice.",
    "A ferry will carry walkers across from Thursday.",
)
HERALD = (
    "The footbridge at Marlow Weir gave way on Tuesday evening, injuring 14 people.",
    "Most of them were students on their way home, the fire service said.",
    "The bridge, built in 1931, was about 60 metres long.",
    "It will stay closed until further notice.",
)
MADE = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


def document(letter: str, label: str, sentences: tuple[str, ...], tail: str = "", language: str = "en") -> AnnotatedDocument:
    """A version of these sentences; a tail is excluded."""
    body = " ".join(sentences)
    text = f"{body}\n{tail}" if tail else body
    excluded = (Excluded(len(body) + 1, len(text), "copyright_line"),) if tail else ()
    version = Version(label=label, text=text, title="Bridge gives way", outlet=label, published="2026-03-03T19:40:00+00:00",
                      sha256="ab" * 32, guessed=("published",))  # fmt: skip
    found, at = [], 0
    for number, sentence in enumerate(sentences, start=1):
        start = body.index(sentence, at)
        at = start + len(sentence)
        quantities = tuple(
            Quantity(kind="count", start=start + m.start(), end=start + m.end(), text=m.group(),
                     lower=Decimal(m.group(1)), upper=Decimal(m.group(1)))
            for m in re.finditer(r"(?:about )?(\d{1,9})(?: people| metres)?", sentence)
        )  # fmt: skip
        found.append(Annotated(f"{letter}{number}", letter, "text", sentence, start, at,
                               tokenize(sentence, start), quantities, (), Statement()))  # fmt: skip
    return AnnotatedDocument(Document(letter, label, version, text, excluded, None, language), tuple(found), ())


def place(d: AnnotatedDocument, sentence: int, words: str) -> Evidence:
    """Where words stand in a sentence."""
    s = d.sentences[sentence]
    start = s.start + s.text.index(words)
    return Evidence(d.id, sentence, start, start + len(words))


def bridge() -> Comparison:
    """Three versions: a number conflict, a lost hedge, an altered quotation, a rounding, an omission, an addition, a move."""
    a, b, c = document("A", "Wire", WIRE, "© Wire 2026"), document("B", "Post", POST), document("C", "Herald", HERALD)
    rows = (
        Row(1, (("A", (0,)), ("B", (0,)), ("C", (0,))), 0.05),
        Row(2, (("A", (1,)), ("B", (1,)), ("C", (1,))), 0.0),
        Row(3, (("A", (2,)), ("B", (3,))), 0.1),
        Row(4, (("A", (3,)), ("B", (4,))), 0.1),
        Row(5, (("A", (4,)), ("B", (2,)), ("C", (2,))), 0.3, ("B",)),
        Row(6, (("A", (5,)), ("B", (5,)), ("C", (3,))), 0.0),
        Row(7, (("B", (6,)),), 1.0),
    )
    pairs = (
        PairAlignment("A", "B", tuple(Link((i,), (j,), 0.9, 0.99, Relation.EDITED) for i, j in enumerate((0, 1, 3, 4, 2, 5)))),
        PairAlignment("A", "C", (Link((0,), (0,), 1.0, 0.99, Relation.IDENTICAL),)),
        PairAlignment("B", "C", ()),
    )
    similarities = (PairSimilarity("A", "B", 0.9, 0.9996, 0.87), PairSimilarity("A", "C", 0.7, 0.61, 0.93),
                    PairSimilarity("B", "C", 0.58, 0.48, 0.9))  # fmt: skip
    speakers = {"B": "the fire service"}
    injured = tuple(Reading(d.id, 0, d.sentences[0].quantities[0], speakers.get(d.id)) for d in (a, b, c))
    long = (Reading("A", 4, a.sentences[4].quantities[0]), Reading("B", 2, b.sentences[2].quantities[0]),
            Reading("C", 2, c.sentences[2].quantities[1]))  # fmt: skip
    built = (Reading("A", 4, a.sentences[4].quantities[1]), Reading("B", 2, b.sentences[2].quantities[1]),
             Reading("C", 2, c.sentences[2].quantities[0]))  # fmt: skip
    figures = (
        Figure("f1", "people", None, injured, Outcome.CONTRADICTORY, Verdict.CONFLICT, "14 and 17 exclude each other."),
        Figure("f2", "bridge", "metre", long, Outcome.CONSISTENT_ROUNDED, Verdict.RECONCILED, "62 rounds to 60."),
        Figure("f3", "built", None, built, Outcome.EQUAL, Verdict.AGREE),
    )
    differences = (
        Difference(kind=FindingKind.NUMBER_CONFLICT, verdict=Verdict.CONFLICT, severity=Severity.HIGH, figure="f1", row=1,
                   versions=("A", "B", "C"), explanation="Wire and Herald give 14 people, Post gives 17 people.",
                   evidence=(place(a, 0, "14 people"), place(b, 0, "17 people"), place(c, 0, "14 people"))),
        Difference(kind=FindingKind.QUOTE_ALTERED, verdict=Verdict.CONFLICT, severity=Severity.HIGH, row=3,
                   versions=("A", "B"), explanation="The quotation has “crack” in Wire and “bang” in Post.",
                   evidence=(place(a, 2, "crack"), place(b, 3, "bang"))),
        Difference(kind=FindingKind.HEDGE_DROP, verdict=Verdict.CHECK, severity=Severity.HIGH, row=4,
                   versions=("A", "B"), explanation="Wire says “allegedly”; Post states it as a fact.",
                   evidence=(place(a, 3, "allegedly"), place(b, 4, "ignored"))),
        Difference(kind=FindingKind.OMISSION, verdict=Verdict.NOTE, severity=Severity.MEDIUM, row=3, versions=("A", "B"),
                   absent_from=("C",), explanation="Herald does not tell what Wire and Post have.",
                   evidence=(Evidence("A", 2, a.sentences[2].start, a.sentences[2].end),
                             Evidence("A", 3, a.sentences[3].start, a.sentences[3].end))),
        Difference(kind=FindingKind.PRECISION_CHANGE, verdict=Verdict.RECONCILED, severity=Severity.LOW, figure="f2", row=5,
                   versions=("A", "B", "C"), explanation="Herald rounds 62 metres to about 60 metres.",
                   evidence=(place(a, 4, "62 metres"), place(b, 2, "62 metres"), place(c, 2, "about 60 metres"))),
        Difference(kind=FindingKind.ADDITION, verdict=Verdict.NOTE, severity=Severity.LOW, row=7, versions=("B",),
                   absent_from=("A", "C"), explanation="Only Post tells this.",
                   evidence=(Evidence("B", 6, b.sentences[6].start, b.sentences[6].end),)),
        Difference(kind=FindingKind.MOVED, verdict=Verdict.NOTE, severity=Severity.LOW, row=5, versions=("A", "B"),
                   explanation="Sentence 5 of Wire stands as sentence 3 of Post.",
                   evidence=(Evidence("A", 4, a.sentences[4].start, a.sentences[4].end),
                             Evidence("B", 2, b.sentences[2].start, b.sentences[2].end))),
    )  # fmt: skip
    findings = tuple(Finding(f"id{n}", n, 1 - n / 10, d) for n, d in enumerate(differences, start=1))
    alignment = Alignment(pairs, rows)
    return Comparison("bridge", None, "A", (a, b, c), alignment, similarities, LINEAGE, figures, findings, Settings(), MADE)


def retold(versions: int, sentences: tuple[str, ...] = WIRE, *, changed: str = "") -> Comparison:
    """The same story by many outlets; the last one has `changed` as a further sentence."""
    told = [document(letter(i), f"Outlet {i + 1}", (*sentences, changed) if changed and i == versions - 1 else sentences)
            for i in range(versions)]  # fmt: skip
    rows = [Row(n + 1, tuple((d.id, (n,)) for d in told), 0.0) for n in range(len(sentences))]
    if changed:
        rows.append(Row(len(rows) + 1, ((told[-1].id, (len(sentences),)),), 1.0))
    similar = tuple(PairSimilarity(x.id, y.id, 1.0, 1.0, 1.0) for i, x in enumerate(told) for y in told[i + 1 :])
    pairs = tuple(PairAlignment(s.a, s.b, ()) for s in similar)
    return Comparison(None, None, "A", tuple(told), Alignment(pairs, tuple(rows)), similar, (), (), (), Settings(), MADE)


def letter(index: int) -> str:
    return chr(ord("A") + index) if index < 26 else f"A{chr(ord('A') + index - 26)}"


def with_settings(comparison: Comparison, settings: Settings) -> Comparison:
    return replace(comparison, settings=settings)
