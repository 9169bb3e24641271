"""The tables over all stories: their columns, and what a cell of each holds."""

from __future__ import annotations

from typing import Any

TEXT, WHOLE, REAL, FLAG, TEXTS = "text", "whole", "real", "flag", "texts"
KEY = {"number": WHOLE, "story_id": TEXT}
EVIDENCE = {"version": TEXT, "sentence": TEXT, "start": WHOLE, "end": WHOLE, "text": TEXT, "field": TEXT}
COLUMNS: dict[str, dict[str, Any]] = {
    "stories": KEY | {
        "title": TEXT, "where": TEXT, "status": TEXT, "reason": TEXT, "versions": WHOLE, "outlets": TEXTS, "base": TEXT,
        "words": WHOLE, "sentences_aligned": REAL, "findings": WHOLE, "conflicts": WHOLE, "checks": WHOLE, "reconciled": WHOLE,
        "notes": WHOLE, "high": WHOLE, "problems": TEXTS, "reports": TEXTS,
    },
    "versions": KEY | {
        "version": TEXT, "label": TEXT, "outlet": TEXT, "title": TEXT, "author": TEXT, "published": TEXT, "url": TEXT,
        "language": TEXT, "words": WHOLE, "sentences": WHOLE, "duplicate_of": TEXT, "closest": TEXT, "closest_outlet": TEXT,
        "closest_is_earlier": FLAG, "verbatim": REAL, "rewritten": REAL, "new": REAL, "derivation": TEXT, "warnings": TEXTS,
    },
    "findings": KEY | {
        "finding": TEXT, "rank": WHOLE, "kind": TEXT, "severity": TEXT, "verdict": TEXT, "score": REAL, "versions": TEXTS,
        "outlets": TEXTS, "absent_from": TEXTS, "absent_outlets": TEXTS, "in_part": TEXTS, "carries": TEXTS, "row": WHOLE,
        "figure": TEXT, "explanation": TEXT, "evidence": EVIDENCE,
    },
    "figures": KEY | {
        "figure": TEXT, "referent": TEXT, "outcome": TEXT, "verdict": TEXT, "reason": TEXT, "version": TEXT, "outlet": TEXT,
        "published": TEXT, "sentence": TEXT, "start": WHOLE, "end": WHOLE, "text": TEXT, "kind": TEXT, "lower": TEXT,
        "upper": TEXT, "low": REAL, "high": REAL, "modifier": TEXT, "grain": TEXT, "direction": TEXT, "unit": TEXT, "per": TEXT,
        "counted": TEXT, "date": TEXT, "speaker": TEXT, "field": TEXT,
    },
    "timings": KEY | {"seconds": REAL},
}  # fmt: skip
"""The columns of each table and what a cell holds; `EVIDENCE` is a list of such places."""
