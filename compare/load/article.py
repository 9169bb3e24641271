"""A page's tree -> Article: the lines of its story, found by trafilatura, or else by where its paragraphs stand thickest.

trafilatura: Barbaresi (2021), ACL demo, "A Web Scraping Library and Command-Line Tool for Text Discovery and Extraction". Two
things are put right around it: lists of links to other stories go before, and paragraphs that it left out come back after.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from html import unescape
from itertools import groupby

from lxml import etree, html
from lxml.html import HtmlElement

from compare.messages import message

FEW_WORDS = 25
"""An extraction with fewer words is doubted; the page's other sources are then asked."""
MOST_ELEMENTS = 20_000
"""Elements of the largest page that trafilatura gets: it takes some 0.3 ms for each. A story's page has 500 to 8,000."""
TEASER_LINKS = 0.35
"""Share of linked words from which a list whose items all hold links is one of teasers; a story links a name here and there."""
PROSE_WORDS = 12
BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3"
    " h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul"
    " head item lb list quote row cell ab".split()
)
"""Elements that begin and end a line, in HTML and in trafilatura's own XML."""
FURNITURE = frozenset(("nav", "header", "footer", "aside", "form", "button", "figcaption", "figure", "blockquote"))
TABLE = ("table", "tbody", "thead", "tfoot", "tr", "td", "th", "center")
MARKED_UP = re.compile(r"</?(?:p|br|div|h[1-6]|ul|li|a|b|i|em|strong|span)\b[^<>]{0,500}>", re.IGNORECASE)
POPUP = re.compile(r"(?i)(?:rollover|tooltip|popover|hover-?card)[\w-]{0,20}(?:block|content|body|box|text|inner|panel)\b")
"""Classes of what a page shows over a name only when the pointer rests on it."""
STOP = re.compile(r"[.!?…。！？।۔]['\"”’»)\]]{0,3}$")


@dataclass(frozen=True, slots=True)
class Article:
    """The lines of a story, and what to say when they were found by a makeshift."""

    lines: tuple[str, ...]
    warning: str | None = None


def article_lines(tree: HtmlElement, title: str | None, declared_body: str | None) -> Article:
    """The story's lines without its headline: extracted; else from JSON-LD; else of the thickest element; else all there are."""
    lines: tuple[str, ...] = ()
    if sum(1 for _ in tree.iter()) <= MOST_ELEMENTS:
        open_layout_tables(tree)
        drop_teasers(tree)
        lines = with_repeats(completed(extracted(tree), tree), tree)
    if words_in(lines) >= FEW_WORDS:
        return Article(without_headline(lines, tree, title))
    body = tuple(declared_lines(declared_body or ""))
    if words_in(body) > max(words_in(lines), FEW_WORDS):
        return Article(body, message("warning.declared_article"))
    thickest = thickest_element(tree)
    if words_in(thickest) > max(words_in(lines), FEW_WORDS):
        return Article(thickest, message("warning.thickest_article"))
    if lines:
        return Article(lines)
    for furniture in list(tree.iter("nav", "footer")):
        furniture.drop_tree()
    return Article(tuple(lines_of(tree)), message("warning.no_article"))


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


def declared_lines(body: str) -> Iterator[str]:
    """The lines of a text that a page gives for machines; some give it with its tags."""
    for line in body.split("\n"):
        if MARKED_UP.search(line):
            yield from lines_of(html.fromstring(f"<div>{line}</div>"))
        elif told := one_spaced(unescape(line)):
            yield told


def open_layout_tables(tree: HtmlElement) -> None:
    """Makes blocks of the tables that lay out a page or a mail, those with prose in their cells: extractors pass tables over."""
    for cell in list(tree.iter("td", "th")):
        if next(cell.iterdescendants("table"), None) is None and any(map(is_prose, lines_of(cell))):
            for element in cell.iterancestors("table"):
                for part in element.iter(*TABLE):
                    part.tag = "div"


