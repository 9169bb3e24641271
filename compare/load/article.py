"""A page's tree -> Article: the lines of its story, found by trafilatura, or else by where its paragraphs stand thickest.

trafilatura: Barbaresi (2021), ACL demo, "A Web Scraping Library and Command-Line Tool for Text Discovery and Extraction".
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

FEW_WORDS = 25
"""An extraction with fewer words is doubted; the page's other sources are then asked."""
BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3"
    " h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul"
    " head item lb list quote row cell ab".split()
)
"""Elements that begin and end a line, in HTML and in trafilatura's own XML."""
FURNITURE = ("nav", "header", "footer", "aside", "form", "button", "figcaption")


@dataclass(frozen=True, slots=True)
class Article:
    """The lines of a story, and what to say when they were found by a makeshift."""

    lines: tuple[str, ...]
    warning: str | None = None


def article_lines(tree: HtmlElement, declared_body: str | None) -> Article:
    """The story's lines: extracted, else as the page's JSON-LD gives them, else of the thickest element, else all there are."""
    lines = extracted(tree)
    if words_in(lines) >= FEW_WORDS:
        return Article(lines)
    body = tuple(line for line in map(one_spaced, (declared_body or "").split("\n")) if line)
    if words_in(body) > max(words_in(lines), FEW_WORDS):
        return Article(body, "no article found among the page's elements; its text is what the page declares for machines")
    thickest = thickest_element(tree)
    if words_in(thickest) > max(words_in(lines), FEW_WORDS):
        return Article(thickest, "no article found in this page by the usual marks; the part with most paragraphs was taken")
    if lines:
        return Article(lines)
    return Article(tuple(lines_of(tree)), "no article in this page; all its text was taken")


def extracted(tree: HtmlElement) -> tuple[str, ...]:
    """The lines that trafilatura takes for the article; none if it finds no article or fails."""
    from trafilatura import bare_extraction  # half a second of imports
    from trafilatura.settings import Document

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it reports on stderr what we handle here
    try:
        found = bare_extraction(deepcopy(tree), fast=True, deduplicate=False, include_comments=False, include_tables=False,
                                favor_recall=True, with_metadata=False)  # fmt: skip
    except (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError):
        return ()
    return tuple(lines_of(found.body)) if isinstance(found, Document) and found.body is not None else ()


def thickest_element(tree: HtmlElement) -> tuple[str, ...]:
    """Lines of the element whose own paragraphs hold most words outside links; none if there are no paragraphs.

    Method: the paragraph score of Readability (arc90, 2009) without its class names.
    """
    weight: dict[HtmlElement, int] = {}
    for paragraph in tree.iter("p", "pre", "blockquote"):
        parent = paragraph.getparent()
        if parent is None or any(a.tag in FURNITURE for a in paragraph.iterancestors()):
            continue
        linked = sum(words_in(a.itertext()) for a in paragraph.iter("a"))
        weight[parent] = weight.get(parent, 0) + words_in(paragraph.itertext()) - linked
    if not weight:
        return ()
    return tuple(lines_of(max(weight, key=lambda e: weight[e])))


def lines_of(root: etree._Element) -> Iterator[str]:
    """The text of an element, a line for each block in it; white space as a browser shows it."""
    parts: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str):
            parts.append(element.tail or "" if event == "end" else "")
            continue
        if element.tag in BLOCKS:
            if line := one_spaced("".join(parts)):
                yield line
            parts = []
        parts.append((element.text if event == "start" else element.tail if element is not root else "") or "")
    if line := one_spaced("".join(parts)):
        yield line


def one_spaced(text: str) -> str:
    return " ".join(text.split())


def words_in(texts: Iterator[str] | tuple[str, ...]) -> int:
    return sum(len(text.split()) for text in texts)
