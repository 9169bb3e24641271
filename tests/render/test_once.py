"""What is done once in place of many times changes no byte, and WeasyPrint is as it was afterwards."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

import pydyf
import pytest
import weasyprint
from weasyprint import draw
from weasyprint.layout import inline
from weasyprint.text import line_break

from compare.render import pdf
from compare.render.once import done_once
from compare.render.pdf import render_pdf
from tests.render.invented_story import bridge, retold

STRETCHED = """<html lang="en"><style>
p { text-align: justify; width: 60mm } .name { text-transform: uppercase; text-decoration: underline }
.key { font-variant-numeric: tabular-nums } .cut { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; width: 30mm }
thead { display: table-header-group } .long { overflow-wrap: anywhere; width: 20mm } .soft { hyphens: auto; width: 22mm }
.first::first-line { font-weight: bold } .drop::first-letter { font-size: 20pt } pre { white-space: pre; tab-size: 4 }
.clamped { continue: discard; max-lines: 2; block-ellipsis: auto }
</style><body><p>The <i style="padding: 0 5%; margin-left: calc(1em + 2%)">old</i> <b style="border: 1pt solid">ferry</b> (<u
style="padding: 0 2pt; width: 50%">Ada</u>) <b>left</b> at
dawn with <i class="name">forty</i> people and <span class="key">1,234</span> crates,
the harbour master said, and came back at dusk with none of them.</p><p class="cut">What does not fit ends in three points.</p>
<p class="first">The first line of this paragraph is bold, and those that follow are not: it has <i>several lines</i>.</p>
<p class="drop">A large letter.</p><pre>One line,\n\tanother\n\n\u2028and two more.</pre>
<p>A line<br>and another \u2028 and a third.</p>
<div class="clamped"><p>Two boats.</p><p>Two boats.</p><p>Two boats.</p></div>
<div class="clamped"><p>Two boats.</p><p>Two boats.</p><p>Two boats.</p></div>
<p class="long">Wattenmeerfischereihafengesellschaft</p><p class="soft">extraordinary circumstances notwithstanding</p>
<table><thead><tr><th>Pier</th></tr></thead><tbody>ROWS</tbody></table><p dir="rtl">\u05e9\u05dc\u05d5\u05dd abc</p>
<svg width="90" height="20"><text x="1" y="9" font-size="8">Ten <tspan>boats</tspan></text></svg></body></html>"""


def as_weasyprint_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "done_once", nullcontext)


@pytest.mark.parametrize("versions", [3, 7])
def test_a_report_has_the_same_bytes(versions: int, monkeypatch: pytest.MonkeyPatch) -> None:
    comparison = bridge() if versions == 3 else retold(versions)
    ours = render_pdf(comparison)
    as_weasyprint_does(monkeypatch)
    assert render_pdf(comparison) == ours


def test_stretched_cut_hyphenated_repeated_and_drawn_text_has_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    page = weasyprint.HTML(string=STRETCHED.replace("ROWS", "<tr><td>A berth</td></tr>" * 90))
    plain = page.write_pdf(pdf_tags=True, pdf_identifier=b"one")
    with done_once():
        assert page.write_pdf(pdf_tags=True, pdf_identifier=b"one") == plain


def test_a_line_is_set_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[Any] = []
    setup = line_break.Layout.setup

    def counted(layout: Any, style: Any) -> None:
        calls.append(style)
        setup(layout, style)

    monkeypatch.setattr(line_break.Layout, "setup", counted)
    render_pdf(bridge())
    ours = len(calls)
    as_weasyprint_does(monkeypatch)
    render_pdf(bridge())
    assert ours < 0.7 * (len(calls) - ours)


def test_weasyprint_is_set_back() -> None:
    layout = line_break.Layout

    def parts() -> tuple[object, ...]:
        lengths = inline.strut, inline.resolve_percentages
        lines = layout.setup, layout.set_text, layout.deactivate, layout.reactivate, inline.split_first_line, draw.draw_text
        return *lines, pydyf.PDF.page_references, *lengths

    before = parts()
    with done_once():
        assert not set(parts()) & set(before)
    assert parts() == before
    with pytest.raises(KeyError), done_once():
        raise KeyError
    assert parts() == before


def test_a_weasyprint_without_these_functions_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(line_break.Layout, "set_text")
    monkeypatch.delattr(line_break.Layout, "reactivate")
    monkeypatch.delattr(pydyf.PDF, "page_references")
    before = line_break.Layout.deactivate, line_break.Layout.setup
    with done_once():
        assert (line_break.Layout.deactivate, line_break.Layout.setup) == before
