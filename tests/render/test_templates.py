"""A newsroom's own templates and style sheets in place of ours."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from compare.errors import RenderError, SettingsError
from compare.render.html import render_html
from compare.render.pdf import render_pdf
from compare.settings import Settings
from tests.render.invented_story import bridge, with_settings

OWN = "<title>House</title><h1>{{ view.summary.title }}</h1>{% for f in view.summary.top %}<p>{{ f.kind }}</p>{% endfor %}"


def own(folder: Path, **files: str) -> Settings:
    """Settings with a folder of files; an underscore in a name stands for the dot."""
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return Settings(templates=str(folder))


def test_a_page_of_ones_own_is_filled_with_the_report_and_escapes_it(tmp_path: Path) -> None:
    story = replace(with_settings(bridge(), own(tmp_path, web_html=OWN)), title="<script>alert(1)</script>")
    page = render_html(story).decode()
    assert page.startswith("<title>House</title>")
    assert "Quotation altered" in page
    assert "<script>" not in page


def test_what_the_folder_has_not_stays_ours(tmp_path: Path) -> None:
    page = render_html(with_settings(bridge(), own(tmp_path, screen_css="body { color: teal; }"))).decode()
    assert "color: teal" in page
    assert 'id="alignment"' in page


def test_the_pdf_takes_a_template_too_and_fetches_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret of the house")
    page = f'<!DOCTYPE html><html lang="en"><title>T</title><p>House style</p><img alt="x" src="{secret.as_uri()}">'
    data = render_pdf(with_settings(bridge(), own(tmp_path, print_html=page)))
    assert "House style" in PdfReader(BytesIO(data)).pages[0].extract_text()
    assert b"secret of the house" not in data


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("one\n{% if %}\n", "web.html, line 2"),
        ("one\n\n{{ view.nothing }}", "web.html, line 3"),
        ("{{ view.__class__.__mro__ }}", "web.html, line 1"),
        ("{{ 1 // 0 }}", "web.html, line 1"),
        ('{% include "none.html" %}', "none.html"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(tmp_path: Path, template: str, told: str) -> None:
    with pytest.raises(RenderError) as caught:
        render_html(with_settings(bridge(), own(tmp_path, web_html=template)))
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="is no folder"):
        Settings(templates=str(tmp_path / "none"))
