"""A Word document (.docx) -> Version: the text as it reads with all tracked changes accepted.

Read straight from the archive's XML (ECMA-376, part 1, 17): libraries lose tracked insertions and content controls.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from compare.load.decoding import neutral
from compare.load.inputs import Inputs, Source, Unreadable
from compare.load.story_header import with_header
from compare.load.text import no_text
from compare.model import Version
from compare.settings import Settings

LARGEST_PART = 16_000_000
"""Bytes of the largest part that is unpacked; a long book has 4 million. The archive declares the size, and may lie."""
MOST_PARAGRAPHS = 50_000
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT, TRANSITIONAL = b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
DELETED = (f"{W}del", f"{W}moveFrom")
INSERTED = (f"{W}ins", f"{W}moveTo")
PASSED_OVER = frozenset((*DELETED, FALLBACK, f"{W}txbxContent", f"{W}pPr", f"{W}rPr", f"{W}sdtPr"))
SIGNS = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
DAMAGED = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError,
           OSError, etree.XMLSyntaxError)  # fmt: skip
"""What zipfile and lxml raise for broken archives: more than they document."""


def read_word(source: Source, settings: Settings) -> Inputs:
    """One version, a line a paragraph. Raises Unreadable for a document that is damaged, locked, too large or empty."""
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            body = part(source, archive, "word/document.xml")
            properties = part(source, archive, "docProps/core.xml")
    except DAMAGED:
        raise Unreadable(f"{source.name}: a damaged Word document; open it, save it again, or save it as plain text") from None
    if body is None:
        raise Unreadable(f"{source.name}: a Word document without its text part; save it again, or as plain text")
    lines: list[str] = []
    for line in paragraphs(body):
        lines.append(line)
        if len(lines) > MOST_PARAGRAPHS:
            raise Unreadable(f"{source.name}: more than {MOST_PARAGRAPHS:,} paragraphs; cut it down to the story")
    text = neutral("\n".join(lines))
    if not text.strip():
        raise no_text(source)
    title, author = property_of(properties, "title"), property_of(properties, "creator")
    guessed = tuple(name for name, value in (("title", title), ("author", author)) if value)  # often the template's or typist's
    version = Version(text=text, title=title, author=author, guessed=guessed, path=source.name, sha256=source.sha256,
                      warnings=tracked_changes(body))  # fmt: skip
    return Inputs((with_header(version),))


def part(source: Source, archive: zipfile.ZipFile, name: str) -> etree._Element | None:
    """The root of a part; None if it is not there. Raises Unreadable if it is locked, too large, or brings its own entities."""
    try:
        info = archive.getinfo(name)
    except KeyError:
        return None
    if info.flag_bits & 1:
        raise Unreadable(f"{source.name}: a Word document locked with a password; save it without one")
    if info.file_size > LARGEST_PART:
        raise too_large(source)
    with archive.open(info) as stream:
        data = stream.read(LARGEST_PART + 1)
    if len(data) > LARGEST_PART:
        raise too_large(source)
    if b"<!DOCTYPE" in data[:2000] or b"<!ENTITY" in data[:10_000]:
        raise Unreadable(f"{source.name}: a Word document with a DTD, which none has; save its text as .txt")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(data.replace(STRICT, TRANSITIONAL), parser)


def too_large(source: Source) -> Unreadable:
    return Unreadable(f"{source.name}: a Word document that unpacks to more than {LARGEST_PART:,} bytes; save its text as .txt")


def paragraphs(body: etree._Element) -> Iterator[str]:
    """The text of each paragraph, deletions left out; one whose end was deleted runs on into the next."""
    parts: list[str] = []
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, element in walk:
        if event == "start" and element.tag in PASSED_OVER:
            walk.skip_subtree()
        elif event == "start" and element.tag == f"{W}t":
            parts.append(element.text or "")
        elif event == "start":
            parts.append(SIGNS.get(str(element.tag), ""))
        elif element.tag == f"{W}p" and element.find(f"{W}pPr/{W}rPr/{W}del") is None:
            yield "".join(parts).strip()
            parts = []
    if parts:
        yield "".join(parts).strip()


def tracked_changes(body: etree._Element) -> tuple[str, ...]:
    """A warning if the document holds tracked changes."""
    inserted, deleted = (sum(1 for _ in body.iter(*tags)) for tags in (INSERTED, DELETED))
    if not inserted + deleted:
        return ()
    return (f"tracked changes read as accepted: {inserted} insertions, {deleted} deletions",)


def property_of(properties: etree._Element | None, name: str) -> str | None:
    """A property of the document in one line."""
    value = None if properties is None else properties.findtext(f"{DUBLIN_CORE}{name}")
    return " ".join(neutral(value).split()) or None if value else None
