"""The order in which lines of a page are read, where narrow columns and large letters mislead."""

from __future__ import annotations

from weasyprint import HTML

from compare.load import read_source
from compare.load.inputs import Source
from compare.load.page_layout import Piece, lines_of_page
from compare.model import Version
from compare.settings import Settings

TEXT = "The ferry Aurora ran aground off the island of Senn on Tuesday night with 240 people on board, the coast guard said."


def read(body: str, style: str) -> Version:
    page = f"<html lang=en><style>@page {{ size: A5 }} body {{ font: 10pt serif }} {style}</style>{body}"
    made = HTML(string=page).write_pdf()
    assert isinstance(made, bytes)
    return read_source(Source("story.pdf", made), Settings()).versions[0]


def words_on_a_line(top: float, *lefts: float) -> list[Piece]:
    return [Piece(left, left + 10, top - 10, top, f"w{top:g}.{number}") for number, left in enumerate(lefts)]


def test_words_that_a_narrow_line_sets_far_apart_are_no_column() -> None:
    lines = [[Piece(0, 100, 110, 120, "a full line of words")], words_on_a_line(105, 0, 40, 90), words_on_a_line(91, 0, 45, 90),
             words_on_a_line(77, 0, 38, 90)]  # fmt: skip
    read_lines = [line.text for line in lines_of_page([piece for line in lines for piece in line], 0, 0)]
    assert read_lines == ["a full line of words", *(f"w{top}.0 w{top}.1 w{top}.2" for top in (105, 91, 77))]


def test_a_headline_of_two_lines_in_large_letters_is_one_line() -> None:
    headline = "Ferry with 240 people on board runs aground off the island of Senn"
    version = read(f"<h1>{headline}</h1><p>By Ana Ruiz</p>" + f"<p>{TEXT}</p>" * 6, "h1 { font-size: 22pt }")
    assert (version.text or "").split("\n") == [headline, "By Ana Ruiz", *[TEXT] * 6]
    assert version.title == headline


def test_the_address_below_a_page_is_found_beside_its_number() -> None:
    foot = '@page { @bottom-left { content: "https://post.example/ferry" } @bottom-right { content: "Page 1 of 1" } }'
    version = read(f"<p>{TEXT}</p>" * 3, foot)
    assert (version.url, (version.text or "").split("\n")) == ("https://post.example/ferry", [TEXT] * 3)
