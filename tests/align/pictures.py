"""Draws an alignment as text, so that a test reads like the collation it expects.

A line for each row: "A1 = B1" the same words, "A2 ~ B2 B3" told with other words (here in two sentences), "A3" in one version
only; a star marks a version that moved there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.align import align
from compare.model import Alignment, Annotated, AnnotatedDocument, Document, Statement, Version
from compare.tokens import tokenize


def document(letter: str, sentences: Sequence[str], language: str = "en") -> AnnotatedDocument:
    """A version made of sentences, with no more read in them than their words."""
    annotated, at = [], 0
    for number, text in enumerate(sentences, start=1):
        annotated.append(
            Annotated(id=f"{letter}{number}", version=letter, field="text", text=text, start=at, end=at + len(text),
                      tokens=tokenize(text, at), quantities=(), names=(), statement=Statement())
        )  # fmt: skip
        at += len(text) + 1
    whole = " ".join(sentences)
    version = Version(label=letter, sentences=tuple(sentences))
    return AnnotatedDocument(Document(letter, letter, version, whole, language=language), tuple(annotated), ())


def aligned(versions: Mapping[str, Sequence[str]], base: str = "A") -> Alignment:
    return align([document(letter, sentences) for letter, sentences in versions.items()], base)


def picture(alignment: Alignment) -> str:
    """The rows as text."""
    lines = []
    for row in alignment.rows:
        cells = [" ".join(f"{letter}{k + 1}" for k in places) + "*" * (letter in row.moved) for letter, places in row.cells]
        lines.append((" = " if row.score == 0 else " ~ ").join(cells))
    return "\n".join(lines)


def links(alignment: Alignment) -> list[str]:
    """All links as text, such as "A1 ~ B1 edited"."""
    return [
        " ".join(f"{pair.a}{i + 1}" for i in link.a) + " ~ " + " ".join(f"{pair.b}{j + 1}" for j in link.b) + f" {link.relation}"
        for pair in alignment.pairs
        for link in pair.links
    ]
