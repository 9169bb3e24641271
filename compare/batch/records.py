"""Comparison -> its rows in the tables over all stories, as plain values; and how they travel from a worker and lie on disk.

`number` counts stories by their place in the input, and joins all tables; letters of versions hold within a story. Lists stay
lists, so that `DataFrame.explode` takes them apart.
"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import isfinite
from typing import Any

from compare.batch.columns import COLUMNS
from compare.batch.story import Result, Story, Unread
from compare.model import AnnotatedDocument, Comparison, Verdict
from compare.plain import aligned_share, figure_dict, finding_dict, lineage_dict

Row = dict[str, Any]
"""A row of a table, by column; a cell is a plain value or a list of them."""
ORIGIN = ("closest", "closest_is_earlier", "verbatim", "rewritten", "new", "derivation")
"""What a row tells of where a version's words come from."""
TABLES = ("stories", "versions", "findings", "figures")
VERSION_COUNTED = ("outlet", "closest_outlet", "closest_is_earlier", "verbatim", "derivation")
FINDING_COUNTED = ("kind", "outlets", "absent_outlets", "carries")
ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
"""Made once: `json.dumps` would make one for each row."""
QUICK = 1
"""zlib's level: the packed rows are read once more, and level 6 costs three times the time for a sixth of the size."""


@dataclass(frozen=True, slots=True)
class Record:
    """The rows of one story in all tables."""

    story: Row
    versions: list[Row] = field(default_factory=list)
    findings: list[Row] = field(default_factory=list)
    figures: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Digest:
    """What of a record is counted over all stories: its rows with the few columns that the survey looks at."""

    story: Row
    versions: list[Row] = field(default_factory=list)
    findings: list[Row] = field(default_factory=list)


def packed(record: Record) -> bytes:
    """The record in a form that is small and opens in any process: its digest, then a line for each table.

    The lines go into the Parquet tables as they are; whoever puts them there need not take them apart.
    """
    digest = {
        "story": record.story,
        "versions": [{name: row[name] for name in VERSION_COUNTED} for row in record.versions],
        "findings": [{name: row[name] for name in FINDING_COUNTED} for row in record.findings],
    }
    tables = ([record.story], record.versions, record.findings, record.figures)
    parts = [as_line(digest), *map(by_column, TABLES, tables)]
    return zlib.compress("\n".join(parts).encode("utf-8", "replace"), QUICK)


def as_line(row: Row) -> str:
    """The row as JSON, in which no line ends."""
    return ENCODER.encode(row)


def by_column(table: str, rows: Sequence[Row]) -> str:
    """The rows as a line of JSON with a list for each column: to name the columns in every row would take half of it."""
    return as_line({name: [row.get(name) for row in rows] for name in COLUMNS[table]}) if rows else ""


def opened(data: bytes) -> tuple[Digest, dict[str, bytes]]:
    """The digest of a packed record, and the line of each table, empty where it has no row."""
    digest, *lines = zlib.decompress(data).split(b"\n")
    return Digest(**json.loads(digest)), dict(zip(TABLES, lines, strict=True))


def unpacked(data: bytes) -> Record:
    """The record in packed form."""
    _, lines = opened(data)
    rows = {name: rows_of(json.loads(line)) if line else [] for name, line in lines.items()}
    return Record(rows["stories"][0], rows["versions"], rows["findings"], rows["figures"])


def rows_of(columns: dict[str, list[Any]]) -> list[Row]:
    """The rows of a table that is held by column."""
    return [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]


def record_of(story: Story, comparison: Comparison, problems: Sequence[str], reports: Sequence[str]) -> Record:
    """The rows of a story that was compared; `problems` says what of it could not be read, `reports` names its files."""
    documents = {d.id: d for d in comparison.documents}
    findings = list(finding_rows(story, comparison, documents))
    return Record(
        story={
            "number": story.number,
            "story_id": story.story_id,
            "title": comparison.title or comparison.document(comparison.base).document.title,
            "where": story.where,
            "status": "compared",
            "reason": None,
            "versions": len(documents),
            "outlets": [outlet(d) for d in comparison.documents],
            "base": comparison.base,
            "words": sum(d.words for d in comparison.documents),
            "sentences_aligned": round(aligned_share(comparison), 4),
            "findings": len(findings),
            **verdict_counts(findings),
            "high": sum(f["severity"] == "high" for f in findings),
            "problems": list(problems),
            "reports": list(reports),
        },
        versions=list(version_rows(story, comparison)),
        findings=findings,
        figures=list(figure_rows(story, comparison, documents)),
    )


