"""The PDF report: valid, readable as text, linked, deterministic, safe, and bounded."""

from __future__ import annotations

import gc
import io
import json
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import page as validator
import pydyf
import pypdf
import pytest

from compare.errors import RenderError
from compare.render import pdf
from compare.render.json import render_json
from compare.render.pdf import render_pdf
from compare.render.words import catalogue
from compare.settings import Settings
from tests.render.invented_story import bridge, document, retold, with_settings

PROFILES = (validator.ValidationProfile.PDF_UA_1, validator.ValidationProfile.PDF_A_3A)


@cache
def bridge_pdf() -> bytes:
    return render_pdf(bridge())


def reader(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data))


def text_of(data: bytes) -> str:
    """All text, spaces and line ends as one space."""
    return " ".join(" ".join(p.extract_text() for p in reader(data).pages).split())


def failures(data: bytes) -> list[str]:
    return [f"{f.rule_id}: {f.message}" for p in PROFILES for f in validator.validate_pdf_bytes(data, profile=p).failures]


def test_it_is_accessible_and_archival() -> None:
    assert failures(bridge_pdf()) == []
    assert b"pdfuaid:part" in bridge_pdf()


def test_every_finding_is_told_with_its_number_and_every_wording() -> None:
    text = text_of(bridge_pdf())
    told_as_passage = ("omission", "addition")
    for finding in bridge().findings:
        assert str(finding.number) in text
        assert finding.difference.explanation in text or finding.difference.kind in told_as_passage
    for words in ("14 people", "17 people", "a crack like", "a bang like", "A ferry will carry walkers across from Thursday."):
        assert words in text


def test_page_one_has_what_an_editor_needs() -> None:
    first = " ".join(reader(bridge_pdf()).pages[0].extract_text().split())
    for words in ("2 conflicts, 1 to check; 4 further notes.", "1. Number conflict", "2. Quotation altered",
                  "3. Certainty changed", "A Wire", ">99%", "61%", "It does not tell which of them is right."):  # fmt: skip
        assert words in first


def test_the_outline_names_the_parts() -> None:
    def titles(items: object) -> list[str]:
        if isinstance(items, list):
            return [t for item in items for t in titles(item)]
        return [str(getattr(items, "title", ""))]

    found = titles(reader(bridge_pdf()).outline)
    parts = catalogue().parts
    for part in ("figures", "findings", "content", "moved", "alignment", "appendix"):
        assert parts[part] in found
    assert "Rows 1–7" in found


def test_title_language_and_pages_are_set() -> None:
    read = reader(bridge_pdf())
    assert read.metadata is not None
    assert read.metadata.title == "Bridge gives way"
    assert str(read.root_object["/Lang"]) == "en"
    assert f"2 / {len(read.pages)}" in text_of(bridge_pdf())


def test_links_lead_somewhere() -> None:
    read = reader(bridge_pdf())
    known = set(read.named_destinations)
    wanted = {str(a.get_object()["/Dest"]) for p in read.pages for a in p.get("/Annots", []) if "/Dest" in a.get_object()}
    assert wanted
    assert wanted <= known


def test_the_json_report_is_attached() -> None:
    (attached,) = reader(bridge_pdf()).attachments["report.json"]
    assert json.loads(attached) == json.loads(render_json(bridge()))


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert render_pdf(bridge()) == bridge_pdf()
    undated = replace(bridge(), made=None)
    assert render_pdf(undated) == render_pdf(undated)


def test_no_findings_give_a_clean_page() -> None:
    data = render_pdf(retold(2))
    assert "No differences found" in text_of(data)
    assert failures(data) == []


@pytest.mark.parametrize("versions", [5, 21])
def test_any_number_of_versions_is_valid(versions: int) -> None:
    data = render_pdf(retold(versions, changed="One more sentence stands here."))
    assert "One more sentence stands here." in text_of(data)
    assert failures(data) == []


def test_hostile_text_is_printed_as_text_in_time() -> None:
    evil = "<script>alert(1)</script> & \x00\x1b \ufffe \u202emirror <img src='http://evil.test/x'> } body {"
    hebrew = document("B", "Haaretz", ("\u05d4\u05d2\u05e9\u05e8 \u05e0\u05e1\u05d2\u05e8.", "x" * 50_000), language="he")
    story = retold(2, (evil, "y" * 50_000))
    data = render_pdf(replace(story, documents=(story.documents[0], hebrew), title="</title><style>*{color:red}"))
    assert "<script>alert(1)</script>" in text_of(data)
    assert failures(data) == []


def test_beyond_the_wanted_pages_the_alignment_is_left_out_and_the_pdf_says_so() -> None:
    long = retold(2, tuple(f"Sentence {n} of a long story about a bridge that gave way over the weir." for n in range(40)))
    moved = replace(long, alignment=replace(long.alignment, rows=tuple(replace(r, moved=("B",)) for r in long.alignment.rows)))
    short = text_of(render_pdf(with_settings(moved, Settings(max_pages=3))))
    assert "beyond the limit of 3" in short
    assert "Sentence 30 of" in text_of(render_pdf(moved))


