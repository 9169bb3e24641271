"""Figures -> Difference*: a figure that versions agree on, but on whose word? One cites the police, another states it as a fact.

Only figures of weight are told (no "two sons"), and only sources that are named or of a known kind. All are low: to give a
source or to leave it out is a newsroom's choice, until the figure turns out wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import regex

from compare.differences.changes import clauses, listed, quoted
from compare.differences.sources.attribution import change_of, content, telling_words, unlike
from compare.differences.words import collations
from compare.lexicon.opposites import sides
from compare.messages import Message, message
from compare.model import Annotated, Compared, Difference, Evidence, Figure, FindingKind, Reading, Severity, Verdict

LEAST_COUNT = 5
"""Smaller counts ("two sons") are background that needs no source."""
WEIGHTY = frozenset({"count", "vague", "money", "percent", "percentage_point", "measure", "ratio", "fraction"})
DESCRIBES = regex.compile(r"\d[-‐‑]\p{L}|\d(?:st|nd|rd|th)\b")
"""A figure that describes a thing is none that is claimed: a 15-bed ward, 101st Street."""
AGREED = frozenset({Verdict.AGREE, Verdict.RECONCILED})


def source_differences(compared: Compared) -> Iterable[Difference]:
    """A difference for each figure whose value the versions share and whose source they do not."""
    rows = {(v, i): row.number for row in compared.alignment.rows for v, cell in row.cells for i in cell}
    told = told_already(compared)
    for figure in compared.figures:
        if figure.verdict in AGREED and all(weighty(r) for r in figure.readings):
            found = difference_of(figure, compared, rows)
            yield from (d for d in found if not told & {(e.version, e.sentence) for e in d.evidence})


def told_already(compared: Compared) -> frozenset[tuple[str, int]]:
    """The sentences whose source as a whole differs: their figures need no finding of their own."""
    changes = (c for link in collations(compared) if (c := change_of(link)))
    return frozenset((e.version, e.sentence) for c in changes for e in (*c.a.evidence, *c.b.evidence))


def weighty(reading: Reading) -> bool:
    """Whether a reading is of a kind and size that readers ask a source for."""
    q = reading.quantity
    size = q.lower if q.lower is not None else q.upper
    if DESCRIBES.search(q.text):
        return False
    return q.kind in WEIGHTY and not (q.kind == "count" and q.unit is None and (size is None or size < LEAST_COUNT))


def difference_of(figure: Figure, compared: Compared, rows: Mapping[tuple[str, int], int]) -> Iterator[Difference]:
    """The difference in one figure's sources, if there is any."""
    sourced: dict[str, Reading] = {}
    plain: dict[str, Reading] = {}
    for reading in (r for d in compared.documents if not d.document.duplicate_of for r in figure.readings if r.version == d.id):
        if is_source(sentence_of(reading, compared)):
            sourced.setdefault(reading.version, reading)
        else:
            plain.setdefault(reading.version, reading)
    kind = kind_of(list(sourced.values()), [r for v, r in plain.items() if v not in sourced], compared)
    if kind is None:
        return
    told = [*sourced.values(), *(r for v, r in plain.items() if v not in sourced)]
    yield Difference(
        kind=kind,
        verdict=Verdict.CHECK,
        severity=Severity.LOW,
        evidence=tuple(e for n, r in enumerate(told) for e in evidence_of(r, n < len(sourced), compared)),
        versions=tuple(r.version for r in told),
        explanation=explained(figure, told, len(sourced), compared),
        row=min((rows[r.version, r.sentence] for r in told if (r.version, r.sentence) in rows), default=None),
        figure=figure.id,
        weight=0.5,
    )


def kind_of(sourced: Sequence[Reading], plain: Sequence[Reading], compared: Compared) -> FindingKind | None:
    """Two sources that are not one are a change; a source against none, in a sentence that tells no more, is a drop."""
    if any(differ(x, y, compared) for x, y in combinations(sourced, 2)):
        return FindingKind.ATTRIBUTION_CHANGE
    named = {w for r in sourced for w in telling_words(sentence_of(r, compared))}
    stated = [r for r in plain if stated_as_fact(r, named, compared)]
    return FindingKind.ATTRIBUTION_DROP if sourced and stated and len(stated) == len(plain) else None


def differ(one: Reading, other: Reading, compared: Compared) -> bool:
    """Whether two sources are two, and not two offices of one government."""
    a, b = sentence_of(one, compared), sentence_of(other, compared)
    kinds, others = ({place for w in content(s.statement.speaker or "") for place in sides("sources.txt").get(w, ())}
                     for s in (a, b))  # fmt: skip
    return unlike(a, a.statement, b, b.statement) and not kinds & others


def stated_as_fact(reading: Reading, named: set[str], compared: Compared) -> bool:
    """Whether a version gives a figure in its own voice: no verb of saying and no word of the source near it."""
    sentences = compared.document(reading.version).sentences
    near = sentences[max(0, reading.sentence - 1) : reading.sentence + 2]
    here = sentences[reading.sentence]
    quoted_words = any(q.start < here.end and here.start < q.end for q in compared.document(reading.version).quotations)
    heading = here.field == "title"
    return not heading and not quoted_words and not any(s.statement.verb or named & {t.norm for t in s.tokens} for s in near)


def sentence_of(reading: Reading, compared: Compared) -> Annotated:
    return compared.document(reading.version).sentences[reading.sentence]


def is_source(sentence: Annotated) -> bool:
    """Whether a sentence's source is a name, or of a kind that speaks: "the fire chief", "residents"."""
    statement = sentence.statement
    if statement.speaker is None or statement.speaker_span is None or sentence.field == "title":
        return False
    start, end = statement.speaker_span
    named = any(start <= n.start < end for n in sentence.names)
    return named or not content(statement.speaker).isdisjoint(sides("sources.txt"))


def evidence_of(reading: Reading, with_source: bool, compared: Compared) -> list[Evidence]:
    """The figure, and the source it is given to."""
    sentence = sentence_of(reading, compared)
    spans = [(reading.quantity.start, reading.quantity.end)]
    if with_source and sentence.statement.speaker_span:
        spans.append(sentence.statement.speaker_span)
    return [Evidence(reading.version, reading.sentence, start, end, sentence.field) for start, end in sorted(spans)]


def explained(figure: Figure, told: Sequence[Reading], sourced: int, compared: Compared) -> Message:
    """One sentence: "“31 engines”: Wire cites “Ann Bell”; Post gives no source."."""
    by_source: dict[str, list[str]] = {}
    for r in told[:sourced]:
        by_source.setdefault(sentence_of(r, compared).statement.speaker or "", []).append(compared.document(r.version).label)
    parts = [message("sources.cites", who=listed(who), n=len(who), source=quoted(source)) for source, who in by_source.items()]
    silent = [compared.document(r.version).label for r in told[sourced:]]
    if silent:
        parts.append(message("sources.none", who=listed(silent), n=len(silent)))
    return message("sources.told", value=quoted(" ".join(told[0].quantity.text.split())), told=clauses(parts))
