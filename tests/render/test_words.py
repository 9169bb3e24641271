"""The catalogues of the report's words: complete in every language, and the only words that a report says of its own accord."""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import Formatter

import page as validator
import pypdf
import pytest

from compare.cli import main
from compare.errors import SettingsError
from compare.messages import in_language
from compare.model import Comparison
from compare.render.html import render_html
from compare.render.pdf import render_pdf
from compare.render.words import catalogue
from compare.settings import Settings, languages
from tests.render.invented_story import bridge, retold, with_settings
from tests.stories.told import told

GERMAN = Settings(language="de")
OTHERS = [language for language in languages() if language != "en"]
SAME = {"Passage", "Text", "SHA-256", "Name"}
"""Words that are written alike in both languages."""


def entries(language: str) -> dict[str, str]:
    """Every text of a catalogue by its path in the file: "counts.versions.one"."""
    name = "words.toml" if language == "en" else f"words.{language}.toml"
    return dict(flat("", tomllib.loads(files("compare.report_templates").joinpath(name).read_text(encoding="utf-8"))))


def flat(path: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from flat(f"{path}.{name}", inner)
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from flat(f"{path}.{i}", inner)
    else:
        yield path, str(value)


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@cache
def german_page() -> str:
    return render_html(with_settings(bridge(), GERMAN)).decode()


def own_words(page: str) -> str:
    """What a page says without its style, its scripts, and all that is marked as another language, as one line."""
    bare = re.sub(r"<(style|script)>.{0,99999}?</\1>", " ", page, flags=re.DOTALL)
    bare = re.sub(r'<(\w+)[^<>]*? lang="en"[^<>]*>.*?</\1>', " ", bare, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]*>", "|", bare).split())


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_has_every_text_and_every_place_to_fill(language: str) -> None:
    ours, theirs = ({path: text for path, text in entries(x).items() if not path.startswith(".rules.")} for x in ("en", language))
    assert list(theirs) == list(ours)
    assert {path for path in ours if places(ours[path]) != places(theirs[path])} == set()
    assert theirs[".language"] == language


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_has_every_rule_that_leaves_text_out(language: str) -> None:
    rules = tomllib.loads(files("compare.clean").joinpath("boilerplate.toml").read_text(encoding="utf-8"))["rule"]
    named = {rule["name"] for rule in rules} | {"tail", "exclude"}
    assert named <= set(catalogue(language).rules)
    assert {"tail", "exclude"} <= set(catalogue("en").rules), "in English the other names say what they are"


@pytest.mark.parametrize("comparison", [bridge(), retold(2), retold(9)], ids=["findings", "none", "many versions"])
def test_nothing_of_the_english_catalogue_is_left_in_a_german_report(comparison: Comparison) -> None:
    told = own_words(render_html(with_settings(comparison, GERMAN)).decode())
    english, german = entries("en"), set(entries("de").values())
    furniture = {re.split(r"\{\w+\}", text)[0].strip() for path, text in english.items() if not path.startswith(".writing")}
    left = {text for text in furniture - german - SAME if len(text) > 3 and re.search(rf"[|] ?{re.escape(text)}(?!\w)", told)}
    assert left == set()


def test_the_check_would_see_english_words() -> None:
    assert "|Summary" in own_words("<h2>Summary</h2>")
    assert "They differ" not in own_words('<p><span lang="en">They differ.</span> sie</p>')


def test_numbers_and_dates_are_written_as_in_german() -> None:
    assert 'lang="de"' in german_page()
    assert "2 Widersprüche, 1 Stelle zu prüfen; 4 weitere Hinweise." in german_page()
    assert "61\xa0%" in german_page()
    words = catalogue("de")
    assert words.when("2017-11-14") == "14. November 2017"
    assert words.count("words", 1487) == "1.487 Wörter"


def test_versions_keep_their_language_and_so_does_an_explanation_that_only_english_has() -> None:
    explanation = next(f.difference.explanation for f in bridge().findings if f.difference.kind == "hedge_drop")
    assert f'<span lang="en">{explanation}</span>' in german_page().replace("&#39;", "'").replace("&#34;", '"')
    assert re.search(r'<td lang="en">[^<]*bridge', german_page())


def test_explanations_are_told_in_german() -> None:
    page = html.unescape(render_html(with_settings(told("raqqa"), GERMAN)).decode())
    quotation = next(f.difference for f in told("raqqa").shown if f.difference.kind == "quote_altered")
    assert quotation.explanation.endswith("the words within quotation marks differ.")
    assert quotation.explanation not in page
    assert f"{in_language(quotation.explanation, 'de')}" in page
    assert "Die Worte innerhalb der Anführungszeichen weichen ab." in page
    assert [f.difference.explanation for f in told("raqqa").shown if f.difference.explanation in page] == []
    assert [f.reason for f in told("raqqa").figures if f.reason and f.reason in page] == []


def test_a_german_pdf_is_valid_and_says_its_language() -> None:
    data = render_pdf(with_settings(bridge(), GERMAN))
    for profile in (validator.ValidationProfile.PDF_UA_1, validator.ValidationProfile.PDF_A_3A):
        assert validator.validate_pdf_bytes(data, profile=profile).failures == []
    import io

    read = pypdf.PdfReader(io.BytesIO(data))
    assert str(read.root_object["/Lang"]) == "de"
    assert "Die Fassungen" in read.pages[0].extract_text()


def test_the_language_changes_looks_only() -> None:
    assert GERMAN.signature() == Settings().signature()
    assert replace(bridge(), settings=GERMAN).findings == bridge().findings


def test_a_language_without_a_catalogue_is_refused_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SettingsError, match="expected one of de, en, found 'fr'"):
        Settings(language="fr")
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"The ferry sank off the {name} coast.")
    with pytest.raises(SystemExit) as stop:
        main(["report", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--language", "fr", "-o", str(tmp_path / "r.pdf")])
    assert stop.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "r.pdf").exists()
