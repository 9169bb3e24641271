"""The index over all stories and the summary: what they count, what a page shows, in a real browser too."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

import page as validator
import pypdf
import pypdfium2 as pdfium
import pytest

from compare.batch.overview import ON_A_PAGE, write_overview
from compare.batch.records import Digest, opened
from compare.batch.story import Story
from compare.batch.summary import summary_pdf
from compare.batch.survey import Survey
from compare.batch.tallies import tallies
from compare.batch.work import work_on
from compare.load.rows import Value
from compare.model import FindingKind
from compare.render.html import hash_of
from compare.render.words import catalogue
from compare.settings import Settings
from tests.batch.invented_batches import story
from tests.batch.tasks import MADE, task
from tests.render.marks import NAME, mark, theme_file

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: apt-get install chromium")


PLAIN = Settings()


def record(number: int) -> Digest:
    versions = story(number)["versions"]
    assert isinstance(versions, list)
    made = Story(number=number + 1, where=f"line {number + 1}", story_id=f"fire-{number}", title="Fire",
                 rows=tuple(Value(v, "version") for v in versions))  # fmt: skip
    return opened(work_on([made], task())[0].record)[0]


def named(number: int, title: str, **changes: object) -> Digest:
    """A story that was compared, without its findings."""
    row = {
        "number": number, "story_id": f"s{number}", "title": title, "where": f"line {number}", "status": "compared",
        "reason": None, "versions": 2, "outlets": ["Wire", "Post"], "conflicts": number % 3, "checks": 0, "findings": number,
        "reports": [f"{number:06d}-s{number}.html"],
    }  # fmt: skip
    return Digest(story=row | changes)


def index_of(
    records: Iterable[Digest], folder: Path, monkeypatch: pytest.MonkeyPatch, settings: Settings = PLAIN
) -> str:
    monkeypatch.setattr("compare.batch.overview.write_summary", lambda *_: None)
    write_overview(records, folder, MADE, settings)
    return (folder / "index.html").read_text(encoding="utf-8")


def test_outlets_are_counted_by_what_they_have_and_what_they_lack() -> None:
    survey = Survey()
    for number in range(4):
        survey.add(record(number))
    assert survey.by_outlet["Post", "number_conflict"] == 2
    assert survey.omissions["Post"].passages == 4
    assert survey.omissions["Post"].carrying["a denial"] == 4
    assert survey.omissions["Wire"].carrying["a denial"] == 0
    assert survey.copies["Post", "Wire"].versions == 4
    drawn = tallies(survey)
    assert [line.name for line in drawn.outlets.lines] == ["Post", "Wire"]
    assert drawn.conflicts == 2


def test_a_skipped_story_stands_in_the_index_with_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    skipped = Digest(story={"number": 2, "story_id": None, "where": "s.jsonl line 9", "status": "skipped", "reason": "no JSON"})
    source = index_of([named(1, "Fire"), skipped], tmp_path, monkeypatch)
    assert "skipped: s.jsonl line 9: no JSON" in source
    assert "1 skipped" in source
    assert 'href="reports/000001-s1.html"' in source


def test_titles_are_text_and_never_markup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = index_of([named(1, "</script><script>alert(1)</script><b>&amp;")], tmp_path, monkeypatch)
    assert source.count("<script") == 2
    assert "<b>&" not in source
    data = re.search(r'id="all">(.*?)</script>', source, flags=re.DOTALL)
    assert data is not None
    assert json.loads(data.group(1))[0][1] == "</script><script>alert(1)</script><b>&amp; · s1"


def test_many_stories_fill_pages_that_lead_to_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    count = 2 * ON_A_PAGE + 1
    index_of((named(n, f"Fire {n}") for n in range(1, count + 1)), tmp_path, monkeypatch)
    pages = sorted(p.name for p in tmp_path.glob("*.html"))
    assert pages == ["index-0002.html", "index-0003.html", "index.html"]
    last = (tmp_path / "index-0003.html").read_text(encoding="utf-8")
    assert f"Fire {count} · s{count}<" in last
    assert 'href="index.html"' in last
    assert "<script" not in last
    index_of([named(1, "Fire 1")], tmp_path, monkeypatch)
    assert [p.name for p in tmp_path.glob("*.html")] == ["index.html"]


def test_the_page_says_what_each_table_and_column_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = index_of([record(n) for n in range(3)], tmp_path, monkeypatch)
    assert source.count("<table") == source.count("<caption>") == 5
    assert "<th>" not in source
    assert 'aria-sort="ascending"' in source
    assert "http://" not in source
    assert "https://" not in source


class Rows(HTMLParser):
    """The first cells of the table of stories, as a browser has them."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.numbers: list[int] = []
        self.inside = self.cell = False
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.inside = "stories" in (dict(attrs).get("class") or "")
        self.cell = self.inside and tag == "td"
        if tag == "tr":
            self.first = True

    def handle_data(self, data: str) -> None:
        if self.inside and self.cell and self.first:
            self.numbers.append(int(data))
            self.first = False


