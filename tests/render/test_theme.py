"""A newsroom's name, logo and accent colour on its reports."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import page as validator
import pypdf
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from compare.cli import storycompare
from compare.errors import CompareError, SettingsError
from compare.render.contrast import READABLE, WHITE, contrast, readable_on
from compare.render.html import render_html
from compare.render.pdf import render_pdf
from compare.render.theme import DARK, Theme, read_theme
from compare.settings import Settings, read_settings
from tests.render.browser import NEEDS_AXE, NEEDS_BROWSER, Browser, Scheme, browser
from tests.render.invented_story import bridge, with_settings
from tests.render.marks import ANCHOR, NAME, mark, theme_file

PROFILES = (validator.ValidationProfile.PDF_UA_1, validator.ValidationProfile.PDF_A_3A)


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
