"""What the PDFs of the six approved stories say, read back and held against the comparisons that they tell."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from compare.api import Report
from compare.messages import in_language
from compare.model import Figure, Finding, FindingKind, Verdict
from compare.render.pdf import render_pdf
from compare.render.words import catalogue
from compare.settings import Settings
from tests.render.tagged_pdf import Element, TaggedPdf, squeezed
from tests.stories.told import FILES, told

WORDS = catalogue()
PASSAGES = (FindingKind.ADDITION, FindingKind.OMISSION)
IN_ORDER = ("versions", "top", "legend", "matrix", "figures", "findings", "content", "moved", "lineage", "alignment", "appendix")
"""The parts as they are read; with more than six versions, what to look at first comes before the table of them."""
EVERY = pytest.mark.parametrize("story", FILES)


@cache
def pdf(story: str) -> TaggedPdf:
    return TaggedPdf(render_pdf(told(story)))


def part(story: str, name: str) -> Element:
    """All that stands from one heading of a part to the next: a section has an element on each of its pages."""
    found: list[Element] = []
    inside = False
    for section in pdf(story).document.kids:
        title = next((k.text for k in section.kids if k.kind == "H2"), None)
        inside = inside if title is None else title == WORDS.parts[name]
        found += [section] if inside else []
    assert found, f"there is no part {name}"
    return Element("Part", (), " ".join(s.text for s in found), tuple(found), "en", "", "")


def on_page(story: str, page: int, *kinds: str) -> list[Element]:
    """The elements of a kind that begin on a page."""
    return [e for e in pdf(story).document.all(*kinds) if e.pages and e.pages[0] == page]


def heads(element: Element, number: str) -> bool:
    """Whether a row of a table is that of this number, or of several rows with it."""
    first = element.kids[0].text.replace(":", " ").split() if element.kids else []
    least, _, greatest = first[0].partition("–") if first else ("", "", "")
    return least == number or (least.isdecimal() and greatest.isdecimal() and int(least) <= int(number) <= int(greatest))


# ---- what is told -------------------------------------------------------------------------------------------------


@EVERY
def test_every_finding_stands_with_its_number_severity_and_explanation(story: str) -> None:
    untold = [f.difference for f in told(story).shown if not told_in(story, f)]
    assert [d.explanation for d in untold if d.kind not in PASSAGES or d.severity != "low"] == []
    assert not untold or part(story, "content").says(WORDS.count("more_passages", len(untold))), "what is not told is counted"


def told_in(story: str, finding: Finding) -> bool:
    """Whether a finding is told where those of its kind are: a row of passages, a line of a figure, or an article of its own."""
    d = finding.difference
    severity = WORDS.phrase("of_severity", severity=WORDS.severities[d.severity])
    title = f"{finding.number}. {WORDS.kinds[d.kind]}"
    if d.kind in (*PASSAGES, FindingKind.MOVED):
        tables = part(story, "moved" if d.kind is FindingKind.MOVED else "content")
        rows = [r for r in tables.all("TR") if heads(r, str(finding.number))]
        graver = d.severity != "low" and d.kind in PASSAGES
        quoted = told(story).document(d.evidence[0].version).document.text[d.evidence[0].start : d.evidence[0].end]
        told_as = quoted[:40] if d.kind in PASSAGES else d.explanation
        return any(r.says(told_as) and (r.says(severity.capitalize()) or not graver) for r in rows)
    lines = [p for p in part(story, "figures").all("P") if p.begins(title)]
    if lines:
        return all(p.says(f"({severity}") and p.says(d.explanation) for p in lines)
    groups = part(story, "findings")
    articles = [a for a in groups.all("Art") if a.kids[0].begins(title)]
    return groups.says(severity.capitalize()) and len(articles) == 1 and articles[0].says(d.explanation)


@EVERY
def test_every_reading_of_every_figure_stands_with_the_version_that_gives_it(story: str) -> None:
    figures = part(story, "figures")
    for figure in told(story).figures:
        if figure.verdict in (Verdict.AGREE, Verdict.SINGLE):
            assert any(figures.says(r.quantity.text) for r in figure.readings), figure
        else:
            assert any(gives(rows, figure) for rows in blocks(figures)), figure


def blocks(figures: Element) -> list[list[Element]]:
    """The rows of each figure; what stands on the next page of it has no heading of its own."""
    found: list[list[Element]] = []
    for article in figures.all("Art"):
        found += [[]] if article.kids[0].kind == "H3" else []
        found[-1] += article.all("TR")
    return found


def gives(block: list[Element], figure: Figure) -> bool:
    """Whether a figure's rows tell each of its readings, with the version's letter at its head."""
    rows = [(r.kids[0].text.replace(",", " ").split(), r.kids[1]) for r in block]
    return all(any(x.version in who and value.says(x.quantity.text) for who, value in rows) for x in figure.readings)


@EVERY
def test_every_row_of_the_alignment_stands_in_it_with_what_the_base_says(story: str) -> None:
    rows = list(part(story, "alignment").all("TR"))
    base = told(story).document(told(story).base)
    for row in told(story).alignment.rows:
        found = [r for r in rows if heads(r, str(row.number))]
        assert len(found) == 1, row
        if not any(found[0].says(same.removeprefix("{n}")) for same in WORDS.counts["unchanged"].values()):
            assert all(found[0].says(base.sentences[i].text) for i in row.cell(base.id)), row


@EVERY
def test_the_report_attached_is_the_one_told(story: str) -> None:
    (attached,) = pdf(story).reader.attachments["report.json"]
    assert json.loads(attached) == Report(told(story)).to_dict()


@EVERY
def test_what_the_versions_say_is_set_upright(story: str) -> None:
    slanted: list[str] = []
    for page in pdf(story).reader.pages:
        page.extract_text(visitor_text=lambda text, _cm, _tm, font, _size: slanted.append(text) if is_italic(font) else None)
    said = squeezed(" ".join(slanted))
    assert squeezed(WORDS.phrases["disclaimer"]) in said, "italics are seen"
    evidence = [e for f in told(story).shown for e in f.difference.evidence]
    wordings = [told(story).document(e.version).document.text[e.start : e.end] for e in evidence]
    assert [w for w in wordings if len(w) > 40 and squeezed(w) in said] == []
    assert [f.difference.explanation for f in told(story).shown if squeezed(f.difference.explanation[:30]) in said] == []


def is_italic(font: Any) -> bool:
    return font is not None and "Italic" in str(font.get("/BaseFont"))


@EVERY
def test_every_glyph_is_a_character(story: str) -> None:
    assert pdf(story).strangers == []
    assert not pdf(story).document.says("could not be printed")


# ---- how a reader finds the way -----------------------------------------------------------------------------------


@EVERY
def test_every_bookmark_opens_the_page_on_which_its_heading_stands(story: str) -> None:
    assert pdf(story).bookmarks
    for _, title, page in pdf(story).bookmarks:
        if title.startswith("Rows "):
            first = title.split()[1].partition("–")[0]
            assert any(heads(row, first) for row in on_page(story, page, "TR")), title
        else:
            assert any(h.begins(title) for h in on_page(story, page, "H1", "H2", "H3", "H4")), (title, page)


@EVERY
def test_every_link_lands_on_the_page_where_its_target_stands(story: str) -> None:
    assert pdf(story).links
    for name in sorted(set(pdf(story).links)):
        assert name in pdf(story).places, f"{name} leads nowhere"
        assert stands(story, name, pdf(story).places[name]), f"{name} is not on page {pdf(story).places[name] + 1}"


def stands(story: str, name: str, page: int) -> bool:
    """Whether the target of a link is told at its number on a page."""
    kind, _, number = name.partition("-")
    rows = on_page(story, page, "TR")
    if kind == "row":
        return any(heads(row, number) for row in rows)
    if kind == "finding":
        return any(e.begins(f"{number}. ") for e in on_page(story, page, "P", "H4")) or any(heads(row, number) for row in rows)
    if kind == "figure":
        return any(h.begins(f"Figure {number}:") for h in on_page(story, page, "H3"))
    return any(h.begins(WORDS.parts[name]) for h in on_page(story, page, "H2", "H3"))


@EVERY
def test_every_page_says_which_of_how_many_it_is(story: str) -> None:
    pages = len(pdf(story).reader.pages)
    assert [n for n, texts in enumerate(pdf(story).margins, start=1) if f"{n} / {pages}" not in texts] == []


# ---- what a screen reader reads -----------------------------------------------------------------------------------


@EVERY
def test_the_parts_are_read_in_the_order_in_which_they_are_bookmarked(story: str) -> None:
    found = [h.text for h in pdf(story).document.all("H2")]
    assert found == [title for depth, title, _ in pdf(story).bookmarks if depth == 1]
    names = {WORDS.parts[name]: name for name in IN_ORDER}
    order = [IN_ORDER.index(names[title]) for title in found]
    assert order == sorted(order) or (len(told(story).documents) > 6 and order[:2] == [1, 0] and order[2:] == sorted(order[2:]))


@EVERY
def test_all_that_is_shown_is_read_once_and_page_after_page(story: str) -> None:
    read = pdf(story)
    assert read.document.text
    assert len(read.hung) == len(set(read.hung))
    assert read.astray == ()
    assert all(len(texts) <= 2 for texts in read.margins), "only a running head and a number are kept from being read"
    assert [m.page for m in read.hung] == sorted(m.page for m in read.hung)


@EVERY
def test_tables_name_what_their_heads_head(story: str) -> None:
    for table in pdf(story).document.all("Table"):
        for group in table.kids:
            wanted = "Column" if group.kind == "THead" else "Row"
            assert {h.scope for h in group.all("TH")} <= {f"/{wanted}"}
            assert all(any(c.kind == "TH" for c in row.kids) for row in group.all("TR")), table.text[:80]


@EVERY
def test_every_drawing_is_told_in_words(story: str) -> None:
    drawings = list(pdf(story).document.all("Figure"))
    assert all(d.alt.strip() for d in drawings)
    assert len({d.alt for d in drawings}) == len(drawings)


def test_the_spread_of_a_figure_is_told_in_words() -> None:
    (drawn,) = [d for d in pdf("march").document.all("Figure") if "10,000" in d.alt]
    assert all(value in drawn.alt for value in ("2,500", "About 4,000", "6,000", "Up to 10,000"))


@EVERY
def test_wordings_name_their_language(story: str) -> None:
    assert pdf(story).document.language == "en"
    for d in told(story).documents:
        if d.document.language not in ("en", "ar", "he"):
            for name in ("figures", "alignment"):
                tongues = [said_in(part(story, name), s.text) for s in d.sentences]
                assert set().union(*tongues) == {d.document.language}, (d.id, name)


def said_in(element: Element, text: str) -> set[str]:
    """The languages that the innermost elements with all of a text name."""
    inner = [e for e in element.all() if e.says(text) and not any(k.says(text) for k in e.kids)]
    return {e.language for e in inner}


def test_arabic_stands_in_cells_that_say_so() -> None:
    cells = [c for c in part("march", "alignment").all("TD") if any("\u0600" <= ch <= "\u06ff" for ch in c.text)]
    assert any(c.language == "ar" for c in cells)


def test_what_a_report_says_within_words_of_another_language_names_its_own() -> None:
    german = [e for e in part("march", "alignment").all() if e.language == "de"]
    assert german
    for phrase in ("Only in", "the same as", "not in A", "Not in"):
        own = said_in(part("march", "alignment"), phrase)
        assert own <= {"en"}, (phrase, own)


def test_explanations_in_a_german_report_are_german_and_those_that_only_english_has_are_named_english() -> None:
    story = told("raqqa")
    altered = next(f for f in story.findings if f.difference.kind == "quote_altered")
    dropped = next(f for f in story.findings if f.difference.kind == "attribution_drop")
    in_english = replace(dropped, difference=replace(dropped.difference, explanation="Nobody has put this into German."))
    findings = tuple(in_english if f is dropped else f for f in story.findings)
    read = TaggedPdf(render_pdf(replace(story, findings=findings, settings=Settings(language="de"))))
    assert read.document.language == "de"
    assert said_in(read.document, "Zitat verändert") == {"de"}
    assert said_in(read.document, in_language(altered.difference.explanation, "de") or "") == {"de"}
    assert said_in(read.document, "Nobody has put this into German.") == {"en"}
