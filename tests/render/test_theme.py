"""A newsroom's name, logo and accent colour on its reports."""

from __future__ import annotations

import io
import json
import re
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import page as validator
import pypdf
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from compare.cli import storycompare
from compare.errors import CompareError, SettingsError
from compare.render.contrast import READABLE, WHITE, contrast, readable_on
from compare.render.html import render_html
from compare.render.logo import KEPT_HEIGHT, KEPT_WIDTH
from compare.render.pdf import render_pdf
from compare.render.theme import DARK, Theme, read_theme
from compare.settings import Settings, read_settings
from tests.render.browser import NEEDS_AXE, NEEDS_BROWSER, Browser, Scheme, browser
from tests.render.invented_story import bridge, with_settings

NAME = "The Harbour Gazette"
PROFILES = (validator.ValidationProfile.PDF_UA_1, validator.ValidationProfile.PDF_A_3A)
ANCHOR = """<?xml version="1.0"?>
<!-- a mark of shapes, as drawing programs write them -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:draw="http://example.org/draw" draw:version="1.2" viewBox="0 0 120 40">
<metadata>drawn by the office cat</metadata><style>.tone { fill: url(#tone); opacity: .8 }</style>
<defs><linearGradient id="sea"><stop offset="0" stop-color="#961e3c"/>
<stop offset="1" stop-color="#333" stop-opacity=".5"/></linearGradient>
<linearGradient id="tone" xlink:href="#sea" x1="0" x2="1"/></defs>
<g transform="translate(2 2)" draw:layer="top">
<circle class="tone" cx="18" cy="18" r="17"/><path d="M45 6h70v9H45z" fill="#221"/></g></svg>"""


