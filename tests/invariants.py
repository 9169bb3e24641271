"""What must hold of every report, whatever its versions: shared by the tests of stories and of properties."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema

SCHEMA = Path(__file__).parent.parent / "docs" / "schema.json"


@cache
def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def check_report(report: dict[str, Any]) -> None:
    """Raises AssertionError where a report breaks the contract."""
    errors = [f"{e.json_path}: {e.message[:200]}" for e in validator().iter_errors(report)]
    assert not errors, errors[:5]
    check_slices(report)
    check_nothing_lost(report)
    check_references(report)


def check_slices(report: dict[str, Any]) -> None:
    """Every quoted text stands at its offsets."""
    texts = {(v["id"], "text"): v["text"] for v in report["versions"]}
    texts |= {(v["id"], "title"): v["title"] or "" for v in report["versions"]}
    quoted = [(v["id"], s) for v in report["versions"] for s in (*v["sentences"], *v["excluded"])]
    quoted += [(r["version"], r) for f in report["figures"] for r in f["readings"]]
    quoted += [(e["version"], e) for f in report["findings"] for e in f["evidence"]]
    for version, q in quoted:
        assert texts[version, q.get("field", "text")][q["start"] : q["end"]] == q["text"], (version, q)


def check_nothing_lost(report: dict[str, Any]) -> None:
    """Every sentence stands in exactly one row, every quantity in exactly one figure, and no sentence in excluded text."""
    rows = Counter(i for row in report["alignment"] for cell in row["cells"].values() for i in cell)
    assert rows == Counter(s["id"] for v in report["versions"] for s in v["sentences"])
    places = Counter((r["version"], r["sentence"], r["start"], r["end"]) for f in report["figures"] for r in f["readings"])
    assert all(n == 1 for n in places.values()), [p for p, n in places.items() if n > 1]
    for v in report["versions"]:
        ends = [s for s in v["sentences"] if "field" not in s]
        assert all(a["end"] <= b["start"] for a, b in pairwise(ends))
        for x in v["excluded"]:
            assert not any(s["start"] < x["end"] and x["start"] < s["end"] for s in ends), (v["id"], x)


def check_references(report: dict[str, Any]) -> None:
    """Every id that is named exists, and each version's evidence stands in the sentence it names."""
    sentences = {s["id"]: s for v in report["versions"] for s in v["sentences"]}
    letters = {v["id"] for v in report["versions"]}
    figures = {f["id"] for f in report["figures"]}
    rows = {r["row"]: r for r in report["alignment"]}
    assert len({f["id"] for f in report["findings"]}) == len(report["findings"])
    for f in report["findings"]:
        assert f["figure"] is None or f["figure"] in figures
        assert f["row"] is None or f["row"] in rows
        assert set(f["versions"]) == {e["version"] for e in f["evidence"]}, f
        assert set(f["versions"]) | set(f.get("absent_from", ())) <= letters
        for e in f["evidence"]:
            s = sentences[e["sentence"]]
            assert s["start"] <= e["start"] < e["end"] <= s["end"], (f["kind"], e)
    for figure in report["figures"]:
        for r in figure["readings"]:
            s = sentences[r["sentence"]]
            assert s["start"] <= r["start"] < r["end"] <= s["end"], r


def without_letters(report: dict[str, Any]) -> list[tuple[Any, ...]]:
    """The findings with labels in place of letters: what must not depend on the order of the versions."""
    label = {v["id"]: v["label"] for v in report["versions"]}
    return sorted(
        (
            f["id"],
            f["kind"],
            f["severity"],
            f["verdict"],
            f["score"],
            f["explanation"],
            tuple(sorted(label[v] for v in f["versions"])),
            tuple(sorted(label[v] for v in f.get("absent_from", ()))),
            tuple(sorted((label[e["version"]], e["start"], e["end"], e["text"]) for e in f["evidence"])),
        )
        for f in report["findings"]
    )
