"""A version as it was read, the document that is kept of it, its sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Field = Literal["text", "title"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of a story, as read or as given: all that was decoded, nothing taken away yet."""

    label: str = ""
    text: str | None = None
    """The whole text; None when `sentences` is given."""
    sentences: tuple[str, ...] | None = None
    """A split that is kept as given; the text is then these joined by one space."""
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    """ISO 8601 date or date and time, as far as it is known; kept as given where it cannot be parsed."""
    url: str | None = None
    language: str | None = None
    """ISO 639-1 code, declared; None lets cleaning detect it."""
    path: str | None = None
    sha256: str | None = None
    """Of the bytes that were read, as hex digits; None for a version that came from no file, or from one of many stories."""
    guessed: tuple[str, ...] = ()
    """Names of the metadata fields above that were guessed, not declared by the source."""
    warnings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.sentences is not None:  # a list is what people write
            object.__setattr__(self, "sentences", tuple(self.sentences))


@dataclass(frozen=True, slots=True)
class Excluded:
    """A span of the text that is not part of the story, and the name of the rule that says so."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Document:
    """A version with its letter, a unique label, and what of its text is kept."""

    id: str
    """Its letter in the report: A, B, ... Z, AA; by order of input."""
    label: str
    version: Version
    text: str
    excluded: tuple[Excluded, ...] = ()
    """In order, not overlapping."""
    spans: tuple[tuple[int, int], ...] | None = None
    """The sentences' places where the split was given."""
    language: str | None = None
    warnings: tuple[str, ...] = ()
    duplicate_of: str | None = None
    """Letter of the earlier version that this one repeats."""

    @property
    def title(self) -> str | None:
        return self.version.title

    def kept(self) -> Iterator[tuple[int, int]]:
        """Spans of the text between the excluded ones, in order."""
        at = 0
        for x in self.excluded:
            if at < x.start:
                yield at, x.start
            at = x.end
        if at < len(self.text):
            yield at, len(self.text)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text: `text` is the slice `start:end` of it."""

    text: str
    start: int
    end: int