def mark(mode: str = "RGB", size: tuple[int, int] = (300, 75), **saving: Any) -> bytes:
    """A picture in the colours of a mode: half dark, half light, with what its file may carry beside."""
    wanted = {"format": "JPEG" if mode == "CMYK" else "PNG"} | saving
    picture = Image.new("RGBA", size, (150, 30, 60, 255))
    picture.paste((240, 230, 200, 90), (0, 0, size[0] // 2, size[1]))
    out = io.BytesIO()
    converted = picture.convert("RGB").convert(mode) if mode in ("RGB", "CMYK", "L", "1", "P") else picture.convert(mode)
    converted.save(out, **wanted)
    return out.getvalue()


def theme_file(folder: Path, text: str = "", *, logo: bytes | None = None, name: str = NAME) -> Path:
    """A theme file with a name, and a logo beside it."""
    lines = [f"name = {json.dumps(name)}", text]
    if logo is not None:
        (folder / "mark").write_bytes(logo)
        lines.append('logo = "mark"')
    path = folder / "house.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def page_of(path: Path, **settings: str) -> str:
    """The HTML report in a theme."""
    return render_html(with_settings(bridge(), Settings(theme=str(path), **settings))).decode()  # type: ignore[arg-type]  # texts only


def pdf_of(path: Path, **settings: str) -> bytes:
    """The PDF report in a theme."""
    return render_pdf(with_settings(bridge(), Settings(theme=str(path), **settings)))  # type: ignore[arg-type]  # texts only


def failures(data: bytes) -> list[str]:
    return [f"{f.rule_id}: {f.message}" for p in PROFILES for f in validator.validate_pdf_bytes(data, profile=p).failures]


# ---- what a theme changes -----------------------------------------------------------------------------------------


def test_the_page_bears_name_logo_and_colour_and_holds_them_itself(tmp_path: Path) -> None:
    page = page_of(theme_file(tmp_path, 'accent = "#961E3C"', logo=mark()))
    assert f'<b class="house">{NAME}</b>' in page
    assert re.search(rf'<img class="logo" src="data:image/png;base64,[\w+/=]{{99,}}" alt="{NAME}"', page)
    assert "--accent: #961e3c" in page
    assert "img-src data:" in page


def test_a_report_without_a_theme_has_nothing_of_it() -> None:
    page = render_html(bridge()).decode()
    for word in ("accent", "house", "logo", "img-src"):
        assert word not in page


@pytest.mark.parametrize("logo", [mark("RGBA"), mark("CMYK"), ANCHOR.encode()], ids=["see-through", "press colours", "drawing"])
def test_any_logo_gives_an_archival_and_accessible_pdf(tmp_path: Path, logo: bytes) -> None:
    data = pdf_of(theme_file(tmp_path, 'accent = "#961e3c"', logo=logo))
    assert failures(data) == []
    assert figures(pypdf.PdfReader(io.BytesIO(data)).root_object["/StructTreeRoot"]) == [NAME]


def figures(element: Any) -> list[str]:
    """What a reader of the pages hears instead of the pictures in an element of structure."""
    element = element.get_object()
    if not isinstance(element, dict):
        return []
    own = [str(element["/Alt"])] if element.get("/S") == "/Figure" and element["/Alt"] == NAME else []
    kids = element.get("/K", [])
    return own + [told for kid in (kids if isinstance(kids, list) else [kids]) for told in figures(kid)]


def test_the_pdf_bears_the_name_on_every_page_and_has_no_page_more(tmp_path: Path) -> None:
    themed = pypdf.PdfReader(io.BytesIO(pdf_of(theme_file(tmp_path, logo=mark()))))
    plain = pypdf.PdfReader(io.BytesIO(render_pdf(bridge())))
    assert len(themed.pages) == len(plain.pages) > 1
    assert all(NAME in p.extract_text() for p in themed.pages)
    assert not any(NAME in p.extract_text() for p in plain.pages)


def test_the_running_head_keeps_off_the_edge_of_the_paper(tmp_path: Path) -> None:
    """A printer leaves some five millimetres blank."""
    read = pypdf.PdfReader(io.BytesIO(pdf_of(theme_file(tmp_path))))
    heights: list[float] = []

    def note(text: str, outer: list[float], inner: list[float], *_: object) -> None:
        if NAME in text:
            heights.append(outer[3] * inner[5] + outer[5])

    read.pages[1].extract_text(visitor_text=note)
    top = float(read.pages[1].mediabox.height)
    assert heights
    assert all(top - height > 5 * 72 / 25.4 for height in heights)


def test_the_same_theme_gives_the_same_bytes(tmp_path: Path) -> None:
    path = theme_file(tmp_path, logo=mark("RGBA"))
    assert pdf_of(path) == pdf_of(path)
    assert page_of(path) == page_of(path)


def test_a_theme_changes_nothing_that_is_found_and_the_appendix_names_it(tmp_path: Path) -> None:
    path = theme_file(tmp_path)
    assert Settings(theme=str(path)).signature() == Settings().signature()
    assert f'<th scope="row" class="w-rule">Theme</th><td>{path}' in page_of(path).replace("\u200b", "")


def test_a_name_is_text_whatever_it_holds(tmp_path: Path) -> None:
    path = theme_file(tmp_path, name='<script>1</script> "&" \\ } body {')
    assert "&lt;script&gt;1&lt;/script&gt;" in page_of(path)
    assert "<script>1" in " ".join(pypdf.PdfReader(io.BytesIO(pdf_of(path))).pages[1].extract_text().split())


def test_a_newsroom_may_replace_the_style_of_its_theme_too(tmp_path: Path) -> None:
    (tmp_path / "screen_theme.css").write_text("h2 { color: var(--accent); }")
    path = theme_file(tmp_path, 'accent = "#961e3c"', logo=mark())
    page = page_of(path, templates=str(tmp_path))
    assert "h2 { color: var(--accent); }" in page
    assert ".logo {" not in page
    assert "--accent: #961e3c" in page


# ---- logos --------------------------------------------------------------------------------------------------------


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


# ---- colours ------------------------------------------------------------------------------------------------------


def test_the_dark_page_gets_a_shade_of_the_accent_that_can_be_read(tmp_path: Path) -> None:
    theme = read_theme(theme_file(tmp_path, 'accent = "#0b3d2e"'))
    assert contrast("#0b3d2e", DARK) < READABLE <= contrast(theme.accent_dark, DARK)


def test_the_ground_of_the_dark_page_is_the_one_that_accents_are_held_against() -> None:
    page = render_html(bridge()).decode()
    assert f"--paper: {DARK};" in page
    assert f"--ink: {Theme(name=NAME).accent};" in page
    assert f"--ink: {Theme(name=NAME).accent_dark};" in page


COLOURS = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}")


@given(COLOURS, st.sampled_from((WHITE, DARK)))
def test_every_colour_has_a_readable_shade_and_a_readable_one_stays(colour: str, ground: str) -> None:
    shade = readable_on(ground, colour)
    assert contrast(shade, ground) >= READABLE
    assert (shade == colour) == (contrast(colour, ground) >= READABLE)


# ---- what is refused ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("colour = 1", "unknown key 'colour'; a theme has name, logo, accent, accent_dark"),
        ('accent = "#ffcc00"', 'accent: #ffcc00 has a contrast of 1.51:1 on the white page (#ffffff), and text needs 4.5:1'),
        ('accent_dark = "#333333"', "accent_dark: #333333 has a contrast of 1.43:1 on the dark page"),
        ('accent = "navy"', "accent: expected a colour as #rrggbb, found 'navy'"),
        ("accent = 7", "accent: expected a colour as #rrggbb, found '7'"),
        ('accent = "#12345"', "found '#12345'"),
        ("accent = ", "not a TOML file"),
        ("x = " + "[" * 20_000, "not a TOML file"),
        ("# " + "x" * 200_000, "more than 100,000 bytes"),
        ("logo = 3", "logo: expected the path of an image"),
        ('logo = "none.png"', "none.png cannot be read (No such file or directory)"),
        ('logo = "."', "cannot be read (not a file)"),
        ('logo = "a\\u0000b"', "cannot be read (not a file)"),
    ],
)
def test_a_theme_that_cannot_be_used_is_told_in_one_line(tmp_path: Path, text: str, told: str) -> None:
    path = theme_file(tmp_path, text)
    with pytest.raises(SettingsError) as caught:
        read_theme(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["", " \u200b", "x" * 61])
