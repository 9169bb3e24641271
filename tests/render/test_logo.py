"""Logos: what a report gets of them, and what is refused."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from compare.errors import SettingsError
from compare.render.logo import KEPT_HEIGHT, KEPT_WIDTH
from compare.render.theme import read_theme
from tests.render.marks import ANCHOR, mark, theme_file


def embedded(path: Path) -> Image.Image:
    """The logo that a report gets."""
    logo = read_theme(path).logo
    assert logo is not None
    return Image.open(io.BytesIO(logo.data))


def test_a_large_logo_is_kept_as_large_as_print_needs(tmp_path: Path) -> None:
    assert embedded(theme_file(tmp_path, logo=mark(size=(3000, 1000)))).size == (KEPT_HEIGHT * 3, KEPT_HEIGHT)
    assert embedded(theme_file(tmp_path, logo=mark(size=(3000, 100)))).size == (KEPT_WIDTH, 24)
    assert embedded(theme_file(tmp_path, logo=mark(size=(40, 20)))).size == (40, 20)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "1", "P", "CMYK", "I;16"])
def test_colours_of_any_kind_become_those_of_a_screen(tmp_path: Path, mode: str) -> None:
    """PDF/A has no others; the left half is light, the right half dark."""
    picture = embedded(theme_file(tmp_path, logo=mark(mode)))
    assert picture.mode in ("RGB", "RGBA")
    left, right = (picture.convert("L").getpixel((x, 30)) for x in (20, 280))
    assert isinstance(left, int)
    assert isinstance(right, int)
    assert left > 180 > 120 > right


def test_a_white_logo_for_dark_grounds_is_refused(tmp_path: Path) -> None:
    white, out = Image.new("RGBA", (90, 30), (0, 0, 0, 0)), io.BytesIO()
    white.paste((255, 255, 255, 255), (10, 10, 80, 20))
    white.save(out, format="PNG")
    with pytest.raises(SettingsError, match="can hardly be seen on white paper; take the logo"):
        read_theme(theme_file(tmp_path, logo=out.getvalue()))


def test_nothing_but_the_picture_gets_into_a_report(tmp_path: Path) -> None:
    note = PngImagePlugin.PngInfo()
    note.add_text("Author", "the intern's private note")
    logo = read_theme(theme_file(tmp_path, logo=mark(pnginfo=note))).logo
    assert logo is not None
    assert b"intern" not in logo.data


def test_a_turned_photograph_stands_upright(tmp_path: Path) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6  # Orientation: turn by a quarter to the right
    assert embedded(theme_file(tmp_path, logo=mark(format="JPEG", exif=turned, size=(120, 60)))).size == (60, 120)


def test_a_drawing_is_copied_shape_by_shape(tmp_path: Path) -> None:
    logo = read_theme(theme_file(tmp_path, logo=ANCHOR.encode())).logo
    assert logo is not None
    assert (logo.width, logo.height) == (180, 60)
    for kept in (b"<circle", b"<path", b'"#sea"', b"stop-opacity", b".tone"):
        assert kept in logo.data
    for gone in (b"office cat", b"draw:", b"drawing programs"):
        assert gone not in logo.data


def claiming(width: int, height: int) -> bytes:
    """A small picture whose head says that it is of another size."""
    data = mark(size=(30, 10))
    head = b"IHDR" + struct.pack(">II", width, height) + data[24:29]
    return data[:12] + head + struct.pack(">I", zlib.crc32(head)) + data[33:]


def svg(inside: str, head: str = "") -> bytes:
    return f'{head}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/>{inside}</svg>'.encode()


@pytest.mark.parametrize(
    ("logo", "told"),
    [
        (b"", "no image"),
        (b"GIF89a" + bytes(40), "no image"),
        (b"<html><body>a page</body></html>", "no image"),
        (mark()[:-30], "damaged"),
        (mark(format="JPEG")[:-200], "damaged"),
        (claiming(5_000, 4_000), "5,000 x 4,000 pixels"),
        (claiming(10_000, 10_000), "far too many pixels"),
        (claiming(100_000, 100_000), "far too many pixels"),
        (bytes(2_000_001), "more than 2,000,000 bytes"),
        (svg("<script>alert(1)</script>"), "with <script>"),
        (svg("<foreignObject/>"), "with <foreignObject>"),
        (svg('<image href="http://example.org/x.png"/>'), "with <image>"),
        (svg("<text>Gazette</text>"), "turn all into paths"),
        (svg('<g onload="alert(1)"/>'), "a script (onload)"),
        (svg('<linearGradient href="http://example.org/x.svg#a"/>'), "points elsewhere"),
        (svg('<rect fill="url(http://example.org/a)"/>'), "fill may fetch"),
        (svg('<rect style="fill:URL(http://example.org/a)"/>'), "style may fetch"),
        (svg("<style>@import 'http://example.org/a.css';</style>"), "style may fetch"),
        (svg("<style>rect { fill: u\\72l(//example.org) }</style>"), "style may fetch"),
        (svg("<style>rect { fill: image-set('//example.org') }</style>"), "style may fetch"),
        (svg("<g>&big;</g>", head='<!DOCTYPE svg [<!ENTITY big "bigger">]>'), "entities"),
        (svg('<g id="&big;"/>', head='<!DOCTYPE svg [<!ENTITY big SYSTEM "/etc/hostname">]>'), "not an SVG drawing"),
        (svg("<g>" * 60 + "</g>" * 60), "groups one in another"),
        (svg("<g/>" * 2_001), "more than 2,000 shapes"),
        (svg("<g/>").replace(b"0 0 9 9", b"0 0 nan 9"), "without a size"),
        (svg("<g/>").replace(b"0 0 9 9", b"0 0 0 9"), "without a size"),
        (svg("<g/>") + b"<", "not an SVG drawing"),
    ],
)
def test_what_is_no_logo_is_told_in_one_line(tmp_path: Path, logo: bytes, told: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_theme(theme_file(tmp_path, logo=logo))
    assert f"logo: {tmp_path / 'mark'}" in str(caught.value)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)
