"""The HTML report: one file, every finding in it, nothing fetched, hostile text shown as text."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest

from compare.api import compare_versions
from compare.model import Comparison, FindingKind, Severity, Version
from compare.render.html import render_html, style
from compare.render.legible import told_apart
from compare.render.material import Bounds, Material
from compare.render.pages import report_view
from compare.render.words import catalogue
from compare.settings import Settings
from tests.render.invented_story import bridge, document, retold, with_settings
from tests.stories.told import told

VOID = {"meta", "br", "link", "img", "input", "hr"}


class Page(HTMLParser):
    """The ids, addresses and text of a page; fails on a tag that is not closed."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self.feed(source)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in VOID:
            self.open.append(tag)
        values = dict(attrs)
        assert "style" not in values
        assert not [name for name in values if name.startswith("on") or name in ("src", "srcset", "action")]
        if found := values.get("id"):
            self.ids.append(found)
        if found := values.get("href"):
            self.links.append(found)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] not in ("style", "script"):
            self.text += data


def page(comparison: Comparison) -> Page:
    return Page(render_html(comparison).decode())


def test_every_finding_stands_with_its_number_and_the_words_of_each_version() -> None:
    text = page(bridge()).text
    for finding in bridge().findings:
        assert f"{finding.number}. " in text or f"{finding.number}" in text
        assert finding.difference.explanation in text or finding.difference.kind in ("omission", "addition")
    for words in ("14 people", "17 people", "a crack like", "a bang like", "A ferry will carry walkers"):
        assert words in text


def test_changes_can_be_read_without_colour_or_style() -> None:
    text = page(bridge()).text
    assert "[-crack-] [+bang+]" in text
    assert "[-14-] [+17+]" in text
    assert "(moved: in B it follows row 2; the same as A)" in text
    assert "Only in B Post:" in text


def test_a_report_without_anything_grave_opens_with_what_was_added_or_left_out() -> None:
    quiet = replace(bridge(), findings=tuple(f for f in bridge().findings if f.difference.kind == "addition"))
    assert "A ferry will carry walkers" in page(quiet).text.partition("How to read this report")[0]
    assert "A ferry will carry walkers" not in page(bridge()).text.partition("How to read this report")[0]


def test_an_article_lost_in_a_quotation_opens_no_report_that_has_more_to_tell() -> None:
    said, also = "“It was an honour and a privilege to serve Senn,” Ms Orde said.", "Two ferries were sold to pay for it."
    trifle = said.replace("a privilege", "privilege")
    for extra, shown in (((), True), ((also,), False)):
        versions = [Version(label="Wire", sentences=(said,)), Version(label="Post", sentences=(trifle, *extra))]
        story = compare_versions(versions).comparison
        assert [f.difference.severity for f in story.findings if f.difference.kind == "quote_altered"] == [Severity.LOW]
        first = page(story).text.partition("What to look at first")[2].partition("How to read this report")[0]
        assert ("Quotation altered" in first) == shown
        assert (also in first) == bool(extra)


def test_page_1_quotes_what_a_long_passage_carries_and_says_how_long_it_is() -> None:
    lead, denial = "The ferry ran aground off Senn on Tuesday.", "The owner denied that the crew had slept."
    talk = [f"On deck {n} the lamps were out and the doors stood open all night." for n in range(1, 9)]
    story = compare_versions([Version(label="Wire", sentences=(lead, *talk, denial)), Version(label="Post", sentences=(lead,))])
    first = page(story.comparison).text.partition("How to read this report")[0]
    assert "Not in B (9 sentences): … The owner denied" in first


def test_of_a_clause_that_others_lack_the_sentence_is_shown_with_the_clause_marked() -> None:
    clause = "which the mayor of Orby had inspected in the spring with two engineers"
    shared = ["The old ferry was closed on Monday.", "A new ferry will be built in Lund next year."]
    versions = [Version(label="Wire", sentences=(f"The bridge over the Aln, {clause}, was closed on Monday.", *shared)),
                Version(label="Post", sentences=("The bridge over the Aln was closed on Monday.", *shared))]  # fmt: skip
    shown = render_html(compare_versions(versions).comparison).decode()
    assert re.search(f"The bridge over the Aln, <[^>]+>{clause}</", shown)


