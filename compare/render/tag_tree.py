"""A PDF's structure tree without what says nothing: fewer objects, and cells that name the language of their text.

WeasyPrint makes an element of structure of every box and every line of text, most of them plain spans. What they hold is hung
into the element around them, as ISO 32000-1 (14.7.4) allows: two objects of three are gone, and with them a third of the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weasyprint import Document

PLAIN = frozenset({"/NonStruct", "/Span", "/Div"})
"""Kinds of element that only group; a reader of the page loses nothing with them."""
KEYS = frozenset({"Type", "S", "K", "Pg", "P"})
"""What such an element has when nothing is said by it."""


class Gone(pydyf.Object):  # type: ignore[misc]  # pydyf has no types
    """A number that no object has any more: a free entry of the cross-reference table that leads back to entry 0."""

    def __init__(self) -> None:
        super().__init__()
        self.number, self.generation, self.free = 0, 65535, "f"

    @property
    def data(self) -> bytes:
        return b"null"


class Written(pydyf.Object):  # type: ignore[misc]  # pydyf has no types
    """An object as it stands in the file: pydyf would work it out twice, once for the file's identifier."""

    def __init__(self, whole: Any) -> None:
        super().__init__()
        self.number, self.data_written = whole.number, rounded(whole).data

    @property
    def data(self) -> bytes:
        data: bytes = self.data_written
        return data


def name_languages(document: Document) -> None:
    """Gives the table cells in another language than the document's that language (PDF/UA-1, 7.2)."""
    own = document.metadata.lang
    for page in document.pages:
        for box in page._page_box.descendants():
            mark = getattr(box, "mark", None)
            if isinstance(mark, pydyf.Dictionary) and box.style["lang"] not in (None, own):
                mark["Lang"] = pydyf.String(box.style["lang"])


def prune(pdf: Any) -> None:
    """Takes the elements that say nothing out of the structure tree, and their objects out of the file."""
    root = pdf.objects[number_of(pdf.catalog["StructTreeRoot"])]
    content = pdf.objects[number_of(root["ParentTree"])]["Nums"]
    pages = content[1 : 2 * len(pdf.page_references) : 2]  # the rest are links, which stay where they are
    page_of = dict(zip(pdf.page_references, pages, strict=True))
    for reference in root["K"]:
        hang(pdf, pdf.objects[number_of(reference)], page_of)


def hang(pdf: Any, element: Any, page_of: dict[bytes, Any], in_head: bool = False) -> None:
    """Hangs what plain elements below an element hold into the element itself; `page_of` has the owners of marks by page."""
    name_scope(element, in_head)
    element["K"] = pydyf.Array(held(pdf, element, element, page_of, in_head or element["S"] == "/THead"))


def name_scope(element: Any, in_head: bool) -> None:
    """Says of a heading cell that it heads its column or row, in place of a list of headings in each cell that it heads."""
    if element["S"] == "/TH":
        element.pop("ID", None)
        element["A"]["Scope"] = "/Column" if in_head else "/Row"
    elif element["S"] == "/TD":
        element["A"].pop("Headers", None)
        if len(element["A"]) == 1:
            del element["A"]


def held(pdf: Any, element: Any, owner: Any, page_of: dict[bytes, Any], in_head: bool) -> Iterator[int | bytes]:
    """The marks and elements that an element holds, those of plain ones in it too, all now the owner's."""
    for kid in element["K"]:
        if isinstance(kid, int):
            page_of[element["Pg"]][kid] = owner.reference
            yield kid
            continue
        below = pdf.objects[number_of(kid)]
        if below.get("Type") != "/StructElem":
            yield below.data  # what says which link it is stands here itself rather than as an object
            pdf.objects[below.number] = Gone()
        elif says_nothing(below) and below["Pg"] == owner.get("Pg"):
            yield from held(pdf, below, owner, page_of, in_head)
            pdf.objects[below.number] = Gone()
        else:
            below["P"] = owner.reference
            hang(pdf, below, page_of, in_head)
            yield kid


def says_nothing(element: Any) -> bool:
    """Whether an element only groups."""
    return element["S"] in PLAIN and KEYS.issuperset(element)


def write_once(pdf: Any) -> None:
    """Replaces every object but the streams with its bytes; nothing may change any of them afterwards."""
    for number, item in enumerate(pdf.objects):
        if item.free != "f" and item.compressible:
            pdf.objects[number] = Written(item)


def rounded(item: Any) -> Any:
    """The same object, places on the page in it to a hundredth of a point."""
    pairs = item.items() if isinstance(item, dict) else enumerate(item) if isinstance(item, list) else ()
    for key, value in pairs:
        if isinstance(value, float):
            item[key] = round(value, 2)
        elif isinstance(value, (dict, list)):
            rounded(value)
    return item


def number_of(reference: bytes) -> int:
    """The number of the object that a reference names."""
    return int(reference.split()[0])
