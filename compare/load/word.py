"""A Word document (.docx) -> Version: the text as it reads with all tracked changes accepted.

Read straight from the archive's XML (ECMA-376, part 1, 17): libraries lose tracked insertions and content controls.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from compare.load.deadline import deadline_of
from compare.load.decoding import neutral
from compare.load.inputs import Inputs, Source, Unreadable
from compare.load.story_header import with_header
from compare.load.text import no_text
from compare.messages import message
from compare.model import Version
from compare.settings import Settings

LARGEST_PART = 16_000_000
"""Bytes of the largest part that is unpacked; a long book has 4 million. The archive declares the size, and may lie."""
MOST_PARAGRAPHS = 50_000
OPENING = 1_000
OFF = ("0", "false", "off")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT, TRANSITIONAL = b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
DELETED = (f"{W}del", f"{W}moveFrom")
INSERTED = (f"{W}ins", f"{W}moveTo")
PASSED_OVER = frozenset((*DELETED, FALLBACK, f"{W}pPr", f"{W}rPr", f"{W}sdtPr", f"{W}tblPr", f"{W}sectPr", f"{W}rt"))
SIGNS = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
TEXTS = (f"{W}t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t")
BOX = f"{W}txbxContent"
HEADLINE = re.compile(r"(?i)(?:title|headline|heading ?1|titel|titre1?|título|titolo|überschrift ?1|berschrift1|ttulo1?)")
"""Names of the styles in which a headline stands: Word's, in its languages, where it drops letters that are not ASCII."""
NOT_PEOPLE = re.compile(
    r"(?i)(?:microsoft office|windows|office|default|word|openoffice|libreoffice|apache|google)? ?"
    r"(?:user|users|benutzer|utilisateur|usuario|admin|administrator|owner|author|autor|auteur|python-docx|docs?|pandoc|unknown"
    r"|apache poi|un-named|microsoft|hp|dell|lenovo|acer|asus|pc|newsroom|desk|reporter)(?:\d{0,6})?"
)
"""What programs and shared computers write where the author's name should stand."""
TEMPLATE_TITLE = re.compile(
    r"(?i)(?:document|dokument|untitled|normal|template|vorlage|title|press release|microsoft word)\b.{0,40}|.{0,200}\.\w{2,5}"
)
UNREAD = (("word/footnotes.xml", "warning.footnotes"), ("word/endnotes.xml", "warning.endnotes"),
          ("word/comments.xml", "warning.comments"))  # fmt: skip
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
            unread = tuple(note for name, what in UNREAD if (note := unread_notes(part(source, archive, name), what)))
    except DAMAGED:
        raise Unreadable(f"{source.name}: a damaged Word document; open it, save it again, or save it as plain text") from None
    if body is None:
        raise Unreadable(f"{source.name}: a Word document without its text part; save it again, or as plain text")
    deadline = deadline_of(source, settings)
    lines: list[str] = []
    for line in paragraphs(body):
        lines.append(line)
        deadline.check(f"paragraph {len(lines)}")
        if len(lines) > MOST_PARAGRAPHS:
            raise Unreadable(f"{source.name}: more than {MOST_PARAGRAPHS:,} paragraphs; cut it down to the story")
    text = neutral("\n".join(lines))
    if not text.strip():
        raise no_text(source)
    made = Version(text=text, path=source.name, sha256=source.sha256, warnings=(*tracked_changes(body), *unread))
    return Inputs((described(with_header(replace(made, title=headline(body))), properties),))


def described(version: Version, properties: etree._Element | None) -> Version:
    """The version with what the file says of itself where its text does not: guesses, often the template's or the typist's."""
    title, author = version.title or property_of(properties, "title"), version.author or property_of(properties, "creator")
    if version.title is None and title and (TEMPLATE_TITLE.fullmatch(title) or not stands_in(title, version.text or "")):
        title = None
    if version.author is None and author and NOT_PEOPLE.fullmatch(author):
        author = None
    new = (("title", title, version.title), ("author", author, version.author))
    guessed = (*version.guessed, *(name for name, value, known in new if value and not known))
    return replace(version, title=title, author=author, guessed=guessed)


def stands_in(title: str, text: str) -> bool:
    """Whether most words of a title stand at the beginning of the text: one that a template left has nothing to do with it."""
    told, opening = set(re.findall(r"\w+", title.lower())), set(re.findall(r"\w+", text[:OPENING].lower()))
    return 2 * len(told & opening) >= len(told)


def headline(body: etree._Element) -> str | None:
    """The document's first paragraph with words, if its style is a headline's."""
    for paragraph in body.iter(f"{W}p"):
        line = " ".join("".join(paragraphs(paragraph)).split())
        if line:
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            return neutral(line) if style is not None and HEADLINE.fullmatch(style.get(f"{W}val") or "") else None
    return None


def unread_notes(notes: etree._Element | None, what: str) -> str | None:
    """A warning with the number of footnotes, endnotes or comments; those without words are the lines that part them off."""
    found = 0 if notes is None else sum(1 for note in notes if "".join(note.itertext(*TEXTS)).strip())
    return message(what, n=found) if found else None


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
    """The text of each paragraph, deletions left out; one whose end was deleted runs on into the next.

    What stands in a text box follows the paragraph at which the box is anchored.
    """
    stack: list[list[str]] = [[]]
    boxed: list[str] = []
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, element in walk:
        if event == "start" and (element.tag in PASSED_OVER or is_unshown(element)):
            walk.skip_subtree()
        elif event == "start":
            stack[-1].append(element.text or "" if element.tag in TEXTS else SIGNS.get(str(element.tag), ""))
            if element.tag == BOX:
                stack.append([])
        elif element.tag == BOX:
            boxed += ["".join(stack.pop()).strip()]
        elif element.tag == f"{W}p" and element.find(f"{W}pPr/{W}rPr/{W}del") is None:
            line = "".join(stack[-1]).strip()
            stack[-1] = []
            if len(stack) > 1:
                boxed.append(line)
            else:
                yield line
                yield from (b for b in boxed if b)
                boxed = []
    if rest := "".join(stack[0]).strip():
        yield rest


def is_unshown(element: etree._Element) -> bool:
    """Whether an element is a run of hidden text, or a table's row whose deletion is tracked."""
    if element.tag == f"{W}r":
        hidden = element.find(f"{W}rPr/{W}vanish")
        return hidden is not None and hidden.get(f"{W}val") not in OFF
    return element.tag == f"{W}tr" and element.find(f"{W}trPr/{W}del") is not None


def tracked_changes(body: etree._Element) -> tuple[str, ...]:
    """A warning if the document holds tracked changes; the mark on a paragraph's end is part of the change that it ends."""
    inserted, deleted = (sum(len(change) > 0 for change in body.iter(*tags)) for tags in (INSERTED, DELETED))
    if not inserted + deleted:
        return ()
    told_inserted, told_deleted = message("warning.insertions", n=inserted), message("warning.deletions", n=deleted)
    return (message("warning.tracked_changes", inserted=told_inserted, deleted=told_deleted),)


def property_of(properties: etree._Element | None, name: str) -> str | None:
    """A property of the document in one line."""
    value = None if properties is None else properties.findtext(f"{DUBLIN_CORE}{name}")
    return " ".join(neutral(value).split()) or None if value else None