def test_page_1_says_why_one_sum_conflicts() -> None:
    loss, profit = "Brix reported a net loss of €148 million in spring.", "The group made a net profit of €148 million in spring."
    story = compare_versions([Version(label="Wire", text=loss), Version(label="Post", text=profit)])
    first = page(story.comparison).text.partition("How to read this report")[0]
    assert "Wire has “loss”, Post has “profit”: these exclude each other." in first


def test_a_passage_of_which_all_have_a_part_is_said_to_be_missing_nowhere() -> None:
    found = tuple(f for f in bridge().findings if f.difference.kind is FindingKind.OMISSION)
    partly = tuple(replace(f, difference=replace(f.difference, in_part=f.difference.absent_from)) for f in found)
    assert "Not in ," not in page(replace(bridge(), findings=partly)).text
    assert "in part in" in page(replace(bridge(), findings=partly)).text


def test_what_a_report_is_not_is_said() -> None:
    assert "It does not tell which of them is right." in page(bridge()).text


def test_a_share_short_of_all_is_never_shown_as_all() -> None:
    shares = render_html(bridge()).decode().partition('id="lineage"')[0]
    assert "&gt;99%" in shares
    assert "100%</td>" not in shares


def test_links_lead_somewhere_and_ids_are_unique() -> None:
    found = page(bridge())
    assert len(found.ids) == len(set(found.ids))
    assert {link for link in found.links if link.startswith("#")} <= {f"#{i}" for i in found.ids}


@pytest.mark.parametrize("story", ["raqqa", "march"])
def test_links_of_one_name_lead_to_one_place(story: str) -> None:
    source = render_html(told(story)).decode()
    links = re.findall(r'<a href="(#[^"]+)"(?: aria-label="([^"]+)")?>([^<]+)</a>', source)
    places: dict[str, set[str]] = {}
    for place, name, text in links:
        assert text in name or not name, "who speaks to the page says what is seen"
        places.setdefault(name or text, set()).add(place)
    assert "in full: finding 1" in places
    assert {name: found for name, found in places.items() if len(found) > 1} == {}
    assert not [name for name in places if name.isdecimal()], "a number alone does not say where a link leads"


@pytest.mark.parametrize("story", ["raqqa", "march"])
def test_every_table_read_aloud_has_a_name(story: str) -> None:
    tables = re.findall(r"<table[^>]*>", render_html(told(story)).decode())
    assert tables
    assert [table for table in tables if not re.search(r' aria-label="[^"]+"', table)] == []


def test_the_first_thing_the_page_leads_to_is_what_to_look_at_first() -> None:
    assert page(bridge()).links[:2] == ["#top", "#top"], "by keyboard, and in the list of parts"
    assert page(retold(3)).links[:2] == ["#main", "#versions"]


def test_nothing_is_fetched() -> None:
    source = render_html(bridge()).decode()
    assert source.count("<script") == source.count(f"<script>{style('filters.js')}</script>") == 1
    assert not re.search(r"url\(|@import|<link|<img", source)


@pytest.mark.parametrize("versions", [2, 5, 6, 30])
def test_any_number_of_versions(versions: int) -> None:
    found = page(retold(versions, changed="One more sentence stands here."))
    assert "Only in" in found.text
    assert "One more sentence stands here." in found.text


def test_no_findings_give_a_clean_page() -> None:
    text = page(retold(3)).text
    assert "No differences found" in text
    assert "What to look at first" not in text


def test_what_only_copies_share_is_not_said_to_share_nothing() -> None:
    copies = [Version(label=label, text="The hall burned. Nobody was hurt.") for label in ("Post", "Wire")]
    html = render_html(compare_versions(copies).comparison).decode()
    assert catalogue("en").phrases["only_copies"] in html
    assert catalogue("en").phrases["no_closest"] not in html


def test_findings_below_the_wanted_severity_are_counted_only() -> None:
    text = page(with_settings(bridge(), Settings(min_severity="high"))).text
    assert "4 findings below the wanted severity are not shown." in text
    assert "Herald rounds" not in text


def test_hostile_text_is_shown_as_text() -> None:
    evil = "<script>alert(1)</script> & \x00\x1b \ud800 \u202emirror <img src=x onerror=y>."
    hostile = retold(2, (evil, "x" * 50_000))
    named = replace(hostile.documents[0], document=replace(hostile.documents[0].document, label="<b>'\"&"))
    found = page(replace(hostile, documents=(named, *hostile.documents[1:]), title="</title><script>"))
    assert "<script>alert" not in render_html(hostile).decode()
    assert "alert(1)" in found.text
    assert not set("\x00\x1b\u202e\ud800") & set(found.text)


