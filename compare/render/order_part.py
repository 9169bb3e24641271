"""Alignment -> for each version a drawing of which passages of the base stand where in it: bands, and lines of what moved.

A line for each sentence cannot be read beyond some forty; sentences that follow each other in both versions are one band.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from compare.model import AnnotatedDocument
from compare.render.material import Material
from compare.render.views import OrderPicture

WIDTH = 680.0
"""Units along both edges, from a version's first sentence to its last."""
TOP, BOTTOM = 10.0, 46.0
"""Heights of the base's edge and the version's."""
LONGEST = 20
"""Moves that are drawn; the longest."""


class Pair(NamedTuple):
    """Where a row stands in the base and in another version, by number of sentence, and whether it moved."""

    base: int
    other: int
    moved: bool


class Band(NamedTuple):
    """Sentences that follow each other in both: first and last number in each."""

    base: tuple[int, int]
    other: tuple[int, int]
    moved: bool


def order_pictures(material: Material) -> tuple[OrderPicture, ...]:
    """A drawing for each version in which something moved against the base."""
    c = material.comparison
    base = material.documents[c.base]
    found = (picture(base, d, bands(pairs(c.base, d.id, material)), material) for d in c.documents if d.id != c.base)
    return tuple(p for p in found if p is not None)


def pairs(base: str, other: str, material: Material) -> list[Pair]:
    """The rows that both tell, in the order of the base."""
    rows = material.comparison.alignment.rows
    both = [(r.cell(base), r.cell(other), other in r.moved or base in r.moved) for r in rows]
    return sorted(Pair(a[0], b[0], moved) for a, b, moved in both if a and b)


def bands(found: Sequence[Pair]) -> tuple[Band, ...]:
    """Runs in which both versions go on in the same direction, gaps of what only one of them tells allowed."""
    rank = {other: i for i, other in enumerate(sorted(p.other for p in found))}
    out: list[Band] = []
    last: Pair | None = None
    for p in found:
        if last is not None and p.moved == last.moved and rank[p.other] == rank[last.other] + 1:
            out[-1] = Band((out[-1].base[0], p.base), (out[-1].other[0], p.other), p.moved)
        else:
            out.append(Band((p.base, p.base), (p.other, p.other), p.moved))
        last = p
    return tuple(out)


def picture(base: AnnotatedDocument, other: AnnotatedDocument, found: Sequence[Band], material: Material) -> OrderPicture | None:
    """The drawing of one version; None where nothing moved."""
    moved = [b for b in found if b.moved]
    if not moved:
        return None
    sizes = (len(base.sentences), len(other.sentences))
    longest = sorted(moved, key=lambda b: (-abs(b.base[0] / sizes[0] - b.other[0] / sizes[1]), b.base))[:LONGEST]
    words = material.words
    longest.sort()
    told = (words.phrase("moved_from_to", a=span(b.base, base), b=span(b.other, other)) for b in longest)
    return OrderPicture(
        who=material.named(other.id),
        base=material.named(base.id),
        kept=" ".join(outline(b, sizes) for b in found if not b.moved),
        moved=" ".join(outline(b, sizes) for b in longest),
        told=words.phrase("order_told", base=base.id, letter=other.id, moves="; ".join(told)),
        more=words.count("more", len(moved) - len(longest)) if len(moved) > len(longest) else "",
    )


def span(ends: tuple[int, int], document: AnnotatedDocument) -> str:
    """Names of the first and last sentence: "A5–A7"."""
    first, last = (document.sentences[i].id for i in ends)
    return first if first == last else f"{first}–{last}"


def outline(band: Band, sizes: tuple[int, int]) -> str:
    """A band as a path: along the base's edge, down to the version's, and back."""
    a, b = edge(band.base, sizes[0])
    c, d = edge(band.other, sizes[1])
    return f"M{a:.1f} {TOP}H{b:.1f}L{d:.1f} {BOTTOM}H{c:.1f}Z"


def edge(ends: tuple[int, int], size: int) -> Iterator[float]:
    """Where a run of sentences begins and ends along an edge."""
    yield WIDTH * ends[0] / size
    yield WIDTH * (ends[1] + 1) / size
