"""Comparison -> the report as plain values: the shape of the JSON, which docs/schema.json describes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from typing import Any

from compare.model import (
    AnnotatedDocument,
    Comparison,
    Evidence,
    Figure,
    Finding,
    Lineage,
    Number,
    PairAlignment,
    PairSimilarity,
    Quantity,
    Quotation,
    Reading,
    Row,
    Verdict,
)
from compare.version import __version__

SCHEMA_VERSION = "1"
Json = dict[str, Any]


def as_dict(comparison: Comparison) -> Json:
    """The report as plain values: dicts, lists, strings, numbers, booleans and None."""
    documents = {d.id: d for d in comparison.documents}
    similarities = {frozenset((s.a, s.b)): s for s in comparison.similarities}
    findings = [finding_dict(f, documents) for f in comparison.shown]
    standing = [f for f, told in zip(findings, comparison.shown, strict=True) if not told.dismissed]
    return {
        "schema_version": SCHEMA_VERSION,
        "generator": {"name": "storycompare", "version": __version__, "settings": comparison.settings.signature()},
        "story": {"id": comparison.story_id, "title": comparison.title},
        "base": comparison.base,
        "versions": [version_dict(d) for d in comparison.documents],
        "pairs": [pair_dict(p, similarities[frozenset((p.a, p.b))], documents) for p in sorted_pairs(comparison)],
        "lineage": [lineage_dict(x) for x in comparison.lineage],
        "alignment": [row_dict(row, documents) for row in comparison.alignment.rows],
        "figures": [figure_dict(f, documents) for f in comparison.figures],
        "findings": findings,
        "summary": {
            "findings": dict(sorted(Counter(f["kind"] for f in findings).items())),
            "conflicts": sum(f["verdict"] == Verdict.CONFLICT for f in standing),
            "checks": sum(f["verdict"] == Verdict.CHECK for f in standing),
            "not_shown": len(comparison.findings) - len(findings),
            "sentences_aligned": round(aligned_share(comparison), 4),
        },
    }


def aligned_share(comparison: Comparison) -> float:
    """Share of all sentences that stand in a row with another version's."""
    total = sum(len(d.sentences) for d in comparison.documents)
    shared = sum(len(cell) for row in comparison.alignment.rows if len(row.cells) > 1 for _, cell in row.cells)
    return shared / total if total else 0.0


def version_dict(annotated: AnnotatedDocument) -> Json:
    """One version as in `versions[]`."""
    document = annotated.document
    version = document.version
    return {
        "id": document.id,
        "label": document.label,
        "outlet": version.outlet,
        "title": version.title,
        "author": version.author,
        "published": version.published,
        "url": version.url,
        "guessed": list(version.guessed),
        "path": version.path,
        "sha256": version.sha256,
        "language": document.language,
        "text": document.text,
        "words": annotated.words,
        "sentences": [
            {"id": s.id, "text": s.text, "start": s.start, "end": s.end} | ({"field": "title"} if s.field == "title" else {})
            for s in annotated.sentences
        ],
        "excluded": [
            {"start": x.start, "end": x.end, "text": document.text[x.start : x.end], "rule": x.rule} for x in document.excluded
        ],
        "warnings": [str(w) for w in document.warnings],
        "duplicate_of": document.duplicate_of,
    }


def inspection_dict(annotated: AnnotatedDocument) -> Json:
    """What `inspect -f json` prints: the version with the quantities and quotations that were read in it."""
    return version_dict(annotated) | {
        "quantities": [
            {"sentence": s.id} | quantity_dict(q) | ({"field": "title"} if s.field == "title" else {})
            for s in annotated.sentences
            for q in s.quantities
        ],
        "quotations": [quotation_dict(q) for q in annotated.quotations],
    }


def quantity_dict(q: Quantity) -> Json:
    """A quantity with every field of the contract."""
    return {
        "start": q.start,
        "end": q.end,
        "text": q.text,
        "kind": q.kind,
        "lower": number_text(q.lower),
        "upper": number_text(q.upper),
        "modifier": q.modifier,
        "grain": number_text(q.grain),
        "direction": q.direction,
        "unit": q.unit,
        "per": q.per,
        "counted": q.counted,
        "date": q.date,
    }


def quotation_dict(q: Quotation) -> Json:
    """A quotation: the words within its marks, and whose they are."""
    return {"start": q.start, "end": q.end, "text": q.text, "speaker": q.speaker, "verb": q.verb} | (
        {"field": "title"} if q.field == "title" else {}
    )


def number_text(value: Number | None) -> str | None:
    """A number as a decimal string, or "1/3"; no exponent, no trailing zeros.

    >>> from decimal import Decimal
    >>> number_text(Decimal("3.50E+3")), number_text(Fraction(1, 3)), number_text(Decimal("4.20"))
    ('3500', '1/3', '4.2')
    """
    if value is None:
        return None
    if isinstance(value, Fraction):
        return str(value)
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def sorted_pairs(comparison: Comparison) -> list[PairAlignment]:
    """The pairs by order of input, each with the earlier version first."""
    place = {d.id: i for i, d in enumerate(comparison.documents)}
    turned = [p if place[p.a] < place[p.b] else turned_round(p) for p in comparison.alignment.pairs]
    return sorted(turned, key=lambda p: (place[p.a], place[p.b]))


