"""bytes -> Format: by content first, then by the name's ending; a name that lies is no obstacle, and is said in a warning."""

from __future__ import annotations

import re
from enum import Enum

from compare.load.inputs import Source


class Format(Enum):
    """Kinds of input that are told apart; the value is what a message calls them."""

    TEXT = "plain text"
    MARKDOWN = "Markdown"
    HTML = "a web page"
    JSON = "JSON"
    DOCX = "a Word document (.docx)"
    PDF = "a PDF"
    EML = "an e-mail"
    CSV = "a CSV table"
    PARQUET = "a Parquet table"
    WORD = "an old Word document (.doc) or an encrypted one"
    ODT = "an OpenDocument text"
    RTF = "rich text (.rtf)"
    WARC = "a web archive (WARC)"
    EXCEL = "an Excel table"
    EPUB = "an e-book (EPUB)"
    PAGES = "an Apple Pages document"
    ZIP = "a ZIP archive"
    PACKED = "a compressed file"
    PICTURE = "a picture"
    BINARY = "binary data"


MAGIC = (
    (b"%PDF-", Format.PDF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format.WORD),
    (b"{\\rtf", Format.RTF),
    (b"PAR1", Format.PARQUET),
    (b"WARC/", Format.WARC),
    (b"\x1f\x8b", Format.PACKED),
    (b"BZh", Format.PACKED),
    (b"\xfd7zXZ", Format.PACKED),
    (b"\x28\xb5\x2f\xfd", Format.PACKED),
    (b"\x89PNG", Format.PICTURE),
    (b"\xff\xd8\xff", Format.PICTURE),
    (b"GIF8", Format.PICTURE),
    (b"RIFF", Format.BINARY),
)
"""First bytes of formats that have such a mark."""
ZIPPED = (
    (b"word/document.xml", Format.DOCX),
    (b"word/_rels", Format.DOCX),
    (b"application/vnd.oasis.opendocument.text", Format.ODT),
    (b"application/epub+zip", Format.EPUB),
    (b"xl/workbook.xml", Format.EXCEL),
    (b"Index/Document.iwa", Format.PAGES),
)
"""What stands in a ZIP archive that is a document, as a member's name or in a first member that is not compressed."""
ENDINGS = {
    ".txt": Format.TEXT, ".text": Format.TEXT, ".md": Format.MARKDOWN, ".markdown": Format.MARKDOWN,
    ".html": Format.HTML, ".htm": Format.HTML, ".xhtml": Format.HTML, ".json": Format.JSON, ".jsonl": Format.JSON,
    ".ndjson": Format.JSON, ".docx": Format.DOCX, ".pdf": Format.PDF, ".eml": Format.EML, ".mht": Format.EML,
    ".mhtml": Format.EML, ".csv": Format.CSV, ".tsv": Format.CSV, ".parquet": Format.PARQUET,
}  # fmt: skip
MARKED = frozenset({Format.DOCX, Format.PDF, Format.PARQUET})
"""Formats that cannot be without their mark: a file so named that lacks it is something else."""
HEAD = 8192
"""Bytes looked at."""
PAGE = re.compile(rb"<(?:!doctype\s{1,9}html|html|head|body)[\s>]", re.IGNORECASE)
BEFORE_PAGE = re.compile(rb"\s{1,4000}|<\?xml[^>]{0,400}>|<!--.{0,4000}?-->", re.IGNORECASE | re.DOTALL)
TAG = re.compile(rb"</?(?:html|head|body|div|p|article|section|span|h[1-6]|ul|li|a|br)(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)
TAGS_OF_A_PAGE = 4
"""Tags in the head of a file without an ending, or named otherwise, that make it a page: a text may well mention one."""
OBJECT = re.compile(rb'\s{0,400}(?:\[\s{0,400})?\{\s{0,400}"')
MAIL_FIELD = re.compile(rb"(?im)^(?:from|to|subject|date|content-type|received|message-id|mime-version):")
ONLY_MAIL = re.compile(rb"(?im)^(?:received|return-path|message-id|mime-version|delivered-to):")
FIELD = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:")


def sniff(source: Source) -> Format:
    """What the bytes are.

    >>> sniff(Source("page.txt", b"<!DOCTYPE html><p>Fire in Lisbon</p>")), sniff(Source("page.html", b"Fire in Lisbon."))
    (<Format.HTML: 'a web page'>, <Format.TEXT: 'plain text'>)
    """
    data = source.data
    named = ENDINGS.get(source.ending)
    if (marked := by_mark(data)) is not None:
        return marked
    head = data[:HEAD].removeprefix(b"\xef\xbb\xbf")
    if is_binary(data):
        return Format.BINARY
    head = head.replace(b"\0", b"")  # UTF-16: good enough for tags and braces
    head = head[2:] if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head
    if is_page(head, named):
        return Format.HTML
    if is_mail(head, named):
        return Format.EML
    if OBJECT.match(head) and named not in (Format.CSV, Format.MARKDOWN):
        return Format.JSON
    if named is None or named in MARKED or named in (Format.HTML, Format.EML):
        return Format.TEXT
    return named


def by_mark(data: bytes) -> Format | None:
    """The format that the first bytes name."""
    if data.startswith(b"PK\x03\x04"):
        return zipped(data)
    for mark, format in MAGIC:
        if data.startswith(mark):
            return format
    return Format.PDF if b"%PDF-" in data[:1024] and b"\0" not in data[:64] and not TAG.search(data[:1024]) else None


def zipped(data: bytes) -> Format:
    """What a ZIP archive holds, by the names of its members, which stand uncompressed at both ends of the file."""
    names = data[:4096] + data[-65536:]
    return next((format for mark, format in ZIPPED if mark in names), Format.ZIP)


def is_binary(data: bytes) -> bool:
    """Whether control characters stand where no text has them; UTF-16 has zeros in one column only and is text."""
    head = data[:HEAD]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or not head:
        return False
    columns = [head[i::4].count(0) * 4 / len(head) for i in range(4)]
    if sum(c > 0.5 for c in columns) in (2, 3) and min(columns) < 0.2:
        return False
    odd = len(head) - len(head.translate(None, bytes([*range(7), *range(14, 27), *range(28, 32)])))
    return odd * 20 > len(head)


def is_page(head: bytes, named: Format | None) -> bool:
    at = 0
    while before := BEFORE_PAGE.match(head, at):
        at = before.end()
    if PAGE.match(head, at):
        return True
    tags = len(TAG.findall(head))
    if named is Format.HTML:
        return tags > 0
    return named in (None, Format.TEXT) and tags >= TAGS_OF_A_PAGE and head.lstrip()[:1] == b"<"


def is_mail(head: bytes, named: Format | None) -> bool:
    """Whether the head is one of RFC 5322: fields from the first line on, some of which only mail has."""
    fields = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    if not (FIELD.match(fields) or fields.startswith(b"From ")):
        return False
    return len(MAIL_FIELD.findall(fields)) >= 2 if named is Format.EML else len(ONLY_MAIL.findall(fields)) >= 2
