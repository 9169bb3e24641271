"""The HTML page under the hands of a reader: at a desk and on a phone, light and dark, with the keyboard, without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from compare.render.html import render_html
from tests.render.browser import NEEDS_AXE, NEEDS_BROWSER, Browser, Scheme, browser
from tests.render.invented_story import bridge, retold
from tests.stories.told import told

pytestmark = NEEDS_BROWSER
FOCUSED = "document.activeElement.getAttribute('href') || document.activeElement.name || document.activeElement.className"
SHOWN = "[...document.querySelectorAll('[data-kind]')].filter((f) => f.checkVisibility()).length"
BROKEN_WORDS = """(() => {
  const found = [], walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); )
    for (const word of node.data.matchAll(/[A-Za-z0-9]{2,15}/g)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map((r) => Math.round(r.top))).size > 1) found.push(word[0]);
    }
  return found;
})()"""
"""Words that begin in one line and end in another."""
TABS = 200
"""More presses of a key than lead through the page."""


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A story with findings of every part, one retold word for word, one in more versions than have columns, and one of files."""
    folder = tmp_path_factory.mktemp("pages")
    stories = {
        "bridge": bridge(),
        "same": retold(2),
        "many": retold(12, changed="One more sentence stands here."),
        "files": told("raqqa"),
    }
    for name, story in stories.items():
        (folder / f"{name}.html").write_bytes(render_html(story))
    return {name: folder / f"{name}.html" for name in stories}


def tab_to(chromium: Browser, wanted: str) -> None:
    """Presses Tab until the wanted link or field has the focus."""
    for _ in range(TABS):
        chromium.press("Tab")
        if chromium.value(FOCUSED) == wanted:
            return
    pytest.fail(f"Tab does not lead to {wanted}")


@NEEDS_AXE
@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [("bridge", 360, "light"), ("files", 360, "light"),
     ("bridge", 1400, "dark"), ("same", 360, "dark"), ("many", 360, "dark"), ("many", 1400, "light")],
)
def test_axe_finds_no_violation(chromium: Browser, pages: dict[str, Path], name: str, width: int, scheme: Scheme) -> None:
    chromium.open(pages[name], width=width, scheme=scheme)
    assert chromium.violations() == []


@pytest.mark.parametrize("name", ["bridge", "same", "many"])
def test_a_phone_shows_the_page_without_moving_it_sideways(chromium: Browser, pages: dict[str, Path], name: str) -> None:
    chromium.open(pages[name], width=360)
    assert chromium.value("document.documentElement.scrollWidth") == chromium.value("innerWidth") == 360


@pytest.mark.parametrize("name", ["bridge", "same", "many", "files"])
@pytest.mark.parametrize("width", [360, 900])
def test_no_column_is_so_narrow_that_words_are_broken(chromium: Browser, pages: dict[str, Path], name: str, width: int) -> None:
    chromium.open(pages[name], width=width)
    assert chromium.value(BROKEN_WORDS) == []


def test_a_phone_shows_all_that_is_told_of_a_version(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["bridge"], width=360)
    box = "document.querySelector('#versions .scroll')"
    hidden = chromium.value(f"{box}.scrollWidth - {box}.clientWidth")
    assert hidden <= 0
    assert "Words" in chromium.value("getComputedStyle(document.querySelector('#versions td.n'), '::before').content")


def test_a_page_printed_from_a_dark_screen_is_dark_on_white_and_shows_all_that_is_folded(
    chromium: Browser, pages: dict[str, Path]
) -> None:
    chromium.open(pages["same"], scheme="dark", medium="print")
    assert chromium.value("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert chromium.value("getComputedStyle(document.querySelector('.quiet')).color") == "rgb(86, 91, 102)"
    folded = "document.querySelector('details > p')"
    assert chromium.value(f"{folded}.checkVisibility() && {folded}.getBoundingClientRect().height > 0")
    chromium.open(pages["same"], scheme="dark")
    assert chromium.value("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)"
    assert not chromium.value(f"{folded}.checkVisibility({{contentVisibilityAuto: true}})")


def test_the_page_asks_for_nothing_and_the_browser_has_nothing_to_say(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["bridge"])
    chromium.value("window.scrollTo(0, document.body.scrollHeight)")
    assert chromium.requests == [pages["bridge"].as_uri()]
    assert chromium.complaints == []


def test_a_request_would_be_noticed(chromium: Browser, pages: dict[str, Path], tmp_path: Path) -> None:
    other = tmp_path / "asking.html"
    other.write_text('<html><body><img src="missing.png"></body></html>', encoding="utf-8")
    chromium.open(other)
    assert (tmp_path / "missing.png").as_uri() in chromium.requests


def test_keys_lead_from_a_finding_to_its_row_and_back(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["bridge"])
    row = chromium.value("document.querySelector('#findings a[href^=\"#row-\"]').getAttribute('href')")
    back = chromium.value(f"document.querySelector('{row} a').getAttribute('href')")
    tab_to(chromium, row)
    chromium.press("Enter")
    assert chromium.value("location.hash") == row
    assert chromium.value(f"document.querySelector('{row}').matches(':target')")
    tab_to(chromium, back)
    chromium.press("Enter")
    assert chromium.value("location.hash") == back


def test_keys_choose_what_is_shown(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["bridge"])
    every = chromium.value(SHOWN)
    tab_to(chromium, "level")
    chromium.press("ArrowDown")
    assert 0 < chromium.value(SHOWN) < every
    assert chromium.value("document.activeElement.value") == "high"


def test_without_scripts_everything_is_there(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["bridge"])
    every = chromium.value(SHOWN)
    chromium.open(pages["bridge"], script=False)
    assert chromium.value(SHOWN) == every > 0
    assert not chromium.value("document.querySelector('form.filters').checkVisibility()")


def test_the_heads_of_the_versions_stay_in_sight(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["bridge"], height=400)
    chromium.value("document.documentElement.style.scrollBehavior = 'auto'")
    last = "document.querySelector('.alignment').rows[document.querySelector('.alignment').rows.length - 1]"
    chromium.value(f"{last}.scrollIntoView({{block: 'end'}})")
    head = chromium.value("(() => {const b = document.querySelector('.alignment thead th').getBoundingClientRect();"
                          "return [b.top, b.bottom, innerHeight];})()")  # fmt: skip
    assert 0 <= head[0] < head[1] < head[2]
