"""The PDF's template is XML as well as HTML, and says the same whichever way it is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5

from compare.model import Comparison
from compare.render import pdf
from compare.render.markup import tree_of
from compare.render.pdf import render_pdf
from compare.settings import Settings
from tests.render.invented_story import bridge, retold, with_settings
from tests.render.marks import mark, theme_file
from tests.stories.told import FILES, told

SHOUTED = ("<b onclick='x()'>Bold</b> & brave, said \"Ada\" ]]> <!-- not a note -->.", "Ten &nbsp; men; 3 < 4 > 2 <br>.")


def sources(comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The HTML texts that a PDF of the comparison is laid out from, as they are handed to the reader of XML."""
    seen: list[str] = []

    def noted(source: str) -> Element | None:
        seen.append(source)
        return tree_of(source)

    monkeypatch.setattr(pdf, "tree_of", noted)
    render_pdf(comparison)
    return seen


def elements(root: Any) -> list[tuple[str, dict[str, str], str, str]]:
    """Every element with its attributes and the text in and behind it, but for blanks around it."""
    return [(e.tag, named(e.attrib), (e.text or "").strip(), (e.tail or "").strip()) for e in root.iter()]


def named(attributes: dict[str, str]) -> dict[str, str]:
    """The attributes without the name of the vocabulary, which XML keeps in the tag alone."""
    return {name: value for name, value in attributes.items() if not name.endswith("xmlns")}


@pytest.mark.parametrize("comparison", [
    pytest.param(bridge(), id="three versions"),
    pytest.param(retold(9), id="nine versions"),
    pytest.param(retold(2, SHOUTED), id="markup in the text"),
    *(pytest.param(told(story), id=story) for story in FILES),
])  # fmt: skip
def test_both_readings_of_our_template_are_the_same(comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    for source in sources(comparison, monkeypatch):
        tree = tree_of(source)
        assert tree is not None
        assert elements(tree) == elements(tinyhtml5.parse(source, namespace_html_elements=False))


def test_a_logo_does_not_make_the_template_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    themed = with_settings(bridge(), Settings(theme=str(theme_file(tmp_path, logo=mark()))))
    (source,) = sources(themed, monkeypatch)
    assert "<img" in source
    assert tree_of(source) is not None


def test_the_file_is_the_same_when_it_is_read_as_html(monkeypatch: pytest.MonkeyPatch) -> None:
    as_xml = render_pdf(bridge())
    monkeypatch.setattr(pdf, "tree_of", lambda source: None)
    assert render_pdf(bridge()) == as_xml


def test_what_only_html_allows_is_left_to_its_parser() -> None:
    for text in ("<p>a fragment</p>", "<html><p>open", "<html>\x0b</html>", "<html>\ud800</html>", "<html>&nbsp;</html>"):
        assert tree_of(text) is None, text