def browsed(source: str, action: str, folder: Path, width: int = 800) -> tuple[list[int], str]:
    """The numbers of the stories that a browser shows after an action, and the page as it then is."""
    script = f"<script>{action}</script>"
    policy = f"script-src '{hash_of(action)}'"
    path = folder / "page.html"
    path.write_text(source.replace("script-src", policy, 1).replace("</body>", script + "</body>"), encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}", "--dump-dom"]
    options.append(f"--window-size={width},900")
    done = subprocess.run([str(CHROMIUM), *options, path.as_uri()], capture_output=True, text=True, timeout=90, check=True)
    return Rows(done.stdout).numbers, done.stdout


@needs_browser
def test_a_browser_sorts_searches_and_shows_a_screenful(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    count = ON_A_PAGE + 100
    stories = [named(n, f"Fire in street {n}", outlets=["Herald"] if n == 555 else ["Wire"]) for n in range(1, count + 1)]
    source = index_of(stories, tmp_path, monkeypatch)
    shown, _ = browsed(source, "", tmp_path)
    assert shown == list(range(1, 201))
    button = "document.querySelectorAll('.stories thead button')"
    shown, page = browsed(source, f"{button}[6].click()", tmp_path)
    assert shown[:3] == [count, count - 1, count - 2]
    assert 'aria-sort="descending"' in page
    search = "const f = document.querySelector('form.filters'); f.elements.words.value = 'herald STREET';"
    shown, page = browsed(source, f"{search} f.dispatchEvent(new Event('input'))", tmp_path)
    assert shown == [555]
    assert f"1 of {count} stories" in page


@needs_browser
@pytest.mark.parametrize("width", [500, 900, 1400])
def test_title_counts_and_report_of_a_story_are_in_view_at_any_width(
    width: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    title = "Harbour authority closes two of its seven quays after inspectors find cracks in the eastern wall"
    source = index_of([named(1, title, outlets=["Morning Herald", "Wire", "Evening Post"])], tmp_path, monkeypatch)
    assert source.count('href="reports/000001-s1.html"') == 2, "the title leads to the report"
    edges = "[...document.querySelectorAll('.stories tbody :is(td, th, a)')].map((e) => e.getBoundingClientRect().right)"
    _, page = browsed(source, f"document.title = Math.max(...{edges}) <= innerWidth", tmp_path, width)
    assert "<title>true</title>" in page


def test_the_index_bears_the_newsrooms_name_logo_and_accent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    theme = theme_file(tmp_path, 'accent = "#0b4aa2"', logo=mark())
    pages = [named(n, f"Fire {n}") for n in range(1, ON_A_PAGE + 2)]
    source = index_of(pages, tmp_path, monkeypatch, Settings(theme=str(theme)))
    for page in (source, (tmp_path / "index-0002.html").read_text(encoding="utf-8")):
        assert f'<b class="house">{NAME}</b>' in page
        assert "--accent: #0b4aa2" in page
        assert page.count('<img class="logo" src="data:image/') == 1
        assert "img-src data:" in page
    assert "img-src" not in index_of(pages[:1], tmp_path, monkeypatch)


@pytest.mark.parametrize("themed", [False, True])
def test_the_summary_is_accessible_and_always_the_same(themed: bool, tmp_path: Path) -> None:
    settings = Settings(theme=str(theme_file(tmp_path, 'accent = "#0b4aa2"', logo=mark())) if themed else None)
    survey = Survey()
    for number in range(3):
        survey.add(record(number))
    data = summary_pdf(survey, MADE, settings)
    assert data == summary_pdf(survey, MADE, settings)
    assert (NAME in pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text()) == themed
    for profile in (validator.ValidationProfile.PDF_UA_1, validator.ValidationProfile.PDF_A_3A):
        found = validator.validate_pdf_bytes(data, profile=profile).failures
        assert [f"{f.rule_id}: {f.message}" for f in found] == []


@pytest.mark.parametrize("kinds", [12, len(FindingKind)])
def test_kinds_fit_side_by_side_on_a_page_their_words_unbroken(kinds: int) -> None:
    survey = Survey(stories=50_000, versions=100_000)
    chosen = [*map(str, FindingKind)][-kinds:]
    for outlet in ("Morning Herald of the Northern Districts", "Wire"):
        survey.versions_of[outlet] = 50_000
        for kind in chosen:
            survey.kinds[kind] += 12_345
            survey.by_outlet[outlet, kind] = 12_345
    page = pdfium.PdfDocument(summary_pdf(survey, MADE, PLAIN))[1]
    text = page.get_textpage()
    whole = text.get_text_bounded()
    words = {word for kind in chosen for word in re.findall(r"\w+", catalogue().kinds[FindingKind(kind)])}
    assert words - set(re.findall(r"\w+", whole)) == set()
    assert max(text.get_charbox(at)[2] for at in range(text.count_chars())) < page.get_width() - 20


def test_a_summary_of_nothing_can_be_made() -> None:
    assert summary_pdf(Survey(), MADE, Settings()).startswith(b"%PDF-")