def test_a_name_must_be_one(tmp_path: Path, name: str) -> None:
    with pytest.raises(SettingsError, match="name: "):
        read_theme(theme_file(tmp_path, name=name))


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


# ---- where it is named --------------------------------------------------------------------------------------------


def stories(folder: Path) -> list[str]:
    """Two versions as files."""
    texts = ("The mill burned on Monday and 12 people were hurt.", "The mill burned on Monday and 14 people were hurt.")
    for letter, text in zip("ab", texts, strict=True):
        (folder / f"{letter}.txt").write_text(text)
    return [str(folder / "a.txt"), str(folder / "b.txt")]


@pytest.mark.parametrize("text", ['accent = "#ffcc00"', 'logo = "none.png"', "fonts = 1"])
def test_nothing_is_written_with_a_theme_that_cannot_be_used(tmp_path: Path, text: str) -> None:
    path, out = theme_file(tmp_path, text), tmp_path / "r.html"
    with pytest.raises(CompareError, match=r"house\.toml") as caught:
        storycompare.main(["report", *stories(tmp_path), "--theme", str(path), "-o", str(out)], standalone_mode=False)
    assert caught.value.exit_code == 2
    assert not out.exists()
    with pytest.raises(CompareError, match=r"house\.toml"):
        storycompare.main(["batch", str(tmp_path), "--theme", str(path), "-o", str(tmp_path / "all")], standalone_mode=False)
    assert not (tmp_path / "all").exists()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"none\.toml' is no file"):
        Settings(theme=str(tmp_path / "none.toml"))


def test_a_configuration_finds_the_theme_beside_itself(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    path = theme_file(tmp_path / "desk")
    (tmp_path / "desk" / "desk.toml").write_text('theme = "house.toml"\n')
    assert read_settings(tmp_path / "desk" / "desk.toml").theme == str(path)
    out = tmp_path / "r.html"
    arguments = ["report", *stories(tmp_path), "--config", str(tmp_path / "desk" / "desk.toml"), "-o", str(out), "-q"]
    assert CliRunner().invoke(storycompare, arguments, catch_exceptions=False).exit_code == 0
    assert NAME in out.read_text()


def test_the_reports_of_a_batch_bear_the_theme(tmp_path: Path) -> None:
    (tmp_path / "stories" / "mill").mkdir(parents=True)
    stories(tmp_path / "stories" / "mill")
    arguments = ["batch", str(tmp_path / "stories"), "-o", str(tmp_path / "out"), "-f", "html", "--workers", "1", "-q"]
    done = CliRunner().invoke(storycompare, [*arguments, "--theme", str(theme_file(tmp_path))], catch_exceptions=False)
    assert done.exit_code == 0
    (report,) = (tmp_path / "out" / "reports").rglob("*.html")
    assert f'<b class="house">{NAME}</b>' in report.read_text()


# ---- in a browser -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@NEEDS_BROWSER
@NEEDS_AXE
@pytest.mark.parametrize(("logo", "scheme"), [(mark("RGBA"), "dark"), (ANCHOR.encode(), "light")], ids=["dark", "light"])
def test_all_can_read_a_themed_page_and_it_asks_for_nothing(
    chromium: Browser, tmp_path: Path, logo: bytes, scheme: Scheme
) -> None:
    page = tmp_path / "report.html"
    page.write_text(page_of(theme_file(tmp_path, 'accent = "#767676"', logo=logo)), encoding="utf-8")
    chromium.open(page, width=360, scheme=scheme)
    assert chromium.violations() == []
    assert [url for url in chromium.requests if not url.startswith("data:")] == [page.as_uri()]
    assert chromium.complaints == []
    assert chromium.value("document.querySelector('.logo').naturalWidth") > 0
    assert chromium.value("document.documentElement.scrollWidth") == 360
