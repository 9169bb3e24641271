"""PDFs: columns, broken words, running heads, and what has no text to read. The files are made here, by WeasyPrint."""

from __future__ import annotations

import io
from functools import cache

import pytest
from pypdf import PdfWriter, Transformation
from weasyprint import HTML

from compare.load import read_source
from compare.load.inputs import Source, Unreadable
from compare.load.page_layout import Piece, lines_of_page
from compare.model import Version
from compare.settings import Settings

PARAGRAPHS = [
    "The ferry Aurora ran aground off the island of Senn on Tuesday night with 240 people on board, the coast guard said.",
    "Twelve passengers were treated for minor injuries in the school gymnasium, and nobody was reported missing by the"
    " harbourmaster or by the representatives of the operator, which has run the crossing since the spring.",
    "“We heard a scraping noise, and then the lights went out,” said Mara Lund, who was on her way home to Senn.",
    "The operator has promised to publish the findings of its inquiry within three months, before the season begins.",
]
STYLE = """@page { size: A5; margin: 2cm; @top-left { content: "Harbour Post, Wednesday" } @bottom-right {
           content: counter(page) " / " counter(pages) } } body { font: 10pt serif } """
NO_HEADS = "@page { @top-left { content: none } @bottom-right { content: none } }"


@cache
def printed(body: str, style: str = "", head: str = "") -> bytes:
    page = f'<html lang="en"><head>{head}<style>{STYLE}{style}</style></head><body>{body}</body></html>'
    made = HTML(string=page).write_pdf()
    assert isinstance(made, bytes)
    return made


def story(times: int = 1) -> str:
    return "".join(f"<p>{p}</p>" for p in PARAGRAPHS * times)


def read(data: bytes, settings: Settings | None = None) -> Version:
    return read_source(Source("story.pdf", data), settings or Settings()).versions[0]


def lines(version: Version) -> list[str]:
    return (version.text or "").split("\n")


def test_a_paragraph_is_a_line() -> None:
    assert lines(read(printed(story(), NO_HEADS))) == PARAGRAPHS


@pytest.mark.parametrize("layout", ["column-gap: 8mm", "column-gap: 8mm; hyphens: auto; text-align: justify"])
@pytest.mark.parametrize("indent", ["margin: 0 0 3mm", "margin: 0; text-indent: 1em"])
def test_columns_are_read_one_after_the_other(layout: str, indent: str) -> None:
    style = f"{NO_HEADS} div {{ columns: 2; {layout} }} p {{ {indent} }}"
    version = read(printed(f"<h1>Ferry aground off Senn</h1><div>{story(2)}</div>", style))
    assert lines(version) == ["Ferry aground off Senn", *PARAGRAPHS, *PARAGRAPHS]


def test_columns_that_the_file_gives_row_by_row_are_put_in_order() -> None:
    left = ["The ferry ran aground off", "the island of Senn on Tues-", "day night, and nobody was", "hurt."]
    right = ["The operator has promised", "an inquiry before the well-", "known season begins, by a", "well-known master."]
    rows = "".join(f"<tr><td>{a}<td>{b}" for a, b in zip(left, right, strict=True))
    version = read(printed(f"<table>{rows}</table>", style="td { white-space: nowrap; padding: 0 4mm 0 0 }"))
    assert "The ferry ran aground off the island of Senn on Tuesday night, and nobody was hurt." in lines(version)
    assert "an inquiry before the well-known season begins" in (version.text or "")


def test_running_heads_and_page_numbers_are_left_out_and_counted() -> None:
    version = read(printed(story(8)))
    assert lines(version) == PARAGRAPHS * 8
    assert version.warnings[0].endswith("lines left out: running heads and page numbers")


def test_what_a_browser_prints_around_a_page_is_left_out() -> None:
    style = """@page { @top-left { content: "11/14/17, 9:30 PM" } @top-right { content: "Ferry aground | Harbour Post" }
               @bottom-left { content: "https://post.example/ferry" } @bottom-right { content: "1/1" } }"""
    version = read(printed(story(), style, "<title>Ferry aground | Harbour Post</title>"))
    assert lines(version) == PARAGRAPHS
    assert (version.title, version.outlet, version.url) == ("Ferry aground", "Harbour Post", "https://post.example/ferry")
    assert version.guessed == ("title", "outlet", "url")


def test_columns_below_a_story_in_full_width_are_found() -> None:
    box = f'<div style="columns: 2">{story()}</div>'
    assert lines(read(printed(story(2) + box, f"{NO_HEADS} @page {{ size: A4 }}"))) == PARAGRAPHS * 3


@pytest.mark.parametrize("angle", [90, 270])
def test_a_page_drawn_sideways_is_read(angle: int) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(printed(story(), NO_HEADS)))
    writer.pages[0].add_transformation(Transformation().rotate(angle).translate(300, 300))
    writer.pages[0].mediabox.upper_right = (900, 900)
    writer.pages[0].mediabox.lower_left = (-900, -900)
    out = io.BytesIO()
    writer.write(out)
    assert lines(read(out.getvalue())) == PARAGRAPHS


def test_title_and_author_are_guesses_and_the_name_of_a_file_is_none() -> None:
    version = read(printed(story(), head='<title>Ferry aground</title><meta name="author" content="Ana Ruiz">'))
    assert (version.title, version.author, version.outlet) == ("Ferry aground", "Ana Ruiz", "Harbour Post")
    assert version.guessed == ("title", "author", "outlet")
    assert read(printed(story(), head="<title>Microsoft Word - ferry3.doc</title>")).title is None


def test_a_scan_has_no_text_layer() -> None:
    with pytest.raises(Unreadable, match=r"story\.pdf: no text layer in its 1 page: a scan; run text recognition"):
        read(printed('<svg width="100" height="100"><rect width="80" height="80"/></svg>', NO_HEADS))


def test_a_password_is_named() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(printed(story())))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(Unreadable, match=r"story\.pdf: a PDF locked with a password"):
        read(out.getvalue())


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\n%%EOF", b"%PDF-1.7\n" + b"1 0 obj<<" * 2000])
def test_a_damaged_file_is_named(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"story\.pdf: a damaged PDF"):
        read(data)


def test_a_file_cut_in_two_is_read_or_named() -> None:
    data = printed(story(8))
    with pytest.raises(Unreadable, match=r"story\.pdf: "):
        read(data[: len(data) // 2])


def test_time_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(0, 1000, 7))
    monkeypatch.setattr("compare.load.deadline.time.thread_time", lambda: next(clock))
    with pytest.raises(Unreadable, match="page 2 was not reached within 10 s"):
        read(printed(story(8)))


def test_a_headline_over_two_columns_comes_first() -> None:
    def piece(left: float, right: float, top: float, text: str) -> Piece:
        return Piece(left, right, top - 10, top, text)

    left = [piece(0, 95, 80 - 12 * n, f"left {n}") for n in range(4)]
    right = [piece(110, 205, 80 - 12 * n, f"right {n}") for n in range(4)]
    rows = [p for pair in zip(left, right, strict=True) for p in pair]
    read_order = [line.text for line in lines_of_page([*rows, piece(0, 200, 100, "head")], 0, 0)]
    assert read_order == ["head", *(f"left {n}" for n in range(4)), *(f"right {n}" for n in range(4))]