def skipped_record(story: Story | Unread, reason: str) -> Record:
    """The one row of a story that could not be compared."""
    row: Row = {"number": story.number, "story_id": story.story_id, "where": story.where, "status": "skipped"}
    row["reason"] = reason.removeprefix(f"{story.where}: ")
    if isinstance(story, Story):
        row["title"] = story.title
    return Record(story=row)


def skipped(story: Story | Unread, reason: str, seconds: float = 0.0, *, again: bool = False) -> Result:
    """The result of a story that was given up, or never read."""
    return Result(story.number, packed(skipped_record(story, " ".join(reason.split()))), seconds, skipped=True, again=again)


def outlet(document: AnnotatedDocument) -> str:
    """The name under which a version is counted: its outlet, or else its label."""
    return document.document.version.outlet or document.label


def verdict_counts(findings: Sequence[Row]) -> Row:
    count = Counter(f["verdict"] for f in findings)
    return {
        "conflicts": count[Verdict.CONFLICT],
        "checks": count[Verdict.CHECK],
        "reconciled": count[Verdict.RECONCILED],
        "notes": count[Verdict.NOTE],
    }


def version_rows(story: Story, comparison: Comparison) -> Iterator[Row]:
    """A row for each version, with where its words come from; a copy of another version has no such account."""
    outlets = {d.id: outlet(d) for d in comparison.documents}
    lineages = {x.version: lineage_dict(x) for x in comparison.lineage}
    for d in comparison.documents:
        version = d.document.version
        origin = lineages.get(d.id, {})
        yield {
            "number": story.number,
            "story_id": story.story_id,
            "version": d.id,
            "label": d.label,
            "outlet": outlets[d.id],
            "title": version.title,
            "author": version.author,
            "published": version.published,
            "url": version.url,
            "language": d.document.language,
            "words": d.words,
            "sentences": len(d.sentences),
            "duplicate_of": d.document.duplicate_of,
            **{name: origin.get(name) for name in ORIGIN},
            "closest_outlet": outlets.get(origin.get("closest", "")),
            "warnings": list(d.document.warnings),
        }


def finding_rows(story: Story, comparison: Comparison, documents: dict[str, AnnotatedDocument]) -> Iterator[Row]:
    """A row for each finding; beside the letters of versions stand their outlets, in the same order."""
    for finding in comparison.shown:
        made = finding_dict(finding, documents)
        absent = made.get("absent_from", [])
        yield {
            "number": story.number,
            "story_id": story.story_id,
            "finding": made["id"],
            "rank": made["number"],
            **{name: made[name] for name in ("kind", "severity", "verdict", "score", "versions")},
            "outlets": [outlet(documents[v]) for v in made["versions"]],
            "absent_from": absent,
            "absent_outlets": [outlet(documents[v]) for v in absent],
            "in_part": made.get("in_part", []),
            "carries": list(finding.difference.carries),
            **{name: made[name] for name in ("row", "figure", "explanation")},
            "evidence": [{**e, "field": e.get("field", "text")} for e in made["evidence"]],
        }


def figure_rows(story: Story, comparison: Comparison, documents: dict[str, AnnotatedDocument]) -> Iterator[Row]:
    """A row for each reading of a figure; `lower` and `upper` are exact, `low` and `high` their floating-point numbers."""
    for figure in comparison.figures:
        made = figure_dict(figure, documents)
        told = {name: made[name] for name in ("referent", "outcome", "verdict", "reason")}
        for reading in made["readings"]:
            d = documents[reading["version"]]
            yield {
                "number": story.number,
                "story_id": story.story_id,
                "figure": made["id"],
                **told,
                "field": "text",
                **reading,
                "outlet": outlet(d),
                "published": d.document.version.published,
                "low": as_float(reading["lower"]),
                "high": as_float(reading["upper"]),
            }


def as_float(number: str | None) -> float | None:
    """A number of the JSON as a float; None beyond what a float holds.

    >>> as_float("1/4"), as_float("3500"), as_float("1" + 400 * "0"), as_float(None)
    (0.25, 3500.0, None, None)
    """
    if number is None:
        return None
    try:
        value = float(Fraction(number) if "/" in number else number)
    except OverflowError:
        return None
    return value if isfinite(value) else None


