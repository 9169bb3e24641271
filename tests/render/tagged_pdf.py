"""A tagged PDF as what listens to it gets it: elements of structure in their order, with the text that their marks show.

Text is decoded by the fonts' own tables (ISO 32000-1, 9.10.3) and gathered by marked content (14.7.4), so nothing is guessed from
places on the page. Text that runs right to left comes in the order in which its glyphs are set.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pypdf
from pypdf.generic import ContentStream

UNTOLD = re.compile(r"[\s\u00ad\u0590-\u08ff\u200b-\u200f\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]+")
"""What two spellings of one text may differ in: spaces at the ends of lines, signs of direction, text from right to left."""
MAPPED = re.compile(rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]{4,64})>")


def squeezed(text: str) -> str:
    """The text without what its setting in lines changes."""
    return UNTOLD.sub("", text)


@dataclass(frozen=True)
class Element:
    """An element of structure, with the pages on which it stands and what it says itself or through those below it."""

    kind: str
    pages: tuple[int, ...]
    text: str
    kids: tuple[Element, ...]
    language: str
    """Its own, or that of the element around it."""
    alt: str
    scope: str

    def all(self, *kinds: str) -> Iterator[Element]:
        """This element and those below it that are of a kind, in reading order."""
        if not kinds or self.kind in kinds:
            yield self
        for kid in self.kids:
            yield from kid.all(*kinds)

    def says(self, text: str) -> bool:
        """Whether the text stands in it, however its lines break."""
        return squeezed(text) in squeezed(self.text)

    def begins(self, text: str) -> bool:
        """Whether the text stands at its beginning."""
        return squeezed(self.text).startswith(squeezed(text))


@dataclass(frozen=True)
class Mark:
    """A piece of a page's content that the structure may hang in."""

    page: int
    number: int