@pytest.mark.parametrize(
    "sentence",
    ["Мост упал. Η γέφυρα έπεσε.", "पुल गिर गया और फिर।", "\u05d4\u05d2\u05e9\u05e8 \u05e0\u05e1\u05d2\u05e8.", "Tiếng Việt ổn."],
)
def test_other_scripts_are_valid(sentence: str) -> None:
    assert failures(render_pdf(retold(2, (sentence,)))) == []


def test_a_character_without_a_glyph_is_replaced_and_named() -> None:
    data = render_pdf(retold(2, ("The \u0378 bridge fell.",)))
    assert failures(data) == []
    assert "U+0378" in text_of(data)
    assert "1 character could not be printed" in text_of(data)


def test_page_size_follows_the_settings() -> None:
    letter = reader(render_pdf(with_settings(retold(2), Settings(page_size="Letter"))))
    assert [round(float(x)) for x in letter.pages[0].mediabox[2:]] == [612, 792]


@pytest.mark.parametrize("extra", [{}, {"Length1": 14}])
def test_no_stream_is_packed_to_end_in_a_carriage_return(extra: dict[str, int]) -> None:
    ending = [b"q" * n for n in range(600) if zlib.compress(b"q" * n)[-1:] == b"\r"]
    assert ending
    for content in ending:
        stream = pydyf.Stream([content], dict(extra))
        whole = pdf.content_of(stream)
        assert whole.startswith(content)
        assert zlib.compress(whole)[-1:] != b"\r"
        assert stream.extra == ({"Length1": extra["Length1"] + len(whole) - len(content)} if extra else {})


def test_nothing_but_our_fonts_is_fetched() -> None:
    fetcher = pdf.own_files()
    assert fetcher.fetch("report:fonts/NotoSans-Regular.ttf").read()[:4] == b"\x00\x01\x00\x00"
    for url in ("http://evil.test/", "file:///etc/passwd", "report:fonts/../words.toml", "data:text/plain,x"):
        with pytest.raises(ValueError, match="fetches nothing"):
            fetcher.fetch(url)


def test_missing_pango_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'\nmore\nlines")

    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])
    for name in [m for m in sys.modules if m.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(RenderError, match="libpango") as failure:
        render_pdf(retold(2))
    assert "\n" not in str(failure.value)
    assert "install" in str(failure.value)


def test_the_collector_is_set_back() -> None:
    before = gc.get_threshold()
    with pytest.raises(KeyError), pdf.rendering():
        raise KeyError
    assert gc.get_threshold() == before


def test_tags_hang_text_on_what_has_a_meaning() -> None:
    """No element of structure only groups; headings of tables say what they head."""
    found = list(elements(structure(bridge_pdf())))
    kinds = Counter(str(e["/S"]) for e in found)
    assert {"/H1", "/Table", "/THead", "/TH", "/TD", "/Link"} <= set(kinds)
    assert "/Span" not in kinds
    assert {str(e["/A"]["/Scope"]) for e in found if e["/S"] == "/TH"} == {"/Column", "/Row"}


def test_cells_say_their_language_and_right_to_left_text_has_its_font() -> None:
    hebrew = ("\u05d4\u05d2\u05e9\u05e8 \u05e0\u05e1\u05d2\u05e8.",)
    arabic = ("\u0623\u063a\u0644\u0642 \u0627\u0644\u062c\u0633\u0631.",)
    story = retold(3, ("The bridge is closed.",))
    told = (story.documents[0], document("B", "Yom", hebrew, language="he"), document("C", "Nahar", arabic, language="ar"))
    data = render_pdf(replace(story, documents=told))
    assert {"he", "ar"} <= {str(e["/Lang"]) for e in elements(structure(data)) if "/Lang" in e}
    assert "could not be printed" not in text_of(data)
    pages: list[Any] = list(reader(data).pages)
    fonts = {str(f.get_object()["/BaseFont"]) for p in pages for f in p["/Resources"]["/Font"].values()}
    assert any("Hebrew" in f for f in fonts)
    assert any("Arabic" in f for f in fonts)
    assert failures(data) == []


def structure(data: bytes) -> Any:
    """The element of structure that holds the document."""
    root: Any = reader(data).root_object["/StructTreeRoot"]
    return root["/K"][0].get_object()


def elements(element: Any) -> Iterator[Any]:
    """An element of structure and all below it."""
    yield element
    kids = element["/K"] if isinstance(element["/K"], list) else [element["/K"]]
    for kid in kids:
        below = kid.get_object()
        if isinstance(below, dict) and "/S" in below:
            yield from elements(below)
