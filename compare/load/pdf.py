"""A PDF -> Version: the text layer read by pdfium, a paragraph a line, columns in order, running heads left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from compare.load.deadline import deadline_of
from compare.load.decoding import neutral
from compare.load.inputs import Inputs, Source, Unreadable
from compare.load.page_layout import GAP, Line, Piece, lines_of_page
from compare.load.page_metadata import OUTLET_AFTER_TITLE
from compare.load.story_header import with_header
from compare.messages import message
from compare.model import Version
from compare.settings import Settings

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

FEW_LETTERS = 10
"""Letters a page below which the pages are pictures: a scanner's stamp or a page number is no text layer."""
SHORT_PIECE = 4
"""Letters a piece below which a page is tried sideways: words are longer, and most pieces are whole lines."""
EDGE_LINES = 3
"""Lines at the top and at the bottom of a page among which running heads, page numbers and print-out marks stand."""
SIGNS = "\u0002\ufffe"
HYPHENS = "-\u2010\u00ad\u0002\ufffe"
"""What stands at the end of a line that breaks in a word; pdfium gives the last two for a hyphen that it takes for one."""
COUNTER = re.compile(
    r"(?:page|seite|página|pagina|страница|p\.)?\s{0,3}[-–—]?\s{0,3}\d{1,4}(?:\s{0,3}(?:/|of|von|de|di|sur|из)\s{0,3}\d{1,4})?"
    r"\s{0,3}[-–—]?",
    re.IGNORECASE,
)
PRINTED = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: .{1,300})?"
    r"|(?P<url>(?:https?|file)://\S{1,2000})(?: (?:page |p\. ?)?\d{1,4}(?: ?(?:/|of) ?\d{1,4})?)?",
    re.IGNORECASE,
)
"""What a browser prints over a page, the time and the window's title, and under it, the address and the number of the page."""
NAME_OF_FILE = re.compile(r"\.\w{2,5}$|^microsoft word|^untitled|^about:|^https?:|\d{5,}", re.IGNORECASE)
STOP = re.compile(r"[.!?…。！？।۔:]['\"”’»)\]]{0,3}$")
PDFIUM_PASSWORD = 4
"""FPDF_ERR_PASSWORD of pdfium's fpdfview.h."""


def read_pdf(source: Source, settings: Settings) -> Inputs:
    """One version. Raises Unreadable for a file that is damaged, locked, without a text layer or too long."""
    from pypdfium2 import PdfDocument, PdfiumError  # 60 ms

    try:
        document = PdfDocument(source.data)
    except PdfiumError as e:
        if getattr(e, "err_code", None) == PDFIUM_PASSWORD:
            raise Unreadable(f"{source.name}: a PDF locked with a password; save it without one, or give its text") from None
        raise Unreadable(f"{source.name}: a damaged PDF; open it, print it to a new PDF, or give its text as .txt") from None
    try:
        pages = list(pages_of(document, source, settings))
        title, author = (one_line(document.get_metadata_value(key)) for key in ("Title", "Author"))
    except PdfiumError:
        raise Unreadable(f"{source.name}: a PDF with a damaged page; print it to a new PDF, or give its text as .txt") from None
    finally:
        document.close()
    if sum(len(line.text) for page in pages for line in page) < FEW_LETTERS * max(1, len(pages)):
        found = f"no text layer in its {len(pages)} page{'s' * (len(pages) != 1)}: a scan"
        raise Unreadable(f"{source.name}: {found}; run text recognition (OCR) on it, or give the story's text")
    heads = running_heads(pages)
    lines = [line for page in pages for line in page if line not in heads]
    text = neutral("\n".join(paragraphs(lines)))
    version = Version(text=text, path=source.name, sha256=source.sha256, warnings=left_out(len(heads)))
    return Inputs((with_header(described(version, title, author, heads)),))


def left_out(heads: int) -> tuple[str, ...]:
    """A warning with the number of lines that are not of the story."""
    return (message("warning.running_heads", n=heads),) if heads else ()


def described(version: Version, title: str | None, author: str | None, heads: frozenset[Line]) -> Version:
    """The version with what the file says of itself, all guesses: it is often the program's, the template's or the typist's."""
    outlet = None
    if title and (after := OUTLET_AFTER_TITLE.search(title)):
        title, outlet = title[: after.start()], after[1]
    if title and NAME_OF_FILE.search(title):
        title = None
    addresses = sorted(m["url"] for line in heads if (m := PRINTED.fullmatch(line.text)) and m["url"])
    url = next((u for u in addresses if u.startswith("http")), None)
    found = (("title", title), ("author", author), ("outlet", outlet), ("url", url))
    guessed = tuple(name for name, value in found if value)
    return replace(version, title=title, author=author, outlet=outlet, url=url, guessed=guessed)


def pages_of(document: PdfDocument, source: Source, settings: Settings) -> Iterator[tuple[Line, ...]]:
    """The lines of each page in reading order. Raises Unreadable beyond the limits of length and time."""
    deadline, letters, column = deadline_of(source, settings), 0, 0
    for number, page in enumerate(document):
        text_page = page.get_textpage()
        letters += text_page.count_chars()
        if letters > settings.max_characters:
            found = f"more than {settings.max_characters:,} characters"
            raise Unreadable(f"{source.name}: {found}; print the story's pages to a PDF of their own, or raise max_characters")
        deadline.check(f"page {number + 1}")
        lines = tuple(lines_of_page(upright_pieces(text_page), number, column))
        column = lines[-1].column + 1 if lines else column
        text_page.close()
        page.close()
        yield lines