def drop_teasers(tree: HtmlElement) -> None:
    """Takes out of the tree links to other stories, what opens over a name in a line, and boxes that ask for an address."""
    for element in list(tree.iter("ul", "ol")):
        items = [item for item in element if item.tag == "li"]
        linked = [item for item in items if next(item.iter("a"), None) is not None]
        told = [item for item in items if any(map(is_prose, lines_of(item)))]
        if len(items) > 1 and len(linked) == len(items) > 2 * len(told) and link_share(element) >= TEASER_LINKS:
            element.drop_tree()
    for element in list(tree.iter("p")):
        text = one_spaced("".join(element.itertext()))
        if len(text.split()) > 4 and not STOP.search(text[-8:]) and link_share(element) > 0.95:
            element.drop_tree()
    for element in list(tree.iter("span")):
        if POPUP.search(element.get("class") or "") and element.getparent() is not None:
            element.drop_tree()
    for element in list(tree.iter("div", "section", "aside", "form")):
        marks = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
        if "newsletter" in marks and element.getparent() is not None and not any(map(is_prose, lines_of(element))):
            element.drop_tree()


def completed(lines: tuple[str, ...], tree: HtmlElement) -> tuple[str, ...]:
    """The lines with the paragraphs between them that an extraction left out.

    A paragraph is one of the story's if its container has the classes of one whose paragraphs were taken: pages that break
    their story for an advertisement repeat the container.
    """
    taken = {line: number for number, line in reversed(tuple(enumerate(lines)))}
    paragraphs = [(p, text) for p in tree.iter("p") if is_prose(text := one_line(p))]
    containers = {container_of(p) for p, text in paragraphs if text in taken} - {""}
    after: dict[int, list[str]] = {}
    at, known = -1, set(lines)
    for p, text in paragraphs:
        if text in taken:
            at = taken[text]
        elif at >= 0 and text not in known and container_of(p) in containers and is_told(p):
            after.setdefault(at, []).append(text)
            known.add(text)
    return tuple(text for number, line in enumerate(lines) for text in (line, *after.get(number, ())))


def with_repeats(lines: tuple[str, ...], tree: HtmlElement) -> tuple[str, ...]:
    """The lines with a paragraph that stands several times running as often as it does: trafilatura keeps the first."""
    runs: dict[str, list[int]] = {}
    for (_, text), run in groupby(tree.iter("p"), key=lambda p: (p.getparent(), one_line(p))):
        runs.setdefault(text, []).append(len(list(run)))
    out: list[str] = []
    for line, same in groupby(lines):
        there = runs.get(line)
        out += [line] * max(len(list(same)), there.pop(0) if there else 0)
    return tuple(out)


def one_line(element: HtmlElement) -> str:
    """The element's text if it is one line; "" if there is none, or it has several."""
    lines = tuple(lines_of(element))
    return lines[0] if len(lines) == 1 else ""


def container_of(paragraph: HtmlElement) -> str:
    """Classes of what holds a paragraph; "" without any."""
    parent = paragraph.getparent()
    return str(parent.get("class") or "") if parent is not None else ""


def is_told(paragraph: HtmlElement) -> bool:
    """Whether a paragraph is mostly not links, and in no element for captions, forms or asides."""
    return link_share(paragraph) < 0.5 and not any(a.tag in FURNITURE for a in paragraph.iterancestors())


def without_headline(lines: tuple[str, ...], tree: HtmlElement, title: str | None) -> tuple[str, ...]:
    """The lines without the headline among the first three: it is the version's title, and need not be told twice."""
    headlines = {bare(title or ""), *(bare(h.text_content()) for h in tree.iter("h1") if same_headline(h.text_content(), title))}
    for number, line in enumerate(lines[:3]):
        if bare(line) and bare(line) in headlines:
            return lines[:number] + lines[number + 1 :]
    return lines


def same_headline(heading: str, title: str | None) -> bool:
    """Whether most words of a heading stand in the title, which outlets shorten or lengthen for search engines."""
    own, other = set(bare(heading).split()), set(bare(title or "").split())
    return 5 * len(own & other) >= 3 * max(1, min(len(own), len(other)))


def bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


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


def link_share(element: HtmlElement) -> float:
    """Share of an element's words that are links."""
    return sum(words_in(a.itertext()) for a in element.iter("a")) / max(1, words_in(element.itertext()))


def is_prose(line: str) -> bool:
    return len(line.split()) >= PROSE_WORDS and STOP.search(line[-8:]) is not None


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


def words_in(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)