class TaggedPdf:
    """A PDF in memory; pages count from 0."""

    def __init__(self, data: bytes) -> None:
        self.reader = pypdf.PdfReader(io.BytesIO(data))
        self.fonts: dict[str, Mapping[int, str]] = {}
        self.page_of = {p.indirect_reference.idnum: n for n, p in enumerate(self.reader.pages) if p.indirect_reference}
        self.shown: dict[Mark, str] = {}
        self.margins: list[list[str]] = []
        """Of every page what is marked as not to be read: its running head and number."""
        self.strangers: list[str] = []
        """Glyphs that stand for no character: boxes in place of what the font lacks, and glyphs nobody can copy."""
        self.hung: list[Mark] = []
        for number, page in enumerate(self.reader.pages):
            self.read_page(number, page)

    def characters(self, font: Any) -> Mapping[int, str]:
        """The characters of a font's glyphs, by their number."""
        name = str(font["/BaseFont"])
        if name not in self.fonts:
            table = font["/ToUnicode"].get_data()
            pairs = ((int(code, 16), bytes.fromhex(text.decode())) for code, text in MAPPED.findall(table))
            self.fonts[name] = {code: text.decode("utf-16-be") for code, text in pairs}
        return self.fonts[name]

    def read_page(self, number: int, page: Any) -> None:
        """Takes down what every mark of a page shows."""
        self.margins.append([])
        self.read_content(number, ContentStream(page.get_contents(), self.reader), page["/Resources"], [])

    def read_content(self, number: int, content: ContentStream, resources: Any, opened: list[Mark | None]) -> None:
        """Takes down what the marks of a page, or of a drawing on it, show; `opened` are the marks around it."""
        font: Mapping[int, str] = {}
        for operands, operator in content.operations:
            if operator == b"BDC":
                opened.append(Mark(number, int(operands[1]["/MCID"])) if "/MCID" in operands[1] else None)
            elif operator == b"BMC":
                opened.append(None)
            elif operator == b"EMC":
                opened.pop()
            elif operator == b"Tf":
                font = self.characters(resources["/Font"][operands[0]])
            elif operator in (b"TJ", b"Tj"):
                mark = opened[-1] if opened and None not in opened else None  # inside an artifact nothing is read
                self.take(mark, self.decoded(operands[0], font, number), number)
            elif operator == b"Do":
                drawn = resources["/XObject"][operands[0]]
                if drawn["/Subtype"] == "/Form":
                    self.read_content(number, ContentStream(drawn, self.reader), drawn.get("/Resources", resources), opened)

    def take(self, mark: Mark | None, text: str, page: int) -> None:
        """Adds text to its mark, or to what is not to be read of the page."""
        if mark:
            self.shown[mark] = self.shown.get(mark, "") + text
        else:
            self.margins[page].append(text)

    def decoded(self, shown: Any, font: Mapping[int, str], number: int) -> str:
        """The characters of shown glyphs, two bytes each."""
        pieces = shown if isinstance(shown, list) else [shown]
        glyphs = b"".join(p.original_bytes for p in pieces if hasattr(p, "original_bytes"))
        codes = [int.from_bytes(glyphs[i : i + 2], "big") for i in range(0, len(glyphs), 2)]
        said = [font.get(code, "\ufffd") if code else "\ufffd" for code in codes]
        self.strangers += [f"glyph {codes[i]} on page {number + 1}" for i, text in enumerate(said) if "\ufffd" in text]
        return "".join(said)

    @cached_property
    def document(self) -> Element:
        """The whole document."""
        root: Any = self.reader.root_object["/StructTreeRoot"]
        return self.element(root["/K"][0].get_object(), str(self.reader.root_object["/Lang"]))

    def element(self, found: Any, around: str) -> Element:
        """An element of structure with all that hangs in it, in the language around it unless it names its own."""
        language = str(found.get("/Lang", around))
        kids, texts, pages = [], [], set()
        for kid in found["/K"] if isinstance(found.get("/K"), list) else [found["/K"]] if "/K" in found else []:
            below = kid.get_object()
            if isinstance(below, dict) and "/S" in below:
                kids.append(self.element(below, language))
                texts.append(kids[-1].text)
                pages |= set(kids[-1].pages)
            elif isinstance(below, int) or "/MCID" in below:
                owner, number = (found, below) if isinstance(below, int) else (below, below["/MCID"])
                mark = Mark(self.page_of[owner.raw_get("/Pg").idnum], int(number))
                self.hung.append(mark)
                texts.append(self.shown.get(mark, ""))
                pages.add(mark.page)
        scope = str(found.get("/A", {}).get("/Scope", "")) if isinstance(found.get("/A", {}), dict) else ""
        return Element(str(found["/S"]).lstrip("/"), tuple(sorted(pages)), " ".join(texts), tuple(kids), language,
                       str(found.get("/Alt", "")), scope)  # fmt: skip

    @cached_property
    def astray(self) -> tuple[str, ...]:
        """Texts that hang nowhere in the structure, though no mark says that they are not to be read."""
        assert self.document.pages
        read = set(self.hung)
        return tuple(text for mark, text in self.shown.items() if mark not in read and text.strip())

    @cached_property
    def bookmarks(self) -> tuple[tuple[int, str, int], ...]:
        """(depth, title, page) of every bookmark, in order."""
        return tuple(self.listed(self.reader.outline, 0))

    def listed(self, items: Any, depth: int) -> Iterator[tuple[int, str, int]]:
        for item in items:
            if isinstance(item, list):
                yield from self.listed(item, depth + 1)
            else:
                yield depth, str(item["/Title"]), self.page_of[item.raw_get("/Page").idnum]

    @cached_property
    def places(self) -> dict[str, int]:
        """The page of every named destination."""
        return {str(name): self.page_of[place.raw_get("/Page").idnum] for name, place in self.reader.named_destinations.items()}

    @cached_property
    def links(self) -> tuple[str, ...]:
        """The destination that each link within the document names."""
        found = [a.get_object() for p in self.reader.pages for a in p.get("/Annots", [])]
        return tuple(str(a["/Dest"]) for a in found if "/Dest" in a)
