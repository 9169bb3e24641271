"""Comparison -> a PDF that is tagged (PDF/UA-1) and archival (PDF/A-3a), with the JSON report attached.

WeasyPrint is imported when the first PDF is made: it costs a second, and fails where Pango is missing.
"""

from __future__ import annotations

import gc
import hashlib
import json
import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from compare.model import Comparison
from compare.plain import as_dict
from compare.render.depth import with_room
from compare.render.html import laid_out, style, theme_style
from compare.render.length import alignment_pages, bounds_for
from compare.render.limits import TooManyPages, at_most_pages, within_limits
from compare.render.markup import tree_of
from compare.render.material import Bounds
from compare.render.once import done_once
from compare.render.pages import report_view
from compare.render.pango import import_weasyprint
from compare.render.scripts import font_rules, unusual
from compare.render.theme import theme_of
from compare.render.words import catalogue

if TYPE_CHECKING:
    from weasyprint import Document

SCHEME = "report:"
"""Addresses of our own fonts in the style sheet; nothing else is ever fetched."""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""Date of the attachment where the report has none: a clock would make every file another."""
FONTS_IN_USE: ContextVar[list[Any]] = ContextVar("FONTS_IN_USE")
"""WeasyPrint's font configurations of the rendering at hand."""
REPLACEMENT = "\ufffd"
MISSING_NAMED = 12
"""Missing characters that the note names."""
COMPRESSION = 6
"""zlib's own default: level 9 takes twice the time for one percent."""
FINE = re.compile(rb"(?<=\.\d\d)\d{1,12}")
"""Decimals of a place on a page beyond a hundredth of a pixel: noise, and a fifth of the page's bytes. No text of a page holds a
point, as its letters are written as numbers of glyphs."""
RETURN = 0x0D
"""Last byte of a packed stream that must not be: it is the last of the content's Adler-32 sum (RFC 1950)."""
PDF_UA = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""  # noqa: E501
"""Says that the file is PDF/UA-1 too, and describes that statement as PDF/A asks (ISO 19005-3, 6.6.2.3)."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Pages, the HTML that they were made of, and the characters that they have a replacement for."""

    document: Document
    source: str
    missing: frozenset[str]


def render_pdf(comparison: Comparison) -> bytes:
    """The report as a PDF; the same comparison gives the same bytes. Raises RenderError where it cannot be made."""
    import_weasyprint()
    from compare.render.page_marks import languages_noted

    with rendering(), done_once(), languages_noted(), within_limits(comparison.settings):
        return with_room(partial(printed, comparison))


def printed(comparison: Comparison) -> bytes:
    """The file's bytes; laid out anew where a character turns out to be missing as the pages are drawn."""
    pages = fitted(comparison)
    data = written(pages, comparison)
    if more := unprintable(pages.document):
        missing = pages.missing | more
        del pages  # or both would be in memory
        data = written(fitted(comparison, missing), comparison)
    return data


def fitted(comparison: Comparison, missing: frozenset[str] = frozenset()) -> LaidOut:
    """The pages, within the wanted number of them: without the alignment where it would go beyond."""
    bounds, limit, length = bounds_for(comparison), comparison.settings.max_pages, alignment_pages(comparison)
    if bounds.alignment:
        try:
            with at_most_pages(limit):
                return paged(comparison, bounds, length, missing)
        except TooManyPages:  # which the estimate did not foresee: no more of them is laid out
            length = max(length, limit + 1)
    return paged(comparison, bounds.without_alignment(), length, missing)


def paged(comparison: Comparison, bounds: Bounds, length: int, missing: frozenset[str]) -> LaidOut:
    """The pages, with a sign for each missing character; `length` is the alignment's, for saying why it is left out.

    Signs that our fonts may not have are tried first, on a page of their own: else the whole would be laid out twice.
    """
    settings, theme = comparison.settings, theme_of(comparison.settings)
    rules = theme_style("print_theme.css", theme, settings.templates)
    lay = partial(lay_out, page_size=settings.page_size, folder=settings.templates, more=rules)
    words = catalogue(settings.language)
    why = words.phrase("alignment_left_out", pages=words.number(length), limit=words.number(settings.max_pages))
    view = report_view(comparison, bounds, why)
    source = laid_out("print.html", view, words, folder=settings.templates, theme=theme)
    if (tried := unusual(source) - missing) and (more := unprintable(tried_out(tried, lay))):
        missing |= more
    if missing:
        points = ", ".join(f"U+{ord(c):04X}" for c in sorted(missing)[:MISSING_NAMED])
        note = words.phrase("missing_glyphs", count=words.count("characters", len(missing)), points=points)
        view = replace(view, summary=replace(view.summary, note=note))
        source = laid_out("print.html", view, words, folder=settings.templates, theme=theme)
        source = source.translate({ord(c): REPLACEMENT for c in missing})
    return LaidOut(lay(source), source, missing)


def tried_out(characters: frozenset[str], lay: Callable[[str], Document]) -> Document:
    """Pages with each of the characters once, drawn, so that the fonts know which of them they have not."""
    with at_most_pages(None):
        document = lay(f"<html lang='en'><title>-</title><p>{' '.join(map(escape, sorted(characters)))}</p></html>")
        document.write_pdf()
    return document


def unprintable(document: Document) -> frozenset[str]:
    """The characters that no font at hand has a sign for, known once the pages are drawn. PDF/UA forbids their empty boxes."""
    return frozenset(chr(point) for font in document.fonts.values() for point in font.missing)


