"""Text -> Sentence*: lines and paragraphs first, then the stops within them; every character but white space is in one sentence.

A quotation of several sentences is several sentences: versions differ in where they cut a quotation, so that a whole one
would hide which sentence of it is missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from compare.language import detect_language
from compare.model import Document, Sentence
from compare.split.boundaries import boundaries
from compare.split.endless import LONGEST, endless_cuts
from compare.split.paragraphs import paragraphs
from compare.tokens import tokenize

SAMPLE = 300
"""Characters from which the language is told when nobody has said it: enough to know whose abbreviations to expect."""


def split_sentences(text: str, language: str | None = None) -> tuple[Sentence, ...]:
    """The text's sentences, in order, without outer white space. `language` is an ISO 639-1 code, detected when None.

    >>> [s.text for s in split_sentences('“It is over,” Gov. Lee said. “We won.” He left the U.S. The crowd stayed.')]
    ['“It is over,” Gov. Lee said.', '“We won.”', 'He left the U.S.', 'The crowd stayed.']
    """
    return tuple(split_span(text, 0, len(text), language or detect_language(text[:SAMPLE])))


def split_span(text: str, start: int, end: int, language: str | None) -> Iterator[Sentence]:
    """The sentences of `text[start:end]`, with their places in the text."""
    for passage in paragraphs(text, start, end):
        at = passage.start
        for stop in (*boundaries(text, passage.start, passage.end, language), passage.end):
            for cut in (*endless_cuts(text, at, stop), stop):
                piece = text[at:cut]
                if bare := piece.strip():
                    first = at + len(piece) - len(piece.lstrip())
                    yield Sentence(bare, first, first + len(bare))
                at = cut


def sentences_of(document: Document) -> tuple[Sentence, ...]:
    """The sentences of what is kept of a document, with their places in its text; those that were given, if they were."""
    return tuple(read(document))


def read(document: Document) -> Iterator[Sentence]:
    """The document's sentences one by one, for who needs only the first."""
    text = document.text
    if document.spans is not None:
        yield from (Sentence(text[start:end], start, end) for start, end in document.spans)
        return
    language = document.language or detect_language(text)
    for start, end in document.kept():
        yield from split_span(text, start, end, language)


OPENING = 3
"""Sentences at the start of the text among which a headline may begin: a kicker or a byline can stand before it."""


def headline(document: Document) -> Sentence | None:
    """The document's title as a sentence, placed in the title; None where there is none or the text opens with its words.

    What goes on longer than any sentence is no headline.
    """
    title = document.title or ""
    if len(title) > LONGEST:
        return None
    words = [token.norm for token in tokenize(title)]
    if not words:
        return None
    opening = [[token.norm for token in tokenize(s.text)] for s in islice(read(document), 2 * OPENING)]
    for first in range(OPENING):
        said: list[str] = []
        for more in opening[first : first + OPENING]:
            said += more
            if said == words:
                return None
    bare = title.strip()
    start = len(title) - len(title.lstrip())
    return Sentence(bare, start, start + len(bare))