def upright_pieces(text_page: PdfTextPage) -> tuple[Piece, ...]:
    """The page's pieces, the page turned so that its lines lie flat: print-outs of wide pages are often drawn sideways."""
    flat = tuple(pieces_of(text_page, 0))
    if len(flat) * SHORT_PIECE <= sum(len(p.text) for p in flat):
        return flat
    return min((flat, *(tuple(pieces_of(text_page, turn)) for turn in (90, 270, 180))), key=len)


def pieces_of(text_page: PdfTextPage, turn: int) -> Iterator[Piece]:
    """The page's letters joined to pieces, in the order of the file; a piece ends where the line does, or at a wide space."""
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    piece: Piece | None = None
    for i in range(text_page.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text_page, i))
        if letter in "\r\n":
            if piece is not None:
                yield piece
            piece = None
        elif letter.isspace() or not raw.FPDFText_GetLooseCharBox(text_page, i, box):
            piece = replace(piece, text=f"{piece.text} ") if piece is not None else None
        else:
            here = turned(Piece(box.left, box.right, box.bottom, box.top, letter), turn)
            if piece is not None and goes_on(piece, here):
                piece = Piece(piece.left, max(piece.right, here.right), min(piece.bottom, here.bottom), max(piece.top, here.top),
                              piece.text + letter)  # fmt: skip
            else:
                if piece is not None:
                    yield piece
                piece = here
    if piece is not None:
        yield piece


def turned(piece: Piece, angle: int) -> Piece:
    """The piece on a page turned clockwise by 0, 90, 180 or 270 degrees."""
    left, right, bottom, top = piece.left, piece.right, piece.bottom, piece.top
    if angle == 90:
        left, right, bottom, top = bottom, top, -right, -left
    elif angle == 180:
        left, right, bottom, top = -right, -left, -top, -bottom
    elif angle == 270:
        left, right, bottom, top = -top, -bottom, left, right
    return Piece(left, right, bottom, top, piece.text)


def goes_on(piece: Piece, letter: Piece) -> bool:
    """Whether a letter continues the piece on its line; the letters of a ligature all have the box of the whole."""
    return piece.beside(letter) and -1.5 * piece.height < letter.left - piece.right < GAP * piece.height


def running_heads(pages: Sequence[Sequence[Line]]) -> frozenset[Line]:
    """The lines at the edges of pages that stand there again and again, but for their numbers, and page numbers."""
    edges = [edge_lines(page) for page in pages]
    seen = Counter(key for page in edges for key in {head_key(line) for line in page})
    often = max(2, (len(pages) + 1) // 2)
    return frozenset(line for page in edges for line in page if seen[head_key(line)] >= often or is_furniture(line.text))


def is_furniture(text: str) -> bool:
    """Whether a line at a page's edge is a page number, or what a browser prints there."""
    return (COUNTER.fullmatch(text) or PRINTED.fullmatch(text)) is not None


def edge_lines(page: Sequence[Line]) -> tuple[Line, ...]:
    """The highest and the lowest lines of a page."""
    by_height = sorted(page, key=lambda line: -line.piece.top)
    return tuple(dict.fromkeys((*by_height[:EDGE_LINES], *by_height[-EDGE_LINES:])))


def head_key(line: Line) -> tuple[str, int]:
    """What two running heads have in common: the words without numbers, and their height on the page."""
    return re.sub(r"\d+", "#", line.text.lower()), round(line.piece.top / 10)


def paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """The text of each paragraph, its lines joined and words put together that were broken at line ends."""
    words = frozenset(word for line in lines for word in line.text.lower().split())
    told = ""
    before: Line | None = None
    for line in lines:
        if before is not None and not continues(before, line):
            yield told
            told = ""
        told = run_on(told, line.text, words)
        before = line
    if told:
        yield told


def continues(before: Line, line: Line) -> bool:
    """Whether a line is of the same paragraph as the one before it.

    It is if the earlier line is full, so that the next word had no room, or the next goes on in lower case; never when it is
    indented, set apart or of another size. Over columns and pages only what is no end of a sentence goes on.
    """
    a, b = before.piece, line.piece
    indented = b.left - line.left_edge > 0.8 * b.height > a.left - before.left_edge
    if indented or abs(a.height - b.height) > 0.15 * a.height:
        return False
    low = line.text[0].islower()
    first_word = (b.right - b.left) / len(line.text) * (line.text.find(" ") + 1 or len(line.text))
    full = a.right + first_word > before.right_edge - 0.3 * a.height
    if line.column != before.column:
        return low or (full and not STOP.search(before.text[-8:]))
    large = 1.15 * b.height if b.height > 1.15 * line.usual_height else 0.0  # a headline over several lines
    return (low or full) and line.pitch < 1.3 * max(line.usual_pitch, large)


def run_on(told: str, line: str, words: frozenset[str]) -> str:
    """A paragraph with its next line; a word broken by a hyphen is put together, unless the text has it with the hyphen."""
    if told[-1:] not in HYPHENS or not told[-2:-1].isalpha() or not line[:1].islower():
        return f"{told.rstrip(SIGNS)} {line}".strip() if told[-1:] in SIGNS else f"{told} {line}".strip()
    first, second = told[:-1].split()[-1].lower(), line.split()[0].lower()
    hyphen = "-" if f"{first}-{second}" in words and first + second not in words else ""
    return told[:-1] + hyphen + line


def one_line(value: str) -> str | None:
    return " ".join(neutral(value).split()) or None
