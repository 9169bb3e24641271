"""Figures of versions of one sentence each, and what was made of them."""

from __future__ import annotations

from collections.abc import Sequence

from compare.figures import match_figures
from compare.model import Figure
from tests.builders import aligned, document


def figures_of(*sentences: str, published: Sequence[str | None] = ()) -> tuple[Figure, ...]:
    """Figures of versions of one sentence each, all in one row."""
    times = [*published, *[None] * len(sentences)]
    documents = [document(chr(65 + k), s, published=times[k]) for k, s in enumerate(sentences)]
    return match_figures(documents, aligned(documents, " ".join(f"{d.id}1" for d in documents)))


def verdicts(figures: Sequence[Figure]) -> list[str]:
    """The figures of two or more versions, as "3,500/5,300: conflict"."""
    return [f"{'/'.join(r.quantity.text for r in f.readings)}: {f.verdict}" for f in figures if f.outcome is not None]
