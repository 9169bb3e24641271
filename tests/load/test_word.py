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
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
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


def test_a_text_box_is_read_once_after_the_paragraph_that_holds_it() -> None:
    box = f"<w:txbxContent><w:p>{run('In the box.')}</w:p></w:txbxContent>"
    both = f"<mc:AlternateContent {MC}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    body = f"<w:p>{run('A ferry ')}<w:r>{both}</w:r>{run('ran aground.')}</w:p><w:p>{run('Nobody is missing.')}</w:p>"
    assert read(docx(body)).text == "A ferry ran aground.\nIn the box.\nNobody is missing."


def test_hidden_text_deleted_rows_and_codes_of_fields_are_not_read() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>for the desk only</w:t></w:r>"
    field = f"<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>{run('the coast guard')}"
    row = f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>{run('Dead: 11')}</w:p></w:tc></w:tr></w:tbl>"
    assert read(docx(f"<w:p>{run('Says ')}{hidden}{field}</w:p>{row}")).text == "Says the coast guard"


def test_comments_and_footnotes_are_counted_and_not_read() -> None:
    data = io.BytesIO(docx(f"<w:p>{run('A ferry.')}</w:p>"))
    with zipfile.ZipFile(data, "a") as archive:
        notes = f"<w:footnote><w:p/></w:footnote><w:footnote><w:p>{run('Thirteen, says the union.')}</w:p></w:footnote>"
        archive.writestr("word/footnotes.xml", f"<w:footnotes {W}>{notes}</w:footnotes>")
        comments = f"<w:comment><w:p>{run('Sure?')}</w:p></w:comment>" * 2
        archive.writestr("word/comments.xml", f"<w:comments {W}>{comments}</w:comments>")
    version = read(data.getvalue())
    assert (version.text, version.warnings) == ("A ferry.", ("1 footnote not read", "2 comments not read"))


@pytest.mark.parametrize("style", ["Title", "Heading1", "berschrift1"])
def test_a_first_line_in_the_style_of_a_headline_is_the_headline(style: str) -> None:
    mark = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    version = read(docx(f"<w:p/><w:p>{mark}{run('Ferry off Senn')}</w:p><w:p>{run('A ferry ran aground.')}</w:p>", CORE))
    assert (version.title, version.guessed) == ("Ferry off Senn", ("author",))


@pytest.mark.parametrize(
    ("title", "creator"),
    [("House template 2011", "Microsoft Office User"), ("Document1", "python-docx"), ("draft_v2.docx", "Windows User")],
)
def test_what_a_template_or_a_program_left_is_no_title_and_no_author(title: str, creator: str) -> None:
    core = CORE.replace("Ferry aground", title).replace("Ola Nygaard", creator)
    version = read(docx(f"<w:p>{run('A ferry ran aground off Senn on Tuesday night.')}</w:p>", core))
    assert (version.title, version.author, version.guessed) == (None, None, ())


def test_the_mark_of_a_paragraph_s_end_is_no_change_of_its_own() -> None:
    mark = "<w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>"
    assert read(docx(f"<w:p>{mark}<w:ins>{run('New.')}</w:ins></w:p>")).warnings == (
        "tracked changes read as accepted: 1 insertion, 0 deletions",
    )


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