def written(pages: LaidOut, comparison: Comparison) -> bytes:
    """The file's bytes.

    A stream whose last byte is a carriage return reads as one that is a byte short (the line end before `endstream` may be
    either); where WeasyPrint's own object streams end so, once in a hundred files, an unused object makes them other ones.
    """
    identifier = hashlib.sha256(pages.source.encode("utf-8", "replace")).digest()[:16]
    for spare in range(5):
        data: bytes = pages.document.write_pdf(
            finisher=partial(finished, spare=spare),
            pdf_variant="pdf/a-3a",
            pdf_identifier=identifier,
            attachments=[json_attachment(comparison)],
        )
        if b"\r\nendstream" not in data:
            break
    return data


def lay_out(source: str, page_size: str, folder: str | None = None, more: str = "") -> Document:
    """WeasyPrint's pages of an HTML text, with rules of style after ours. Raises RenderError where Pango is missing."""
    import_weasyprint()
    from cssselect2 import ElementWrapper
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    FONTS_IN_USE.get([]).append(fonts)
    fetcher = own_files()
    sizes = f"@page {{ size: {page_size} }} @page wide {{ size: {page_size} landscape }}"
    rules = font_rules(source, SCHEME) + style("print.css", folder) + sizes + more
    sheet = CSS(string=rules, font_config=fonts, url_fetcher=fetcher, base_url=SCHEME)
    elements = CSS(string=style("elements.css", folder))
    tree = tree_of(source) if folder is None else None  # a newsroom's templates need not be XML

    class Report(HTML):  # type: ignore[misc]  # WeasyPrint has no types
        def __init__(self) -> None:
            super().__init__(string=source if tree is None else "", url_fetcher=fetcher)
            if tree is not None:
                self.wrapper_element = ElementWrapper.from_html_root(tree, content_language=None)
                self.etree_element = tree

        def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:
            return [elements]

    return Report().render(font_config=fonts, stylesheets=[sheet])


def own_files() -> Any:
    """A fetcher for WeasyPrint that knows our fonts and the images that stand in the page itself, and refuses everything else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OwnFiles(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith("data:image/"):
                return super().fetch(url, headers)
            name = url.removeprefix(SCHEME)
            if not url.startswith(f"{SCHEME}fonts/") or ".." in name:
                raise ValueError(f"{url[:80]}: a report fetches nothing")
            return URLFetcherResponse(url, files("compare.report_templates").joinpath(name).read_bytes())

    return OwnFiles()


def json_attachment(comparison: Comparison) -> Any:
    """The JSON report as a file inside the PDF, without the spaces that make it readable: they are a tenth of it, packed."""
    from weasyprint import Attachment

    made = comparison.made or EPOCH
    data = json.dumps(as_dict(comparison), ensure_ascii=False, separators=(",", ":")).encode()
    if zlib.adler32(data) & 0xFF == RETURN:
        data += b"\n"
    return Attachment(
        file_obj=Named(data),
        name="report.json",
        description=catalogue(comparison.settings.language).phrases["attachment"],
        created=made,
        modified=made,
        relationship="Data",
    )


class Named:
    """Bytes as the file object that WeasyPrint reads an attachment from."""

    name = None

    def __init__(self, data: bytes) -> None:
        self.data = data

    def read(self) -> bytes:
        return self.data


def finished(document: Document, pdf: Any, *, spare: int = 0) -> None:
    """Declares PDF/UA-1 in the metadata, uncompressed so that a reader finds it, and packs the other streams once.

    pydyf would pack every stream twice, the first time for the file's identifier: 5% of all the time.
    """
    import pydyf

    from compare.render.tag_tree import prune, write_once

    prune(pdf, document.metadata.lang or "")
    for item in pdf.objects:
        if not isinstance(item, pydyf.Stream):
            continue
        if item.extra.get("Type") == "/Metadata":
            item.stream = [part.replace(b"</rdf:RDF>", PDF_UA + b"</rdf:RDF>") for part in item.stream]
            item.compress = False
        elif item.compress:
            packed = zlib.compress(content_of(item), COMPRESSION)
            item.stream, item.compress = [packed], False
            item.extra["Filter"] = "/FlateDecode"
    for _ in range(spare):
        pdf.add_object(pydyf.Dictionary({"Spare": "true"}))
    write_once(pdf)


def content_of(stream: Any) -> bytes:
    """A stream's bytes, with a space after them where they would be packed to end in a carriage return."""
    content = b"\n".join(as_bytes(part) for part in stream.stream)
    if hasattr(stream, "_tags"):  # a page
        content = FINE.sub(b"", content)
    if b"begincmap" in content[:200]:
        content = content.replace(b" <>\n", b" <200b>\n")  # the second sign of one letter, as in Hindi, reads as no width
    if zlib.adler32(content) & 0xFF != RETURN or stream.extra.get("Type") == "/EmbeddedFile":
        return content
    if "Length1" in stream.extra:  # a font says how long it is; what follows its tables is not read
        stream.extra["Length1"] += 1
    return content + b" "


def as_bytes(part: Any) -> bytes:
    """A part of a stream as pydyf would write it."""
    if isinstance(part, bytes):
        return part
    data: bytes = part.data if hasattr(part, "data") else str(part).encode("ascii")
    return data


@contextmanager
def rendering() -> Iterator[None]:
    """Inside, Python's cycle collector seldom runs: layout makes millions of objects that live to the end. No file outlives it.

    Saves 12 to 16% of the time. What exists before, libraries for the most part, is not looked at again. WeasyPrint unpacks fonts
    (2 MB) into the temporary folder and removes them when Python takes its objects apart, for which the program does not wait.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(200_000, 50, 50)
    used: list[Any] = []
    token = FONTS_IN_USE.set(used)
    try:
        yield
    finally:
        for fonts in used:
            fonts.__del__()
        FONTS_IN_USE.reset(token)
        gc.set_threshold(*before)
        gc.unfreeze()
