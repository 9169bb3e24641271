"""The HTML report in a real Chromium: what it shows, filtered and not. Skipped where there is no Chromium."""

from __future__ import annotations

import os
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from compare.render.html import hash_of, render_html, style
from tests.render.invented_story import bridge

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
REQUIRED = "STORYCOMPARE_NEEDS_BROWSER" in os.environ
"""Set by continuous integration: there a missing browser is a failure, not a skip."""
pytestmark = pytest.mark.skipif(CHROMIUM is None and not REQUIRED, reason="no Chromium: apt-get install chromium")
CHOOSE = """<script>
const form = document.querySelector("form.filters");
form.elements["NAME"].value = "VALUE";
form.dispatchEvent(new Event("change"));
</script></body>"""


class Drawn(HTMLParser):
    """What of the findings and the form a browser shows."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.shown: list[dict[str, str | None]] = []
        self.hidden = 0
        self.form_hidden = False
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if "data-kind" in values:
            self.hidden += "hidden" in values
            self.shown += [] if "hidden" in values else [values]
        if values.get("class") == "filters":
            self.form_hidden = "hidden" in values


def drawn(source: str, folder: Path) -> Drawn:
    """The page as Chromium has it after its scripts ran."""
    page = folder / "report.html"
    page.write_text(source, encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}", "--dump-dom"]
    done = subprocess.run([str(CHROMIUM), *options, page.as_uri()], capture_output=True, text=True, timeout=60, check=True)
    return Drawn(done.stdout)


def chosen(name: str, value: str, folder: Path) -> Drawn:
    """The page after a reader's choice; the policy is told of the script that chooses."""
    choice = CHOOSE.replace("NAME", name).replace("VALUE", value)
    policy = f"script-src '{hash_of(choice.removeprefix('<script>').partition('</script>')[0])}'"
    source = render_html(bridge()).decode().replace("</body>", choice)
    return drawn(source.replace("script-src", policy, 1), folder)


def test_the_form_appears_and_hides_nothing_of_itself(tmp_path: Path) -> None:
    page = drawn(render_html(bridge()).decode(), tmp_path)
    assert not page.form_hidden
    assert page.shown
    assert page.hidden == 0


def test_without_the_script_every_finding_is_shown(tmp_path: Path) -> None:
    page = drawn(render_html(bridge()).decode().replace(style("filters.js"), "not the script"), tmp_path)
    assert page.form_hidden
    assert page.shown
    assert page.hidden == 0


@pytest.mark.parametrize(("name", "value"), [("kind", "omission"), ("level", "high"), ("version", "C")])
def test_a_choice_leaves_what_was_chosen(name: str, value: str, tmp_path: Path) -> None:
    page = chosen(name, value, tmp_path)
    key = {"kind": "data-kind", "level": "data-level", "version": "data-versions"}[name]
    assert page.shown
    assert page.hidden
    assert all(value in str(found[key]).split() for found in page.shown)
