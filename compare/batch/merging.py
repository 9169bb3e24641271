"""Result* in the order of the input -> the Parquet tables over all stories, written as they come and put in place at the end.

The bytes depend on the records alone: not on who worked, in what order, or how often the run was killed. What a clock measured
goes into a table of its own, timings.parquet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from compare.batch.records import Digest, as_line, opened
from compare.batch.story import CannotGoOn, Result
from compare.errors import SettingsError
from compare.load.parquet_rows import check_pyarrow

ROWS_AT_ONCE = 2_000
"""Rows of a table that are held before they are written; they are one row group of the file."""

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


class Table:
    """A Parquet file on its way: lines of JSON are held, and written as a row group when there are enough."""

    def __init__(self, path: Path, columns: dict[str, Any]) -> None:
        import pyarrow as pa
        from pyarrow.parquet import ParquetWriter

        self.path = path
        self.draft = path.with_name(f".{path.name}.draft")
        self.held: list[bytes] = []
        self.rows = 0
        self.schema = pa.schema([(name, arrow_type(kind)) for name, kind in columns.items()])
        self.writer = ParquetWriter(self.draft, self.schema, compression="zstd")

    def add(self, lines: bytes) -> None:
        """Takes in rows, a line each."""
        if lines:
            self.held.append(lines)
            self.rows += lines.count(b"\n") + 1
        if self.rows >= ROWS_AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Writes what is held. Arrow reads the lines: to make columns of Python's values it takes longer, and imports pandas."""
        from pyarrow import BufferReader, json

        if not self.held:
            return
        data = b"\n".join(self.held)
        whole = json.ReadOptions(use_threads=False, block_size=len(data) + 1)
        strict = json.ParseOptions(explicit_schema=self.schema, unexpected_field_behavior="error")
        table = json.read_json(BufferReader(data), read_options=whole, parse_options=strict)
        self.writer.write_table(table.select(self.schema.names))
        self.held.clear()
        self.rows = 0

    def finish(self) -> None:
        """Writes what is left, to the draft; `place` puts it where it belongs."""
        self.flush()
        self.writer.close()

    def place(self) -> None:
        self.draft.replace(self.path)

    def drop(self) -> None:
        """Removes the draft, if there is one still."""
        if self.writer.is_open:
            self.writer.close()
        self.draft.unlink(missing_ok=True)


def arrow_type(kind: Any) -> Any:
    """The Arrow type of a column."""
    import pyarrow as pa

    if isinstance(kind, dict):
        return pa.list_(pa.struct([(name, arrow_type(inner)) for name, inner in kind.items()]))
    types = {TEXT: pa.string(), WHOLE: pa.int64(), REAL: pa.float64(), FLAG: pa.bool_(), TEXTS: pa.list_(pa.string())}
    return types[kind]


def merged(results: Iterable[Result], folder: Path) -> Iterator[Digest]:
    """Writes the tables into the folder, all or none; yields each digest on its way, for what else counts all of them.

    Raises CannotGoOn where they cannot be written.
    """
    with ExitStack() as drafts:
        try:
            tables = {}
            for name, columns in COLUMNS.items():
                tables[name] = Table(folder / f"{name}.parquet", columns)
                drafts.callback(tables[name].drop)
            for result in results:
                digest, lines = opened(result.record)
                key = {name: digest.story[name] for name in KEY}
                lines["timings"] = as_line(key | {"seconds": result.seconds}).encode()
                for name, table in tables.items():
                    table.add(lines[name])
                yield digest
            for table in tables.values():
                table.finish()
            for table in tables.values():
                table.place()
        except OSError as e:
            found = e.strerror or " ".join(str(e).split())[:160]
            raise CannotGoOn(f"{folder}: cannot be written ({found}); make room, then carry on with --resume") from None


def check_parquet() -> None:
    """Raises SettingsError where the tables could not be written in the end."""
    check_pyarrow("writing the Parquet tables of a batch", SettingsError)
