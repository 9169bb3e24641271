"""Word documents: tracked changes, content controls, and archives that are not what they say."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.load import read_source
from compare.load.inputs import Source, Unreadable
from compare.model import Version
from compare.settings import Settings

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Ferry aground</dc:title><dc:creator>Ola Nygaard</dc:creator></c>'


def docx(body: str, core: str | None = None, before: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        document = f'<?xml version="1.0"?>{before}<w:document {W}><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", document)
        if core is not None:
            archive.writestr("docProps/core.xml", core)
    return out.getvalue()


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def read(data: bytes, name: str = "draft.docx") -> Version:
    return read_source(Source(name, data), Settings()).versions[0]


def test_a_paragraph_is_a_line_and_properties_are_guesses() -> None:
    version = read(docx(f"<w:p>{run('A ferry')}{run(' ran aground.')}</w:p><w:p>{run('Nobody is missing.')}</w:p>", CORE))
    assert version.text == "A ferry ran aground.\nNobody is missing."
    assert (version.title, version.author, version.guessed) == ("Ferry aground", "Ola Nygaard", ("title", "author"))
    assert version.warnings == ()


def test_tracked_changes_are_read_as_accepted_with_a_warning() -> None:
    deleted = "<w:del><w:r><w:delText>eleven</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run(' on Monday')}</w:moveFrom><w:moveTo>{run(' on Tuesday')}</w:moveTo>"
    version = read(docx(f"<w:p>{run('It hurt ')}{deleted}<w:ins>{run('twelve')}</w:ins>{moved}</w:p>"))
    assert version.text == "It hurt twelve on Tuesday"
    assert version.warnings == ("tracked changes read as accepted: 2 insertions, 2 deletions",)


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    assert read(docx(f"<w:p>{mark}{run('A ferry ')}</w:p><w:p>{run('ran aground.')}</w:p>")).text == "A ferry ran aground."


def test_content_controls_tables_tabs_and_breaks_are_read() -> None:
    control = f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent><w:p>{run('In a control.')}</w:p></w:sdtContent></w:sdt>"
    table = f"<w:tbl><w:tr><w:tc><w:p>{run('Dead')}</w:p></w:tc><w:tc><w:p>{run('12')}</w:p></w:tc></w:tr></w:tbl>"
    signs = f"<w:p>{run('one')}<w:r><w:tab/></w:r>{run('two')}<w:r><w:br/></w:r>{run('three')}</w:p>"
    assert read(docx(control + table + signs)).text == "In a control.\nDead\n12\none two\nthree"


def test_a_document_is_known_by_its_content() -> None:
    version = read(docx(f"<w:p>{run('A ferry.')}</w:p>"), "draft.txt")
    assert version.warnings == ("named .txt, but a Word document (.docx): read as such",)


def test_the_strict_flavour_is_read() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        body = f"<w:body><w:p>{run('A ferry.')}</w:p></w:body>"
        archive.writestr("word/document.xml", f'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">{body}</w:document>')
    assert read(data.getvalue()).text == "A ferry."


def bomb() -> bytes:
    return docx("<w:p>" + " " * 17_000_000 + "</w:p>")


def entities() -> bytes:
    dtd = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
    return docx(f"<w:p>{run('&a;&b;')}</w:p>", before=dtd)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (docx(f"<w:p>{run('A ferry ran aground.')}</w:p>")[:-60], "damaged"),
        (docx("<w:p></w:p>"), "no text"),
        (docx("<w:p>"), "damaged"),
        (bomb(), "unpacks to more than"),
        (entities(), "a DTD"),
        (docx(f"<w:p>{run('x')}</w:p>" * 50_001), "more than 50,000 paragraphs"),
    ],
)
def test_a_document_that_cannot_be_read_is_named(data: bytes, found: str) -> None:
    with pytest.raises(Unreadable, match=rf"draft\.docx: .*{found}"):
        read(data)


@given(st.integers(0, 400), st.binary(min_size=1, max_size=8))
def test_a_document_with_bytes_changed_is_read_or_refused(at: int, change: bytes) -> None:
    data = bytearray(docx(f"<w:p>{run('A ferry ran aground.')}</w:p>", CORE))
    data[at : at + len(change)] = change
    with suppress(Unreadable):
        assert read(bytes(data)).text
