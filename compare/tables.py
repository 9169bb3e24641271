"""Comparison -> tables: records of plain values for CSV, and the same records as pandas DataFrames.

A cell holds text, a number or nothing; lists are joined by ", ". Offsets count in the version's text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from compare.errors import SettingsError
from compare.model import AnnotatedDocument, Comparison
from compare.plain import as_dict

if TYPE_CHECKING:
    import pandas as pd

Cell = str | int | float | bool | None
Record = dict[str, Cell]


def findings(comparison: Comparison) -> Iterator[Record]:
    """One record for each finding shown; `evidence` quotes every place, as `A5 "text"`."""
    for f in as_dict(comparison)["findings"]:
        yield {
            "number": f["number"],
            "id": f["id"],
            "kind": f["kind"],
            "severity": f["severity"],
            "verdict": f["verdict"],
            "score": f["score"],
            "versions": ", ".join(f["versions"]),
            "absent_from": ", ".join(f.get("absent_from", ())),
            "row": f["row"],
            "figure": f["figure"],
            "explanation": f["explanation"],
            "evidence": "; ".join(f'{e["sentence"]} "{e["text"]}"' for e in f["evidence"]),
            "state": f.get("decision", {}).get("state", "open"),
            "note": f.get("decision", {}).get("note") or None,
        }


def evidence(comparison: Comparison) -> Iterator[Record]:
    """One record for each place that a finding quotes."""
    for f in as_dict(comparison)["findings"]:
        for e in f["evidence"]:
            yield {"finding": f["id"], "kind": f["kind"], **e, "field": e.get("field", "text")}


def alignment(comparison: Comparison) -> Iterator[Record]:
    """One record for each row; a column of sentence ids and one of text for each version."""
    by_letter = {d.id: d for d in comparison.documents}
    for row in comparison.alignment.rows:
        moved = ", ".join(v for v in by_letter if v in row.moved)
        record: Record = {"row": row.number, "score": round(row.score, 4), "moved": moved}
        for letter, document in by_letter.items():
            cell = [document.sentences[i] for i in row.cell(letter)]
            record[letter] = ", ".join(s.id for s in cell) or None
            record[f"{letter}_text"] = " ".join(s.text for s in cell) or None
        yield record


def figures(comparison: Comparison) -> Iterator[Record]:
    """One record for each reading of a figure."""
    for f in as_dict(comparison)["figures"]:
        shared = {"figure": f["id"]} | {key: f[key] for key in ("referent", "outcome", "verdict", "reason")}
        for reading in f["readings"]:
            yield {**shared, **reading, "field": reading.get("field", "text")}


def versions(comparison: Comparison) -> Iterator[Record]:
    """One record for each version, without its text."""
    for d in comparison.documents:
        v = d.document.version
        yield {
            "id": d.id,
            "label": d.label,
            "outlet": v.outlet,
            "title": v.title,
            "author": v.author,
            "published": v.published,
            "url": v.url,
            "path": v.path,
            "sha256": v.sha256,
            "language": d.document.language,
            "words": d.words,
            "words_excluded": excluded_words(d),
            "sentences": len(d.sentences),
            "warnings": "; ".join(d.document.warnings) or None,
            "duplicate_of": d.document.duplicate_of,
        }


def excluded_words(d: AnnotatedDocument) -> int:
    """Words of the text that were excluded, counted at white space."""
    return sum(len(d.document.text[x.start : x.end].split()) for x in d.document.excluded)


def pairs(comparison: Comparison) -> Iterator[Record]:
    """One record for each pair of versions, with the number of links by relation."""
    for p in as_dict(comparison)["pairs"]:
        relations = Counter(link["relation"] for link in p["links"])
        counts = {name: relations[name] for name in ("identical", "edited", "paraphrase", "partial")}
        moved = sum(link["moved"] for link in p["links"])
        yield {key: p[key] for key in ("a", "b", "similarity", "a_in_b", "b_in_a")} | counts | {"moved": moved}


def lineage(comparison: Comparison) -> Iterator[Record]:
    """One record for each version that is no copy."""
    yield from as_dict(comparison)["lineage"]


TABLES: dict[str, Callable[[Comparison], Iterator[Record]]] = {
    "findings": findings,
    "evidence": evidence,
    "alignment": alignment,
    "figures": figures,
    "versions": versions,
    "pairs": pairs,
    "lineage": lineage,
}
COLUMNS: dict[str, tuple[str, ...]] = {
    "findings": tuple(
        "number id kind severity verdict score versions absent_from row figure explanation evidence state note".split()
    ),
    "evidence": tuple("finding kind version sentence start end text field".split()),
    "figures": tuple(
        (
            "figure referent outcome verdict reason version sentence start end text kind lower upper modifier grain "
            "direction unit per counted date speaker field"
        ).split()
    ),
}
"""Columns of the tables that may have no record at all."""


def table(comparison: Comparison, name: str) -> tuple[tuple[str, ...], list[Record]]:
    """Columns and records of a table. Raises SettingsError for a name that is none."""
    if name not in TABLES:
        raise SettingsError(f"no table {name!r}; there are {', '.join(TABLES)}")
    records = list(TABLES[name](comparison))
    return COLUMNS.get(name) or tuple(records[0]), records


def frame(comparison: Comparison, name: str) -> pd.DataFrame:
    """A table as a DataFrame. Raises SettingsError for a name that is none."""
    import pandas as pd

    columns, records = table(comparison, name)
    data: Any = records
    return pd.DataFrame(data, columns=list(columns))
