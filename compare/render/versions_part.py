"""Comparison -> what is told of each version: its line in the table of page 1, its shares with the others, its lineage."""

from __future__ import annotations

from compare.model import AnnotatedDocument, Derivation, Lineage
from compare.render.legible import legible, shortened, web_link
from compare.render.material import Material
from compare.render.views import LineageLine, MatrixCell, MatrixRow, VersionView


def version_view(document: AnnotatedDocument, material: Material, shares: tuple[MatrixCell, ...]) -> VersionView:
    """A version's line in the table."""
    d, v = document.document, document.document.version
    base = material.comparison.base
    left_out = sum(len(d.text[x.start : x.end].split()) for x in d.excluded)
    return VersionView(
        letter=d.id,
        label=legible(d.label),
        is_base=d.id == base,
        outlet=legible(v.outlet) if v.outlet and v.outlet not in d.label else None,
        title=shortened(legible(v.title), 160) if v.title else None,
        author=shortened(legible(v.author), 120) if v.author else None,
        published=material.words.when(legible(v.published)) if v.published else None,
        guessed="published" in v.guessed,
        words=material.words.number(document.words),
        excluded=material.words.number(left_out),
        shares=shares,
        hash=(v.sha256 or "")[:8],
        url=web_link(v.url),
        warnings=tuple(material.said(w, 600) for w in d.warnings),
        language=material.language(d.id),
        direction=material.directions[d.id],
    )


def matrix(material: Material) -> tuple[MatrixRow, ...]:
    """Of each version's words, the share that stands in each of the others."""
    similarities = material.comparison.similarities
    known = {(s.a, s.b): s.a_in_b for s in similarities} | {(s.b, s.a): s.b_in_a for s in similarities}

    def cell(a: str, b: str) -> MatrixCell:
        share = known.get((a, b), 0.0)
        return MatrixCell("–", None) if a == b else MatrixCell(material.words.whole_percent(share), min(9, int(share * 10)))

    return tuple(MatrixRow(a, material.labels[a], tuple(cell(a, b) for b in material.documents)) for a in material.documents)


def lineage_line(lineage: Lineage, material: Material) -> LineageLine:
    """A version's line in the table of lineage."""
    words = material.words
    alone = len(material.comparison.lineage) == 1  # the others are its copies
    closest = material.named(lineage.closest) if lineage.closest else words.phrases["only_copies" if alone else "no_closest"]
    if lineage.closest_is_earlier is not None:
        order = "earlier" if lineage.closest_is_earlier else "later"
        closest = f"{closest} ({words.phrases[order]})"
    return LineageLine(
        who=material.named(lineage.version),
        closest=closest,
        verbatim=words.whole_percent(lineage.verbatim),
        rewritten=words.whole_percent(lineage.rewritten),
        new=words.whole_percent(lineage.new),
        derivation=words.derivations[derivation_key(lineage)],
    )


def derivation_key(lineage: Lineage) -> str:
    """The catalogue's key for what a version is as a whole: to be derived it must have come out after what it is closest to."""
    if lineage.closest_is_earlier is False:
        return "first"
    undated = lineage.closest_is_earlier is None and lineage.derivation is not Derivation.NONE
    return f"shares_{lineage.derivation}" if undated else str(lineage.derivation)
