"""The Python API: `compare_versions` and the Report that it gives."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.clock import now
from compare.decisions import decided, read_decisions
from compare.errors import SettingsError
from compare.model import Comparison, Version
from compare.pipeline import compare_documents
from compare.plain import as_dict
from compare.render import render, rendered_format
from compare.render.write import write_whole
from compare.settings import Settings

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Report", "compare_versions", "now", "version_from"]


class Report:
    """A Comparison with ways out of it: a dict, DataFrames, files."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison

    def to_dict(self) -> dict[str, Any]:
        """The JSON report as plain values; docs/schema.json describes it."""
        return as_dict(self.comparison)

    def to_frame(self, table: str = "findings") -> pd.DataFrame:
        """One of the tables "findings", "evidence", "alignment", "figures", "versions", "pairs", "lineage".

        Raises SettingsError for another name.
        """
        from compare.tables import frame  # pandas costs half a second, which a user of to_dict need not pay

        return frame(self.comparison, table)

    def write(self, path: str | os.PathLike[str]) -> tuple[Path, ...]:
        """Writes the report in the format that the path's ending names, whole or not at all; gives the files written.

        Raises RenderError for an unknown ending or a place that cannot be written.
        """
        target = Path(path)
        return write_whole({target: render(self.comparison, rendered_format(target))})

    def decided(self, path: str | os.PathLike[str]) -> Report:
        """The report with a reviewer's decisions from a TOML file (docs/guide.md). Raises SettingsError for an unusable one."""
        return Report(decided(self.comparison, read_decisions(Path(path))))

    def __repr__(self) -> str:
        c = self.comparison
        return f"<Report of {len(c.documents)} versions: {len(c.findings)} findings>"


def compare_versions(
    versions: Sequence[Version] | Sequence[Mapping[str, Any]],
    settings: Settings | None = None,
    *,
    story_id: str | None = None,
    title: str | None = None,
) -> Report:
    """Compares two or more versions of one story; mappings are taken as keywords of Version.

    Raises InputError for versions that cannot be compared, SettingsError for settings that name something unknown.

    >>> a = Version(label="Wire", text="The crash left 12 people dead.")
    >>> b = Version(label="Post", text="The crash left 13 people dead.")
    >>> report = compare_versions([a, b])
    >>> [f["kind"] for f in report.to_dict()["findings"]]
    ['number_conflict']
    """
    made = [v if isinstance(v, Version) else version_from(v) for v in versions]
    return Report(compare_documents(made, settings or Settings(), story_id=story_id, title=title, made=now()))


def version_from(values: Mapping[str, Any]) -> Version:
    """A Version from keywords in a mapping. Raises SettingsError naming an unknown key."""
    try:
        return Version(**values)
    except TypeError as e:
        known = "label, text or sentences, title, outlet, author, published, url, language"
        raise SettingsError(f"a version has the keys {known}: {e}") from None