def turned_round(pair: PairAlignment) -> PairAlignment:
    """The same pair seen from its other version."""
    links = [replace(x, a=x.b, b=x.a) for x in pair.links]
    return PairAlignment(pair.b, pair.a, tuple(sorted(links, key=lambda x: (x.a, x.b))))


def pair_dict(pair: PairAlignment, similarity: PairSimilarity, documents: dict[str, AnnotatedDocument]) -> Json:
    """A pair with its links, sentences named by id."""
    same_way = similarity.a == pair.a
    return {
        "a": pair.a,
        "b": pair.b,
        "similarity": rounded(similarity.similarity),
        "a_in_b": rounded(similarity.a_in_b if same_way else similarity.b_in_a),
        "b_in_a": rounded(similarity.b_in_a if same_way else similarity.a_in_b),
        "links": [
            {
                "a": [documents[pair.a].sentences[i].id for i in link.a],
                "b": [documents[pair.b].sentences[j].id for j in link.b],
                "similarity": rounded(link.similarity),
                "confidence": rounded(link.confidence),
                "relation": str(link.relation),
                "shape": link.shape,
                "moved": link.moved,
            }
            | ({"why": {name: round(value, 3) for name, value in link.why}} if link.why else {})
            for link in pair.links
        ],
    }


def rounded(share: float) -> float:
    """A share to four places, never rounded to a false 0 or 1.

    >>> rounded(0.99999), rounded(1.0), rounded(0.00001)
    (0.9999, 1.0, 0.0001)
    """
    if share in (0, 1):
        return float(share)
    return min(0.9999, max(0.0001, round(share, 4)))


def row_dict(row: Row, documents: dict[str, AnnotatedDocument]) -> Json:
    """A row of the collation, cells by the letters' order of input."""
    return {
        "row": row.number,
        "cells": {letter: [d.sentences[i].id for i in row.cell(letter)] for letter, d in documents.items() if row.cell(letter)},
        "score": rounded(row.score),
        "moved": [letter for letter in documents if letter in row.moved],
    }


def figure_dict(figure: Figure, documents: dict[str, AnnotatedDocument]) -> Json:
    """A figure with its readings, by order of input and place."""
    place = {letter: i for i, letter in enumerate(documents)}
    readings = sorted(figure.readings, key=lambda r: (place[r.version], r.sentence, r.quantity.start))
    return {
        "id": figure.id,
        "referent": figure.referent,
        "unit": figure.unit,
        "readings": [reading_dict(r, documents[r.version]) for r in readings],
        "outcome": str(figure.outcome) if figure.outcome else "single",
        "verdict": str(figure.verdict),
        "reason": str(figure.reason),
    }


def reading_dict(reading: Reading, annotated: AnnotatedDocument) -> Json:
    """What one version gives for a figure."""
    sentence = annotated.sentences[reading.sentence]
    return {
        "version": reading.version,
        "sentence": sentence.id,
        **quantity_dict(reading.quantity),
        "speaker": reading.speaker,
    } | ({"field": "title"} if sentence.field == "title" else {})


def lineage_dict(lineage: Lineage) -> Json:
    """Where the words of a version come from; shares of its words."""
    return {
        "version": lineage.version,
        "closest": lineage.closest,
        "closest_is_earlier": lineage.closest_is_earlier,
        "verbatim": rounded(lineage.verbatim),
        "rewritten": rounded(lineage.rewritten),
        "new": rounded(lineage.new),
        "derivation": str(lineage.derivation),
    }


def finding_dict(finding: Finding, documents: dict[str, AnnotatedDocument]) -> Json:
    """A finding; evidence by order of input and place."""
    d = finding.difference
    place = {letter: i for i, letter in enumerate(documents)}
    out: Json = {
        "id": finding.id,
        "number": finding.number,
        "kind": str(d.kind),
        "severity": str(d.severity),
        "verdict": str(d.verdict),
        "score": rounded(finding.score),
        "versions": sorted(d.versions, key=place.__getitem__),
    }
    if d.absent_from:
        out["absent_from"] = sorted(d.absent_from, key=place.__getitem__)
    if d.in_part:
        out["in_part"] = sorted(d.in_part, key=place.__getitem__)
    evidence = sorted(d.evidence, key=lambda e: (place[e.version], e.sentence, e.start))
    if finding.decision.told:
        out["decision"] = {"state": str(finding.decision.state), "note": finding.decision.note}
    return out | {
        "row": d.row,
        "figure": d.figure,
        "evidence": [evidence_dict(e, documents[e.version]) for e in evidence],
        "explanation": str(d.explanation),
    }


def evidence_dict(evidence: Evidence, annotated: AnnotatedDocument) -> Json:
    """A place in a version with the text that stands there."""
    source = (annotated.document.title or "") if evidence.field == "title" else annotated.document.text
    return {
        "version": evidence.version,
        "sentence": annotated.sentences[evidence.sentence].id,
        "start": evidence.start,
        "end": evidence.end,
        "text": source[evidence.start : evidence.end],
    } | ({"field": "title"} if evidence.field == "title" else {})
