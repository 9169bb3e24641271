"""A saved web page -> Version: the article as one paragraph, heading or list item a line, and what the page says about itself.

Nothing is fetched, no script is run or read as text. What stands outside the article is counted in one warning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from lxml import etree, html
from lxml.html import HtmlElement

from compare.load.article import article_lines, is_prose, lines_of
from compare.load.barrier import BLOCKED_WORDS, barrier
from compare.load.deadline import Deadline, deadline_of
from compare.load.decoding import Decoded, decode
from compare.load.inputs import Inputs, Source, Unreadable
from compare.load.page_metadata import PageMetadata, host, page_metadata
from compare.messages import message
from compare.model import Version
from compare.settings import Settings

CHARSET = re.compile(rb"(?i)<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w.:-]{2,30})")
XML_DECLARATION = re.compile(r"^\s{0,100}<\?xml[^>]{0,400}>")
TOOLBAR = re.compile(r"<!-- BEGIN WAYBACK TOOLBAR INSERT -->.{0,200000}?<!-- END WAYBACK TOOLBAR INSERT -->", re.DOTALL)
CAPTURE = re.compile(r"https?://web\.archive\.org/web/(\d{14})(?:[a-z]{2}_)?/(https?:/{1,2}[^\s\"'<>]{1,2000})")
SAVED_FROM = re.compile(
    r"<!--\s{0,9}(?:saved from url=\(\d{1,6}\)|Page saved with SingleFile\s{1,20}url:\s{1,9})(https?://[^\s<>]{1,2000})"
)
NOT_SHOWN = ("title", "script", "style", "noscript", "template", "iframe", "object", "svg", "canvas", "select", "textarea")
UNSHOWN = re.compile(r"<(script|style|noscript|template|head)\b[^>]{0,2000}>.{0,200000}?</\1\s{0,9}>", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<[^<>]{0,4000}>")
HIDDEN_STYLE = re.compile(r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden", re.IGNORECASE)
MOST_ELEMENTS = 150_000
"""Elements of the largest page that is read: the longest live blogs have a third; more take over ten seconds."""
LONGEST_SCRIPT = 1_000_000
BULK = re.compile(r"<(script|style|svg|textarea)\b")
DATA = re.compile(r"data:[\w.+-]{1,50}/[\w.+-]{1,50};base64,[A-Za-z0-9+/=]{1000,}")
"""Pictures and fonts that a browser's extension wrote into the page."""


@dataclass(frozen=True, slots=True)
class Capture:
    """Where and when an archive took a page."""

    url: str
    time: str


def read_page(source: Source, settings: Settings) -> Inputs:
    """One version. Raises Unreadable for a page without text, or with nothing but a barrier."""
    deadline = deadline_of(source, settings)
    decoded = page_text(source.data, settings, deadline)
    text = decoded.text
    capture = capture_of(text)
    if capture:
        text = TOOLBAR.sub("", text, count=3)
    deadline.check("the tree of the page")
    tree = parse(text)
    if tree is None:
        raise Unreadable(f"{source.name}: a web page without any content; save the page again, or give its text as .txt")
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        found = f"a web page of more than {MOST_ELEMENTS:,} elements"
        raise Unreadable(f"{source.name}: {found}; save the story's part of it, or its text as .txt")
    deadline.check("what the page says of itself")
    metadata = page_metadata(tree)
    prune(tree)
    deadline.check("the article")
    shown = sum(map(words, tree.itertext(with_tail=True)))
    article = article_lines(tree, metadata.title, metadata.body)
    story = "\n".join(article.lines) or ("" if shown else untagged(text))
    instead = barrier(story.splitlines()) if story.strip() else "no text"
    if instead is not None:
        raise Unreadable(f"{source.name}: {instead}; open it in a browser, save it complete, or give the story's text as .txt")
    warnings = (*decoded.warnings, *notes(capture, article.warning, max(0, shown - words(story))))
    saved_from = SAVED_FROM.search(text[:4000])
    return Inputs((version_of(source, metadata, capture, saved_from[1] if saved_from else None, story, warnings),))


def page_text(data: bytes, settings: Settings, deadline: Deadline, declared: str | None = None) -> Decoded:
    """The page's source as text; `declared` is the encoding that a mail's header gives, without it the page's own word."""
    found = CHARSET.search(data[:8192])
    return decode(data, settings.encoding, declared or (found[1].decode("ascii") if found else None), deadline)


