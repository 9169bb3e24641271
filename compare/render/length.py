"""How long a PDF will get, and what it leaves out to stay within the wanted number of pages."""

from __future__ import annotations

from math import ceil

from compare.model import Comparison
from compare.render.alignment_part import MOST_COLUMNS, grouped_rows
from compare.render.material import Bounds

FEW = 6
"""Versions up to which a figure has a line for each reading; beyond, for each value."""
PASSAGES = 48
"""Additions and omissions, those that carry most: more than three pages of them nobody reads on paper."""
AGREED_LINKS = 24
"""Links in the lists of agreeing figures. Each costs a millisecond: hundreds in a paragraph took a tenth of the time for what few
follow, and the row can be found by its number."""
LINES_PER_PAGE = 50
"""Lines of the alignment on a landscape page, counted on printed ones."""
CHARACTERS_PER_LINE = 180
"""Characters on a line as wide as a landscape page, all columns together."""
CHANGED = 1.25
"""A marked text is longer than the text: removed words stand in it too."""
VARIANTS = 0.62
"""Share of the page's width that the column of variants has."""
LINES_AROUND = 0.35
"""Of a line, between two rows."""


def bounds_for(comparison: Comparison) -> Bounds:
    """What a PDF of at most `max_pages` has room for.

    The other parts get their share first, by the number of items that fit on a page; the alignment gets what is left.
    """
    limit = comparison.settings.max_pages
    bounds = Bounds(
        figures=limit,
        agreed=6 * limit,
        agreed_links=AGREED_LINKS,
        findings=limit,
        passages=PASSAGES,
        excluded=4 * limit,
        passage_length=420,
        per_version=12,
        moves=20,
        wordings=12,
        by_value=len(comparison.documents) > FEW,
    )
    fits = other_pages(comparison, bounds) + alignment_pages(comparison) <= limit
    return bounds if fits else bounds.without_alignment()


def other_pages(comparison: Comparison, bounds: Bounds) -> int:
    """Pages of all parts but the alignment, roughly."""
    figures = sum(f.outcome is not None for f in comparison.figures)
    excluded = sum(len(d.document.excluded) for d in comparison.documents)
    findings = len(comparison.shown)
    told = min(findings, bounds.findings + bounds.passages)
    return 3 + ceil(min(figures, bounds.figures) / 14 + told / 22 + min(excluded, bounds.excluded) / 30)


def alignment_pages(comparison: Comparison) -> int:
    """Pages of the alignment, by the length of the longest cell of each line."""
    documents = {d.id: d for d in comparison.documents}
    columns = len(documents) if len(documents) <= MOST_COLUMNS else 2
    width = CHARACTERS_PER_LINE / columns
    lines = 0.0
    for run in grouped_rows(comparison):
        row = run[0]
        lengths = [sum(len(documents[letter].sentences[i].text) for i in indices) for letter, indices in row.cells]
        if len(run) > 1:
            tallest = 1.0
        elif len(lengths) == 1:
            tallest = ceil(lengths[0] / CHARACTERS_PER_LINE)
        elif len(documents) <= MOST_COLUMNS:
            tallest = ceil(CHANGED * max(lengths) / width)
        else:
            tallest = sum(ceil(CHANGED * n / (VARIANTS * CHARACTERS_PER_LINE)) for n in sorted(set(lengths)))
        lines += tallest + LINES_AROUND
    return ceil(lines / LINES_PER_PAGE)
