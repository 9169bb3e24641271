"""CSV: one row a finding, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io

from compare import Settings, Version
from compare.pipeline import compare_documents
from compare.plain import as_dict
from compare.render.csv import render_csv

VERSIONS = (
    Version(label="Wire", text="=HYPERLINK(1) said 12 people died.\nIt rained, and “nobody” came."),
    Version(label="Post", text="Officials said 13 people died.\n@home it rained."),
)


def files() -> dict[str, list[list[str]]]:
    comparison = compare_documents(VERSIONS, Settings())
    return {part: list(csv.reader(io.StringIO(data.decode()))) for part, data in render_csv(comparison)}


def test_the_findings_are_those_of_the_json() -> None:
    told = as_dict(compare_documents(VERSIONS, Settings()))
    header, *rows = files()[""]
    assert [row[header.index("id")] for row in rows] == [f["id"] for f in told["findings"]]
    assert [row[header.index("explanation")] for row in rows] == [f["explanation"] for f in told["findings"]]


def test_every_sentence_and_reading_has_its_row() -> None:
    told = as_dict(compare_documents(VERSIONS, Settings()))
    made = files()
    assert len(made["alignment"]) == 1 + len(told["alignment"])
    assert len(made["figures"]) == 1 + sum(len(f["readings"]) for f in told["figures"])


def test_no_cell_is_a_formula() -> None:
    cells = [cell for rows in files().values() for row in rows for cell in row]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert not any(cell.startswith(("=", "@", "+")) for cell in cells)
