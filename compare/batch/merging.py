"""Result* in the order of the input -> the Parquet tables over all stories, written as they come and put in place at the end.

The bytes depend on the records alone: not on who worked, in what order, or how often the run was killed. What a clock measured
goes into a table of its own, timings.parquet.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

from compare.batch.columns import COLUMNS, FLAG, KEY, REAL, TEXT, TEXTS, WHOLE
from compare.batch.records import Digest, by_column, opened
from compare.batch.story import CannotGoOn, Result
from compare.errors import SettingsError
from compare.load.parquet_rows import check_pyarrow

BYTES_AT_ONCE = 1 << 20
"""JSON of a table that is held before it is written, some 3,000 rows; they are one row group of the file."""


class Table:
    """A Parquet file on its way: what stories add is held, and written as a row group when it is enough."""

    def __init__(self, path: Path, columns: dict[str, Any]) -> None:
        import pyarrow as pa
        from pyarrow.parquet import ParquetWriter

        self.path = path
        self.draft = path.with_name(f".{path.name}.draft")
        self.held: list[bytes] = []
        self.size = 0
        self.schema = pa.schema([(name, arrow_type(kind)) for name, kind in columns.items()])
        self.of_stories = pa.schema([(column.name, pa.list_(column.type)) for column in self.schema])
        try:
            self.writer = ParquetWriter(self.draft, self.schema, compression="zstd")
        except OSError:
            self.draft.unlink(missing_ok=True)
            raise

    def add(self, line: bytes) -> None:
        """Takes in a story's rows: a line of JSON that holds a list for each column, or nothing."""
        if line:
            self.held.append(line)
            self.size += len(line)
        if self.size >= BYTES_AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Writes what is held. Arrow reads the lines: to make columns of Python's values it takes longer, and imports pandas."""
        from pyarrow import BufferReader, Table, json

        if not self.held:
            return
        data = b"\n".join(self.held)
        whole = json.ReadOptions(use_threads=False, block_size=len(data) + 1)
        strict = json.ParseOptions(explicit_schema=self.of_stories, unexpected_field_behavior="error")
        stories = json.read_json(BufferReader(data), read_options=whole, parse_options=strict)
        columns = [stories.column(name).combine_chunks().flatten() for name in self.schema.names]
        self.writer.write_table(Table.from_arrays(columns, schema=self.schema))
        self.held.clear()
        self.size = 0

    def finish(self) -> None:
        """Writes what is left, to the draft; `place` puts it where it belongs."""
        self.flush()
        self.writer.close()

    def place(self) -> None:
        self.draft.replace(self.path)

    def drop(self) -> None:
        """Removes the draft, if there is one still."""
        if self.writer.is_open:
            with suppress(OSError):  # it ends its file, for which a full disk has no room
                self.writer.close()
        self.draft.unlink(missing_ok=True)


def arrow_type(kind: Any) -> Any:
    """The Arrow type of a column."""
    import pyarrow as pa

    if isinstance(kind, dict):
        return pa.list_(pa.struct([(name, arrow_type(inner)) for name, inner in kind.items()]))
    types = {TEXT: pa.string(), WHOLE: pa.int64(), REAL: pa.float64(), FLAG: pa.bool_(), TEXTS: pa.list_(pa.string())}
    return types[kind]


def merged(results: Iterable[Result], folder: Path) -> Generator[Digest, None, None]:
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
                digest, rows = opened(result.record)
                key = {name: digest.story[name] for name in KEY}
                rows["timings"] = by_column("timings", [key | {"seconds": result.seconds}]).encode("utf-8", "replace")
                for name, table in tables.items():
                    table.add(rows[name])
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