def version_of(source: Source, metadata: PageMetadata, capture: Capture | None, saved_from: str | None, story: str,
               warnings: tuple[str, ...]) -> Version:  # fmt: skip
    """The page's version; an archive's address, and the one that the browser noted, stand in for one that is not declared."""
    url = original(metadata.url) or (capture.url if capture else saved_from)
    outlet = metadata.outlet or host(url)
    guessed = metadata.guessed
    guessed += ("outlet",) if outlet and not metadata.outlet else ()
    guessed += ("url",) if url and not metadata.url else ()
    return Version(
        text=story,
        title=metadata.title,
        outlet=outlet,
        author=metadata.author,
        published=metadata.published,
        url=url,
        language=metadata.language,
        path=source.name,
        sha256=source.sha256,
        guessed=guessed,
        warnings=warnings,
    )


def capture_of(text: str) -> Capture | None:
    """Address and time of a page saved from the Wayback Machine, which leaves its toolbar or its own addresses in the page."""
    if "web.archive.org/web/" not in text[:200_000]:
        return None
    found = CAPTURE.search(text[:200_000])
    if not found or not (TOOLBAR.search(text[:400_000]) or "archive.org/_static" in text or "FILE ARCHIVED ON" in text):
        return None
    return Capture(original(found.group()) or found[2], found[1])


def original(url: str | None) -> str | None:
    """An address without the archive's part before it.

    >>> original("https://web.archive.org/web/20171114093000/http://example.org/a")
    'http://example.org/a'
    """
    found = CAPTURE.match(url or "")
    return re.sub(r"^(https?:)/(?=[^/])", r"\1//", found[2]) if found else url


def notes(capture: Capture | None, warning: str | None, outside: int) -> tuple[str, ...]:
    """The warnings about how a page was read."""
    out = [warning] if warning else []
    if capture:
        day, clock = capture.time[:8], capture.time[8:12]
        when = f"{day[:4]}-{day[4:6]}-{day[6:]} {clock[:2]}:{clock[2:]} UTC"
        out.append(message("warning.archived", when=when))
    if outside:
        out.append(message("warning.outside_article", n=outside))
    return tuple(out)


def parse(text: str) -> HtmlElement | None:
    """The page's tree; None for a page that holds nothing."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(XML_DECLARATION.sub("", without_bulk(text)).encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
        return None


def without_bulk(text: str) -> str:
    """The page's source without scripts, style sheets and pictures longer than any story: the parser gives up on such a node."""
    if len(text) < LONGEST_SCRIPT:
        return text
    kept, at = [], 0
    for start in BULK.finditer(text):
        end = text.find(f"</{start[1]}", start.end()) if start.start() >= at else -1
        if end - start.end() > LONGEST_SCRIPT:
            kept.append(text[at : start.end()])
            at = end
    return DATA.sub("", "".join((*kept, text[at:])))


def prune(tree: HtmlElement) -> None:
    """Takes out of the tree what a reader of the page does not see: scripts and hidden elements.

    A hidden element that holds most of the page's words stays: such pages show themselves by script.
    """
    show_noscript(tree)
    etree.strip_elements(tree, *NOT_SHOWN, with_tail=False)
    hidden = [e for e in tree.iter(etree.Element) if is_hidden(e)]
    weight = weights(tree) if hidden else {}
    for element in hidden:
        if element.getparent() is not None and 2 * weight[element] < weight[tree]:
            element.drop_tree()


def weights(tree: HtmlElement) -> dict[HtmlElement, int]:
    """The number of words in each element, counted from the innermost outwards: once each, however deep they are nested."""
    counted: dict[HtmlElement, int] = {}
    for element in reversed(list(tree.iter(etree.Element))):
        inner = sum(counted[child] + words(child.tail or "") for child in element.iterchildren(etree.Element))
        counted[element] = words(element.text or "") + inner
    return counted


def show_noscript(tree: HtmlElement) -> None:
    """Opens `noscript` elements that hold most of the page's prose: some pages tell their story there for machines."""
    held = [(e, sum(map(words, filter(is_prose, lines_of(e))))) for e in tree.iter("noscript")]
    body = tree.find("body")
    if sum(n for _, n in held) >= BLOCKED_WORDS and body is not None:
        etree.strip_elements(body, "script", "style", with_tail=False)
        prose = sum(map(words, filter(is_prose, lines_of(body))))
        for element, own in held:
            if 2 * own > prose:
                element.tag = "div"


def untagged(text: str) -> str:
    """The words between the tags of a page whose tree holds none: the parser gives up on elements nested 256 deep."""
    lines = TAG.sub("\n", UNSHOWN.sub("\n", text)).split("\n")
    return "\n".join(" ".join(unescape(line).split()) for line in lines if line.strip())


def is_hidden(element: HtmlElement) -> bool:
    return element.get("hidden") is not None or HIDDEN_STYLE.search(element.get("style") or "") is not None


def words(text: str) -> int:
    return len(text.split())