def test_labels_cut_short_never_read_alike() -> None:
    names = ("The Marlow Weir Advertiser, early morning edition", "The Marlow Weir Advertiser, late evening edition", "Post")
    story = bridge()
    told = tuple(replace(d, document=replace(d.document, label=n)) for d, n in zip(story.documents, names, strict=True))
    cut = Material(replace(story, documents=told), catalogue(), Bounds(), {}).labels
    assert cut["C"] == "Post"
    assert cut["A"] != cut["B"]
    assert told_apart(["one long label of a paper"] * 2, 12) == ("one long …",) * 2


def test_page_one_tells_what_is_left_out_after_what_conflicts() -> None:
    grave = tuple(
        replace(f, difference=replace(f.difference, severity=Severity.MEDIUM)) if f.difference.kind == "omission" else f
        for f in bridge().findings
    )
    first = page(replace(bridge(), findings=grave)).text.partition(catalogue().parts["figures"] + "\n\n")[0]
    assert "Left out or added" in first
    assert first.index("Quotation altered") < first.index("Left out or added")
    assert "Left out or added" not in page(retold(2)).text


def test_only_web_addresses_become_links() -> None:
    story = bridge()
    first, second = story.documents[0], story.documents[1]
    bad = replace(first, document=replace(first.document, version=replace(first.document.version, url="javascript:alert(1)")))
    good = replace(second, document=replace(second.document, version=replace(second.document.version, url="https://post.test/a?b=1&c")))
    found = page(replace(story, documents=(bad, good, story.documents[2])))
    assert "https://post.test/a?b=1&c" in found.links
    assert not [link for link in found.links if "javascript" in link]


def test_a_text_read_from_the_right_says_so() -> None:
    hebrew = document("A", "Haaretz", ("\u05d4\u05d2\u05e9\u05e8 \u05e0\u05e1\u05d2\u05e8.",), language="he")
    other = document("B", "Post", ("The bridge is closed.",))
    story = replace(retold(2), documents=(hebrew, other), alignment=replace(retold(2).alignment, rows=()))
    assert 'lang="he" dir="rtl"' in render_html(story).decode()


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert render_html(bridge()) == render_html(bridge())
    assert "Made 4 Mar 2026, 09:30 UTC" in unescape(render_html(bridge()).decode())


def test_page_one_shows_the_one_that_differs_from_many() -> None:
    top = report_view(told("march"), Bounds()).summary.top
    spelling = next(f for f in top if f.family == "name_variant" and "Kassel" in f.explanation.text + str(f.wordings))
    marked = [run.text for wording in spelling.wordings for run in wording.runs if run.mark == "evidence"]
    assert marked.count("Kassel") == 1, "five papers have Kessel, the sixth is what the finding is about"
    assert len(spelling.wordings) == 3
    assert spelling.more == "and 3 more"


@pytest.mark.parametrize(
    ("kinds", "line"),
    [
        ({"number_conflict", "hedge_drop", "moved"}, "1 conflict, 1 to check; 1 further note."),
        ({"number_conflict"}, "1 conflict."),
        ({"hedge_drop", "moved"}, "No conflict, 1 to check; 1 further note."),
        ({"moved"}, "No conflict and nothing to check; 1 further note."),
    ],
)
def test_the_first_line_says_whether_the_versions_conflict(kinds: set[str], line: str) -> None:
    found = tuple(f for f in bridge().findings if f.difference.kind in kinds)
    assert report_view(replace(bridge(), findings=found), Bounds()).summary.verdict == line


def test_versions_that_leave_out_and_add_the_same_stand_in_one_line() -> None:
    lines = {v.who: (v.left_out, v.added) for v in report_view(told("march"), Bounds()).content.versions}
    assert lines == {"All but A, C": ("none", "none"), "C Kessel Times": ("none", "1 passage")}
    each = {v.who for v in report_view(told("raqqa"), Bounds()).content.versions}
    assert each == {"B wire.txt", "C Harbour Post", "D Meridian Record, update"}


def test_page_one_gives_the_numbers_of_what_else_is_to_be_looked_at() -> None:
    flood = told("flood")
    first = render_html(flood).decode().split('id="figures"')[0]
    grave = [f.number for f in flood.shown if f.difference.verdict in ("conflict", "check") and f.difference.severity != "low"]
    further = grave[4:]
    assert further
    assert f"Further findings above low severity: {', '.join(map(str, further))}." in first
