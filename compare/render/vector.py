"""A drawing in SVG -> the same drawing of plain shapes, written anew: nothing in it can run, fetch, or depend on a font.

What may stand in it is listed in plain_svg.toml. Notes of drawing programs are taken out; anything else that is not listed is
refused, as a logo without it might be another.
"""

from __future__ import annotations

import math
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from lxml import etree

MAX_BYTES = 200_000
"""Bytes of a drawing: it goes into every report as it is."""
MAX_ELEMENTS = 2_000
MAX_DEPTH = 40
SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"
WIDTH, HEIGHT = 240, 60
"""CSS pixels that a drawing is fitted into: the room that screen_theme.css gives."""
FUNCTION = re.compile(r"([\w-]{1,40})\s{0,9}\(\s{0,9}[\"']?(.?)", re.DOTALL)
NUMBER = re.compile(r"[+-]?\d{0,12}\.?\d{1,12}(?:e[+-]?\d{1,3})?", re.ASCII | re.IGNORECASE)


class NotPlain(Exception):
    """What of a drawing cannot be taken, and what to try."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG file, and the size in CSS pixels at which it fills its room."""

    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Plain:
    """What a drawing may be made of."""

    elements: frozenset[str]
    dropped: frozenset[str]
    attributes: frozenset[str]
    functions: frozenset[str]


@cache
def plain() -> Plain:
    """The lists of plain_svg.toml."""
    values = tomllib.loads(files("compare.render").joinpath("plain_svg.toml").read_text(encoding="utf-8"))
    return Plain(**{name: frozenset(text.split()) for name, text in values.items()})


def is_svg(data: bytes) -> bool:
    """Does a file begin as XML does? A raster image never does.

    >>> is_svg(b'<svg xmlns="http://www.w3.org/2000/svg"/>'), is_svg(bytes([0x89]) + b"PNG")
    (True, False)
    """
    return data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")


def read_drawing(data: bytes) -> Drawing:
    """The drawing, of plain shapes alone. Raises NotPlain."""
    if len(data) > MAX_BYTES:
        raise NotPlain(f"more than {MAX_BYTES:,} bytes, the most that a drawing may have; simplify it, or save it as PNG")
    root = parsed(data)
    left, top, width, height = box(root)
    scale = min(WIDTH / width, HEIGHT / height)
    clean = etree.Element(f"{SVG}svg", nsmap={None: SVG[1:-1]})
    copy_into(clean, root, depth=1)
    if len(clean) == 0:
        raise NotPlain("an SVG drawing without any shape; save it anew, or as PNG")
    clean.set("viewBox", " ".join(f"{n:g}" for n in (left, top, width, height)))
    shown = max(1, round(width * scale)), max(1, round(height * scale))
    for name, length in zip(("width", "height"), shown, strict=True):
        clean.set(name, str(length))
    return Drawing(etree.tostring(clean, encoding="utf-8"), *shown)


def parsed(data: bytes) -> etree._Element:
    """The root of the file, read without entities, outside files or network. Raises NotPlain."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
                             remove_comments=True, remove_pis=True)  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as e:
        raise NotPlain(f"not an SVG drawing ({' '.join(str(e).split())[:120]}); save it anew, or as PNG") from None
    if root.tag != f"{SVG}svg":
        raise NotPlain("no image; a logo is a PNG, JPEG or SVG file")
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise NotPlain("an SVG drawing with entities (<!ENTITY>), which could be made to grow; save it as plain SVG")
    if sum(1 for _ in root.iter()) > MAX_ELEMENTS:
        raise NotPlain(f"more than {MAX_ELEMENTS:,} shapes, the most that a drawing may have; simplify it, or save it as PNG")
    return root


def box(root: etree._Element) -> tuple[float, float, float, float]:
    """Left, top, width and height of what is drawn, in the drawing's own units. Raises NotPlain."""
    given = (root.get("viewBox") or f"0 0 {root.get('width', '')} {root.get('height', '')}").replace(",", " ").split()
    numbers = [float(n) for n in (x.removesuffix("px") for x in given) if NUMBER.fullmatch(n)]
    if len(given) != 4 or len(numbers) != 4 or not all(math.isfinite(n) for n in numbers) or min(numbers[2:]) <= 0:
        raise NotPlain('an SVG drawing without a size; give its <svg> a viewBox, such as viewBox="0 0 240 60"')
    left, top, width, height = numbers
    return left, top, width, height


def copy_into(target: etree._Element, source: etree._Element, depth: int) -> None:
    """Copies attributes, style rules and the shapes inside. Raises NotPlain."""
    if depth > MAX_DEPTH:
        raise NotPlain(f"more than {MAX_DEPTH} groups one in another; simplify the drawing, or save it as PNG")
    for name, value in source.attrib.items():
        copy_attribute(target, str(name), str(value))
    if target.tag == f"{SVG}style":
        target.text = checked_value("style", source.text or "")
    for part in source:
        if not isinstance(part.tag, str):
            raise NotPlain("an SVG drawing with entities; save it as plain SVG")
        name = part.tag.removeprefix(SVG)
        if name in plain().dropped or (name.startswith("{") and not name.startswith("{http://www.w3.org/")):
            continue
        if name not in plain().elements:
            shown = etree.QName(part).localname[:40]
            raise NotPlain(f"an SVG drawing with <{shown}>, and a logo is plain shapes; turn all into paths, or save it as PNG")
        copy_into(etree.SubElement(target, part.tag), part, depth + 1)


def copy_attribute(target: etree._Element, name: str, value: str) -> None:
    """Copies an attribute that a shape may have; what a drawing program noted is passed over. Raises NotPlain."""
    name = "href" if name == HREF else name
    if name.lower().startswith("on"):
        raise NotPlain(f"an SVG drawing with a script ({name[:40]}); take it out, or save the logo as PNG")
    if name not in plain().attributes:
        return
    if name == "href" and not value.startswith("#"):
        raise NotPlain(f"an SVG drawing that points elsewhere ({value[:60]!r}); put all into the file, or save the logo as PNG")
    target.set(HREF if name == "href" else name, checked_value(name, value))


def checked_value(name: str, value: str) -> str:
    """The value of an attribute or the text of style rules. Raises NotPlain where it could fetch something."""
    functions = FUNCTION.findall(value)
    foreign = any(f not in plain().functions or (f == "url" and first != "#") for f, first in functions)
    if foreign or value.count("(") != len(functions) or "@" in value or "\\" in value:
        found = " ".join(value.split())[:60]
        raise NotPlain(f"an SVG drawing whose {name} may fetch or compute something ({found!r}); save it as plain SVG, or as PNG")
    return value
