"""Documents -> Difference*: a crime that one version only ever calls suspected, and another states as a fact.

Read over the whole versions, as such a hedge is lost between sentences that have little else in common: "possible arson" in
the one, "the arson fire" in the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from compare.differences.changes import listed, quoted
from compare.lexicon import plurals, word_class, words
from compare.messages import message
from compare.model import Annotated, AnnotatedDocument, Compared, Difference, Evidence, FindingKind, Severity, Verdict

REACH = 3
"""Words in front of a crime among which the hedge must stand: "suspected of the arson"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A crime's name in a version, with the words that hedge it, if any do."""

    sentence: int
    start: int
    end: int
    hedged: bool
    """A hedge stands right in front of it."""
    open: bool
    """Something else in its sentence keeps it from being stated: a source, a charge, a negation, a question."""


def accusation_differences(compared: Compared) -> Iterable[Difference]:
    """A difference for each crime that is suspected in some versions and a fact in others."""
    documents = [d for d in compared.documents if not d.document.duplicate_of]
    found = {d.id: mentions_of(d) for d in documents}
    for crime in sorted({c for held in found.values() for c in held}):
        held = {v: crimes[crime] for v, crimes in found.items() if crime in crimes}
        wary = {v: next(m for m in ms if m.hedged) for v, ms in held.items()
                if any(m.hedged for m in ms) and all(m.hedged or m.open for m in ms)}  # fmt: skip
        flat = {v: ms[0] for v, ms in held.items() if not any(m.hedged or m.open for m in ms)}
        if wary and flat:
            yield difference_of(crime, {**wary, **flat}, len(wary), compared)


def difference_of(crime: str, told: dict[str, Mention], wary: int, compared: Compared) -> Difference:
    """The difference over one crime; the first `wary` versions hedge it."""
    versions = list(told)
    places = [(compared.document(v), m) for v, m in told.items()]
    labels = [d.label for d, _ in places]
    hedged = quoted(places[0][0].sentences[places[0][1].sentence].slice(places[0][1].start, places[0][1].end))
    warily = message("wording.has", who=listed(labels[:wary]), n=wary, words=hedged)
    flatly = message("claims.as_fact", who=listed(labels[wary:]), n=len(labels) - wary, crime=crime)
    rows = {(v, i): row.number for row in compared.alignment.rows for v, cell in row.cells for i in cell}
    return Difference(
        kind=FindingKind.HEDGE_DROP,
        verdict=Verdict.CHECK,
        severity=Severity.MEDIUM,
        evidence=tuple(Evidence(d.id, m.sentence, m.start, m.end, d.sentences[m.sentence].field) for d, m in places),
        versions=tuple(versions),
        explanation=message("claims.crime", wary=warily, flat=flatly),
        row=rows.get((versions[0], places[0][1].sentence)),
        weight=0.6,
    )  # fmt: skip


def mentions_of(document: AnnotatedDocument) -> dict[str, list[Mention]]:
    """The mentions of each crime in a version, headlines left out: they are short of room for a hedge."""
    out: dict[str, list[Mention]] = {}
    for index, sentence in enumerate(document.sentences):
        if sentence.field == "text":
            for crime, mention in in_sentence(document, index, sentence):
                out.setdefault(crime, []).append(mention)
    return out


def in_sentence(document: AnnotatedDocument, index: int, sentence: Annotated) -> Iterator[tuple[str, Mention]]:
    """The crimes that a sentence names."""
    norms = [t.norm for t in sentence.tokens]
    for at, token in enumerate(sentence.tokens):
        crime = crimes().get(token.norm)
        if crime is None or sentence.slice(token.start, token.end)[0].isupper():
            continue
        before = sentence.tokens[max(0, at - REACH) : at]
        hedges = [c for c in sentence.statement.cues if c.kind == "hedge" and c.strength != "weak" and before
                  and before[0].start <= c.start < token.start]  # fmt: skip
        start = hedges[0].start if hedges else token.start
        yield crime, Mention(index, start, token.end, bool(hedges), left_open(document, sentence, norms))


def left_open(document: AnnotatedDocument, sentence: Annotated, norms: Sequence[str]) -> bool:
    """Whether a sentence gives its claims to someone, or speaks of charges, inquiries, what is not or may be."""
    if sentence.statement.verb or any(c.kind != "modal" and c.strength != "weak" for c in sentence.statement.cues):
        return True
    if any(q.field == sentence.field and q.start < sentence.end and sentence.start < q.end for q in document.quotations):
        return True
    return bool(word_class("keeps_open") & set(norms)) or sentence.text.rstrip("”\"’')").endswith("?")


@cache
def crimes() -> dict[str, str]:
    """The crimes by their forms, each with its base form."""
    return {form: base for base in sorted(words("crimes.txt")) for form in (base, *plurals(base))}
