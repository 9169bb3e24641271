"""A PDF's structure tree without what says nothing: fewer objects, and elements that name the language of their text.

WeasyPrint makes an element of structure of every box and every line of text, most of them plain spans. What they hold is hung
into the element around them, as ISO 32000-1 (14.7.4) allows: two objects of three are gone, and with them a third of the file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pydyf

from compare.render.page_marks import LANGUAGE, content_of_pages, languages_on, number_of, set_apart

Owners = dict[bytes, dict[int, bytes]]
"""Of each page, by reference, the element that holds each numbered mark."""
PLAIN = frozenset({"/NonStruct", "/Span", "/Div"})
"""Kinds of element that only group; a reader of the page loses nothing with them."""
KEYS = frozenset({"Type", "S", "K", "Pg", "P"})
"""What such an element has when nothing is said by it."""
GROUPS = frozenset({"/Document", "/Part", "/Art", "/Sect", "/Table", "/THead", "/TBody", "/TR", "/L"})
"""Kinds of element that hold others and no text."""


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


def prune(pdf: Any, language: str) -> None:
    """Takes the elements that say nothing out of the structure tree, and their objects out of the file.

    Elements in another language than the document's get its name; running heads, which hang nowhere, are set apart.
    """
    root = pdf.objects[number_of(pdf.catalog["StructTreeRoot"])]
    content = pdf.objects[number_of(root["ParentTree"])]["Nums"]
    pages = content_of_pages(pdf)
    marked = dict(zip(pages, content[1 : 2 * len(pages) : 2], strict=True))  # the rest are links, which stay where they are
    documents = [pdf.objects[number_of(reference)] for reference in root["K"]]
    spoken = {page: languages_on(stream) for page, stream in pages.items()}
    if any(found != language for noted in spoken.values() for found in noted.values()):
        for document in documents:
            name_languages(pdf, document, language, spoken_below(pdf, document, spoken))
    owners: Owners = {page: {} for page in pages}
    for document in documents:
        hang(pdf, document, owners)
    for page, elements in marked.items():
        beside = [number for number in range(len(elements)) if number not in owners[page]]
        for number in beside:
            take_away(pdf, elements[number])
        set_apart(pages[page], frozenset(beside))
        elements[:] = [owners[page].get(number, b"null") for number in range(len(elements))]


def take_away(pdf: Any, reference: bytes) -> None:
    """Removes an element that hangs nowhere, with those around it."""
    element = pdf.objects[number_of(reference)]
    while not isinstance(element, Gone) and element["S"] != "/Document":
        pdf.objects[element.number] = Gone()
        element = pdf.objects[number_of(element["P"])]


def spoken_below(pdf: Any, element: Any, spoken: Mapping[bytes, Mapping[int, str]]) -> dict[int, Counter[str]]:
    """How many pieces of text of each language every element holds, by the element's number."""
    found: dict[int, Counter[str]] = {}

    def count(element: Any) -> Counter[str]:
        held: Counter[str] = Counter()
        for kid in element["K"]:
            if isinstance(kid, int):
                if language := spoken[element["Pg"]].get(kid):
                    held[language] += 1
            elif (below := pdf.objects[number_of(kid)]).get("Type") == "/StructElem":
                held += count(below)
        found[element.number] = held
        return held

    count(element)
    return found


def name_languages(pdf: Any, element: Any, around: str, below: Mapping[int, Counter[str]]) -> None:
    """Says of the elements below one in which language they are, where that is another than around them (PDF/UA-1, 7.2).

    What holds text is in the language of most of its pieces, a group of such elements in one only if all of them are.
    """
    for kid in element["K"]:
        part = None if isinstance(kid, int) else pdf.objects[number_of(kid)]
        held = below.get(part.number) if part is not None else None
        if not held or part is None or set(held) == {around}:
            continue
        own = around
        if len(held) == 1 or part["S"] not in GROUPS:
            own = min(held, key=lambda language: (-held[language], language))
        if own != around:
            part[LANGUAGE] = pydyf.String(own)
            part["S"] = "/Span" if part["S"] == "/NonStruct" else part["S"]
        name_languages(pdf, part, own, below)


def hang(pdf: Any, element: Any, owners: Owners, in_head: bool = False) -> None:
    """Hangs what plain elements below an element hold into the element itself, and notes what holds each mark of a page."""
    name_scope(element, in_head)
    element["K"] = pydyf.Array(held(pdf, element, element, owners, in_head or element["S"] == "/THead"))


def name_scope(element: Any, in_head: bool) -> None:
    """Says of a heading cell that it heads its column or row, in place of a list of headings in each cell that it heads."""
    if element["S"] == "/TH":
        element.pop("ID", None)
        element["A"]["Scope"] = "/Column" if in_head else "/Row"
    elif element["S"] == "/TD":
        element["A"].pop("Headers", None)
        if len(element["A"]) == 1:
            del element["A"]


def held(pdf: Any, element: Any, owner: Any, owners: Owners, in_head: bool) -> Iterator[int | bytes]:
    """The marks and elements that an element holds, those of plain ones in it too, all now the owner's."""
    for kid in element["K"]:
        if isinstance(kid, int):
            owners[element["Pg"]][kid] = owner.reference
            yield kid
            continue
        below = pdf.objects[number_of(kid)]
        if below.get("Type") != "/StructElem":
            yield below.data  # what says which link it is stands here itself rather than as an object
            pdf.objects[below.number] = Gone()
        elif says_nothing(below) and below["Pg"] == owner.get("Pg"):
            yield from held(pdf, below, owner, owners, in_head)
            pdf.objects[below.number] = Gone()
        else:
            below["P"] = owner.reference
            hang(pdf, below, owners, in_head)
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
