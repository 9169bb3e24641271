"""An invented story to which furniture is added, and what becomes of it."""

from __future__ import annotations

from compare.clean import clean
from compare.model import Document, Version
from compare.settings import Settings

STORY = [
    "The ferry Aurora ran aground off the island of Senn on Tuesday night with 240 people on board, the coast guard said.",
    "Twelve passengers were treated for minor injuries, and nobody is missing.",
    "“We heard a scraping noise, and then the lights went out,” said Mara Lund, a nurse who was on her way home.",
    "The operator has promised to publish the findings of its own inquiry within three months.",
]


def cleaned(text: str, settings: Settings | None = None, **fields: str) -> Document:
    return clean(Version(text=text, **fields), "A", "Wire", settings or Settings())  # type: ignore[arg-type]  # names of text fields only


def excluded(document: Document) -> dict[str, str]:
    """The excluded lines with their rules."""
    return {document.text[x.start : x.end]: x.rule for x in document.excluded}


def kept(document: Document) -> list[str]:
    return [line for start, end in document.kept() for line in document.text[start:end].split("\n") if line.strip()]
