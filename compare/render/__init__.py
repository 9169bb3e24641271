"""Comparison -> bytes: a renderer for each format. Renderers lay out what was found and compute nothing.

A format may fill several files: each is a Rendered with what its name adds to the wanted one ("" for the report itself).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from compare.errors import RenderError
from compare.model import Comparison

Format = Literal["pdf", "html", "json", "csv"]
FORMATS: tuple[Format, ...] = get_args(Format)


@dataclass(frozen=True, slots=True)
class Rendered:
    """One file's bytes; `part` goes into its name before the ending: x.csv, part "figures" -> x.figures.csv."""

    part: str
    data: bytes


def render(comparison: Comparison, wanted: Format) -> tuple[Rendered, ...]:
    """The report in one format. Raises RenderError where it cannot be made."""
    if wanted == "json":
        from compare.render.json import render_json

        return (Rendered("", render_json(comparison)),)
    if wanted == "csv":
        from compare.render.csv import render_csv

        return tuple(Rendered(part, data) for part, data in render_csv(comparison))
    if wanted == "html":
        from compare.render.html import render_html

        return (Rendered("", render_html(comparison)),)
    from compare.render.pdf import render_pdf

    return (Rendered("", render_pdf(comparison)),)


def rendered_format(path: Path) -> Format:
    """The format that a path's ending names. Raises RenderError for another ending."""
    ending = path.suffix.lower().removeprefix(".")
    for known in FORMATS:
        if {"htm": "html"}.get(ending, ending) == known:
            return known
    raise RenderError(f"{path}: the ending {path.suffix or '(none)'} names no format; use .pdf, .html, .json or .csv, or give -f")
