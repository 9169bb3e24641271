"""The marked pieces of a PDF's pages: which language each is in, and which are running heads, that nobody wants read to them.

WeasyPrint numbers every piece of text that it draws, and hangs the numbers into its tree of tags. What it tells of neither
stands in the page's own list of drawing commands, where it can be read and set (ISO 32000-1, 14.6 and 14.8.2.2).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Any

import pydyf

from compare.render.once import replaced

NUMBER, LANGUAGE = "MCID", "Lang"
"""Names of what is known of a piece."""


@contextmanager
def languages_noted() -> Iterator[None]:
    """Inside, every piece that is drawn has its language beside its number; where WeasyPrint works otherwise, none has one."""
    from weasyprint.pdf.stream import Stream

    with ExitStack() as after:
        if hasattr(Stream, "marked"):
            replaced(after, Stream, "marked", with_language)
        yield


def with_language(marked: Callable[..., Any]) -> Callable[..., Any]:
    """What begins a piece, and notes the language of its box."""

    @contextmanager
    def noting(stream: Any, box: Any, tag: str) -> Iterator[None]:
        with marked(stream, box, tag):
            known = next((part for part in stream.stream[-1:-4:-1] if isinstance(part, dict) and NUMBER in part), None)
            if known is not None:
                known[LANGUAGE] = box.style["lang"]
            yield

    return noting


def languages_on(stream: Any) -> dict[int, str]:
    """The language of each piece of a page, by number; the page keeps the numbers alone."""
    found = {}
    for part in stream.stream:
        if isinstance(part, dict) and (language := part.pop(LANGUAGE, None)):
            found[part[NUMBER]] = language
    return found


def set_apart(stream: Any, numbers: Collection[int]) -> None:
    """Says of these pieces that they belong to the page and not to what it tells."""
    for place, part in enumerate(stream.stream):
        if isinstance(part, dict) and part.get(NUMBER) in numbers:
            stream.stream[place - 1 : place + 1] = ["/Artifact", pydyf.Dictionary({"Type": "/Pagination"})]


def content_of_pages(pdf: Any) -> Mapping[bytes, Any]:
    """The stream of each page, by the page's reference."""
    return {page: pdf.objects[number_of(pdf.objects[number_of(page)]["Contents"])] for page in pdf.page_references}


def number_of(reference: bytes) -> int:
    """The number of the object that a reference names."""
    return int(reference.split()[0])
